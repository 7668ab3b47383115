import type { Council } from '../../cases/council.ts'
import { MOST_THEMES } from '../../cases/particulars.ts'
import { type CaseToCount, type Measure, measure, NOT_LINKED, SHARES_TOTALS } from './measure.ts'

/** What the id of each table is or begins with, in cells and addresses. */
export const THEMES_ID = 'themes'

const OF_THEME = { with: 'Cases with it', without: 'Cases without it' } as const

/** Themes that were recorded of a case, and that the council has taken out of its list since. */
const NOT_LISTED = 'not-listed'

/** T11: what the cases are about, by the council's own list. None where it has no list. */
export function themes({ particulars: { themes: listed } }: Pick<Council, 'particulars'>): readonly Measure[] {
  if (listed.length === 0) return []
  const rows: Readonly<Record<string, string>> = {
    ...Object.fromEntries(listed.map(({ id, name }) => [id, name])),
    [NOT_LISTED]: 'A theme that is not in the list any more',
  }
  const definition = {
    counted: `A case, by the day on which the decision was sent. A case has ${MOST_THEMES} themes at most, and is counted in the line of each. A case of which no theme is recorded is without it in every line.`,
    leftOut: 'Cases that are erased: what was recorded of them is gone.',
    clock: 'None.',
    followUp: 'Until the case is erased. What is recorded last counts.',
    source: 'Recorded by staff, by the list in the council’s file.',
  } as const
  const themesOf = ({ file: { particulars } }: CaseToCount) => particulars?.themes ?? []
  return [
    measure({
      id: THEMES_ID,
      table: 'T11',
      title: 'What the cases are about',
      basis: 'cohort',
      things: 'cases',
      rowsAre: 'The theme',
      rows,
      columns: OF_THEME,
      addsUp: 'columns',
      isPublished: true,
      linked: SHARES_TOTALS,
      counts: (about) => {
        const own = new Set(themesOf(about).map((id) => (Object.hasOwn(rows, id) ? id : NOT_LISTED)))
        const on = about.file.subject.decision.sentOn
        return Object.keys(rows).map((row) => ({ row, column: own.has(row) ? 'with' : 'without', on }))
      },
      definition,
      figures: [
        { kind: 'share', id: 'with', title: 'Of all cases', numerator: ['with'], denominator: ['with', 'without'] },
      ],
    }),
    // Not published: a case that has a theme is in one line at least, so that together they say how few a hidden number can be.
    measure({
      id: `${THEMES_ID}-recorded`,
      table: 'T11',
      title: 'Of how many cases a theme is recorded',
      basis: 'cohort',
      things: 'cases',
      rowsAre: 'Of',
      rows: { cases: 'Cases' },
      columns: { recorded: 'A theme is recorded', 'not-recorded': 'No theme recorded' },
      addsUp: 'both',
      isPublished: false,
      linked: NOT_LINKED,
      counts: (about) => [
        {
          row: 'cases',
          column: themesOf(about).length > 0 ? 'recorded' : 'not-recorded',
          on: about.file.subject.decision.sentOn,
        },
      ],
      definition: {
        ...definition,
        counted: 'A case, by the day on which the decision was sent, and by whether any theme is recorded of it.',
      },
      figures: [],
    }),
  ]
}
