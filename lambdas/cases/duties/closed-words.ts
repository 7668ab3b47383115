/**
 * Why the council may do something after its day: SEND Regulations 2014, regulations 44(3) and 45(7), which say where. A family's
 * exceptional circumstances, its absence from the area for at least two weeks, a school or nursery closed for four weeks.
 */
export const REASONS_TO_BE_LATE = ['exceptional-circumstances', 'family-away', 'institution-closed'] as const
export type ReasonToBeLate = (typeof REASONS_TO_BE_LATE)[number]
