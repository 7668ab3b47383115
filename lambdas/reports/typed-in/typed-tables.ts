import type { CalendarDate } from '../../law/calendar-date.ts'
import { formatMonth, type Month, monthOf } from '../../law/month.ts'
import { DECISION_NAMES, OMBUDSMAN_WORDS } from '../../staff/closed-words.ts'

/** One figure that a manager types in for each row of its table. */
export interface TypedFigure {
  /** Over its column, and where it is missing. */
  readonly label: string
  /** Which figure of the same table it is a part of, so that it cannot be more. */
  readonly partOf: string | undefined
}

/** Figures that are typed in together, for one month: what the service cannot know. */
export interface TypedTable {
  readonly title: string
  /** What a number in it is, for whoever types it in. */
  readonly is: string
  /** A whole number of things, or an amount in pounds, which is kept in pence. */
  readonly unit: 'count' | 'pounds'
  /** `in-month`: what happened in a month, which adds up over several. `at-end`: what there was at its end. */
  readonly of: 'in-month' | 'at-end'
  readonly rowsAre: string
  readonly rows: Readonly<Record<string, string>>
  readonly figures: Readonly<Record<string, TypedFigure>>
  /** Where a council finds it. */
  readonly where: string
  /** What is worked out with it. */
  readonly neededFor: string
}

/** Where a number comes from is said in so many characters at most. */
export const LONGEST_SOURCE = 200

/** Who takes part in mediation and is asked what they thought of it. */
export const PARTY_WORDS = {
  family: 'Families and young people',
  council: 'The council',
  'health-body': 'Health bodies',
  school: 'Schools and colleges',
} as const

/** Everything that is typed in, but for the invoices of providers, which have the bill. The ids stand in stored rows. */
export const TYPED_TABLES = {
  decisions: {
    title: 'Decisions notified',
    is: 'Decisions with a right of appeal that the council sent in the month, with mediation or without it. One letter about one plan is one decision.',
    unit: 'count',
    of: 'in-month',
    rowsAre: 'The decision',
    rows: DECISION_NAMES,
    figures: { 'decisions-notified': { label: 'Decisions notified', partOf: undefined } },
    where: 'The council’s case management system: the same decisions as in its return to the Department for Education.',
    neededFor: 'Demand for each 1,000 decisions.',
  },
  plans: {
    title: 'Plans maintained',
    is: 'Education, health and care plans that the council maintained at the end of the month.',
    unit: 'count',
    of: 'at-end',
    rowsAre: 'Which',
    rows: { plans: 'All plans' },
    figures: { 'plans-maintained': { label: 'Plans maintained', partOf: undefined } },
    where: 'The council’s case management system, as for the yearly count of plans in January.',
    neededFor: 'Demand for each 10,000 plans.',
  },
  forms: {
    title: 'Evaluation forms',
    is: 'Evaluation forms about mediation that were given out in the month, and what came back of those. One that comes back later is typed in for the month in which it was given out.',
    unit: 'count',
    of: 'in-month',
    rowsAre: 'Who was asked',
    rows: PARTY_WORDS,
    figures: {
      'forms-asked': { label: 'Asked', partOf: undefined },
      'forms-answered': { label: 'Answered', partOf: 'forms-asked' },
      'forms-satisfied': { label: 'Satisfied', partOf: 'forms-answered' },
    },
    where:
      'The mediation provider’s report. Satisfied is what its form calls so, such as the two best answers of five: say which beside the source.',
    neededFor: 'How many were satisfied with mediation, and how many answered.',
  },
  'ombudsman-letters': {
    title: 'Letters of an Ombudsman',
    is: 'Letters with an Ombudsman’s decision about special educational needs that came to the council in the month, also about families without a case here.',
    unit: 'count',
    of: 'in-month',
    rowsAre: 'Which',
    rows: OMBUDSMAN_WORDS,
    figures: { 'ombudsman-letters': { label: 'Decision letters', partOf: undefined } },
    where: 'The council’s complaints team, or the Ombudsman’s yearly letter to the council.',
    neededFor: 'How much goes to an Ombudsman in all.',
  },
  'tribunal-costs': {
    title: 'Costs of the Tribunal',
    is: 'What the council spent on appeals at the Tribunal in the month: its own staff, and lawyers and experts that it pays.',
    unit: 'pounds',
    of: 'in-month',
    rowsAre: 'Where',
    rows: { 'in-house': 'In house', outside: 'Lawyers and experts outside the council' },
    figures: { 'tribunal-costs': { label: 'Spent', partOf: undefined } },
    where: 'The council’s finance and legal teams.',
    neededFor: 'The costs of the Tribunal on the page of the bill.',
  },
} as const satisfies Readonly<Record<string, TypedTable>>

export type TypedTableId = keyof typeof TYPED_TABLES
export const TYPED_TABLE_IDS = Object.keys(TYPED_TABLES) as readonly TypedTableId[]
/** The figures of a table, or of all. */
export type TypedFigureId<Table extends TypedTableId = TypedTableId> = {
  [One in Table]: keyof (typeof TYPED_TABLES)[One]['figures'] & string
}[Table]

/** A table by its id, with nothing known of it but what every table has. */
export function typedTable(id: TypedTableId): TypedTable {
  return TYPED_TABLES[id]
}

export function isTypedTable(id: string): id is TypedTableId {
  return Object.hasOwn(TYPED_TABLES, id)
}

/** The table in which a figure is; undefined where there is no such figure. */
export function tableOfFigure(figure: string): TypedTableId | undefined {
  return TYPED_TABLE_IDS.find((id) => Object.hasOwn(typedTable(id).figures, figure))
}

/** A place for one number. */
export interface TypedPlace {
  readonly figure: string
  readonly row: string
}

/** Every place of a table, row by row. */
export function placesOf(id: TypedTableId): readonly TypedPlace[] {
  const { rows, figures } = typedTable(id)
  return Object.keys(rows).flatMap((row) => Object.keys(figures).map((figure) => ({ figure, row })))
}

/** Why nothing can be typed in for a month, as a sentence without its full stop; undefined where it can. */
export function whyNotOfMonth(id: TypedTableId, month: Month, today: CalendarDate): string | undefined {
  const now = monthOf(today)
  if (month > now)
    return `${formatMonth(month)} has not begun. ${typedTable(id).title}: type in a month up to ${formatMonth(now)}`
  return month === now && typedTable(id).of === 'at-end'
    ? `${formatMonth(month)} is not over. ${typedTable(id).title}: type in what there was at its end when it is`
    : undefined
}

/**
 * Where a part is more than what it is a part of: "answered" more than "asked".
 * @param numbers of one table and one month
 */
export function partsThatAreMore(
  id: TypedTableId,
  numbers: readonly (TypedPlace & { readonly number: number })[],
): readonly (TypedPlace & { readonly why: string })[] {
  const { rows, figures } = typedTable(id)
  const find = (figure: string, row: string) => numbers.find((one) => one.figure === figure && one.row === row)?.number
  return placesOf(id).flatMap(({ figure, row }) => {
    // Where what it is a part of is not known, it cannot be more than what that is a part of either.
    const part = find(figure, row)
    for (let whole = figures[figure]?.partOf; whole !== undefined; whole = figures[whole]?.partOf) {
      const most = find(whole, row)
      if (part === undefined || most === undefined) continue
      if (part <= most) return []
      const [one, other] = [figures[figure]?.label ?? '', figures[whole]?.label ?? ''].map((word) => word.toLowerCase())
      return [
        { figure, row, why: `${rows[row]}: ${part} ${one} are more than ${most} ${other}. Put right one of the two` },
      ]
    }
    return []
  })
}
