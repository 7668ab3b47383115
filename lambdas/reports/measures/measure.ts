import type { CaseDates } from '../../cases/case-dates.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { TypedFigureId, TypedTableId } from '../typed-in/typed-tables.ts'

/** What is read of a case to count it. */
export type FileToCount = Pick<CaseFile, 'record' | 'subject' | 'messages' | 'letters' | 'particulars'>

/** What a measure looks at: one case, as it is known on a day. */
export interface CaseToCount {
  readonly file: FileToCount
  /** Its dates in law, on the facts of now. */
  readonly dates: CaseDates
  /** The day in England. */
  readonly today: CalendarDate
}

/** One thing that is counted, in its cell. */
export interface Counted<Row extends string = string, Column extends string = string> {
  readonly row: Row
  readonly column: Column
  /** The day that says to which period it belongs. */
  readonly on: CalendarDate
  /** How long it took, for figures of time, in the unit of the measure's figures. Absent: nothing is known of that. */
  readonly days?: number
}

/** The tables that a commissioner expects. `T0`: the cases themselves, with which the others have to agree. */
export const TABLES = {
  T0: 'The cases',
  T1: 'Demand, and how far each went',
  T2: 'Time limits kept',
  T3: 'Meetings not held or moved, and by whom',
  T4: 'What came of mediation',
  T5: 'What came after mediation',
  T6: 'Who took part',
  T7: 'What was agreed, ordered or conceded: kept or not',
  T8: 'The Tribunal',
  T9: 'The bill',
  T10: 'What families and others say',
  T11: 'Themes: what the cases are about',
  T12: 'Reach: how far each group of families went',
  T13: 'Messages to families',
} as const
export type TableId = keyof typeof TABLES

/**
 * Which day puts a thing into a period. `activity`: the day on which it happened, so that the numbers agree with invoices and with the
 * return to the Department for Education. `cohort`: the day on which the decision was sent, so that what came of it can be followed.
 */
export type Basis = 'activity' | 'cohort'

/** The words of a closed list, in the order in which they are shown. */
type WordsOf<Name extends string> = { readonly [One in Name]: string }

/** What has to be known to read a measure. Every member is there: a measure without a definition does not compile. */
export interface Definition {
  /** What one of the things counted is, and which day is its day. */
  readonly counted: string
  /** What is left out, beside cases that were opened by mistake or twice. */
  readonly leftOut: string
  /** How days and time limits are counted. */
  readonly clock: string
  /** Until when each thing is followed, and what is shown before that. */
  readonly followUp: string
  /** Where the figure comes from: the provision, or whoever asks for it. */
  readonly source: string
}

/** A figure that is worked out from the cells of one line. */
export type Figure<Column extends string = string> = Share<Column> | Time<Column> | Rate<Column>

/** So many of so many, as a percentage. */
interface Share<Column> {
  readonly kind: 'share'
  readonly id: string
  readonly title: string
  readonly numerator: readonly Column[]
  readonly denominator: readonly Column[]
}

/** The number of days within which so many of a hundred were done. */
interface Time<Column> {
  readonly kind: 'time'
  readonly id: string
  readonly title: string
  /** 50 is the median. */
  readonly centile: 50 | 90
  readonly of: readonly Column[]
  /** Whether it means something of all rows together. Not where each row counts from another day, or other days. */
  readonly inTotal: boolean
}

/** So many of another table for each 1,000 or 10,000 of a column of this one. */
interface Rate<Column> {
  readonly kind: 'rate'
  readonly id: string
  readonly title: string
  readonly per: 1_000 | 10_000
  readonly numerator: {
    /** The things, as a reader of the definitions finds them: "Mediations that were asked for". */
    readonly things: string
    readonly measure: string
    readonly column: string
    /** Those of the row of the same name, or of all rows together. */
    readonly rows: 'same' | 'all'
  }
  readonly denominator: Column
}

/**
 * Numbers of one table that are those of another. `rows`: the total of each row is the other's cell in the same row and this column.
 * `total`: the sum of all cells is the other's total of this column. `cell`: the cell of this row is.
 */
export type Linked =
  | { readonly what: 'rows' | 'total'; readonly measure: string; readonly column: string }
  | { readonly what: 'cell'; readonly row: string; readonly measure: string; readonly column: string }

/** Said where no number stands in another table. */
export const NOT_LINKED = undefined

/** Said where each total is that of the same column in every other table that says so: they all count the same things. */
export const SHARES_TOTALS = 'shares-totals'

/** Which numbers of a measure are those of one other table, if any are. */
export function linkOf({ linked }: Pick<Measure, 'linked'>): Linked | undefined {
  return linked === SHARES_TOTALS ? undefined : linked
}

/** What is counted of a case. */
export type CountsCases<Row extends string = string, Column extends string = string> = (
  about: CaseToCount,
) => readonly Counted<Row, Column>[]

/**
 * What is typed in, for what no case knows: which table of it has the same rows, and which figure of it each column is, less
 * another where there is one. Where a figure is not typed in for a month, the cell is not known: nothing is estimated.
 */
export interface CountsTyped<Column extends string = string> {
  readonly typedIn: TypedTableId
  readonly columns: Readonly<Record<Column, { readonly figure: TypedFigureId; readonly less?: TypedFigureId }>>
}

/** One table of figures, and how it is counted. */
export interface Measure<Row extends string = string, Column extends string = string> {
  /** In addresses, files and stored cells: it never changes. */
  readonly id: string
  readonly table: TableId
  /** Without the basis and the period, which are added to it. */
  readonly title: string
  readonly basis: Basis
  /** What is counted: "mediations". */
  readonly things: string
  /** What the rows are. */
  readonly rowsAre: string
  readonly rows: WordsOf<Row>
  readonly columns: WordsOf<Column>
  /**
   * How the cells add up. `both`: each thing is in one row and one column. `rows`: within one column each thing is in one row, so that
   * the last line adds up. `columns`: each thing is in one column, and the rows count different things. `nothing`: a thing can be in
   * several.
   */
  readonly addsUp: 'both' | 'rows' | 'columns' | 'nothing'
  /** Things that begin and end: as many as were open at the start and began have ended or are open at the end. Absent: events. */
  readonly flow?: { readonly begun: Column; readonly done: readonly Column[] }
  /** Whether it is published. Not what only checks another table: its numbers would be known twice. */
  readonly isPublished: boolean
  /** Which of its numbers stand in another table too, so that a number which is hidden there is hidden here. */
  readonly linked: Linked | typeof SHARES_TOTALS | typeof NOT_LINKED
  readonly counts: CountsCases<Row, Column> | CountsTyped<Column>
  readonly definition: Definition
  readonly figures: readonly Figure<Column>[]
}

/** A measure of cases. */
export type CaseMeasure = Measure & { readonly counts: CountsCases }

export function isOfCases(measure: Measure): measure is CaseMeasure {
  return typeof measure.counts === 'function'
}

/** A measure whose cells can be no others than its rows and columns. */
export function measure<const Row extends string, const Column extends string>(one: Measure<Row, Column>): Measure {
  // Within it rows and columns are closed lists; whoever reads it needs only their names.
  return one as unknown as Measure
}

/** Said where nothing is left out. */
export const NOTHING_LEFT_OUT = 'Nothing.'
/** Said where what happened is final. */
export const NOT_FOLLOWED = 'None: what happened does not change. A correction changes the figure.'
