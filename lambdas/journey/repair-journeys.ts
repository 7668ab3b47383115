import { paginateListExecutions, type SFNClient } from '@aws-sdk/client-sfn'
import { type CaseRecord, requireCaseFile } from '../cases/case-file.ts'
import { sequenceOf } from '../cases/fact.ts'
import { firstStage, type StageInput } from '../cases/first-stage.ts'
import { everyCase } from '../cases/list-cases.ts'
import { londonDay } from '../cases/london.ts'
import { STAGES, type Stage, type Wait } from '../cases/stage.ts'
import type { CaseTables } from '../cases/tables.ts'
import type { CompleteTask } from './complete-task.ts'
import type { StartStage } from './start-stage.ts'

/** How long something may be under way before the repair takes an interest. */
const PATIENCE_MILLISECONDS = 60 * 60 * 1000

/** How many cases are looked at side by side: a large council has thousands open. */
const AT_ONCE = 25

export interface RepairJourneys {
  readonly tables: CaseTables
  /** The ARNs of all executions that are running now. */
  readonly runningExecutions: () => Promise<ReadonlySet<string>>
  /** The ARN of the execution that carries a stage. */
  readonly executionOf: (stage: Stage, input: StageInput) => string
  readonly startStage: StartStage
  readonly completeTask: CompleteTask
  readonly now: () => Date
}

export interface RepairReport {
  readonly openCases: number
  /** Cases whose stage was started again. */
  readonly restarted: readonly string[]
  /** Cases whose journey had not heard an answer, and was told it again. */
  readonly remindedOfAnswer: readonly string[]
  /** Hours by which the most overdue wait is late. 0 when none is. */
  readonly mostOverdueHours: number
}

/**
 * Compares every open case with its running execution, once a day, and starts again what should be waiting and is not.
 * A stage that is started again replays the facts from its own first one; messages have keys, so none goes out twice.
 */
export async function repairJourneys(service: RepairJourneys): Promise<RepairReport> {
  const restarted: string[] = []
  const remindedOfAnswer: string[] = []
  // Listed before the cases are read: an execution that begins meanwhile has parked its wait a moment ago.
  const running = await service.runningExecutions()
  let openCases = 0
  let mostOverdue = 0
  const look = async (record: CaseRecord) => {
    const wait = await liveWait(service.tables, record.caseId)
    if (wait && wait.state !== 'answered') {
      mostOverdue = Math.max(mostOverdue, service.now().getTime() - Date.parse(wait.wakeAt))
    }
    const repair = await repairCase(service, running, record, wait)
    if (repair === 'restarted') restarted.push(record.caseId)
    if (repair === 'reminded') remindedOfAnswer.push(record.caseId)
  }
  for await (const records of inGroups(everyCase(service.tables, 'open'), AT_ONCE)) {
    openCases += records.length
    await Promise.all(records.map(look))
  }
  return { openCases, restarted, remindedOfAnswer, mostOverdueHours: Math.floor(mostOverdue / 3_600_000) }
}

async function* inGroups<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let group: Item[] = []
  for await (const item of items) {
    group.push(item)
    if (group.length === size) {
      yield group
      group = []
    }
  }
  if (group.length > 0) yield group
}

async function liveWait(tables: CaseTables, caseId: string): Promise<(Wait & { lastNewsAt: string }) | undefined> {
  const { waits, subject } = await requireCaseFile(tables, caseId)
  const latest = [...waits].sort((one, other) => (one.parkedAt < other.parkedAt ? -1 : 1)).at(-1)
  const lastFact = subject.facts.at(-1)
  const lastNewsAt = [latest?.parkedAt ?? '', lastFact?.recordedAt ?? ''].sort().at(-1) ?? ''
  return latest && { ...latest, lastNewsAt }
}

async function repairCase(
  service: RepairJourneys,
  running: ReadonlySet<string>,
  record: CaseRecord,
  wait: Awaited<ReturnType<typeof liveWait>>,
): Promise<'restarted' | 'reminded' | 'fine'> {
  const { startStage, completeTask, now } = service
  const run = londonDay(now()).replaceAll('-', '')
  const isRecent = (instant: string) => now().getTime() - Date.parse(instant) < PATIENCE_MILLISECONDS
  if (!wait) {
    if (isRecent(record.openedAt)) return 'fine'
    await startStage(firstStage(record), { caseId: record.caseId, heard: sequenceOf(1), run })
    return 'restarted'
  }
  if (isRecent(wait.lastNewsAt)) return 'fine'
  if (running.has(wait.execution)) {
    if (!wait.answer) return 'fine'
    await completeTask(wait.taskToken, wait.answer)
    return 'reminded'
  }
  if (nextStageIsRunning(service, running, record.caseId, wait)) return 'fine'
  await startStage(wait.stage, { caseId: record.caseId, heard: wait.startedFrom, run })
  return 'restarted'
}

/** The answer may have started the next stage, which has not come to its first wait yet. */
function nextStageIsRunning(
  { executionOf }: RepairJourneys,
  running: ReadonlySet<string>,
  caseId: string,
  { answer, run }: Wait,
): boolean {
  if (!answer) return false
  return STAGES.some((stage) => running.has(executionOf(stage, { caseId, heard: answer.heard, run })))
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
