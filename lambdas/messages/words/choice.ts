import { formatDate } from '../../law/calendar-date.ts'
import { type Block, heading, type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { adviserContactDate, adviserContactPanel, reachTheAdviser, whatMediationIs } from '../passages/adviser.ts'
import { APPEAL_TIME_GOES_ON, appealIsInTime, appealPanel, howToAppealLate } from '../passages/appeal.ts'
import { appealAfterCertificate } from '../passages/certificate.ts'
import { whatYouCanChoose } from '../passages/choice.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoElseCanHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { whyThisDay } from '../passages/reasons.ts'
import type { SomeWords } from './message-words.ts'

/** The choice between mediation and a certificate. */
export const CHOICE_WORDS = {
  choose,
  /** The two months from the decision end in a week, and the family has not said what it chooses. */
  'choose-before-two-months': (situation) =>
    choice(
      situation,
      'Reminder of your choice: ',
      'We are writing because the day to choose is near. We have not heard what you choose.',
    ),
} satisfies SomeWords

/** The choice between mediation and a certificate, with no push to either. */
function choice(situation: SituationOfFact, subjectBegins: string, opening: string): MessageWords {
  const { dates, today } = situation
  const contact = adviserContactDate(situation)
  const { lateContact } = dates.appeal
  const by = nextDay(contact, today)
  return {
    subject:
      lateContact || today > contact.lawDate
        ? `${subjectBegins}tell the mediation adviser today, ${formatDate(today)}`
        : `${subjectBegins}tell the mediation adviser by ${formatDate(by)}`,
    preheader: 'Mediation or no mediation: it is your choice. Your right to appeal is not affected.',
    title: 'Mediation or no mediation: it is your choice',
    blocks: [
      paragraph(opening),
      aboutTheDecision(situation),
      ...(lateContact ? [] : [tellTheAdviser(situation)]),
      ...whatYouCanChoose(situation),
      whatMediationIs(situation),
      ...reachTheAdviser(situation),
      ...(lateContact ? appealAfterLateContact(situation) : appealAfterContactInTime(situation)),
      ...whoElseCanHelp(situation),
    ],
  }
}

/** The two months are for the talk with the adviser. A family that had it in time has missed nothing when they end. */
function tellTheAdviser(situation: SituationOfFact): Block {
  const { lawDate } = adviserContactDate(situation)
  if (situation.today <= lawDate) return adviserContactPanel(situation, 'Tell the mediation adviser what you choose')
  return paragraph(
    `The last day to speak to the mediation adviser was ${formatDate(lawDate)}. You spoke to the adviser in time.`,
    'Please tell the adviser today what you choose.',
  )
}

function appealAfterContactInTime(situation: SituationOfFact): Block[] {
  const contact = adviserContactDate(situation)
  const { dates, today } = situation
  const why = today > contact.lawDate ? [] : whyThisDay(contact, today)
  if (!appealIsInTime(situation)) return [...why, ...appealAfterCertificate(situation)]
  return [
    ...why,
    heading('The day for your appeal'),
    appealPanel(situation),
    paragraph('A certificate can make this day later.', APPEAL_TIME_GOES_ON),
    ...whyThisDay(dates.appeal, today, 'Why this day for the appeal'),
  ]
}

function appealAfterLateContact(situation: SituationOfFact): Block[] {
  return [
    heading('Your right to appeal'),
    paragraph('You spoke to the mediation adviser after the last day for that. You can still appeal.'),
    appealPanel(situation),
    ...whyThisDay(situation.dates.appeal, situation.today),
    ...howToAppealLate(situation),
  ]
}

/** The family has spoken to the adviser and can choose. */
function choose(situation: SituationOfFact): MessageWords {
  const contactedOn = required(situation.subject.adviserContactedOn, 'nobody has spoken to the adviser', situation)
  return choice(
    situation,
    'Your choice: ',
    `You spoke to the mediation adviser on ${formatDate(contactedOn)}. Now you can choose what to do.`,
  )
}
