import type { Case, Complaint, Resolution } from './case.ts'

/** Whether a disagreement resolution can still go on: it is voluntary, so one party that does not agree ends it. */
export function isResolutionOpen({ answers, ended }: Resolution): boolean {
  return !ended && answers.every(({ agrees }) => agrees)
}

/** The disagreement resolutions that can still go on. */
export function openResolutions({ resolutions }: Case): readonly Resolution[] {
  return resolutions.filter(isResolutionOpen)
}

/** The complaints that are not answered yet. */
export function openComplaints({ complaints }: Case): readonly Complaint[] {
  return complaints.filter(({ answered }) => !answered)
}
