/** Why the council ends its record of a case. */
export const WITHDRAWN_REASONS = [
  'family-does-not-want-to-go-on',
  'council-changed-decision',
  'opened-in-error',
  'duplicate',
] as const
/** Why it has ended: also because another council has the case, which is recorded as that. */
export type WithdrawnReason = (typeof WITHDRAWN_REASONS)[number] | 'passed-on'

/** Whether the case should never have been opened, or not twice: no decision stands behind it alone. */
export function isOpenedWrongly(reason: WithdrawnReason | undefined): boolean {
  return reason === 'opened-in-error' || reason === 'duplicate'
}

/**
 * What was wrong with a decision letter, so that it may have started no time (J24): it was never sent, it went to somebody
 * who has not the right of appeal, or it left out what a notice has to say.
 */
export const NOTICE_FAULTS = ['never-sent', 'wrong-person', 'incomplete'] as const
export type NoticeFault = (typeof NOTICE_FAULTS)[number]
