import { DECISION_NAMES } from '../../staff/closed-words.ts'
import { TYPED_TABLES } from '../typed-in/typed-tables.ts'
import { type Figure, measure, NOT_LINKED, NOTHING_LEFT_OUT } from './measure.ts'

/** What is set against decisions and plans: which things, and in which column of which table they are counted by decision. */
const DEMAND = [
  { id: 'contacted', things: 'Families that spoke to the adviser', measure: 'steps', column: 'contacted' },
  { id: 'asked', things: 'Mediations that were asked for', measure: 'mediations', column: 'asked' },
  { id: 'held', things: 'Mediations that were held', measure: 'mediations', column: 'held' },
  { id: 'appealed', things: 'Appeals that the Tribunal received', measure: 'appeals', column: 'registered' },
] as const

function ratesOf<Column extends string>(
  denominator: Column,
  per: 1_000 | 10_000,
  { of, rows }: { readonly of: string; readonly rows: 'same' | 'all' },
): readonly Figure<Column>[] {
  return DEMAND.map(({ id, ...numerator }) => ({
    kind: 'rate',
    id,
    title: `${numerator.things}, per ${per.toLocaleString('en-GB')} ${of}`,
    per,
    numerator: { ...numerator, rows },
    denominator,
  }))
}

const TYPED = {
  followUp: 'None: a number is typed in for its month, and typed in again where it was wrong.',
  clock: 'None.',
  source: 'Typed in by a manager, each number with where it comes from.',
} as const

/** T1: how many decisions there were, and how much came of them. */
export const decisionsNotified = measure({
  id: 'decisions-notified',
  table: 'T1',
  title: 'Decisions notified, and demand for each 1,000 of them',
  basis: 'activity',
  things: 'decisions',
  rowsAre: TYPED_TABLES.decisions.rowsAre,
  rows: DECISION_NAMES,
  columns: { notified: 'Decisions notified' },
  addsUp: 'both',
  isPublished: true,
  linked: NOT_LINKED,
  counts: { typedIn: 'decisions', columns: { notified: { figure: 'decisions-notified' } } },
  definition: {
    ...TYPED,
    counted: `${TYPED_TABLES.decisions.is} What happened in the period is set against them, also where the decision was sent before it.`,
    leftOut: NOTHING_LEFT_OUT,
  },
  figures: ratesOf('notified', 1_000, { of: 'decisions', rows: 'same' }),
})

/** T1: how many plans there are, and how much came of all decisions. */
export const plansMaintained = measure({
  id: 'plans-maintained',
  table: 'T1',
  title: 'Plans maintained, and demand for each 10,000 of them',
  basis: 'activity',
  things: 'plans',
  rowsAre: TYPED_TABLES.plans.rowsAre,
  rows: TYPED_TABLES.plans.rows,
  columns: { maintained: 'Plans at the end of the period' },
  addsUp: 'nothing',
  isPublished: true,
  linked: NOT_LINKED,
  counts: { typedIn: 'plans', columns: { maintained: { figure: 'plans-maintained' } } },
  definition: {
    ...TYPED,
    counted:
      'Education, health and care plans that the council maintained at the end of the last month of the period. What happened in the whole period is set against them.',
    leftOut: NOTHING_LEFT_OUT,
  },
  figures: ratesOf('maintained', 10_000, { of: 'plans', rows: 'all' }),
})
