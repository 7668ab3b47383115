/** Why the council ends its record of a case. */
export const WITHDRAWN_REASONS = [
  'family-does-not-want-to-go-on',
  'council-changed-decision',
  'opened-in-error',
  'duplicate',
] as const
export type WithdrawnReason = (typeof WITHDRAWN_REASONS)[number]

/** Whether the case should never have been opened, or not twice: no decision stands behind it alone. */
export function isOpenedWrongly(reason: WithdrawnReason | undefined): boolean {
  return reason === 'opened-in-error' || reason === 'duplicate'
}
