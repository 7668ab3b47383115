import type { MediationResult } from '../../cases/case.ts'
import type { Route } from '../../cases/outcome.ts'
import type { Standing } from '../../reports/outcomes.ts'
import { OUTCOME_WORDS } from './journey-words.ts'

export const ROUTE_WORDS: Readonly<Record<Route, string>> = {
  'placement-only': 'Only the school or college',
  'no-contact': 'No contact with the adviser yet',
  'advice-only': 'Advice, no choice yet',
  'mediation-declined': 'Mediation declined',
  'mediation-not-held': 'Mediation chosen, not held',
  'mediation-held': 'Mediation held',
}

export const STANDING_WORDS: Readonly<Record<Standing, string>> = { open: 'Still open', ...OUTCOME_WORDS }

export const MEDIATION_RESULT_WORDS: Readonly<Record<MediationResult, string>> = {
  agreed: 'Agreement in full',
  'partly-agreed': 'Agreement in part',
  'not-agreed': 'No agreement',
}
