import { firstFactAfter } from '../cases/case.ts'
import { caseDates } from '../cases/case-dates.ts'
import type { CouncilOwnTimes } from '../cases/council.ts'
import { datesTold } from '../cases/dates-told.ts'
import type { FactType } from '../cases/fact.ts'
import { londonDay } from '../cases/london.ts'
import type { JourneyPlan } from '../cases/plan/plan.ts'
import { parseSequence } from '../cases/sequence.ts'
import type { Stage, WaitName } from '../cases/stages.ts'
import { standingOf } from '../cases/standing.ts'
import { requireCaseFile } from '../cases/store/load-case-file.ts'
import { type ParkedWait, parkWait } from '../cases/store/park-wait.ts'
import type { CaseTables } from '../cases/store/tables.ts'
import type { CompleteTask } from './complete-task.ts'

/** What a wait state of a state machine passes. The numbers of facts are text there. */
export interface WaitRequest {
  readonly caseId: string
  readonly stage: Stage
  readonly wait: WaitName
  readonly awaits: readonly FactType[]
  /** What was worked out when the family was told. */
  readonly plan: JourneyPlan
  readonly heard: string
  readonly startedFrom: string
  readonly run: string
  readonly execution: string
  readonly taskToken: string
}

export interface ParkJourney {
  readonly tables: CaseTables
  readonly completeTask: CompleteTask
  readonly ownTimes: CouncilOwnTimes
  readonly now: () => Date
}

/** How often parking is tried again when another stage of the case parked in the same moment. */
const TRIES = 5

/**
 * Parks a wait on the case, or ends it at once where there is nothing to wait for: something awaited has been recorded
 * meanwhile, the time is up, or the case has changed since the plan was made. So no wake-up is ever missed: a fact is
 * either seen here, or finds the parked wait.
 */
export async function parkJourney(
  { tables, completeTask, ownTimes, now }: ParkJourney,
  request: WaitRequest,
): Promise<void> {
  const { caseId, stage, wait, awaits, plan, run, execution, taskToken } = request
  const heard = parseSequence(request.heard)
  const startedFrom = parseSequence(request.startedFrom)
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const file = await requireCaseFile(tables, caseId)
    const { record, subject } = file

    if (record.status === 'closed') return completeTask(taskToken, { outcome: 'closed', heard })
    const news = firstFactAfter(subject, heard, awaits, startedFrom)
    if (news) return completeTask(taskToken, { outcome: news.type, heard: news.sequence })
    if (record.version !== plan.caseVersion) break
    // A fact that was learnt late, while this run was on its way here, can have led the stage elsewhere.
    const stands = standingOf(subject, { stage, startedFrom }, londonDay(now()), ownTimes)
    if (plan.timeUp === 'no' && (stands.wait !== wait || stands.heard !== heard)) {
      return completeTask(taskToken, { outcome: 'corrected', heard })
    }

    // A wait whose time is over is noted as ended first, so that nothing can be recorded against it from then on.
    const parked: ParkedWait = {
      stage,
      name: wait,
      state: plan.timeUp === 'no' ? 'waiting' : 'ended',
      awaits,
      wakeAt: plan.wakeAt,
      parkedAt: now().toISOString(),
      execution,
      taskToken,
      heard,
      startedFrom,
      run,
      next: plan.next,
    }
    if (await parkWait(tables, file, parked, datesTold(caseDates(subject, londonDay(now()))))) {
      if (plan.timeUp !== 'no') await completeTask(taskToken, { outcome: plan.timeUp, heard })
      return
    }
  }
  return completeTask(taskToken, { outcome: 'changed', heard })
}
