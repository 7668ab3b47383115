import type { CaseFile } from '../cases/case-file.ts'
import type { CouncilOwnTimes } from '../cases/council.ts'
import { londonDay } from '../cases/london.ts'
import { parseSequence } from '../cases/sequence.ts'
import { standingOf } from '../cases/standing.ts'
import { stageKey } from '../cases/start-stages.ts'
import { firstByDay, type Stopped } from '../cases/stop.ts'
import { beginStage, beginStageAgain } from '../cases/store/begin-stage.ts'
import { requireCaseFile } from '../cases/store/load-case-file.ts'
import { noteStop } from '../cases/store/stop-store.ts'
import type { CaseTables } from '../cases/store/tables.ts'
import { isLive, type Wait } from '../cases/wait.ts'
import type { CompleteTask } from './complete-task.ts'
import { inWholeSeconds, type RestartRequest } from './note-stop.ts'
import type { StartStage } from './start-stage.ts'

export interface RestartJourney {
  readonly tables: CaseTables
  readonly ownTimes: CouncilOwnTimes
  readonly startStage: StartStage
  readonly completeTask: CompleteTask
  readonly now: () => Date
}

/** What the machine does next: it waits again, or it is done. */
export interface Restarted extends RestartRequest {
  readonly isForLater: boolean
}

/**
 * Has a stage that had stopped go on, where its facts have led by now: messages have keys, so none goes out twice. Where
 * there is nothing to go on with any more, that is noted. What comes too late in the day goes on in the next morning.
 * @throws Error when the case changed in the same moment. Any error may be tried again.
 */
export async function restartJourney(service: RestartJourney, request: RestartRequest): Promise<Restarted> {
  const { tables, now } = service
  const { caseId } = request
  const file = await requireCaseFile(tables, caseId)
  const key = stageKey({ ...request, startedFrom: parseSequence(request.startedFrom) })
  const stop = file.stops.find((one) => stageKey(one) === key)
  const isDone = { ...request, isForLater: false }
  // What was noted since has a wait of its own.
  if (stop?.state !== 'stopped' || stop.goesOnAt !== request.goesOnAt) return isDone
  const goesOnAt = inWholeSeconds(firstByDay(now()))
  if (Date.parse(goesOnAt) > now().getTime()) {
    await noteStop(tables, caseId, stop, { ...stop, goesOnAt })
    return { ...request, goesOnAt, isForLater: true }
  }
  const as = await goOn(service, file, stop)
  const { goesOnAt: _, ...stopOfStage } = stop
  await noteStop(tables, caseId, stop, { ...stopOfStage, state: 'gone-on', ...(as && { as }) })
  return isDone
}

/** @returns the run that goes on, where it is another one */
async function goOn(service: RestartJourney, file: CaseFile, stop: Stopped): Promise<string | undefined> {
  const wait = file.waits.find((one) => stageKey(one) === stageKey(stop))
  if (file.record.status === 'closed') return undefined
  // Another run goes on: it was begun because of a fact, or by this, which then stopped halfway.
  if (!isStillStopped(stop, wait)) return wait && isLive(wait) ? wait.run : undefined
  if (wait && stop.why === 'answer-unheard') {
    if (wait.state === 'answered') await service.completeTask(wait.taskToken, wait.answer)
    return undefined
  }
  return beginAgain(service, file, stop, wait)
}

function isStillStopped({ startedFrom, run }: Stopped, wait: Wait | undefined): boolean {
  return wait ? isLive(wait) && wait.startedFrom === startedFrom && wait.run === run : run === undefined
}

async function beginAgain(
  { tables, ownTimes, startStage, now }: RestartJourney,
  { record: { caseId }, subject }: CaseFile,
  { stage, startedFrom: from }: Stopped,
  wait: Wait | undefined,
): Promise<string> {
  const beginning = standingOf(subject, { stage, startedFrom: from }, londonDay(now()), ownTimes)
  const run = now().toISOString().slice(0, 16).replaceAll(/[-:T]/g, '')
  const hasBegun = wait
    ? await beginStageAgain(tables, caseId, wait, beginning, run, now())
    : await beginStage(tables, caseId, beginning, run, now())
  // A fact has been recorded in the same moment. The machine tries again, with the case as it is then.
  if (!hasBegun) throw new Error(`Case ${caseId} changed while its stage ${stage} was to go on. Try again.`)
  const { startedFrom, wait: name, heard } = beginning
  // The table's stream starts it too; but this is there for when that does not work.
  await startStage(stage, { caseId, startedFrom, wait: name, heard, run })
  return run
}
