/** Whether what the family wants to mediate is about health care in the plan. */
export const HEALTH_ISSUES = ['none', 'some', 'only'] as const
export type HealthIssue = (typeof HEALTH_ISSUES)[number]

/** How a mediation meeting ended. */
export const MEDIATION_RESULTS = ['agreed', 'partly-agreed', 'not-agreed'] as const
export type MediationResult = (typeof MEDIATION_RESULTS)[number]

/** Whether somebody who could decide was sent to the meeting (SEND Regulations 2014, regulation 37). */
export const DECISION_MAKER = ['present', 'absent'] as const
export type DecisionMaker = (typeof DECISION_MAKER)[number]

/** Why the council does not arrange mediation in its 30 days. `council-refuses`: it says that it takes no part, and must. */
export const REASONS_NOT_ARRANGED = ['not-in-time', 'council-refuses'] as const
/** The same as the case has it. `council-absent`: it did not come to the meeting, which counts as not arranged (J37). */
export type NotArrangedBecause = (typeof REASONS_NOT_ARRANGED)[number] | 'council-absent'
