import { londonDay } from '../../cases/london.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { type Block, datePanel, heading, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { reachTheAdviser } from '../passages/adviser.ts'
import { appealAfterCertificate, certificateDate, monthCounts } from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoElseCanHelp } from '../passages/help.ts'
import { cancellationOfMeetingCalledOff, saidOfMeetingCalledOff } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'

/**
 * The certificate is late. The family loses no time by it, because its month starts when it is issued. Where the family's
 * no to mediation was recorded after that day, this is the first message that speaks of it.
 */
export function certificateOverdue(situation: SituationOfFact): MessageWords {
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
