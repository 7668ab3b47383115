import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { heading, list, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { whatMediationIs } from '../passages/adviser.ts'
import { APPEAL_TIME_GOES_ON } from '../passages/appeal.ts'
import { appealAfterCertificate, certificateDate, certificateIsDue, certificatePanel } from '../passages/certificate.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoCanHelp } from '../passages/help.ts'
import { cancellationOfMeetingCalledOff, saidOfMeetingCalledOff } from '../passages/meeting.ts'
import { whyThisDay } from '../passages/reasons.ts'

/**
 * No mediation within the 30 days: the family gets a certificate, and may appeal now or still wait. The council may say
 * so before the 30 days have ended, and again when a meeting that was arranged cannot take place.
 */
export function mediationNotArranged(situation: SituationOfFact): MessageWords {
  const mediation = required(situation.dates.mediation, 'the 30 days have no last day', situation)
  const due = certificateDate(situation)
  const { today, subject } = situation
  const hadMeeting = subject.meetings.length > 0
  return {
    subject: `${subjectBegins(mediation, situation)}: ${certificateIsDue(due, today)}`,
    preheader: 'You can appeal with the certificate, or still wait for mediation. It is your choice.',
    title: hadMeeting ? 'Your mediation has not taken place' : titleWithoutMeeting(mediation, situation),
    blocks: [
      paragraph(...whatWeDid(mediation, situation)),
      aboutTheDecision(situation),
      ...saidOfMeetingCalledOff(situation),
      certificatePanel(due, situation, 'You do not have to ask for it.'),
      ...(hadMeeting ? [paragraph('If you have a certificate already, use that one. Tell us the date on it.')] : []),
      ...whyThisDay(due, today),
      heading('What you can choose'),
      list(
        'Appeal now. Use the certificate as soon as you have it.',
        'Wait for mediation. Tell the mediation adviser that you still want it. You can appeal while you wait.',
      ),
      paragraph('Both are fine.', APPEAL_TIME_GOES_ON),
      whatMediationIs(situation),
      ...appealAfterCertificate(situation),
      ...whoCanHelp(situation),
    ],
    ...cancellationOfMeetingCalledOff(situation),
  }
}

function subjectBegins({ lawDate }: Deadline, { subject, today }: SituationOfFact): string {
  if (subject.meetings.length > 0) return 'No mediation has taken place'
  return today > lawDate ? 'No mediation was arranged' : 'We cannot arrange mediation in time'
}

function titleWithoutMeeting({ lawDate }: Deadline, { today }: SituationOfFact): string {
  return today > lawDate ? 'Your mediation was not arranged in time' : 'Your mediation cannot be arranged in time'
}

/** What is so: the 30 days may still run when the council says that they are not enough. */
function whatWeDid({ lawDate }: Deadline, situation: SituationOfFact): string[] {
  const { subject, today } = situation
  const chosen = required(subject.chosen, 'nobody has chosen mediation', situation)
  const { cannotBeArranged, meetings } = subject
  const day = formatDate(lawDate)
  return [
    `We were told on ${formatDate(chosen.councilToldOn)} that you want mediation.`,
    today > lawDate ? `We had until ${day} to arrange it.` : `We have until ${day} to arrange it.`,
    cannotBeArranged
      ? `On ${formatDate(cannotBeArranged.adviserToldOn)} we told the adviser that we cannot arrange it${cannotBeArranged.adviserToldOn > lawDate ? '' : ' in time'}.`
      : meetings.length > 0
        ? 'The meeting that was planned did not take place.'
        : 'It was not arranged.',
    'We are sorry.',
  ]
}
