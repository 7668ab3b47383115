import { addDays, addMonths, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { disputesPlacementOnly, hasNoWrittenNotice, neverNeededCertificate } from '../case.ts'
import { revisedBy } from '../corrections/revisions.ts'
import type { Fact } from '../fact.ts'
import type { MessageDue } from '../message.ts'
import { nothingToWaitFor } from '../plan/nothing-to-wait-for.ts'
import type { PlanOf, Reminder, WaitRules } from '../plan/plan.ts'
import { dayToRenew, recordedOn, type WaitSituation } from '../plan/wait-situation.ts'
import { laterSequence, OPENED, type Sequence } from '../sequence.ts'
import type { TaskDue } from '../task.ts'
import type { appealWindow } from './stage.ts'

export const appealWindowPlan: PlanOf<typeof appealWindow> = { appeal: appealRules }

/**
 * The family can appeal. It is reminded 14 days and 5 working days before the day to aim for, and told when the time
 * has passed and that a late appeal can still be made.
 */
function appealRules(situation: WaitSituation): WaitRules {
  const { subject, dates, heard, heardOn, startedFrom } = situation
  const { certificate } = subject
  if (hasNoWrittenNotice(subject)) return noWrittenNotice(situation)
  // A family that disputes more than the placement now needs a certificate first: the advice has begun, or mediation goes on.
  if (subject.dispute && !certificate && !disputesPlacementOnly(subject)) return nothingToWaitFor(situation, [])
  const { appeal } = dates
  const about = certificate?.sequence ?? OPENED
  const messages: MessageDue[] = [
    // A certificate that nobody needed changes no date (J6).
    certificate && !neverNeededCertificate(subject)
      ? { kind: 'last-day-to-appeal', about }
      : { kind: 'rights', about: subject.decisionStatedBy },
    ...noticeSentAgain(heard),
  ]
  // After a correction, or an appeal that was not registered, the reminders are sent again.
  const revision = laterSequence(laterSequence(about, startedFrom), revisedBy(subject))
  const reminders: Reminder[] = [
    { kind: 'appeal-closing-14-days', about: revision, on: addDays(appeal.aimDate, -14) },
    { kind: 'appeal-closing-5-working-days', about: revision, on: addWorkingDays(appeal.aimDate, -5) },
  ]
  return {
    messages,
    // A late family has been told to appeal today. Counting down to a date that is not safe would mislead it.
    reminders: appeal.lateContact ? [] : reminders,
    tasks:
      certificate && !neverNeededCertificate(subject) ? [askAboutInformation(situation, certificate.sequence)] : [],
    ends: {
      from: dayAfterClosing({ subject, dates, heardOn }),
      message: { kind: 'late-appeal-possible', about: revision },
    },
    next: { kind: 'family-appeals', date: appeal.aimDate },
  }
}

/** Asked on the day on which the certificate is recorded, so that what is wrong with it is found before the appeal. */
function askAboutInformation(situation: WaitSituation, about: Sequence): TaskDue {
  return { kind: 'ask-about-information', about, dueOn: recordedOn(situation, about) }
}

/** The letter was sent again: the family is told that the first dates stay (J14). */
export function noticeSentAgain(heard: Fact): readonly MessageDue[] {
  return heard.type === 'notice-sent-again' ? [{ kind: 'first-dates-stay', about: heard.sequence }] : []
}

/** There is no written decision, so no time runs and nothing is counted down: the council owes it. */
export function noWrittenNotice(situation: WaitSituation): WaitRules {
  const { subject, today } = situation
  return {
    messages: [],
    reminders: [],
    tasks: [],
    ends: { from: dayToRenew(situation), as: 'stage-is-old' },
    next: { kind: 'council-sends-decision', date: subject.noticeFault?.foundOn ?? today },
  }
}

/**
 * The day after the last day. A family that is late, or whose case was recorded late, has a month from its certificate or
 * from the recording, so that an agreement or a late appeal can be recorded.
 */
function dayAfterClosing({ subject, dates, heardOn }: Pick<WaitSituation, 'subject' | 'dates' | 'heardOn'>) {
  const dayAfter = addDays(dates.appeal.lawDate, 1)
  if (dates.appeal.lateContact && subject.certificate)
    return laterOf(dayAfter, addMonths(subject.certificate.issuedOn, 1))
  return dates.appeal.lawDate < heardOn ? addMonths(heardOn, 1) : dayAfter
}
