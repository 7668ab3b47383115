import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import { APPEAL_TIME_GOES_ON, howToAppealLate } from './appeal.ts'
import { ifContactIsNotKnown } from './certificate.ts'
import { whyThisDay } from './reasons.ts'

/** The appeal, while mediation is being arranged or held and there is no certificate yet. */
export function appealMeanwhile(situation: MessageSituation): Block[] {
  const { dates, today } = situation
  const { decisionLimb, lateContact } = dates.appeal
  if (lateContact) {
    return [
      heading('Your appeal'),
      paragraph(
        'You spoke to the mediation adviser after the last day for that. You can still appeal.',
        'You do not have to wait for mediation to do so.',
      ),
      ...howToAppealLate(situation),
    ]
  }
  const certificate = 'After mediation you get a certificate. You then have 1 month from the date on it'
  return [
    heading('Your right to appeal'),
    today > decisionLimb.lawDate
      ? paragraph('Your right to appeal is not affected.', `${certificate}.`)
      : paragraph(
          'Your right to appeal is not affected.',
          `For now the last moment for your appeal is 5pm on ${formatDate(decisionLimb.lawDate)}.`,
          `${certificate}, if that is later.`,
        ),
    ...ifContactIsNotKnown(situation),
    paragraph(
      APPEAL_TIME_GOES_ON,
      'You can appeal before mediation. You need a certificate from the adviser for that.',
    ),
    ...(today > decisionLimb.lawDate ? [] : whyThisDay(decisionLimb, today, 'Why this day for the appeal')),
  ]
}
