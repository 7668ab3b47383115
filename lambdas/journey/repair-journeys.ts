import { paginateListExecutions, type SFNClient } from '@aws-sdk/client-sfn'
import type { Case } from '../cases/case.ts'
import type { CaseFile, CaseRecord } from '../cases/case-file.ts'
import type { CouncilOwnTimes } from '../cases/council.ts'
import { londonDay } from '../cases/london.ts'
import type { Stage } from '../cases/stages.ts'
import { standingOf } from '../cases/standing.ts'
import { everyStart, type StageBeginning, type StageInput, type StageStart, stageKey } from '../cases/start-stages.ts'
import { beginStage, beginStageAgain } from '../cases/store/begin-stage.ts'
import { eachCase } from '../cases/store/each-case.ts'
import { requireCaseFile } from '../cases/store/load-case-file.ts'
import type { CaseTables } from '../cases/store/tables.ts'
import { isLive, isParked, type Wait } from '../cases/wait.ts'
import { holidayCoverageWarning } from '../law/holiday-coverage.ts'
import { closeIfNothingIsUnderWay } from './close-case.ts'
import type { CompleteTask } from './complete-task.ts'
import type { StartStage } from './start-stage.ts'

/** How long something may be under way before the repair takes an interest. */
const PATIENCE_MILLISECONDS = 60 * 60 * 1000

export interface RepairJourneys {
  readonly tables: CaseTables
  readonly ownTimes: CouncilOwnTimes
  /** The ARNs of all executions that are running now. */
  readonly runningExecutions: () => Promise<ReadonlySet<string>>
  /** The ARN of the execution that carries a stage. */
  readonly executionOf: (stage: Stage, input: Pick<StageInput, 'caseId' | 'startedFrom' | 'run'>) => string
  readonly startStage: StartStage
  readonly completeTask: CompleteTask
  /** Is told in a sentence that the table of bank holidays ends, every night until it is extended. */
  readonly reportHolidays: (warning: string) => void
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
 * Compares every open case with its running executions, once a day, and starts again what should be waiting and is not.
 * A stage that is started again begins where its facts have led by now; messages have keys, so none goes out twice.
 * It closes a case of which everything was over when its history was complete.
 * It looks at the table of bank holidays too, first, so that this is told whatever is wrong with a case.
 */
export async function repairJourneys(service: RepairJourneys): Promise<RepairReport> {
  const warning = holidayCoverageWarning(londonDay(service.now()))
  if (warning) service.reportHolidays(warning)
  const restarted: string[] = []
  const remindedOfAnswer: string[] = []
  // Listed before the cases are read: an execution that begins meanwhile has parked its wait a moment ago.
  const running = await service.runningExecutions()
  let mostOverdue = 0
  const look = async ({ caseId }: CaseRecord) => {
    const file = await requireCaseFile(service.tables, caseId)
    const live = file.waits.filter((wait) => isLive(wait))
    for (const wait of live) {
      if (wait.state === 'waiting' || wait.state === 'ended') {
        mostOverdue = Math.max(mostOverdue, service.now().getTime() - Date.parse(wait.wakeAt))
      }
    }
    const repairs = [await beginWhatIsMissing(service, file)]
    for (const wait of live) repairs.push(await repairStage(service, running, file, wait))
    if (live.length === 0) await closeIfNothingIsUnderWay(service, file.record)
    if (repairs.includes('restarted')) restarted.push(caseId)
    if (repairs.includes('reminded')) remindedOfAnswer.push(caseId)
  }
  const openCases = await eachCase(service.tables, 'open', look)
  return { openCases, restarted, remindedOfAnswer, mostOverdueHours: Math.floor(mostOverdue / 3_600_000) }
}

type Repair = 'restarted' | 'reminded' | 'fine'

/** Begins the stages that the facts have started and that have no row. */
async function beginWhatIsMissing(service: RepairJourneys, { record, subject, waits }: CaseFile): Promise<Repair> {
  if (isRecent(service, lastRecordedAt(subject))) return 'fine'
  const known = new Set(waits.map(stageKey))
  const missing = everyStart(subject).filter((start) => !known.has(stageKey(start)))
  for (const start of missing) {
    const beginning = standingNow(service, subject, start)
    await beginStage(service.tables, record.caseId, beginning, todaysRun(service), service.now())
    await service.startStage(start.stage, inputOf(record.caseId, beginning, todaysRun(service)))
  }
  return missing.length > 0 ? 'restarted' : 'fine'
}

async function repairStage(
  service: RepairJourneys,
  running: ReadonlySet<string>,
  { record, subject }: CaseFile,
  wait: Wait,
): Promise<Repair> {
  const { caseId } = record
  const { stage, startedFrom, run } = wait
  if (isRecent(service, laterOf(wait.parkedAt, lastRecordedAt(subject)))) return 'fine'
  const execution = isParked(wait) ? wait.execution : service.executionOf(stage, { caseId, startedFrom, run })
  if (running.has(execution)) {
    if (wait.state !== 'answered') return 'fine'
    await service.completeTask(wait.taskToken, wait.answer)
    return 'reminded'
  }
  const beginning = standingNow(service, subject, wait)
  if (!(await beginStageAgain(service.tables, caseId, wait, beginning, todaysRun(service), service.now())))
    return 'fine'
  // The table's stream starts it too; but the repair is there for when that does not work.
  await service.startStage(stage, inputOf(caseId, beginning, todaysRun(service)))
  return 'restarted'
}

/** Where the facts lead a stage by today: it begins there, and says nothing again that was for an earlier wait. */
function standingNow({ now, ownTimes }: RepairJourneys, subject: Case, start: StageStart): StageBeginning {
  return standingOf(subject, start, londonDay(now()), ownTimes)
}

function inputOf(caseId: string, { startedFrom, wait, heard }: StageBeginning, run: string): StageInput {
  return { caseId, startedFrom, wait, heard, run }
}

function todaysRun({ now }: RepairJourneys): string {
  return londonDay(now()).replaceAll('-', '')
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
