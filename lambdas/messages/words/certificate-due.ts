import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { heading, type MessageWords, paragraph } from '../content.ts'
import { type MessageSituation, required } from '../message-situation.ts'
import { adviserContactDate } from '../passages/adviser.ts'
import { appealPanel, howToAppealLate } from '../passages/appeal.ts'
import { appealAfterCertificate, certificateDate, certificatePanel } from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { cancellationOfMeetingCalledOff, saidOfMeetingCalledOff } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'

/**
 * The family declined mediation: when the certificate comes, with the 3 working days counted out; after a late contact,
 * that none follows and what to do today.
 */
export function certificateDue(situation: MessageSituation): MessageWords {
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
function noCertificate(situation: MessageSituation, { declinedOn }: { declinedOn: CalendarDate }): MessageWords {
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
