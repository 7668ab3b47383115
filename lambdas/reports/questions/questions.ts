import { figureAsText, numberAsText } from '../formats/education-statistics.ts'
import { DOES_NOT_APPLY, definitionOf, NOT_AVAILABLE, titleOf } from '../formats/titles.ts'
import type { ReportLine, ReportTable } from '../report-table.ts'

/** A question that councils are asked again and again, and what of which table answers it. */
interface Question {
  readonly id: string
  readonly question: string
  /** The id of the measure. */
  readonly measure: string
  /** Of its columns; "every" for all. */
  readonly columns: readonly string[] | 'every'
  /** Of its percentages and times. */
  readonly figures: readonly string[]
}

/**
 * From information requests to councils, and from the questions of members and panels: by year, kind of decision, outcome, section and
 * days.
 */
export const QUESTIONS: readonly Question[] = [
  {
    id: 'advice',
    question: 'How many families spoke to a mediation adviser, and how many declined mediation?',
    measure: 'steps',
    columns: ['contacted', 'declined'],
    figures: [],
  },
  {
    id: 'mediations',
    question: 'How many mediations were asked for and held, for which decisions?',
    measure: 'mediations',
    columns: ['asked', 'held'],
    figures: [],
  },
  {
    id: 'outcomes',
    question: 'What came of mediation?',
    measure: 'outcome-of-mediation',
    columns: 'every',
    figures: ['agreed'],
  },
  {
    id: 'agreed-on',
    question: 'What was agreed on?',
    measure: 'agreed-on',
    columns: 'every',
    figures: [],
  },
  {
    id: 'days',
    question: 'How many days did certificates and mediation take, and how many were in time?',
    measure: 'time-limits',
    columns: ['on-time', 'late', 'overdue'],
    figures: ['in-time', 'median', 'centile-90'],
  },
  {
    id: 'after-mediation',
    question: 'How many families appealed after mediation?',
    measure: 'after-mediation',
    columns: 'every',
    figures: ['appealed'],
  },
  {
    id: 'appeals',
    question: 'How many appeals were there, and how did they end: conceded, decided, withdrawn?',
    measure: 'appeals',
    columns: 'every',
    figures: [],
  },
  {
    id: 'sections',
    question: 'Which sections of plans were appeals about?',
    measure: 'appealed-parts',
    columns: 'every',
    figures: [],
  },
  {
    id: 'gave-in',
    question: 'When did the council give in, and how many schools or other places changed?',
    measure: 'gave-in',
    columns: 'every',
    figures: [],
  },
  {
    id: 'complaints',
    question: 'How many complaints were there, and what came of them?',
    measure: 'complaints',
    columns: 'every',
    figures: [],
  },
  {
    id: 'ombudsman',
    question: 'What was taken to an Ombudsman, and what was found?',
    measure: 'ombudsman',
    columns: 'every',
    figures: [],
  },
]

/** A year, and the tables that were released of it. */
export interface YearReleased {
  readonly name: string
  /** Undefined where no release was made. */
  readonly tables: readonly ReportTable[] | undefined
}

/** The answer to a question: a line for each thing that was counted in any year, and a number for each year. */
export interface Answer {
  readonly id: string
  readonly question: string
  /** Of the figure that answers it, with its basis. */
  readonly title: string
  /** What the rows are, what is counted, and the names of the years. */
  readonly header: readonly string[]
  readonly lines: readonly (readonly string[])[]
  readonly definition: readonly { readonly term: string; readonly text: string }[]
}

/**
 * Answers the questions from what was released, and from nothing else: so an answer can name no family, and agrees with what is published
 * already.
 * @param years the earliest first
 * @returns those questions that any release of these years answers
 */
export function answersOf(years: readonly YearReleased[]): readonly Answer[] {
  return QUESTIONS.flatMap((question) => {
    const tables = years.map(({ tables: released }) => released?.find(({ measure }) => measure.id === question.measure))
    const last = tables.findLast((table) => table !== undefined)
    if (!last) return []
    const { measure } = last
    const columns = last.columns.filter(
      ({ column }) => question.columns === 'every' || question.columns.includes(column),
    )
    const figures = measure.figures.filter(({ id }) => question.figures.includes(id))
    const lines = last.lines.flatMap(({ row, name }) => {
      const inYear = tables.map((table) => ({ table, line: table?.lines.find((one) => one.row === row) }))
      return [
        ...columns.map((column) => [
          name,
          column.name,
          ...inYear.map(({ table, line }) => numberIn(table, line, column.column)),
        ]),
        ...figures.map(({ id, kind, title }) => [
          name,
          kind === 'share' ? `${title} (%)` : title,
          ...inYear.map(({ line }) => figureIn(line, id)),
        ]),
      ]
    })
    return [
      {
        id: question.id,
        question: question.question,
        title: titleOf(measure),
        header: [measure.rowsAre, 'What is counted', ...years.map(({ name }) => name)],
        lines: lines.filter(([, , ...inYears]) => inYears.some((text) => !SAYS_NOTHING.has(text))),
        definition: definitionOf(measure),
      },
    ]
  })
}

/** Of a line in which every year has one of these, nothing is to be told. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['0', DOES_NOT_APPLY, NOT_AVAILABLE])

function numberIn(table: ReportTable | undefined, line: ReportLine | undefined, column: string): string {
  const shown = line?.cells[table?.columns.findIndex((one) => one.column === column) ?? -1]
  return shown === undefined ? NOT_AVAILABLE : numberAsText(shown)
}

function figureIn(line: ReportLine | undefined, id: string): string {
  const shown = line?.figures.find(({ figure }) => figure.id === id)
  return shown ? figureAsText(shown) : NOT_AVAILABLE
}
