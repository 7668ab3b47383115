import { formatDate, parseCalendarDate } from '../../law/calendar-date.ts'
import { capital } from '../../web/forms/schemas.ts'
import { formatInstant } from '../day.ts'
import { COLUMN_NAMES, columnOf, holdsInWords } from './columns.ts'
import { type FoundRow, type Import, ROW_STANDINGS, type RowStanding, type StepRow } from './import-store.ts'
import { cellsOf, columnsNotRead } from './read-file.ts'
import { isUnderWay } from './run-step.ts'

/** What is wrong with a row, in a sentence or two: the column, what stands there, and what to do. */
export function problemInWords({ column, value, why }: FoundRow['problems'][number]): string {
  if (!column) return why
  return value === undefined ? `${column}: ${why}` : `${column} says ${value}. ${why}`
}

const STANDING_WORDS: Readonly<Record<RowStanding, { readonly text: string; readonly colour: string }>> = {
  good: { text: 'Good', colour: 'green' },
  doubtful: { text: 'Look at it', colour: 'yellow' },
  bad: { text: 'Problem', colour: 'red' },
  here: { text: 'Imported before', colour: 'grey' },
  imported: { text: 'Imported', colour: 'green' },
  'left-out': { text: 'Left out', colour: 'yellow' },
}

/** How many rows are so, as a line of a list. */
const COUNT_WORDS: Readonly<Record<RowStanding, string>> = {
  good: 'Good rows',
  doubtful: 'Rows to look at: they may be there already, or something in them is unlikely',
  bad: 'Rows with a problem: they cannot be imported as they are',
  here: 'Rows that were imported before',
  imported: 'Imported rows',
  'left-out': 'Rows to look at that were left out',
}

/** Each date as the list of rows calls it. */
const DATE_WORDS: Readonly<Record<string, string>> = {
  contact: 'Speak to the adviser by',
  mediation: 'Mediation by',
  appeal: 'Appeal by',
  response: 'Response by',
}

/** The imports of the last 7 days. */
export function listView(imports: readonly Import[]) {
  return {
    imports: imports.map((one) => ({
      href: `/import/${one.importId}`,
      sentInWords: formatInstant(new Date(one.sentAt).toISOString()),
      rows: one.rows,
      standing: standingInWords(one, false),
    })),
  }
}

/** An import as its page shows it. @param standsStill it has not moved for a while */
export function importView(one: Import, standsStill: boolean) {
  const { importId, rows, steps, phase, counts, names, stopped } = one
  const goesOn = isUnderWay(one)
  return {
    importId,
    sentInWords: formatInstant(new Date(one.sentAt).toISOString()),
    rowCount: rows,
    steps,
    phase,
    counts,
    standing: standingInWords(one, standsStill),
    isMoving: goesOn && !stopped && !standsStill,
    canStop: goesOn && !stopped,
    canGoOn: goesOn && (stopped !== undefined || standsStill),
    canImport: phase === 'ready' && counts.good + counts.doubtful > 0,
    canRemove: !goesOn || stopped !== undefined,
    hasTroubled: counts.bad + counts.doubtful + counts['left-out'] > 0,
    hasImported: counts.imported > 0,
    summary: ROW_STANDINGS.filter((one) => counts[one] > 0).map((one) => ({
      key: { text: COUNT_WORDS[one] },
      value: { text: counts[one].toLocaleString('en-GB') },
    })),
    notRead: columnsNotRead(names),
  }
}

function standingInWords({ phase, rows, counts, stopped, next, steps }: Import, standsStill: boolean): string {
  const all = rows.toLocaleString('en-GB')
  const done =
    phase === 'looking-through'
      ? Object.values(counts).reduce((sum, one) => sum + one, 0)
      : Math.round((rows * next) / steps)
  const progress = `${done.toLocaleString('en-GB')} of ${all} rows`
  switch (phase) {
    case 'ready':
      return 'Looked through. Nothing is imported yet.'
    case 'imported':
      return `Imported: ${counts.imported.toLocaleString('en-GB')} of ${all} rows.`
    case 'looking-through':
    case 'importing': {
      const what = phase === 'importing' ? 'Imported' : 'Looked through'
      if (stopped === 'by-a-person') return `Stopped. ${what} ${progress}.`
      if (stopped) return `It has stopped because of a fault. ${what} ${progress}.`
      if (standsStill) return `It has not moved for some minutes. ${what} ${progress}.`
      return phase === 'importing' ? `Importing: about ${progress}.` : `Looking through: ${progress}.`
    }
  }
}

/** The rows of a part of a file. Those that were imported are known by their case alone. */
export function rowViews(
  names: readonly string[],
  rows: readonly { readonly row: StepRow; readonly found: FoundRow | undefined }[],
) {
  return rows.map(({ row, found }) => {
    const { child_name: child = '', case_reference: reference = '' } = cellsOf(names, row)
    return {
      line: row.line,
      child,
      reference,
      ...(found && {
        standing: STANDING_WORDS[found.standing],
        caseId: found.standing === 'imported' || found.standing === 'here' ? found.caseId : undefined,
        dates: Object.entries(found.dates ?? {}).map(
          ([name, day]) => `${DATE_WORDS[name] ?? name} ${formatDate(parseCalendarDate(day))}`,
        ),
        problems: found.problems.map(problemInWords),
        doubts: found.doubts,
      }),
    }
  })
}

/** Every column, for whoever fills in the template. */
export function columnViews() {
  return COLUMN_NAMES.map((name) => {
    const { is, needed, example, holds } = columnOf(name)
    const words = holdsInWords(holds).replaceAll('`', '')
    return { name, is, needed, example, holds: capital(words) }
  })
}
