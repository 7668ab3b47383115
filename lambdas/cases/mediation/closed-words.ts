/** Whether what the family wants to mediate is about health care in the plan. */
export const HEALTH_ISSUES = ['none', 'some', 'only'] as const
export type HealthIssue = (typeof HEALTH_ISSUES)[number]

/** How a mediation meeting ended. */
export const MEDIATION_RESULTS = ['agreed', 'partly-agreed', 'not-agreed'] as const
export type MediationResult = (typeof MEDIATION_RESULTS)[number]

/** Whether somebody who could decide was sent to the meeting (SEND Regulations 2014, regulation 37). */
export const DECISION_MAKER = ['present', 'absent'] as const
export type DecisionMaker = (typeof DECISION_MAKER)[number]

/** Who comes to mediation for the council, or for the board where only health care is disputed: by role, never by name. */
export const ATTENDING_ROLES = [
  'head-of-service',
  'manager',
  'case-officer',
  'health-manager',
  'somebody-else',
] as const
export type AttendingRole = (typeof ATTENDING_ROLES)[number]

/**
 * Why mediation is not arranged in the 30 days by the one who has to: the council, or the integrated care board where only health
 * care is disputed. `refused`: it says that it takes no part, and must.
 */
export const REASONS_NOT_ARRANGED = ['not-in-time', 'refused'] as const
/** The same as the case has it. `absent`: it did not come to the meeting, which counts as not arranged (J37). */
export type NotArrangedBecause = (typeof REASONS_NOT_ARRANGED)[number] | 'absent'

/** What parties agree on, as councils count it, beside what the law gives a day for. */
export const AGREED_POINTS = [
  'assess',
  'issue-plan',
  'amend-b',
  'amend-f',
  'amend-i',
  'health-provision',
  'back-to-panel',
  'more-information',
  'decision-stands',
  'other-support',
] as const
export type AgreedPoint = (typeof AGREED_POINTS)[number]

/** What part the young person or child had in the mediation (regulation 38(1)(d) and (3)). */
export const YOUNG_PERSONS_PARTS = ['was-there', 'gave-views', 'asked-and-declined', 'not-asked'] as const
export type YoungPersonsPart = (typeof YOUNG_PERSONS_PARTS)[number]
