import { boardArranges, type Case, hasHealthIssue, type Undertaking } from '../../cases/case.ts'
import type { DutyDate } from '../../cases/duty-dates.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Deed, DutySource } from '../../law/compliance-deadlines.ts'
import { familyReason } from '../../law/explanations.ts'
import { type Block, type DatePanel, datePanel, type Paragraph, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { DUTY_SOURCE_WORDS } from './closed-words.ts'

interface DeedWords {
  /** As it follows "We must". */
  readonly deed: string
  /** As it follows "On" and a day, when it is done. */
  readonly done: string
  /** Before its day, where "We must" and the deed do not say it well. */
  readonly label?: (must: string) => string
}

/** What the regulations 42, 44 and 45 ask of the council. */
export const DEED_WORDS: Readonly<Record<Deed, DeedWords>> = {
  'do-what-was-agreed': { deed: 'do what was agreed', done: 'what was agreed was done' },
  'tell-council-of-agreement': {
    deed: 'tell us what you agreed',
    done: 'the health body told us what you agreed',
  },
  'tell-of-assessment': {
    deed: 'tell you that there will be an assessment',
    done: 'we told you that there will be an assessment',
  },
  'tell-of-no-plan': {
    deed: 'tell you if there will be no plan after the assessment',
    done: 'we told you that there will be no plan after the assessment',
    label: (must) => `If there will be no plan after the assessment, we ${must} tell you by`,
  },
  'send-plan-after-assessment': {
    deed: 'send you the final plan after the assessment',
    done: 'we sent you the final plan after the assessment',
    label: (must) => `If there will be a plan after the assessment, we ${must} send you the final one by`,
  },
  'send-draft-plan': { deed: 'send you the draft plan', done: 'we sent you the draft plan' },
  'send-final-plan': { deed: 'send you the final plan', done: 'we sent you the final plan' },
  'send-contents-amended': { deed: 'send you the changed plan', done: 'we sent you the changed plan' },
  'send-placement-amended': {
    deed: 'send you the plan with the school or other place changed',
    done: 'we sent you the plan with the school or other place changed',
  },
  // These two are done at once, on the day of the order itself.
  'stop-plan': { deed: 'end the plan', done: 'we ended the plan', label: () => 'The plan ends on' },
  'continue-plan': {
    deed: 'go on with the plan',
    done: 'we went on with the plan',
    label: () => 'We must go on with the plan from',
  },
  'send-draft-or-decide-again': {
    deed: 'send you a draft plan or our new decision',
    done: 'we sent you a draft plan or our new decision',
  },
}

/** After these the family gets no plan and no decision that it could appeal. */
const NOT_APPEALABLE: readonly Deed[] = [
  'do-what-was-agreed',
  'tell-council-of-agreement',
  'tell-of-assessment',
  'stop-plan',
  'continue-plan',
]

/** Who does it: what a health body agreed to is the health body's to do (regulation 42(3)). */
export function whoDoes(deed: Deed, subject: Case): string {
  if (deed === 'tell-council-of-agreement') return 'The health body'
  if (deed !== 'do-what-was-agreed' || !hasHealthIssue(subject)) return 'We'
  return boardArranges(subject) ? 'The health body' : 'We or the health body'
}

/** The day of one thing that is to be done, and how it was counted. */
export function dutyPanel({ deed, deadline, doneOn }: DutyDate, { subject, today }: MessageSituation): DatePanel {
  const { lawDate, aimDate } = deadline
  const words = DEED_WORDS[deed]
  const must = today > lawDate ? 'had to' : 'must'
  return datePanel(
    words.label?.(must) ?? `${whoDoes(deed, subject)} ${must} ${words.deed} by`,
    formatDate(lawDate),
    // It is the council that aims for a day here, not the reader.
    ...familyReason({ ...deadline, aimDate: lawDate }),
    ...(aimDate < lawDate && today <= aimDate ? [`The working day before is ${formatDate(aimDate)}.`] : []),
    ...(doneOn ? [`Our records show that it was done on ${formatDate(doneOn)}.`] : []),
  )
}

/** What the undertaking follows from: "You and we agreed at mediation on Monday 6 July 2026." */
export function whatItFollowsFrom({ of, source, on }: Undertaking, subject: Case): string {
  if (source !== 'agreement') return DUTY_SOURCE_WORDS[source].happened(on)
  const who = boardArranges(subject) ? 'You and the health body' : 'You and we'
  // An agreement can be signed after the meeting.
  const { mediationResult } = subject
  const isAtMediation = mediationResult?.sequence === of && mediationResult.concludedOn === on
  return `${who} ${isAtMediation ? 'agreed at mediation' : 'made an agreement'} on ${formatDate(on)}.`
}

/** That something is late, as far as the council's records show, a sentence each. */
export function isNotDone({ deed }: DutyDate, subject: Case, byBoard: Undertaking['byBoard']): string[] {
  return [
    `${whoDoes(deed, subject)} had to ${DEED_WORDS[deed].deed}. Our records do not show that it is done.`,
    byBoard ? 'If it is done, tell us.' : 'If it is done, tell us. If it is not, we are sorry.',
  ]
}

export const ALL_IS_DONE = 'Our records show that all that had to follow is done.'

/** After an assessment there is a plan, or there is none. */
export function eitherOr(duties: readonly DutyDate[]): Block[] {
  if (!duties.some(({ onlyWithoutPlan }) => onlyWithoutPlan)) return []
  return [
    paragraph(
      'After the assessment one of two things happens. You get a plan, or we tell you that there will be none.',
      'If there will be none, you have a new right to appeal.',
    ),
  ]
}

/** What was agreed, ordered or conceded in the fact `of`. */
export function undertakingOf(of: Sequence, situation: MessageSituation): Undertaking {
  const undertaking = situation.subject.undertakings.find((one) => one.of === of)
  return required(undertaking, `nothing is to be done from the fact ${of}`, situation)
}

/** A plan or a refusal that follows can be appealed anew (Children and Families Act 2014, section 51(2)(b) and (3)). */
export function newRightToAppeal(duties: readonly DutyDate[], ...more: readonly string[]): Paragraph[] {
  if (duties.every(({ deed }) => NOT_APPEALABLE.includes(deed))) return []
  return [
    paragraph(
      'You may not agree with the plan or the decision that you get. Then you have a new right to appeal.',
      ...more,
    ),
  ]
}

/** What the family can do about something that is late. */
export function waysToInsist({ source, byBoard }: Pick<Undertaking, 'source' | 'byBoard'>): readonly string[] {
  return ['Ask for a new day in writing.', ...(byBoard ? WAYS_AT_THE_HEALTH_BODY : WAYS[source])]
}

/** An agreement is kept to like an order (regulation 42), and a breach after a concession is one of an order. */
const WAYS: Readonly<Record<DutySource, readonly string[]>> = {
  agreement: [
    'Complain to us. If you are not content with the answer, you can go to the Ombudsman.',
    'The Ombudsman can look at an agreement that was not kept.',
  ],
  order: [
    'Write to the Tribunal and tell it that its order was not kept.',
    'Complain to us.',
    'Ask for free legal advice soon. A court can order us to do it (judicial review). The time to ask a court is short.',
  ],
  concession: [
    'Write to the Tribunal. In law this is the same as an order that was not kept.',
    'Complain to us.',
    'Ask for free legal advice soon. A court can order us to do it (judicial review). The time to ask a court is short.',
  ],
  'late-concession': [
    'Tell the Tribunal that it is not done. Your appeal is still open unless you took it back.',
    'Complain to us.',
    'Ask for free legal advice soon. A court can order us to do it (judicial review). The time to ask a court is short.',
  ],
}

/** What the board agreed to alone is its own to do. */
const WAYS_AT_THE_HEALTH_BODY: readonly string[] = [
  'Complain to the health body.',
  'If you are not content with its answer, you can go to the Parliamentary and Health Service Ombudsman.',
]
