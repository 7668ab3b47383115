import type { DecisionKind } from '../law/appealable-decisions.ts'
import { type Case, isOpenedInError, neverNeededCertificate, wantsMediation } from './case.ts'
import type { MediationResult } from './mediation/closed-words.ts'
import { isPassedOn } from './moving/facts.ts'
import { isBeingTakenOver } from './taking-over/history.ts'
import { APPEAL_OUTCOMES } from './tribunal/closed-words.ts'

/** How a case ended. */
export const CASE_OUTCOMES = [
  'appealed',
  'agreed',
  'time-to-appeal-over',
  'withdrawn',
  'passed-on',
  'closed-as-error',
  'ended-without-news',
  'ended-by-death',
] as const
export type CaseOutcome = (typeof CASE_OUTCOMES)[number]

/** The ways through the law that a case can take. */
export const ROUTES = [
  'placement-only',
  'no-contact',
  'advice-only',
  'mediation-not-wanted',
  'mediation-not-held',
  'mediation-held',
] as const
export type Route = (typeof ROUTES)[number]

/** The way that a case has gone on the facts of now. Each case has exactly one, so that reports add up. */
export function routeOf(subject: Case): Route {
  const { mediationResult, declined, certificate, adviserContactedOn } = subject
  if (neverNeededCertificate(subject)) return 'placement-only'
  if (mediationResult) return 'mediation-held'
  if (wantsMediation(subject)) return 'mediation-not-held'
  if (declined || certificate) return 'mediation-not-wanted'
  return adviserContactedOn ? 'advice-only' : 'no-contact'
}

/**
 * How a case ended, when the last of its stages has come to its end.
 * @param endings the words with which its stages ended.
 */
export function outcomeOf(subject: Case, endings: readonly string[]): CaseOutcome {
  if (subject.died) return 'ended-by-death'
  if (subject.appeal) return 'appealed'
  if (isPassedOn(subject)) return 'passed-on'
  if (subject.withdrawn) return isOpenedInError(subject) ? 'closed-as-error' : 'withdrawn'
  if (subject.agreement || subject.mediationResult?.result === 'agreed') return 'agreed'
  return endings.includes('appeal-time-passed') ? 'time-to-appeal-over' : 'ended-without-news'
}

/** How an appeal stands: still with the Tribunal, or how it ended. Every appeal has exactly one. */
export const APPEAL_STANDINGS = ['open', ...APPEAL_OUTCOMES] as const
export type AppealStanding = (typeof APPEAL_STANDINGS)[number]

/** What the case's own row says of it, so that the list of cases and the reports need no other row. */
export interface CaseSummary {
  readonly version: number
  readonly decisionKind: DecisionKind
  readonly placementOnly: boolean
  /** Which way the case has gone up to now. */
  readonly route: Route
  readonly mediationResult?: MediationResult
  /** What came of the appeal; "open" while the Tribunal has not ended it. */
  readonly appealOutcome?: AppealStanding
  /** Its history is being recorded, and until that is complete it tells nobody anything. */
  readonly history?: 'being-recorded'
  /** The child or young person has died: nothing is printed or posted any more. */
  readonly hasDied?: true
}

/** The summary of a case on the facts of now. */
export function summaryOf(subject: Case): CaseSummary {
  const { version, decision, mediationResult, appeal, appealEnded } = subject
  return {
    version,
    decisionKind: decision.decisionKind,
    placementOnly: neverNeededCertificate(subject),
    route: routeOf(subject),
    mediationResult: mediationResult?.result,
    appealOutcome: appealEnded?.outcome ?? (appeal && 'open'),
    history: isBeingTakenOver(subject) ? 'being-recorded' : undefined,
    hasDied: subject.died && true,
  }
}
