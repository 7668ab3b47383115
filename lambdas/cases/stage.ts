import type { FactType } from './fact.ts'

/** The stages of the journey: one state machine each, in statemachines/. */
export const STAGES = ['mediation-advice', 'mediation', 'appeal-window'] as const
export type Stage = (typeof STAGES)[number]

/** What a case can be waiting for. The state machines name these in their wait states. */
export const WAIT_NAMES = [
  'adviser-contact',
  'late-contact',
  'choice',
  'certificate-after-declining',
  'meeting-date',
  'meeting',
  'certificate-without-meeting',
  'certificate-after-meeting',
  'appeal',
] as const
export type WaitName = (typeof WAIT_NAMES)[number]

/** Ways in which a wait can end because of the time, not because of a fact. `no` while it goes on. */
export const TIME_OUTCOMES = ['contact-time-passed', 'thirty-days-passed', 'appeal-time-passed', 'no-news'] as const
export type TimeOutcome = (typeof TIME_OUTCOMES)[number]

/** The word with which each wait ends when its time is over. Every wait has one. */
export const ENDS_WITH: Readonly<Record<WaitName, TimeOutcome>> = {
  'adviser-contact': 'contact-time-passed',
  'late-contact': 'no-news',
  choice: 'no-news',
  'certificate-after-declining': 'no-news',
  'meeting-date': 'thirty-days-passed',
  meeting: 'no-news',
  'certificate-without-meeting': 'no-news',
  'certificate-after-meeting': 'no-news',
  appeal: 'appeal-time-passed',
}

/** How a case ended. */
export const CASE_OUTCOMES = [
  'appealed',
  'agreed',
  'appeal-time-passed',
  'withdrawn',
  'opened-in-error',
  'no-news',
] as const
export type CaseOutcome = (typeof CASE_OUTCOMES)[number]

/** A wait that an execution has parked on the case: exactly these facts move it on. */
export interface Wait {
  readonly stage: Stage
  readonly name: WaitName
  /** `ended`: its time was over, so no fact answers it any more. */
  readonly state: 'waiting' | 'answered' | 'ended'
  readonly awaits: readonly FactType[]
  /** The instant at which the journey looks again, ISO 8601. */
  readonly wakeAt: string
  readonly parkedAt: string
  readonly execution: string
  readonly taskToken: string
  /** The sequence of the last fact that the execution has acted on. */
  readonly heard: string
  /** The sequence of the fact that started the stage, and which run of it this is: enough to start it again. */
  readonly startedFrom: string
  readonly run: string
  /** The fact that answered the wait. */
  readonly answer?: { readonly outcome: FactType; readonly heard: string }
}
