import type { Route } from '../../cases/outcome.ts'
import type { Standing } from '../../cases/outcome-counts/counted-outcome.ts'
import { OUTCOME_WORDS } from '../cases/journey-words.ts'

export const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  'placement-only': 'Only the school or other place',
  'no-contact': 'No contact with the adviser yet',
  'advice-only': 'Advice, no choice yet',
  'mediation-not-wanted': 'Mediation declined',
  'mediation-not-held': 'Mediation chosen, not held',
  'mediation-held': 'Mediation held',
}

export const STANDING_WORDS: Readonly<Record<Standing, string>> = { open: 'Still open', ...OUTCOME_WORDS }
