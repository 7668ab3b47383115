import type { AuditTables } from '../audit/audit-tables.ts'
import { firstFactAfter } from '../cases/case.ts'
import type { CaseFile } from '../cases/case-file.ts'
import type { CouncilOwnTimes } from '../cases/council.ts'
import { londonDay } from '../cases/london.ts'
import { outcomeOf } from '../cases/outcome.ts'
import { beginsAgain, endedByItself } from '../cases/plan/ending.ts'
import { parseSequence, type Sequence } from '../cases/sequence.ts'
import { runAfter } from '../cases/stage-changes.ts'
import { type Ending, heardBy, type Stage } from '../cases/stages.ts'
import { standingOf } from '../cases/standing.ts'
import { everyStart, stageKey } from '../cases/start-stages.ts'
import { beginStageAgain } from '../cases/store/begin-stage.ts'
import { closeCase, finishStage } from '../cases/store/close-case.ts'
import { requireCaseFile } from '../cases/store/load-case-file.ts'
import { noteNextDate } from '../cases/store/park-wait.ts'
import type { CaseTables } from '../cases/store/tables.ts'
import { isBeingTakenOver } from '../cases/taking-over/history.ts'
import { isLive, type Wait } from '../cases/wait.ts'

/** What the end of a state machine passes. The numbers of facts are text there. */
export interface CloseRequest {
  readonly caseId: string
  readonly heard: string
  readonly ending: Ending
  /** Which stage ends, from which fact it began, and which run of it. */
  readonly stage: Stage
  readonly startedFrom: string
  readonly run: string
}

export interface CloseCase {
  readonly tables: CaseTables & AuditTables
  readonly ownTimes: CouncilOwnTimes
  readonly now: () => Date
}

/** The case has news that the journey has not acted on. The state machine catches this by its name. */
export class CaseMovedOn extends Error {
  override readonly name = 'CaseMovedOn'
}

const TRIES = 5

/**
 * Ends a stage of a case. The case closes when none of its stages is under way any more. A stage that ends because the
 * facts lead somewhere else by now, or because its execution has grown old, begins again in another run, where they lead.
 *
 * @throws CaseMovedOn when the stage was to end by itself, and something was recorded in the same moment.
 */
export async function endStage(service: CloseCase, request: CloseRequest): Promise<void> {
  const file = await requireCaseFile(service.tables, request.caseId)
  const heard = parseSequence(request.heard)
  const rows = rowsOf(file, request, parseSequence(request.startedFrom))
  refuseWithNews(file, rows, request.ending, heard)
  for (const row of rows) await endRow(service, file, row, request.ending, heard)
  await closeIfNothingIsUnderWay(service, request)
}

function rowsOf({ waits }: CaseFile, { stage, run }: CloseRequest, startedFrom: Sequence): readonly Wait[] {
  const key = stageKey({ stage, startedFrom })
  // Another run of the same stage goes on by itself.
  return waits.filter((wait) => stageKey(wait) === key && wait.startedFrom === startedFrom && wait.run === run)
}

function refuseWithNews({ record, subject }: CaseFile, rows: readonly Wait[], ending: Ending, heard: Sequence): void {
  if (!endedByItself(ending) || record.status === 'closed') return
  for (const row of rows) {
    const awaits = 'awaits' in row ? row.awaits : heardBy(row.stage)
    const news = firstFactAfter(subject, heard, awaits, row.startedFrom)
    if (news)
      throw new CaseMovedOn(`Case ${subject.caseId} has the fact ${news.sequence} ("${news.type}") since ${heard}.`)
  }
}

async function endRow(
  service: CloseCase,
  { subject }: CaseFile,
  row: Wait,
  ending: Ending,
  heard: Sequence,
): Promise<void> {
  const { caseId } = subject
  const start = everyStart(subject).find((one) => stageKey(one) === stageKey(row))
  if (beginsAgain(ending) && start && row.state !== 'finished') {
    const run = ending === 'corrected' ? runAfter(heard) : nextRun(row.run)
    const beginning = standingOf(subject, start, londonDay(service.now()), service.ownTimes)
    await beginStageAgain(service.tables, caseId, row, beginning, run, service.now())
  } else {
    await finishStage(service.tables, caseId, row, ending)
  }
}

/** "1" becomes "2", "c00007" becomes "c00007-2" and that "c00007-3". */
function nextRun(run: string): string {
  const [, before = '', number = '1'] = /^(.*?)-?(\d{1,3})?$/.exec(run) ?? []
  return [before, String(Number(number) + 1)].filter(Boolean).join('-')
}

/**
 * Closes a case of which nothing is under way any more, and notes of every other what it is watched for next. One whose
 * history is being recorded stays open: more of it comes.
 */
export async function closeIfNothingIsUnderWay(
  { tables, now }: Pick<CloseCase, 'tables' | 'now'>,
  { caseId }: Pick<CloseRequest, 'caseId'>,
): Promise<void> {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    // Read after the own stage was ended: of two stages that end in the same moment, the second one sees it.
    const file = await requireCaseFile(tables, caseId)
    const { record, subject, waits } = file
    if (record.status === 'closed') return
    if (waits.some((wait) => isLive(wait))) {
      if (await noteNextDate(tables, file)) return
      continue
    }
    if (isBeingTakenOver(subject)) return
    const outcome = outcomeOf(
      subject,
      waits.flatMap((wait) => (wait.state === 'finished' ? wait.endedWith : [])),
    )
    if (await closeCase(tables, caseId, record.version, outcome, now())) return
  }
  throw new Error(`Case ${caseId} changed ${TRIES} times while it was being closed. Close it again.`)
}
