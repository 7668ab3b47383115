import { hasNoWrittenNotice, isWidened } from '../../cases/case.ts'
import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, type DatePanel, datePanel, heading, type Paragraph, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { hasSpokenToAdviser } from './adviser.ts'
import { appealPanel, howToAppeal, howToAppealLate } from './appeal.ts'
import { certificateIsNeeded } from './appeal-state.ts'
import { noDayForTheAppeal } from './notice.ts'

/** The adviser's 3 working days. */
export function certificateDate(situation: MessageSituation): Deadline {
  return required(situation.dates.certificate, 'nothing has started the 3 working days for a certificate', situation)
}

/** "your certificate is due by Friday 10 April 2026", or "was due by" when that day has gone by. */
export function certificateIsDue({ lawDate }: Deadline, today: CalendarDate): string {
  return `your certificate ${today > lawDate ? 'was' : 'is'} due by ${formatDate(lawDate)}`
}

/** The day by which the adviser gives the certificate and, when it has gone by, what to do about it. */
export function certificatePanel({ lawDate }: Deadline, situation: MessageSituation, ...notes: string[]): DatePanel {
  return situation.today > lawDate
    ? datePanel(
        'The mediation adviser had to give you a certificate by',
        formatDate(lawDate),
        'If you have it, tell us the date on it. If you do not, ask the adviser for it today.',
        ...(monthCounts(situation) ? ['You do not lose time if the certificate comes late.'] : []),
      )
    : datePanel('The mediation adviser must give you a certificate by', formatDate(lawDate), ...notes)
}

/** What the appeal date will be once there is a certificate, and how to appeal. */
export function appealAfterCertificate(situation: MessageSituation): Block[] {
  if (hasNoWrittenNotice(situation.subject)) return noDayForTheAppeal(situation)
  const { decisionLimb, lateContact } = situation.dates.appeal
  if (lateContact) return howToAppealLate(situation)
  if (isWidened(situation.subject)) return [...appealDayKept(situation), ...howToAppeal(situation)]
  return [
    heading('When you have your certificate'),
    paragraph(
      'You can appeal as soon as you have it. You do not have to wait.',
      'We will write to tell you the last day for your appeal.',
    ),
    paragraph(
      situation.today > decisionLimb.lawDate
        ? 'You have 1 month from the date on the certificate.'
        : `You have until 5pm on ${formatDate(decisionLimb.lawDate)}, or 1 month from the date on the certificate. The later one counts.`,
    ),
    ...ifContactIsNotKnown(situation),
    ...howToAppeal(situation),
  ]
}

/** The dispute was widened: whatever the certificate gives, the day for the placement is kept, to be safe (J13). */
function appealDayKept(situation: MessageSituation): Block[] {
  return [
    heading('The day for your appeal'),
    appealPanel(situation),
    paragraph('You can appeal as soon as you have your certificate. You do not have to wait.'),
  ]
}

/**
 * Whether the family is known to have spoken to the adviser in time, so that the certificate gives it a month (J5).
 * Telling the council is not speaking to the adviser; telling the adviser that one wants no mediation is.
 */
export function monthCounts({ subject, dates }: MessageSituation): boolean {
  const { contact, appeal } = dates
  if (!contact || appeal.lateContact) return false
  const spokenOn = subject.adviserContactedOn ?? subject.declined?.declinedOn
  return spokenOn !== undefined && spokenOn <= contact.lawDate
}

/** Tells a family of which no talk with the adviser is known what its month depends on. */
export function ifContactIsNotKnown(situation: MessageSituation): Paragraph[] {
  const { subject, dates, today } = situation
  const { contact } = dates
  if (!contact || subject.adviserContactedOn || monthCounts(situation)) return []
  const byThen = `The month counts if you first spoke to the mediation adviser on or before ${formatDate(contact.lawDate)}.`
  return [
    today > contact.lawDate
      ? paragraph(
          byThen,
          'Please tell us the day. If it was later, send your appeal today and say why. A judge decides.',
        )
      : paragraph(byThen, 'If you have not spoken to the adviser yet, phone or email today.'),
  ]
}

/** To a family that has none. */
export const CERTIFICATE_FIRST = 'You need a certificate from the mediation adviser before you appeal.'

/** What stands before an appeal that needs a certificate: a talk with the adviser, by the day for it while that is ahead. */
export function certificateFirst(situation: MessageSituation): Paragraph[] {
  const { subject, dates, today } = situation
  const { contact } = dates
  if (!certificateIsNeeded(situation) || !contact) return []
  if (declinedGetsNoCertificate(subject, dates, today) && subject.adviserContactedOn) return []
  if (hasSpokenToAdviser(subject)) return [paragraph(CERTIFICATE_FIRST)]
  return [
    today > contact.lawDate
      ? paragraph(
          CERTIFICATE_FIRST,
          `The last day to speak to the adviser was ${formatDate(contact.lawDate)}.`,
          'If you have not done so, phone or email the adviser today. The adviser can still help.',
        )
      : paragraph(
          CERTIFICATE_FIRST,
          `You must speak to the mediation adviser on or before ${formatDate(contact.lawDate)}.`,
        ),
  ]
}

/** The month counts only after a talk with the adviser in time (J5). A certificate from within the two months shows one. */
export function thisDayCountsIf({ subject, dates }: MessageSituation): Block[] {
  const { contact, appeal } = dates
  const { adviserContactedOn, certificate } = subject
  if (!contact || adviserContactedOn || !certificate || appeal.setBy === 'decision') return []
  if (certificate.issuedOn <= contact.lawDate) return []
  return [
    paragraph(
      `This day counts if you first spoke to the mediation adviser on or before ${formatDate(contact.lawDate)}.`,
      'Our records do not show the day. If it was later, tell us and send your appeal today.',
    ),
  ]
}
