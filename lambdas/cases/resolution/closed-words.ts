/**
 * Disagreement resolution: voluntary, with every party's agreement, run by somebody independent of the council (Children
 * and Families Act 2014, section 57; SEND Code of Practice 11.6 to 11.10). It gives no certificate and stops no clock.
 */

/** The three kinds of disagreement that it is for. */
export const RESOLUTION_SUBJECTS = ['duties', 'special-educational-provision', 'health-or-social-care'] as const
export type ResolutionSubject = (typeof RESOLUTION_SUBJECTS)[number]

/** The five occasions that the Code names, and any other time. */
export const RESOLUTION_OCCASIONS = [
  'during-assessment',
  'while-plan-is-drawn-up',
  'while-waiting-for-tribunal',
  'at-review',
  'during-reassessment',
  'at-another-time',
] as const
export type ResolutionOccasion = (typeof RESOLUTION_OCCASIONS)[number]

/** Who can take part. */
export const RESOLUTION_PARTIES = ['family', 'council', 'school-or-college', 'health-body'] as const
export type ResolutionParty = (typeof RESOLUTION_PARTIES)[number]

/** How it can end. */
export const RESOLUTION_RESULTS = ['agreed', 'partly-agreed', 'not-agreed', 'not-held'] as const
export type ResolutionResult = (typeof RESOLUTION_RESULTS)[number]
