import { addDays, addMonths, earlierOf, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { noticeSentAgain, noWrittenNotice } from '../appeal/plan.ts'
import { disputesPlacementOnly, hasNoWrittenNotice, noticeThatCounts } from '../case.ts'
import { revisedBy } from '../corrections/revisions.ts'
import { nothingToWaitFor } from '../plan/nothing-to-wait-for.ts'
import type { PlanOf, Reminder, WaitRules } from '../plan/plan.ts'
import { missing, type WaitSituation } from '../plan/wait-situation.ts'
import { OPENED } from '../sequence.ts'
import { isRecordedTooLate, overdueCertificate } from './certificate.ts'
import type { mediationAdvice } from './stage.ts'

export const mediationAdvicePlan: PlanOf<typeof mediationAdvice> = {
  'adviser-contact': whileNeeded(adviserContactRules),
  'late-contact': whileNeeded(lateContactRules),
  choice: whileNeeded(choiceRules),
  'certificate-after-declining': whileNeeded(certificateAfterDecliningRules),
}

/** A family that comes to dispute the placement alone needs no certificate: its appeal window has begun. */
function whileNeeded(rules: (situation: WaitSituation) => WaitRules): typeof rules {
  return (situation) => (disputesPlacementOnly(situation.subject) ? nothingToWaitFor(situation, []) : rules(situation))
}

/** The family has to speak to the mediation adviser (regulation 33), and is reminded on days 30 and 50 and in the last week. */
function adviserContactRules(situation: WaitSituation): WaitRules {
  const { subject, heard } = situation
  if (hasNoWrittenNotice(subject)) return noWrittenNotice(situation)
  const contact = contactDate(situation)
  const { printedOn, sentOn } = noticeThatCounts(subject)
  const start = earlierOf(printedOn, sentOn)
  // After a correction the reminders of the right day are sent, though those of the wrong day have been.
  const about = revisedBy(subject)
  const reminders: Reminder[] = [
    { kind: 'contact-reminder-day-30', about, on: addDays(start, 30) },
    { kind: 'contact-reminder-day-50', about, on: addDays(start, 50) },
    { kind: 'contact-reminder-last-week', about, on: addWorkingDays(contact.aimDate, -5) },
  ]
  return {
    messages: [{ kind: 'rights', about: subject.decisionStatedBy }, ...noticeSentAgain(heard)],
    // A family whose appeal was not registered may have spoken to the adviser before.
    reminders: subject.adviserContactedOn ? chooseInTime(situation) : reminders,
    tasks: [],
    ends: { from: addDays(contact.lawDate, 1) },
    next: { kind: 'family-speaks-to-adviser', date: contact.aimDate },
  }
}

/** The contact date has passed. The family can still ring, get a certificate and appeal late, so the case stays open. */
function lateContactRules(situation: WaitSituation): WaitRules {
  const until = keepOpenUntil(situation)
  // A case that is opened, or corrected, after the contact date has been told so by that message.
  const isNews = !situation.subject.adviserContactedOn && situation.toldOn <= contactDate(situation).lawDate
  return {
    messages: noticeSentAgain(situation.heard),
    messagesIfStillSo: isNews ? [{ kind: 'adviser-can-still-help', about: revisedBy(situation.subject) }] : [],
    reminders: [],
    tasks: [{ kind: 'check-no-news', about: OPENED, dueOn: addMonths(until, -1) }],
    ends: { from: until },
    next: { kind: 'keep-open', date: until },
  }
}

/** The family has had advice and chooses: mediation, or a certificate. */
function choiceRules(situation: WaitSituation): WaitRules {
  const { dates, heard } = situation
  const until = keepOpenUntil(situation)
  const about = heard.sequence
  const lastWeek = lastWeekToChoose(situation)
  return {
    messages: heard.type === 'adviser-contacted' ? [{ kind: 'choose', about }] : noticeSentAgain(heard),
    reminders: chooseInTime(situation),
    tasks: [
      {
        kind: 'check-no-news',
        about,
        dueOn: laterOf(addDays(dates.appeal.decisionLimb.lawDate, 1), lastWeek),
      },
    ],
    ends: { from: until },
    next: { kind: 'family-chooses', date: dates.appeal.decisionLimb.aimDate },
  }
}

function chooseInTime(situation: WaitSituation): readonly Reminder[] {
  const { dates, heard } = situation
  return dates.appeal.lateContact
    ? []
    : [{ kind: 'choose-before-two-months', about: heard.sequence, on: lastWeekToChoose(situation) }]
}

function lastWeekToChoose({ dates }: WaitSituation) {
  return addWorkingDays(dates.appeal.decisionLimb.aimDate, -5)
}

/** The family declined: the adviser issues the certificate within 3 working days (regulation 34). */
function certificateAfterDecliningRules(situation: WaitSituation): WaitRules {
  const { heard, subject } = situation
  const kind = isRecordedTooLate(situation) ? 'certificate-overdue' : 'certificate-due'
  return {
    messages: heard.type === 'mediation-declined' ? [{ kind, about: heard.sequence }] : noticeSentAgain(heard),
    ...overdueCertificate(situation, subject.declined?.sequence ?? heard.sequence, keepOpenUntil(situation)),
  }
}

/**
 * When the council stops waiting for news in this stage: its own number of months after the contact date, and never
 * less than a month after the last thing that happened.
 */
function keepOpenUntil(situation: WaitSituation) {
  const { heardOn, keepOpenMonths } = situation
  return laterOf(addMonths(contactDate(situation).lawDate, keepOpenMonths), addMonths(heardOn, 1))
}

function contactDate(situation: WaitSituation) {
  return situation.dates.contact ?? missing(situation, 'it is only about the placement and belongs in "appeal-window"')
}
