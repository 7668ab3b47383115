import { type Case, hasHealthIssue, type Undertaking } from '../../cases/case.ts'
import type { DutyDate } from '../../cases/duty-dates.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { familyReason } from '../../law/explanations.ts'
import type { PeriodId } from '../../law/periods.ts'
import { type DatePanel, datePanel, type Paragraph, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { DUTY_SOURCE_WORDS } from './closed-words.ts'
import { boardArranges } from './who-arranges.ts'

interface Deed {
  /** As it follows "We must". */
  readonly deed: string
  /** As it follows "On" and a day, when it is done. */
  readonly done: string
  /** Before its day, where "We must" and the deed do not say it well. */
  readonly label?: (must: string) => string
}

const TELL_OF_ASSESSMENT: Deed = {
  deed: 'tell you that there will be an assessment',
  done: 'we told you that there will be an assessment',
}
const TELL_OF_NO_PLAN: Deed = {
  deed: 'tell you if there will be no plan after the assessment',
  done: 'we told you that there will be no plan after the assessment',
  label: (must) => `If there will be no plan after the assessment, we ${must} tell you by`,
}
const PLAN_AFTER_ASSESSMENT: Deed = {
  deed: 'send you the final plan after the assessment',
  done: 'we sent you the final plan after the assessment',
  label: (must) => `If there will be a plan after the assessment, we ${must} send you the final one by`,
}
const DRAFT_PLAN: Deed = { deed: 'send you the draft plan', done: 'we sent you the draft plan' }
const FINAL_PLAN: Deed = { deed: 'send you the final plan', done: 'we sent you the final plan' }
const CHANGED_PLAN: Deed = { deed: 'send you the changed plan', done: 'we sent you the changed plan' }
const CHANGED_PLACE: Deed = {
  deed: 'send you the plan with the school or other place changed',
  done: 'we sent you the plan with the school or other place changed',
}

/** What each rule of regulations 42, 44 and 45 asks of the council. */
const DEEDS: Readonly<Partial<Record<PeriodId, Deed>>> = {
  D12: { deed: 'do what was agreed', done: 'what was agreed was done' },
  D13: { deed: 'tell us what you agreed', done: 'the health body told us what you agreed' },
  D14: TELL_OF_ASSESSMENT,
  D15: TELL_OF_NO_PLAN,
  D16: PLAN_AFTER_ASSESSMENT,
  D17: DRAFT_PLAN,
  D18: FINAL_PLAN,
  D19: CHANGED_PLAN,
  D20: CHANGED_PLACE,
  D23: { deed: 'end the plan', done: 'we ended the plan' },
  D24: {
    deed: 'send you a draft plan or our new decision',
    done: 'we sent you a draft plan or our new decision',
  },
  D25: { deed: 'go on with the plan', done: 'we went on with the plan' },
  D26: TELL_OF_ASSESSMENT,
  D27: TELL_OF_NO_PLAN,
  D28: PLAN_AFTER_ASSESSMENT,
  D29: DRAFT_PLAN,
  D30: FINAL_PLAN,
  D31: CHANGED_PLAN,
  D32: CHANGED_PLACE,
}

/** What is to be done at once, on the day of the order itself. */
const AT_ONCE: Readonly<Partial<Record<PeriodId, string>>> = {
  D23: 'The plan ends on',
  D25: 'We must go on with the plan from',
}

/** Rules after which the family gets no plan and no decision that it could appeal. */
const NOT_APPEALABLE: readonly PeriodId[] = ['D12', 'D13', 'D14', 'D23', 'D25', 'D26']

/**
 * What the council must do under a rule.
 * @throws Error when the rule is not about what the council does after an agreement, an order or a concession.
 */
export function deedOf(rule: PeriodId): Deed {
  const deed = DEEDS[rule]
  if (!deed) throw new Error(`The rule ${rule} has no words in passages/duties.ts: say there what the council must do.`)
  return deed
}

/** Who does it: what a health body agreed to is the health body's to do (regulation 42(3)). */
export function whoDoes(rule: PeriodId, subject: Case): string {
  if (rule === 'D13') return 'The health body'
  if (rule !== 'D12' || !hasHealthIssue(subject)) return 'We'
  return boardArranges(subject) ? 'The health body' : 'We or the health body'
}

/** The day of one thing that is to be done, and how it was counted. */
export function dutyPanel({ rule, deadline, doneOn }: DutyDate, { subject, today }: MessageSituation): DatePanel {
  const { lawDate, aimDate } = deadline
  const { deed, label } = deedOf(rule)
  const must = today > lawDate ? 'had to' : 'must'
  return datePanel(
    AT_ONCE[rule] ?? label?.(must) ?? `${whoDoes(rule, subject)} ${must} ${deed} by`,
    formatDate(lawDate),
    // It is the council that aims for a day here, not the reader.
    ...familyReason({ ...deadline, aimDate: lawDate }),
    ...(aimDate < lawDate && today <= aimDate ? [`The working day before is ${formatDate(aimDate)}.`] : []),
    ...(doneOn ? [`Our records show that it was done on ${formatDate(doneOn)}.`] : []),
  )
}

/** What the undertaking follows from: "You and we agreed at mediation on Monday 6 July 2026." */
export function whatItFollowsFrom({ source, on }: Undertaking, subject: Case): string {
  return source === 'agreement' && boardArranges(subject)
    ? `You and the health body agreed at mediation on ${formatDate(on)}.`
    : DUTY_SOURCE_WORDS[source].happened(on)
}

/** What was agreed, ordered or conceded in the fact `of`. */
export function undertakingOf(of: string, situation: MessageSituation): Undertaking {
  const undertaking = situation.subject.undertakings.find((one) => one.of === of)
  return required(undertaking, `nothing is to be done from the fact ${of}`, situation)
}

/** A plan or a refusal that follows can be appealed anew (Children and Families Act 2014, section 51(2)(b) and (3)). */
export function newRightToAppeal(duties: readonly DutyDate[], ...more: readonly string[]): Paragraph[] {
  if (duties.every(({ rule }) => NOT_APPEALABLE.includes(rule))) return []
  return [
    paragraph(
      'You may not agree with the plan or the decision that you get. Then you have a new right to appeal.',
      ...more,
    ),
  ]
}
