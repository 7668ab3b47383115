import { londonDay } from '../../cases/london.ts'
import { type CaseOutcome, type Route, routeOf } from '../../cases/outcome.ts'
import { OUTCOME_WORDS } from '../../staff/closed-words.ts'
import { type CaseToCount, measure, NOT_LINKED, NOTHING_LEFT_OUT } from './measure.ts'

const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  'placement-only': 'Only the school or other place',
  'no-contact': 'No contact with the adviser yet',
  'advice-only': 'Advice, no choice yet',
  'mediation-not-wanted': 'Mediation declined',
  'mediation-not-held': 'Mediation chosen, not held',
  'mediation-held': 'Mediation held',
}

/** How a case stands: still open, or how it ended. Every case has exactly one. */
export type Standing = 'open' | CaseOutcome
const STANDING_WORDS: Readonly<Record<Standing, string>> = { open: 'Still open', ...OUTCOME_WORDS }

/** What a case that was opened is, as a definition says it. */
export const CASES_OPENED = {
  counted: 'A case, on the day on which it was opened, as it stands now.',
  leftOut: NOTHING_LEFT_OUT,
  clock: 'None.',
  followUp: 'Until it is closed. It stands as it does now, not as it did at the end of the period.',
  source: 'The service’s own list of cases.',
} as const

/** @throws Error when the case is closed without an outcome: its record is damaged and a person has to look */
export function standingOf({
  caseId,
  status,
  outcome,
}: Pick<CaseToCount['file']['record'], 'caseId' | 'status' | 'outcome'>): Standing {
  const standing = status === 'open' ? 'open' : outcome
  if (!standing) throw new Error(`Case ${caseId} is closed, but its record does not say how it ended.`)
  return standing
}

/** T0: the cases by route and by how they stand. */
export const casesOpened = measure({
  id: 'cases',
  table: 'T0',
  title: 'Cases that were opened, by route and by how they stand now',
  basis: 'activity',
  things: 'cases',
  rowsAre: 'Route',
  rows: ROUTE_WORDS,
  columns: STANDING_WORDS,
  addsUp: 'both',
  isPublished: true,
  linked: NOT_LINKED,
  counts: (about) => [{ row: routeOf(about.file.subject), column: standingOf(about.file.record), on: openedOn(about) }],
  definition: {
    ...CASES_OPENED,
    leftOut:
      'Nothing. Cases that were opened by mistake or twice have a column of their own here, and are in no other table.',
  },
  figures: [],
})

/** T0: the same cases as the list has them, which is counted by itself. */
export const casesListed = measure({
  id: 'cases-listed',
  table: 'T0',
  title: 'Cases that were opened, in the list of cases',
  basis: 'activity',
  things: 'cases',
  rowsAre: 'In the list',
  rows: { cases: 'Cases' },
  columns: { open: 'Open', closed: 'Closed' },
  addsUp: 'both',
  isPublished: false,
  linked: NOT_LINKED,
  counts: (about) => [{ row: 'cases', column: about.file.record.status, on: openedOn(about) }],
  definition: CASES_OPENED,
  figures: [],
})

/** The day in England on which a case was opened. */
export function openedOn({ file: { record } }: CaseToCount) {
  return londonDay(new Date(record.openedAt))
}
