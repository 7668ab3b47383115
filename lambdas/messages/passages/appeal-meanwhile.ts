import { disputesPlacementOnly, hasNoWrittenNotice } from '../../cases/case.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, paragraph } from '../content.ts'
import type { MessageSituation } from '../message-situation.ts'
import {
  APPEAL_TIME_GOES_ON,
  appealPanel,
  howToAppealLate,
  NO_CERTIFICATE_FOR_THE_PLACEMENT,
  notAboutHealthAlone,
} from './appeal.ts'
import { appealDay } from './appeal-day.ts'
import { ofTheAppeal } from './appeal-state.ts'
import { ifContactIsNotKnown } from './certificate.ts'
import { noDayForTheAppeal } from './notice.ts'
import { whyThisDay } from './reasons.ts'

/** The appeal, while mediation is being arranged or held. */
export function appealMeanwhile(situation: MessageSituation): Block[] {
  return ofTheAppeal(situation, {
    made: () => [
      heading('Your appeal'),
      paragraph(
        'The Tribunal has your appeal. Mediation does not stop it.',
        'If you agree on everything, tell the Tribunal.',
      ),
    ],
    notMade: () => rightToAppealMeanwhile(situation),
  })
}

function rightToAppealMeanwhile(situation: MessageSituation): Block[] {
  const { dates, subject } = situation
  if (hasNoWrittenNotice(subject)) return noDayForTheAppeal(situation)
  if (dates.appeal.lateContact) {
    return [
      heading('Your appeal'),
      paragraph(
        'You spoke to the mediation adviser after the last day for that. You can still appeal.',
        'You do not have to wait for mediation to do so.',
      ),
      ...howToAppealLate(situation),
    ]
  }
  if (disputesPlacementOnly(subject)) {
    return appealWithoutWaiting(situation, NO_CERTIFICATE_FOR_THE_PLACEMENT)
  }
  return subject.certificate
    ? appealWithoutWaiting(situation, 'You have your certificate. So you can appeal now.')
    : appealAfterMediation(situation)
}

function appealWithoutWaiting(situation: MessageSituation, why: string): Block[] {
  const { dates, today } = situation
  return [
    heading('Your right to appeal'),
    paragraph('Your right to appeal is not affected.', why, APPEAL_TIME_GOES_ON),
    ...notAboutHealthAlone(situation),
    appealPanel(situation),
    ...whyThisDay(dates.appeal, today, 'Why this day for the appeal'),
  ]
}

function appealAfterMediation(situation: MessageSituation): Block[] {
  const { dates, subject, today } = situation
  const { decisionLimb } = dates.appeal
  const certificate = subject.adjourned
    ? 'You can ask for your certificate now. You then have 1 month from the date on it'
    : 'After mediation you get a certificate. You then have 1 month from the date on it'
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
      subject.adjourned
        ? 'You can appeal while mediation goes on. You need the certificate for that.'
        : 'You can appeal before mediation. You need a certificate from the adviser for that.',
    ),
    ...notAboutHealthAlone(situation),
    ...(today > decisionLimb.lawDate ? [] : whyThisDay(decisionLimb, today, 'Why this day for the appeal')),
  ]
}

/**
 * The appeal beside another route, which stops no clock.
 * @param route at the beginning of a sentence: "A complaint", "Disagreement resolution"
 */
export function appealBeside(situation: MessageSituation, route: string): Block[] {
  return ofTheAppeal(situation, {
    made: () => [heading('Your appeal'), paragraph('The Tribunal has your appeal.', `${route} does not stop it.`)],
    notMade: () => [
      heading('Your right to appeal'),
      paragraph(`${route} does not stop the time for an appeal.`, 'Your right to appeal is not affected.'),
      ...notAboutHealthAlone(situation),
      ...appealDay(situation),
    ],
  })
}
