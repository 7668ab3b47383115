import { DescribeExecutionCommand, ExecutionDoesNotExist, type SFNClient } from '@aws-sdk/client-sfn'
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
  readonly isRunning: (executionArn: string) => Promise<boolean>
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
  let openCases = 0
  let mostOverdue = 0
  const look = async (record: CaseRecord) => {
    const wait = await liveWait(service.tables, record.caseId)
    if (wait && wait.state !== 'answered') {
      mostOverdue = Math.max(mostOverdue, service.now().getTime() - Date.parse(wait.wakeAt))
    }
    const repair = await repairCase(service, record, wait)
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
  record: CaseRecord,
  wait: Awaited<ReturnType<typeof liveWait>>,
): Promise<'restarted' | 'reminded' | 'fine'> {
  const { isRunning, startStage, completeTask, now } = service
  const run = londonDay(now()).replaceAll('-', '')
  const isRecent = (instant: string) => now().getTime() - Date.parse(instant) < PATIENCE_MILLISECONDS
  if (!wait) {
    if (isRecent(record.openedAt)) return 'fine'
    await startStage(firstStage(record), { caseId: record.caseId, heard: sequenceOf(1), run })
    return 'restarted'
  }
  if (wait.state !== 'waiting' && isRecent(wait.lastNewsAt)) return 'fine'
  if (await isRunning(wait.execution)) {
    if (!wait.answer) return 'fine'
    await completeTask(wait.taskToken, wait.answer)
    return 'reminded'
  }
  if (await nextStageIsRunning(service, record.caseId, wait)) return 'fine'
  await startStage(wait.stage, { caseId: record.caseId, heard: wait.startedFrom, run })
  return 'restarted'
}

/** The answer may have started the next stage, which has not come to its first wait yet. */
async function nextStageIsRunning(
  { isRunning, executionOf }: RepairJourneys,
  caseId: string,
  { answer, run }: Wait,
): Promise<boolean> {
  if (!answer) return false
  for (const stage of STAGES) {
    if (await isRunning(executionOf(stage, { caseId, heard: answer.heard, run }))) return true
  }
  return false
}

/** Asks Step Functions whether an execution is running. One that does not exist (any more) is not. */
export function executionWatcher(stepFunctions: SFNClient): RepairJourneys['isRunning'] {
  return async (executionArn) => {
    try {
      const { status } = await stepFunctions.send(new DescribeExecutionCommand({ executionArn }))
      return status === 'RUNNING'
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return false
      throw error
    }
  }
}
