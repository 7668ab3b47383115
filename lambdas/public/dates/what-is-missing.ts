import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import type { DatesThatApply } from './dates-that-apply.ts'
import type { DateAnswers } from './questions.ts'

/**
 * What is not known and what it would change. What is missing comes from the law; the words are for whoever answered. What
 * the calculator does not ask about (an agreement, say) is not missed here.
 */
export function whatIsMissing(answers: DateAnswers, dates: DatesThatApply): readonly string[] {
  return [
    ...dates.missing.flatMap(({ fact }) => {
      switch (fact) {
        case 'placementOnly':
          return [notSureOfPlacement(dates)]
        case 'sentOn':
          return [notSureOfSent(answers)]
        case 'certificatesIssuedOn':
          return [noCertificate(dates)]
        case 'adviserContactedOn':
          return notSureOfContact(dates)
        case 'healthIssue':
          return [
            'You may disagree only about health services. Then the health board arranges mediation, and its 30 days start on another day.',
          ]
        default:
          return []
      }
    }),
    ...(answers.council === 'unknown'
      ? ['You do not know the day the council was told. From that day it has 30 days to arrange mediation. Ask it.']
      : []),
    ...(answers.adviser === 'not-needed'
      ? [
          'You were told that you do not need the adviser. That is so only if you disagree about nothing but the school or college.',
        ]
      : []),
  ]
}

function notSureOfPlacement({ facts, appeal }: DatesThatApply): string {
  const withMore = whichDates({ ...facts, placementOnly: false }).dates.appeal
  const start = 'You are not sure if you disagree only about the school or college.'
  return withMore && withMore.lawDate > appeal.lawDate
    ? `${start} If it is about more, the certificate gives you until 5pm on ${formatDate(withMore.lawDate)}.`
    : `${start} If it is, you do not need the adviser or a certificate. The appeal date stays the same.`
}

function notSureOfSent({ 'printed-on': printedOn }: DateAnswers): string {
  const known = printedOn === undefined ? 'that' : formatDate(printedOn as CalendarDate)
  return `You do not know the day the letter was sent. If it was before ${known}, your dates are earlier. Ask the council.`
}

function noCertificate({ contactIsLate }: DatesThatApply): string {
  return contactIsLate
    ? 'You have no certificate. Ask for one, but do not wait for it. To be safe, it does not give you more time.'
    : 'You have no certificate. You need one to appeal. It may give you a later date to appeal, and never an earlier one.'
}

function notSureOfContact({ contact, appeal }: DatesThatApply): readonly string[] {
  if (!contact) return []
  return [
    [
      'We do not know the day you first spoke to the adviser.',
      `If it was after ${formatDate(contact.lawDate)}, to be safe the certificate does not give more time.`,
      `Then the last moment to appeal in time is 5pm on ${formatDate(appeal.decisionLimb.lawDate)}.`,
    ].join(' '),
  ]
}
