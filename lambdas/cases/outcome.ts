import type { Case } from './case.ts'
import type { CaseOutcome } from './stage.ts'

/** The ways through the law that a case can take. */
export const ROUTES = [
  'placement-only',
  'no-contact',
  'advice-only',
  'mediation-declined',
  'mediation-not-held',
  'mediation-held',
] as const
export type Route = (typeof ROUTES)[number]

/** The way that a case has gone on the facts of now. Each case has exactly one, so that reports add up. */
export function routeOf(subject: Case): Route {
  const { decision, mediationResult, chosen, declined, certificate, adviserContactedOn } = subject
  if (decision.placementOnly) return 'placement-only'
  if (mediationResult) return 'mediation-held'
  const declinedLast = (declined?.sequence ?? '') > (chosen?.sequence ?? '')
  if (chosen && !declinedLast) return 'mediation-not-held'
  if (declined || certificate) return 'mediation-declined'
  return adviserContactedOn ? 'advice-only' : 'no-contact'
}

/**
 * How a case ended, when its journey has come to its end.
 * @param timeWas why it ended if no fact ended it.
 */
export function outcomeOf(subject: Case, timeWas: 'appeal-time-passed' | 'no-news'): CaseOutcome {
  if (subject.appeal) return 'appealed'
  if (subject.withdrawn) return subject.withdrawn.reason === 'opened-in-error' ? 'opened-in-error' : 'withdrawn'
  if (subject.agreement || subject.mediationResult?.result === 'agreed') return 'agreed'
  return timeWas
}
