import { createHmac } from 'node:crypto'
import { caseDates } from '../../cases/case-dates.ts'
import { londonDay } from '../../cases/london.ts'
import { submissionsBefore } from '../../cases/store/open-case.ts'
import type { Actor } from '../../recording/actor.ts'
import { caseUnderWay, importCase, importProblems } from '../../recording/import-case.ts'
import type { RecordingTools } from '../../recording/recording-tools.ts'
import { casesOfDecision } from '../../recording/same-decision.ts'
import { unlikelyThings } from '../../recording/unlikely-things.ts'
import type { SessionTables } from '../sign-in/session-tables.ts'
import { COLUMN_NAMES } from './columns.ts'
import {
  type Counts,
  changeImport,
  type FoundRow,
  type Import,
  loadFoundRows,
  loadImport,
  loadStepRows,
  NO_COUNTS,
  noteStep,
  ROW_STANDINGS,
  type StepRow,
} from './import-store.ts'
import { cellsOf } from './read-file.ts'
import { type Cells, problemInRow, type RowProblem, readRow } from './read-row.ts'

/** What a step of an import needs. */
export interface ImportTools extends RecordingTools {
  readonly sessions: SessionTables
  readonly newCaseId: () => string
}

/** What the machine passes to each step. Ids alone. */
export interface StepRequest {
  readonly importId: string
  /** A step has failed for good, and that is to be noted. */
  readonly hasFailed?: boolean
}

export interface StepAnswer {
  readonly importId: string
  /** Whether another step follows. */
  readonly isMore: boolean
}

/** The dates that a list of rows shows, by their names. */
const DATES_SHOWN = ['contact', 'mediation', 'appeal', 'response'] as const
/** More than these help nobody to mend a row. */
const MOST_PROBLEMS_OF_A_ROW = 12
/** How many rows are worked on at once. */
const ROWS_AT_ONCE = 25

/**
 * Takes the next rows of an import, 100 at most: looks through them, or imports those that are wanted. It can run twice, at
 * once or after a crash: each row opens one case, and each step counts once.
 */
export async function runStep(tools: ImportTools, { importId, hasFailed }: StepRequest): Promise<StepAnswer> {
  const { sessions, clock } = tools
  const now = clock().getTime()
  const one = await loadImport(sessions, importId, now)
  const over = { importId, isMore: false }
  if (!one || !isUnderWay(one) || one.stopped) return over
  if (hasFailed) {
    await changeImport(sessions, one, { ...one, stopped: 'by-a-fault' })
    return over
  }
  const rows = await loadStepRows(sessions, importId, one.next)
  const isImporting = one.phase === 'importing'
  const before = isImporting ? await loadFoundRows(sessions, importId, one.next) : []
  const foundBefore = new Map(before.map((row) => [row.line, row]))
  const found = isImporting
    ? await eachOf(rows, (row) => importRow(tools, one, row, foundBefore.get(row.line)))
    : await lookThrough(tools, one, rows)
  const next = one.next + 1
  const isMore = next < one.steps
  const after: Import = {
    ...one,
    next,
    phase: isMore ? one.phase : isImporting ? 'imported' : 'ready',
    movedAt: now,
    counts: changedCounts(one.counts, before, found),
  }
  const kept = isImporting ? rows.map((row) => stillNeeded(row, found)) : undefined
  await noteStep(sessions, one, after, found, kept)
  // Where another run of this step was faster, or somebody stopped it, the next one looks.
  return { importId, isMore: isMore || (await isStillUnderWay(tools, importId, now)) }
}

/** Whether steps are still to be run. */
export function isUnderWay({ phase }: Pick<Import, 'phase'>): boolean {
  return phase === 'looking-through' || phase === 'importing'
}

async function isStillUnderWay({ sessions }: ImportTools, importId: string, now: number): Promise<boolean> {
  const one = await loadImport(sessions, importId, now)
  return one !== undefined && isUnderWay(one) && !one.stopped
}

function changedCounts(counts: Counts, before: readonly FoundRow[], found: readonly FoundRow[]): Counts {
  const of = (rows: readonly FoundRow[], standing: FoundRow['standing']) =>
    rows.filter((row) => row.standing === standing).length
  const changed = ROW_STANDINGS.map(
    (standing) => [standing, counts[standing] - of(before, standing) + of(found, standing)] as const,
  )
  return { ...NO_COUNTS, ...Object.fromEntries(changed) }
}

/** What is in a case now is not kept a second time. */
function stillNeeded(row: StepRow, found: readonly FoundRow[]): StepRow {
  const standing = found.find(({ line }) => line === row.line)?.standing
  return standing === 'imported' || standing === 'here' ? { line: row.line, cells: [] } : row
}

/** Says of rows what importing them would do. */
async function lookThrough(tools: ImportTools, one: Import, rows: readonly StepRow[]): Promise<readonly FoundRow[]> {
  const hashKey = await tools.tables.hashKey()
  const ids = new Map(rows.map((row) => [row, rowId(hashKey, cellsOf(one.names, row))]))
  const here = await submissionsBefore(tools.tables, [...ids.values()])
  return eachOf(rows, (row) => lookAt(tools, one, row, here.get(ids.get(row) ?? '')?.caseId))
}

/** @param here the case that the very same row opened before */
async function lookAt(
  tools: ImportTools,
  { names, by }: Import,
  row: StepRow,
  here: string | undefined,
): Promise<FoundRow> {
  const { line, sameAs, unreadable } = row
  const now = tools.clock()
  const today = londonDay(now)
  if (unreadable !== undefined) return { line, standing: 'bad', problems: [{ why: unreadable }], doubts: [] }
  const cells = cellsOf(names, row)
  if (here) return { line, standing: 'here', caseId: here, problems: [], doubts: [] }
  const reading = readRow(cells, today)
  const problems = reading.ok
    ? importProblems(reading.underWay, now).map((problem) => problemInRow(problem, cells))
    : reading.problems
  if (!reading.ok || problems.length > 0) return { line, standing: 'bad', problems: firstOf(problems), doubts: [] }
  const { decision, contact } = reading.underWay
  const sameCases = await casesOfDecision(tools.tables, by, contact, decision)
  // An import brings in decisions from long ago: that they are is no doubt.
  const notPrinted = await tools.whyNotPrinted({ contact })
  const unlikely = unlikelyThings({ details: decision, contact, recordedOn: decision.printedOn, sameCases, notPrinted })
  const doubts = [
    ...(sameAs === undefined ? [] : [{ why: `The row on line ${sameAs} is about the same child and decision.` }]),
    ...unlikely.map(({ sentence, otherCase }) => ({ why: sentence, ...(otherCase && { caseId: otherCase }) })),
  ]
  const dates = caseDates(caseUnderWay(reading.underWay, now).subject, today)
  return {
    line,
    standing: doubts.length > 0 ? 'doubtful' : 'good',
    dates: Object.fromEntries(
      DATES_SHOWN.flatMap((name) => {
        const date = dates[name]
        return date ? [[name, date.lawDate]] : []
      }),
    ),
    problems: [],
    doubts,
  }
}

/** Imports a row that is wanted. @param before what was found of it when it was looked through */
async function importRow(
  tools: ImportTools,
  { names, by, which }: Import,
  row: StepRow,
  before: FoundRow | undefined,
): Promise<FoundRow> {
  if (!before) throw new Error(`Line ${row.line} was not looked through before it was to be imported.`)
  const { standing } = before
  if (standing !== 'good' && standing !== 'doubtful') return before
  if (standing === 'doubtful' && which === 'good') return { ...before, standing: 'left-out' }
  const cells = cellsOf(names, row)
  const reading = readRow(cells, londonDay(tools.clock()))
  if (!reading.ok) return { ...before, standing: 'bad', problems: firstOf(reading.problems) }
  const actor: Actor = { kind: 'council-staff', id: by.id, roles: by.roles }
  const submissionId = rowId(await tools.tables.hashKey(), cells)
  const outcome = await importCase(tools, actor, { submissionId, ...reading.underWay })
  switch (outcome.outcome) {
    case 'imported':
      // Perhaps a moment ago, by a run of this step that did not come to its end.
      return { ...before, standing: 'imported', caseId: outcome.caseId }
    case 'problems':
      return { ...before, standing: 'bad', problems: firstOf(outcome.problems.map((one) => problemInRow(one, cells))) }
    case 'not-allowed':
      throw new Error('Whoever had this imported may not record cases.')
  }
}

function firstOf(problems: readonly RowProblem[]): FoundRow['problems'] {
  return problems.slice(0, MOST_PROBLEMS_OF_A_ROW).map((problem) => ({ ...problem }))
}

/**
 * Says which row it is, by what it says and in whichever file: the very same row opens one case. Under the key of the hashes,
 * so that nobody can tell from it what a row says.
 */
function rowId(hashKey: string, cells: Cells): string {
  const said = COLUMN_NAMES.flatMap((column) => {
    const text = (cells[column] ?? '').trim()
    return text === '' ? [] : [[column, text]]
  })
  const hash = createHmac('sha256', hashKey).update(`imported row\n${JSON.stringify(said)}`)
  return `import-${hash.digest('hex')}`
}

/** Makes something of each, some at once, in their order. */
async function eachOf<Item, Made>(
  items: readonly Item[],
  make: (item: Item) => Promise<Made>,
): Promise<readonly Made[]> {
  const made: Made[] = []
  const left = [...items.entries()]
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) made[next[0]] = await make(next[1])
  }
  await Promise.all(Array.from({ length: ROWS_AT_ONCE }, work))
  return made
}
