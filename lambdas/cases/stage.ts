import type { CalendarDate } from '../law/calendar-date.ts'
import type { FactType } from './fact.ts'
import type { NextDateKind } from './plan/next-date-kind.ts'

/** The stages of the journey: one state machine each, in statemachines/. Several of one case can be under way at once. */
export const STAGES = [
  'mediation-advice',
  'mediation',
  'appeal-window',
  'tribunal',
  'duties',
  'disagreement-resolution',
  'complaint',
] as const
export type Stage = (typeof STAGES)[number]

/** Stages that a case can have more than one of at the same time, each told apart by the fact that started it. */
export const STAGES_SIDE_BY_SIDE: readonly Stage[] = ['duties', 'disagreement-resolution', 'complaint']

/** What a case can be waiting for. The state machines name these in their wait states. */
export const WAIT_NAMES = [
  'adviser-contact',
  'late-contact',
  'choice',
  'certificate-after-declining',
  'meeting-date',
  'meeting',
  'adjourned',
  'certificate-without-meeting',
  'certificate-after-meeting',
  'later-meeting',
  'appeal',
  'council-response',
  'tribunal-decision',
  'duties',
  'parties-agree',
  'resolution-meeting',
  'complaint-acknowledgement',
  'complaint-answer',
] as const
export type WaitName = (typeof WAIT_NAMES)[number]

/** The stage that each wait is a part of. */
export const STAGE_OF_WAIT: Readonly<Record<WaitName, Stage>> = {
  'adviser-contact': 'mediation-advice',
  'late-contact': 'mediation-advice',
  choice: 'mediation-advice',
  'certificate-after-declining': 'mediation-advice',
  'meeting-date': 'mediation',
  meeting: 'mediation',
  adjourned: 'mediation',
  'certificate-without-meeting': 'mediation',
  'certificate-after-meeting': 'mediation',
  'later-meeting': 'mediation',
  appeal: 'appeal-window',
  'council-response': 'tribunal',
  'tribunal-decision': 'tribunal',
  duties: 'duties',
  'parties-agree': 'disagreement-resolution',
  'resolution-meeting': 'disagreement-resolution',
  'complaint-acknowledgement': 'complaint',
  'complaint-answer': 'complaint',
}

/** The facts that move each stage on: exactly those that its waits await. Others are no news to it. */
export const HEARD_BY: Readonly<Record<Stage, readonly FactType[]>> = {
  'mediation-advice': [
    'notice-sent-again',
    'adviser-contacted',
    'mediation-declined',
    'mediation-chosen',
    'certificate-issued',
    'appeal-registered',
    'agreement-reached',
    'case-withdrawn',
  ],
  mediation: [
    'health-board-told',
    'meeting-arranged',
    'meeting-moved',
    'meeting-cancelled',
    'mediation-adjourned',
    'mediation-cannot-be-arranged',
    'mediation-declined',
    'mediation-agreed',
    'mediation-partly-agreed',
    'mediation-not-agreed',
    'certificate-issued',
    'appeal-registered',
    'agreement-reached',
    'case-withdrawn',
  ],
  'appeal-window': [
    'notice-sent-again',
    'mediation-partly-agreed',
    'appeal-registered',
    'agreement-reached',
    'case-withdrawn',
  ],
  tribunal: ['response-sent', 'appeal-conceded', 'appeal-withdrawn', 'appeal-decided', 'case-withdrawn'],
  duties: ['duty-done', 'case-withdrawn'],
  'disagreement-resolution': [
    'disagreement-resolution-answered',
    'disagreement-resolution-meeting',
    'disagreement-resolution-ended',
    'case-withdrawn',
  ],
  complaint: ['complaint-acknowledged', 'complaint-answered', 'case-withdrawn'],
}

/** Ways in which a wait can end by itself, because of the time or of what is so by then. */
export const TIME_OUTCOMES = [
  'contact-time-passed',
  'thirty-days-passed',
  'appeal-time-passed',
  'no-news',
  'nothing-to-wait-for',
  'everyone-agreed',
  'party-declined',
  'all-done',
  'stage-is-old',
] as const
export type TimeOutcome = (typeof TIME_OUTCOMES)[number]

/** The words with which each wait can end by itself. The first is what its time brings. */
export const ENDS_WITH: Readonly<Record<WaitName, readonly [TimeOutcome, ...TimeOutcome[]]>> = {
  'adviser-contact': ['contact-time-passed'],
  'late-contact': ['no-news'],
  choice: ['no-news'],
  'certificate-after-declining': ['no-news'],
  'meeting-date': ['thirty-days-passed', 'no-news'],
  meeting: ['no-news'],
  adjourned: ['no-news'],
  'certificate-without-meeting': ['no-news', 'nothing-to-wait-for'],
  'certificate-after-meeting': ['no-news', 'nothing-to-wait-for'],
  'later-meeting': ['no-news'],
  appeal: ['appeal-time-passed'],
  'council-response': ['stage-is-old'],
  'tribunal-decision': ['stage-is-old'],
  duties: ['stage-is-old', 'all-done'],
  'parties-agree': ['no-news', 'everyone-agreed', 'party-declined'],
  'resolution-meeting': ['no-news'],
  'complaint-acknowledgement': ['no-news'],
  'complaint-answer': ['no-news'],
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

/** A stage of the case, and what it waits for now: exactly these facts move it on. */
export interface Wait {
  readonly stage: Stage
  /**
   * `starting`: it has been begun, and has not come to its first wait. `ended`: the time of the wait was over, so no fact
   * answers it any more. `finished`: the stage has come to its end.
   */
  readonly state: 'starting' | 'waiting' | 'answered' | 'ended' | 'finished'
  /** The sequence of the fact that started the stage, and which run of it this is: enough to start it again. */
  readonly startedFrom: string
  readonly run: string
  /** The last change of this row by the journey. ISO 8601. */
  readonly parkedAt: string
  /** Absent until the stage has come to its first wait, as are all below. */
  readonly name?: WaitName
  readonly awaits?: readonly FactType[]
  /** The instant at which the journey looks again, ISO 8601. */
  readonly wakeAt?: string
  readonly execution?: string
  readonly taskToken?: string
  /** The sequence of the last fact that the execution has acted on. */
  readonly heard?: string
  /** What the stage is watched for next. */
  readonly next?: { readonly date: CalendarDate; readonly kind: NextDateKind }
  /**
   * The execution says when the stage is finished. Those of the first version did not: a stage of theirs is over when the
   * fact that answered it has started another.
   */
  readonly saysWhenFinished?: boolean
  /** What answered the wait: a fact, or that the facts were corrected. */
  readonly answer?: { readonly outcome: FactType | 'changed' | 'corrected'; readonly heard: string }
  /** The word with which the stage finished. */
  readonly endedWith?: string
}
