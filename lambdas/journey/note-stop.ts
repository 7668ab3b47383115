import { ExecutionAlreadyExists, type SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
import type { CaseFile } from '../cases/case-file.ts'
import type { Stage } from '../cases/stages.ts'
import { type StageStart, stageKey } from '../cases/start-stages.ts'
import { firstByDay, type Stop, type Stopped, whenItGoesOn } from '../cases/stop.ts'
import { noteStop } from '../cases/store/stop-store.ts'
import type { CaseTables } from '../cases/store/tables.ts'

/** What the machine that waits until a stage goes on is given: ids, closed words and an instant. */
export interface RestartRequest {
  readonly caseId: string
  readonly stage: Stage
  readonly startedFrom: string
  readonly goesOnAt: string
}

/** Lets the machine begin to wait. Doing it twice does it once: the name of its execution says which wait it is. */
export type WaitToRestart = (request: RestartRequest) => Promise<void>

export interface NoteStops {
  readonly tables: CaseTables
  readonly waitToRestart: WaitToRestart
  readonly now: () => Date
}

/** A stage that does not go on by itself. */
export type StageThatStopped = StageStart & Pick<Stop, 'why' | 'run'>

/** So long after its time a stage that has not gone on is taken for forgotten. */
const PATIENCE_MILLISECONDS = 60 * 60 * 1000

/**
 * Notes that a stage has stopped and has it go on: after a pause that grows where its execution has ended again before it
 * came to a wait, and by day only.
 * @param file the case as it is now
 * @returns false where that had been noted already
 */
export async function noteStopped(service: NoteStops, file: CaseFile, stage: StageThatStopped): Promise<boolean> {
  const { tables, waitToRestart, now } = service
  const { caseId } = file.record
  const before = file.stops.find((stop) => stageKey(stop) === stageKey(stage))
  const known = before?.state === 'stopped' && isSame(before, stage) ? before : undefined
  if (known && now().getTime() - Date.parse(known.goesOnAt) < PATIENCE_MILLISECONDS) {
    // Whoever noted it may have stopped before the machine began to wait.
    await waitToRestart(requestOf(caseId, known))
    return false
  }
  const stops = known?.stops ?? timesInARow(file, before, stage)
  const goesOnAt = stage.why === 'execution-ended' && !known ? whenItGoesOn(now(), stops) : firstByDay(now())
  const stopped: Stopped = {
    ...stage,
    state: 'stopped',
    stops,
    stoppedAt: now().toISOString(),
    goesOnAt: inWholeSeconds(goesOnAt),
  }
  if (!(await noteStop(tables, caseId, before, stopped))) return false
  await waitToRestart(requestOf(caseId, stopped))
  return true
}

/** An instant as a state machine takes it. */
export function inWholeSeconds(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}Z`
}

function isSame(stop: Stop, { startedFrom, run }: StageThatStopped): boolean {
  return stop.startedFrom === startedFrom && stop.run === run
}

/** A run that went on in the place of one that had stopped, and has come to no wait, stops once more. */
function timesInARow({ waits }: CaseFile, before: Stop | undefined, stage: StageThatStopped): number {
  const wait = waits.find((one) => stageKey(one) === stageKey(stage))
  const isAgain = before?.state === 'gone-on' && before.as === stage.run && wait?.state === 'starting'
  return isAgain ? before.stops + 1 : 1
}

function requestOf(caseId: string, { stage, startedFrom, goesOnAt }: Stopped): RestartRequest {
  return { caseId, stage, startedFrom, goesOnAt }
}

/** Has the machine wait. */
export function restartWaiter(stepFunctions: SFNClient, stateMachineArn: string): WaitToRestart {
  return async (request) => {
    const { caseId, stage, startedFrom, goesOnAt } = request
    const name = [caseId, stage, startedFrom, goesOnAt.replaceAll(/[-:]/g, '')].join('-')
    try {
      await stepFunctions.send(new StartExecutionCommand({ stateMachineArn, name, input: JSON.stringify(request) }))
    } catch (error) {
      if (!(error instanceof ExecutionAlreadyExists)) throw error
    }
  }
}
