/** Whom a family complains about, and so to whom (SEND Code of Practice 11.67 to 11.111). */
export const COMPLAINT_BODIES = ['school', 'college', 'council', 'health-body'] as const
export type ComplaintBody = (typeof COMPLAINT_BODIES)[number]

/** What a complaint usually needs, as the factsheet lists it. */
export const COMPLAINT_POINTS = [
  'has-spoken-to-the-right-people',
  'is-in-writing',
  'says-all-the-issues',
  'says-what-should-happen',
  'gives-a-time-to-answer',
] as const
export type ComplaintPoint = (typeof COMPLAINT_POINTS)[number]

export const COMPLAINT_RESULTS = ['upheld', 'partly-upheld', 'not-upheld'] as const
export type ComplaintResult = (typeof COMPLAINT_RESULTS)[number]

/** The bodies that set their own times. The council's come from the Ombudsman's Complaint Handling Code (D46). */
export const BODIES_WITH_OWN_TIMES = ['school', 'college', 'health-body'] as const satisfies readonly ComplaintBody[]

/** Each body's own times: their procedures. */
export type OwnComplaintTimes = Readonly<Record<(typeof BODIES_WITH_OWN_TIMES)[number], ComplaintTimes>>

/** A body's own times to acknowledge and answer a complaint, each counted from the complaint: its procedure, not the law. */
export interface ComplaintTimes {
  readonly acknowledgeWorkingDays: number
  readonly answerWorkingDays: number
}
