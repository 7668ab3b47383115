/** Whether what the family wants to mediate is about health care in the plan. */
export const HEALTH_ISSUES = ['none', 'some', 'only'] as const
export type HealthIssue = (typeof HEALTH_ISSUES)[number]

/** Whether somebody who could decide was sent to the meeting (SEND Regulations 2014, regulation 37). */
export const DECISION_MAKER = ['present', 'absent'] as const
export type DecisionMaker = (typeof DECISION_MAKER)[number]
