/** Whether the Tribunal gave more time, or leave to appeal without a certificate (its Rules of 2008, rule 5(3)(a)). */
export const LET_GO_AHEAD = ['yes', 'not-yet'] as const
export type LetGoAhead = (typeof LET_GO_AHEAD)[number]

/** How the Tribunal can end an appeal, in the words of its own statistics. */
export const TRIBUNAL_DECISIONS = [
  'decided-for-appellant',
  'decided-in-part',
  'decided-for-council',
  'consent-order',
  'struck-out',
  'not-registered',
] as const
export type TribunalDecision = (typeof TRIBUNAL_DECISIONS)[number]

/** What came of an appeal: a decision, or its end before one. `conceded`: before the council's response (regulation 45). */
export const APPEAL_OUTCOMES = [...TRIBUNAL_DECISIONS, 'conceded', 'withdrawn'] as const
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number]

/** How much of what the family asks for the council gave in on, where no order was made. */
export const EXTENTS = ['all', 'part'] as const
export type Extent = (typeof EXTENTS)[number]

/** How an appeal that has ended is open again: after a decision, or (`reinstated`) after the family took it back. */
export const WAYS_TO_OPEN_AGAIN = ['set-aside', 'reviewed', 'sent-back', 'reinstated'] as const
/** Those that are for a decision. One that the family took back can only be reinstated. */
export const WAYS_AFTER_A_DECISION = WAYS_TO_OPEN_AGAIN.filter((way) => way !== 'reinstated')
export type WayToOpenAgain = (typeof WAYS_TO_OPEN_AGAIN)[number]

/** What happens on the way to the Upper Tribunal. `decision-stands`: it refused permission, or dismissed the appeal. */
export const FURTHER_APPEAL_STEPS = [
  'asked-tribunal',
  'tribunal-refused',
  'asked-upper-tribunal',
  'permission-given',
  'decision-stands',
] as const
export type FurtherAppealStep = (typeof FURTHER_APPEAL_STEPS)[number]

/** Who wants to appeal further. */
export const ASKERS = ['family', 'council'] as const
export type Asker = (typeof ASKERS)[number]
