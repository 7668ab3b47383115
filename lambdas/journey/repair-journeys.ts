import { paginateListExecutions, type SFNClient } from '@aws-sdk/client-sfn'
import type { AuditTables } from '../audit/audit-tables.ts'
import type { Case } from '../cases/case.ts'
import type { CaseFile, CaseRecord } from '../cases/case-file.ts'
import { londonDay } from '../cases/london.ts'
import type { Stage } from '../cases/stages.ts'
import { everyStart, type StageInput, stageKey } from '../cases/start-stages.ts'
import { eachCase } from '../cases/store/each-case.ts'
import { requireCaseFile } from '../cases/store/load-case-file.ts'
import { messagesUnheardOf } from '../cases/store/message-store.ts'
import { giveSignOfLife } from '../cases/store/sign-of-life.ts'
import type { CaseTables } from '../cases/store/tables.ts'
import { isLive, isParked } from '../cases/wait.ts'
import { holidayCoverageWarning } from '../law/holiday-coverage.ts'
import { closeIfNothingIsUnderWay } from './close-case.ts'
import { type NoteStops, noteStopped, type StageThatStopped } from './note-stop.ts'

/** How long something may be under way before the repair takes an interest. */
const PATIENCE_MILLISECONDS = 60 * 60 * 1000

/** SES gives up on an address within a day, and says so. */
const A_DAY_MILLISECONDS = 24 * 60 * 60 * 1000

export interface RepairJourneys extends NoteStops {
  readonly tables: CaseTables & AuditTables
  /** The ARNs of all executions that are running now. */
  readonly runningExecutions: () => Promise<ReadonlySet<string>>
  /** The ARN of the execution that carries a stage. */
  readonly executionOf: (stage: Stage, input: Pick<StageInput, 'caseId' | 'startedFrom' | 'run'>) => string
  /** Is told in a sentence that the table of bank holidays ends, every night until it is extended. */
  readonly reportHolidays: (warning: string) => void
}

export interface RepairReport {
  readonly openCases: number
  /** Cases with a stage that does not go on by itself, of which nobody had heard. */
  readonly missing: readonly string[]
  /** Cases with a message that SES took a day ago, or before, and has said nothing of since. */
  readonly unheardOf: readonly string[]
  /** Hours by which the most overdue wait is late. 0 when none is. */
  readonly mostOverdueHours: number
}

/**
 * Compares every open case with its running executions, once a day. A stage that should be waiting and is not goes on in
 * the morning: nobody is written to at night. It closes a case of which everything was over when its history was complete,
 * looks for messages that nothing was heard of, and gives the sign of life that whoever hears the stream waits for.
 * It looks at the table of bank holidays too, first, so that this is told whatever is wrong with a case.
 */
export async function repairJourneys(service: RepairJourneys): Promise<RepairReport> {
  const { tables, now, reportHolidays } = service
  const warning = holidayCoverageWarning(londonDay(now()))
  if (warning) reportHolidays(warning)
  const missing: string[] = []
  // Listed before the cases are read: an execution that begins meanwhile has parked its wait a moment ago.
  const running = await service.runningExecutions()
  let mostOverdue = 0
  const look = async ({ caseId }: CaseRecord) => {
    const file = await requireCaseFile(tables, caseId)
    const live = file.waits.filter((wait) => isLive(wait))
    for (const wait of live) {
      if (wait.state === 'waiting' || wait.state === 'ended') {
        mostOverdue = Math.max(mostOverdue, now().getTime() - Date.parse(wait.wakeAt))
      }
    }
    let isNews = false
    for (const stage of [...neverBegun(service, file), ...stopped(service, running, file)]) {
      isNews = (await noteStopped(service, file, stage)) || isNews
    }
    if (live.length === 0) await closeIfNothingIsUnderWay(service, file.record)
    if (isNews) missing.push(caseId)
  }
  const openCases = await eachCase(tables, 'open', look)
  const unheardOf = await casesOf(messagesUnheardOf(tables, new Date(now().getTime() - A_DAY_MILLISECONDS)))
  await giveSignOfLife(tables, now())
  return { openCases, missing, unheardOf, mostOverdueHours: Math.floor(mostOverdue / 3_600_000) }
}

async function casesOf(messages: AsyncIterable<{ readonly caseId: string }>): Promise<readonly string[]> {
  const cases = new Set<string>()
  for await (const { caseId } of messages) cases.add(caseId)
  return [...cases]
}

/** The stages that the facts have started and that have no row. */
function neverBegun(service: RepairJourneys, { subject, waits }: CaseFile): readonly StageThatStopped[] {
  if (isRecent(service, lastRecordedAt(subject))) return []
  const known = new Set(waits.map(stageKey))
  return everyStart(subject)
    .filter((start) => !known.has(stageKey(start)))
    .map((start) => ({ ...start, why: 'never-begun' }))
}

/** The stages that have no execution, and those whose execution has not heard an answer. */
function stopped(
  service: RepairJourneys,
  running: ReadonlySet<string>,
  { record: { caseId }, subject, waits }: CaseFile,
): readonly StageThatStopped[] {
  return waits.filter(isLive).flatMap((wait): StageThatStopped[] => {
    const { stage, startedFrom, run } = wait
    if (isRecent(service, laterOf(wait.parkedAt, lastRecordedAt(subject)))) return []
    const execution = isParked(wait) ? wait.execution : service.executionOf(stage, { caseId, startedFrom, run })
    if (!running.has(execution)) return [{ stage, startedFrom, run, why: 'execution-ended' }]
    return wait.state === 'answered' ? [{ stage, startedFrom, run, why: 'answer-unheard' }] : []
  })
}

function isRecent({ now }: RepairJourneys, instant: string): boolean {
  return now().getTime() - Date.parse(instant) < PATIENCE_MILLISECONDS
}

function lastRecordedAt({ recorded, openedAt }: Case): string {
  return recorded.at(-1)?.recordedAt ?? openedAt
}

function laterOf(one: string, other: string): string {
  return one > other ? one : other
}

/** Lists what runs, a thousand executions a call. */
export function executionLister(
  stepFunctions: SFNClient,
  stateMachineArns: Readonly<Record<Stage, string>>,
): RepairJourneys['runningExecutions'] {
  return async () => {
    const running = new Set<string>()
    for (const stateMachineArn of Object.values(stateMachineArns)) {
      const pages = paginateListExecutions(
        { client: stepFunctions, pageSize: 1000 },
        { stateMachineArn, statusFilter: 'RUNNING' },
      )
      for await (const { executions = [] } of pages) {
        for (const { executionArn } of executions) if (executionArn) running.add(executionArn)
      }
    }
    return running
  }
}
