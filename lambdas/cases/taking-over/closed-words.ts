/** Why a family is not told where its case stands when its history is complete. */
export const LEFT_OUT_REASONS = ['told-before', 'told-in-person', 'not-wanted'] as const
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]
