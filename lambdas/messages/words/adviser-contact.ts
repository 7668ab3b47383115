import { declinedGetsNoCertificate } from '../../cases/case-dates.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { datePanel, heading, type MessageWords, paragraph } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import {
  adviserContactDate,
  adviserContactPanel,
  hasSpokenToAdviser,
  reachTheAdviser,
  whatMediationIs,
} from '../passages/adviser.ts'
import { appealIsInTime, appealPanel, howToAppealLate } from '../passages/appeal.ts'
import { aboutTheDecision } from '../passages/decision.ts'
import { whoElseCanHelp } from '../passages/help.ts'
import { nextDay } from '../passages/next-day.ts'
import { whyThisDay } from '../passages/reasons.ts'
import type { NoUse, SomeMessages } from './family-message.ts'
import { any, appealMade, hasNoLetter, lastDay, noDay } from './of-no-use.ts'

const hasSpoken: NoUse = ({ subject }) => (hasSpokenToAdviser(subject) ? 'adviser-spoken-to' : undefined)

/** Who has spoken to nobody yet is reminded of it. */
const contactIsOpen = any(appealMade, hasSpoken, hasNoLetter)

/** While there is time to speak to the mediation adviser, and when that time has passed. */
export const ADVISER_CONTACT_MESSAGES = {
  /** Thirty days after the decision: there is time. */
  'contact-reminder-day-30': {
    write: (situation) =>
      contactReminder(situation, {
        subjectBegins: 'Reminder: speak to the mediation adviser',
        title: 'A reminder to speak to the mediation adviser',
        opening: 'We are writing because there is still time to speak to the mediation adviser.',
      }),
    noUse: contactIsOpen,
    callsPast: noDay,
  },
  /** Fifty days after the decision: the day is near. */
  'contact-reminder-day-50': {
    write: (situation) =>
      contactReminder(situation, {
        subjectBegins: 'Second reminder: speak to the mediation adviser',
        title: 'The day to speak to the mediation adviser is near',
        opening: 'We are writing because the day to speak to the mediation adviser is near.',
      }),
    noUse: contactIsOpen,
    callsPast: noDay,
  },
  /** Five working days before the day to aim for. */
  'contact-reminder-last-week': {
    write: (situation) =>
      contactReminder(situation, {
        subjectBegins: 'Last reminder: speak to the mediation adviser',
        title: 'The last week to speak to the mediation adviser',
        opening: 'We are writing because this is the last week to speak to the mediation adviser.',
      }),
    noUse: contactIsOpen,
    callsPast: noDay,
  },
  'adviser-can-still-help': { write: adviserCanStillHelp, noUse: contactIsOpen, callsPast: lastDay('contact') },
} satisfies SomeMessages

/** What the three reminders have in common. */
interface ReminderWords {
  readonly subjectBegins: string
  readonly title: string
  readonly opening: string
}

/** A reminder to speak to the mediation adviser. */
function contactReminder(situation: SituationOfFact, words: ReminderWords): MessageWords {
  const { today } = situation
  const contact = adviserContactDate(situation)
  const by = nextDay(contact, today)
  return {
    subject: `${words.subjectBegins} by ${formatDate(by)}`,
    preheader: 'One phone call or email is enough. You do not have to choose mediation.',
    title: words.title,
    blocks: [
      paragraph(words.opening),
      aboutTheDecision(situation),
      adviserContactPanel(situation),
      heading('What to do'),
      paragraph(
        'If you may want to appeal, phone or email the mediation adviser. One call is enough.',
        'If you have done this already, you do not need to do it again. Please tell us the day.',
      ),
      ...reachTheAdviser(situation),
      whatMediationIs(situation),
      ...whyThisDay(contact, today),
      heading('The day for your appeal'),
      appealPanel(situation),
      paragraph('You need a certificate from the mediation adviser first. A certificate can make this day later.'),
      ...whyThisDay(situation.dates.appeal, today, 'Why this day for the appeal'),
      ...whoElseCanHelp(situation),
    ],
  }
}

/** The two months to speak to the adviser have gone by. The adviser can still help and an appeal can still be made. */
function adviserCanStillHelp(situation: SituationOfFact): MessageWords {
  const { subject, dates, today } = situation
  const contact = adviserContactDate(situation)
  const { lawDate } = dates.appeal
  return {
    subject: `You can still appeal: speak to the mediation adviser today, ${formatDate(today)}`,
    preheader: 'The adviser can still help you today. A late appeal can be made, and a judge decides.',
    title: 'You can still appeal',
    blocks: [
      paragraph(
        `We are writing because ${formatDate(contact.lawDate)} has gone by.`,
        'It was the last day to speak to the mediation adviser. Our records do not show that you did.',
      ),
      aboutTheDecision(situation),
      paragraph('If you did speak to the adviser in time, tell us the day. Then nothing has changed.'),
      heading('What to do today'),
      paragraph(
        'Phone or email the mediation adviser. The adviser can still help.',
        declinedGetsNoCertificate(subject, dates, today)
          ? 'Say if you want mediation or not. You now get a certificate only if you want mediation.'
          : 'Ask for a certificate.',
      ),
      ...reachTheAdviser(situation),
      ...(appealIsInTime(situation)
        ? [
            heading('Your appeal date is still ahead'),
            datePanel(
              'The Tribunal must have your appeal by 5pm on',
              formatDate(lawDate),
              'Send it by then, even if you have no certificate yet.',
            ),
            paragraph('If you did not speak to the adviser in time, say in the appeal why.'),
            ...whyThisDay(dates.appeal, today),
          ]
        : [
            heading('The appeal date'),
            datePanel(
              'The time limit for the appeal was 5pm on',
              formatDate(lawDate),
              'You can still appeal. A judge decides.',
            ),
            ...whyThisDay(dates.appeal, today),
          ]),
      ...howToAppealLate(situation),
      ...whoElseCanHelp(situation),
    ],
  }
}
