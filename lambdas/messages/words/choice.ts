import { formatDate } from '../../law/calendar-date.ts'
import { type MessageWords, paragraph } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { adviserContactDate, reachTheAdviser, whatMediationIs } from '../passages/adviser.ts'
import { appealBesideTheChoice, tellTheAdviser, whatYouCanChoose } from '../passages/choice.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoElseCanHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import type { NoUse, SomeMessages } from './family-message.ts'
import { any, appealMade, hasNoLetter, noDay } from './of-no-use.ts'

const hasChosen: NoUse = ({ subject }) =>
  subject.chosen || subject.declined || subject.certificate ? 'choice-made' : undefined

const choiceIsOpen = any(appealMade, hasChosen, hasNoLetter)

/** The choice between mediation and a certificate. */
export const CHOICE_MESSAGES = {
  choose: { write: choose, noUse: choiceIsOpen, callsPast: noDay },
  /** The two months from the decision end in a week, and the family has not said what it chooses. */
  'choose-before-two-months': {
    write: (situation) =>
      choice(
        situation,
        'Reminder of your choice: ',
        'We are writing because the day to choose is near. We have not heard what you choose.',
      ),
    noUse: choiceIsOpen,
    callsPast: noDay,
  },
} satisfies SomeMessages

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
      ...tellTheAdviser(situation),
      ...whatYouCanChoose(situation),
      whatMediationIs(situation),
      ...reachTheAdviser(situation),
      ...appealBesideTheChoice(situation),
      ...whoElseCanHelp(situation),
    ],
  }
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
