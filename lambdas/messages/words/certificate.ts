import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { londonDay } from '../../cases/london.ts'
import { reasons } from '../../guidance/reasons.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { AppealDeadline, Deadline } from '../../law/deadline.ts'
import { deadlineEntries } from '../calendar/deadline-entries.ts'
import { type Block, datePanel, heading, list, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { adviserContactDate, reachTheAdviser } from '../passages/adviser.ts'
import { appealIsInTime, appealPanel, howToAppeal, howToAppealLate, itIsYourChoice } from '../passages/appeal.ts'
import {
  appealAfterCertificate,
  certificateDate,
  certificatePanel,
  monthCounts,
  thisDayCountsIf,
} from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp, whoElseCanHelp } from '../passages/help.ts'
import { cancellationOfMeetingCalledOff, meetingStillStands, saidOfMeetingCalledOff } from '../passages/meeting.ts'
import { nextDay } from '../passages/next-day.ts'
import { whyThisDay } from '../passages/reasons.ts'
import type { NoUse, SomeMessages } from './family-message.ts'
import { any, appealMade, certificateIsAwaited, hasNoLetter, lastDay, noDay, wantsMediationAgain } from './of-no-use.ts'

/** A certificate that is late is told as that. */
const certificateIsLate: NoUse = ({ dates: { certificate }, today }) =>
  certificate && certificate.lawDate < today ? 'time-is-over' : undefined

/** The mediation certificate, and the day to appeal that follows from it. */
export const CERTIFICATE_MESSAGES = {
  'certificate-due': {
    write: certificateDue,
    noUse: any(wantsMediationAgain, certificateIsAwaited, certificateIsLate),
    callsPast: noDay,
  },
  'certificate-overdue': {
    write: certificateOverdue,
    noUse: any(wantsMediationAgain, certificateIsAwaited),
    callsPast: lastDay('certificate'),
  },
  'last-day-to-appeal': { write: lastDayToAppeal, noUse: any(appealMade, hasNoLetter), callsPast: noDay },
} satisfies SomeMessages

/**
 * The family declined mediation: when the certificate comes, with the 3 working days counted out; after a late contact,
 * that none follows and what to do today.
 */
function certificateDue(situation: SituationOfFact): MessageWords {
  const { subject, dates, today } = situation
  const declined = required(subject.declined, 'nobody has declined mediation', situation)
  if (declinedGetsNoCertificate(subject, dates, today)) return noCertificate(situation, declined)
  const due = certificateDate(situation)
  return {
    subject: `Your mediation certificate is due by ${formatDate(due.lawDate)}`,
    preheader: 'You need it to appeal. The mediation adviser sends it to you.',
    blocks: [
      paragraph(
        `You told the mediation adviser on ${formatDate(declined.declinedOn)} that you do not want mediation.`,
        'The adviser now gives you a certificate.',
      ),
      aboutTheDecision(situation),
      ...saidOfMeetingCalledOff(situation),
      certificatePanel(due, situation, 'You need it to appeal. Keep it safe.'),
      heading('What to do'),
      paragraph(
        ...(situation.today > due.lawDate
          ? []
          : [
              'You do not have to do anything until then.',
              'If you do not have it the day after, phone the adviser and tell us.',
            ]),
        'If you change your mind about mediation, tell the adviser or us.',
      ),
      ...whyThisDay(due, situation.today),
      ...appealAfterCertificate(situation),
      ...whoCanHelp(situation),
    ],
    ...cancellationOfMeetingCalledOff(situation),
  }
}

/** Regulation 34(2): the adviser may not issue one, and the Tribunal can give leave without it (34(3)). */
function noCertificate(situation: SituationOfFact, { declinedOn }: { declinedOn: CalendarDate }): MessageWords {
  const { today } = situation
  const contact = adviserContactDate(situation)
  return {
    subject: `Send your appeal today, ${formatDate(today)}: do not wait for a certificate`,
    preheader: 'The adviser may not give you a certificate. You can still appeal, and a judge decides.',
    title: 'Send your appeal today',
    blocks: [
      paragraph(
        `You told the mediation adviser on ${formatDate(declinedOn)} that you do not want mediation.`,
        `The last day to speak to the adviser was ${formatDate(contact.lawDate)}.`,
        'After that day the law does not let the adviser give you a certificate if you do not want mediation.',
      ),
      aboutTheDecision(situation),
      ...saidOfMeetingCalledOff(situation),
      paragraph(
        'If you spoke to the adviser by that day, tell us. Then you can have a certificate.',
        'If you change your mind about mediation, tell the adviser or us. You get a certificate after mediation.',
      ),
      heading('Your right to appeal'),
      appealPanel(situation),
      ...whyThisDay(situation.dates.appeal, today),
      ...howToAppealLate(situation),
      ...whoCanHelp(situation),
    ],
    ...cancellationOfMeetingCalledOff(situation),
  }
}

/**
 * The certificate is late. The family loses no time by it, because its month starts when it is issued. Where the family's
 * no to mediation was recorded after that day, this is the first message that speaks of it.
 */
function certificateOverdue(situation: SituationOfFact): MessageWords {
  const due = certificateDate(situation)
  const { today } = situation
  const isFirst = isFirstToTell(situation, due)
  return {
    subject: `Your mediation certificate was due by ${formatDate(due.lawDate)}: ask for it today`,
    preheader: 'What to do if you do not have it yet, and who can help.',
    title: `Your certificate was due by ${formatDate(due.lawDate)}`,
    blocks: [
      paragraph(
        'We are writing because our records do not show that you have your certificate.',
        ...declined(situation),
      ),
      aboutTheDecision(situation),
      ...(isFirst ? saidOfMeetingCalledOff(situation) : []),
      datePanel('The adviser had to issue your certificate by', formatDate(due.lawDate), 'This is not your fault.'),
      heading('What to do'),
      paragraph(
        'If you have the certificate, tell us the date on it.',
        'If you do not, phone or email the mediation adviser today. We are asking for it too.',
      ),
      ...noTimeIsLost(situation),
      ...reachTheAdviser(situation),
      ...whyThisDay(due, today),
      ...appealAfterCertificate(situation),
      ...whoElseCanHelp(situation),
    ],
    ...(isFirst && cancellationOfMeetingCalledOff(situation)),
  }
}

/** Recorded after the certificate's day, the fact has had no message before this one. */
function isFirstToTell({ subject, about }: SituationOfFact, due: Deadline): boolean {
  const fact = subject.facts.find(({ sequence }) => sequence === about)
  return fact !== undefined && londonDay(new Date(fact.recordedAt)) > due.lawDate
}

function declined({ subject }: SituationOfFact): string[] {
  const { declined, chosen } = subject
  if (!declined || (chosen && chosen.sequence > declined.sequence)) return []
  return [`You told the mediation adviser on ${formatDate(declined.declinedOn)} that you do not want mediation.`]
}

function noTimeIsLost(situation: SituationOfFact): Block[] {
  if (!monthCounts(situation)) return []
  return [
    heading('You do not lose time'),
    paragraph(
      'Your month to appeal starts on the date on the certificate.',
      'If you have no certificate, it has not started yet.',
    ),
  ]
}

/** The certificate is there: the appeal date with both limits and their working, or what a late family does today. */
function lastDayToAppeal(situation: SituationOfFact): MessageWords {
  const { issuedOn } = required(situation.subject.certificate, 'no certificate is recorded', situation)
  return situation.dates.appeal.lateContact
    ? afterLateContact(situation, issuedOn)
    : afterContactInTime(situation, issuedOn)
}

function afterContactInTime(situation: SituationOfFact, issuedOn: CalendarDate): MessageWords {
  const { dates, today } = situation
  const { appeal } = dates
  const inTime = appealIsInTime(situation)
  const by = nextDay(appeal, today)
  return {
    subject: inTime
      ? `You have your certificate: send your appeal by ${formatDate(by)}`
      : `You have your certificate: send your appeal today, ${formatDate(today)}`,
    preheader: 'The last day for your appeal, how we worked it out, and how to appeal.',
    title: 'You have your certificate and can appeal',
    blocks: [
      paragraph(
        `Your mediation certificate is dated ${formatDate(issuedOn)}.`,
        'If your copy has another date, tell us today, because your dates change.',
      ),
      aboutTheDecision(situation),
      appealPanel(situation),
      ...meetingStillStands(situation),
      ...thisDayCountsIf(situation),
      ...howWeWorkedItOut(appeal, today),
      ...(inTime ? howToAppeal(situation) : howToAppealLate(situation)),
      ...itIsYourChoice(),
      ...whoCanHelp(situation),
    ],
    ...deadlineEntries(situation),
  }
}

function howWeWorkedItOut(appeal: AppealDeadline, today: CalendarDate): Block[] {
  const { decisionLimb, certificateLimb } = appeal
  if (!certificateLimb) return whyThisDay(appeal, today)
  return [
    heading('There are two time limits'),
    paragraph('The later one counts.'),
    ...limit('Limit 1: two months from the decision', decisionLimb),
    ...limit('Limit 2: one month from the certificate', certificateLimb),
    heading('Which one counts'),
    list(
      whichCounts(decisionLimb, certificateLimb),
      ...reasons(appeal, today).filter((step) => !appeal.working.includes(step)),
    ),
  ]
}

function whichCounts(decisionLimb: Deadline, certificateLimb: Deadline): string {
  if (decisionLimb.lawDate === certificateLimb.lawDate) return 'Both limits end on the same day.'
  const later = certificateLimb.lawDate > decisionLimb.lawDate ? 'Limit 2' : 'Limit 1'
  return `${later} is the later one, so it counts.`
}

function limit(title: string, limb: Deadline): Block[] {
  return [heading(title), list(...limb.working, `This limit ends at 5pm on ${formatDate(limb.lawDate)}.`)]
}

/** J5: a certificate after a late contact may not give a fresh month, so none is shown. */
function afterLateContact(situation: SituationOfFact, issuedOn: CalendarDate): MessageWords {
  const { dates, today } = situation
  const { lawDate } = dates.appeal.decisionLimb
  const ahead = today <= lawDate
  return {
    subject: `Send your appeal today, ${formatDate(today)}: you can still appeal`,
    preheader: ahead ? 'What to do today, and how to do it.' : 'A late appeal can be made, and a judge decides.',
    title: 'You have your certificate: send your appeal today',
    blocks: [
      paragraph(
        `Your mediation certificate is dated ${formatDate(issuedOn)}. You can appeal now.`,
        'If your copy has another date, tell us today.',
      ),
      aboutTheDecision(situation),
      ahead
        ? datePanel('The Tribunal must have your appeal by 5pm on', formatDate(lawDate), 'Send it today.')
        : datePanel('The time limit was 5pm on', formatDate(lawDate), 'Send your appeal today and say why it is late.'),
      paragraph(
        'You spoke to the mediation adviser after the last day for that. So say in the appeal why it was late.',
      ),
      ...whyThisDay(dates.appeal, today),
      ...howToAppealLate(situation),
      ...whoCanHelp(situation),
    ],
  }
}
