import type { AppealOutcome, LetGoAhead, TribunalDecision } from '../../cases/tribunal/closed-words.ts'

export const TRIBUNAL_DECISION_WORDS: Readonly<Record<TribunalDecision, string>> = {
  'decided-for-appellant': 'For the family',
  'decided-in-part': 'In part for the family',
  'decided-for-council': 'For the council: the appeal was dismissed',
  'consent-order': 'By consent: both sides agreed and the Tribunal made the order',
  'struck-out': 'Struck out',
  'not-registered': 'Not registered: the Tribunal did not take the appeal',
}

/** What came of an appeal, as a line of a table. */
export const APPEAL_OUTCOME_WORDS: Readonly<Record<AppealOutcome | 'open', string>> = {
  open: 'Still open',
  'decided-for-appellant': 'Decided for the family',
  'decided-in-part': 'Decided in part for the family',
  'decided-for-council': 'Decided for the council',
  'consent-order': 'Consent order',
  'struck-out': 'Struck out',
  'not-registered': 'Not registered',
  conceded: 'Conceded by the council',
  withdrawn: 'Withdrawn by the family',
}

/** Whether the Tribunal has let an appeal go ahead that it did not have to take. */
export const LET_GO_AHEAD_WORDS: Readonly<Record<LetGoAhead, string>> = {
  yes: 'Yes, it goes ahead',
  'not-yet': 'Not yet, a judge decides',
}
