import { parseCalendarDate } from '../../law/calendar-date.ts'
import { isPastOnEveryReading } from '../../law/deadline.ts'
import { type DateFacts, whichDates } from '../../law/which-dates.ts'
import { isPast, type Moment } from '../moment.ts'
import type { DateAnswers } from './questions.ts'

/**
 * What the law says on whole and checked answers, sorted by what a family has to do about it.
 *
 * @throws the errors of `whichDates` for answers that cannot all be true
 */
export function datesThatApply(answers: DateAnswers, moment: Moment) {
  const facts = dateFactsOf(answers)
  const { dates, missing } = whichDates(facts)
  const { contact, certificateBar, appeal, mediation } = dates
  if (!appeal)
    throw new Error('The answers gave no date for the appeal, though the date on the letter is always asked.')
  const contactIsDone = facts.adviserContactedOn !== undefined || facts.certificatesIssuedOn !== undefined
  return {
    facts,
    /** Speak to the mediation adviser (D01). Absent where the placement alone is in dispute. */
    ...(contact && { contact }),
    /** The adviser has been spoken to, as far as the answers say: by a day, or because there is a certificate. */
    contactIsDone,
    /** The first talk was after the last day, or would be if it were today. Then a certificate cannot be counted on. */
    contactIsLate: appeal.lateContact || (contact !== undefined && !contactIsDone && isPast(contact, moment)),
    /** That talk was, or would be today, late by every date of the letter: a certificate follows on mediation only. */
    certificateNeedsMediation:
      certificateBar !== undefined && isPastOnEveryReading(certificateBar, facts.adviserContactedOn ?? moment.today),
    /** The council arranges mediation (D04), while that is still to come. */
    ...(mediation && !endedByCertificate(facts) && { mediation }),
    appeal,
    /** The time limit for the appeal has gone by. */
    appealIsPast: isPast(appeal, moment),
    missing,
  }
}

export type DatesThatApply = ReturnType<typeof datesThatApply>

/** The facts that whole answers give. What was answered with "I do not know" is left out. */
function dateFactsOf(answers: DateAnswers): DateFacts {
  const day = (answer: string | undefined) => (answer === undefined ? undefined : parseCalendarDate(answer))
  const certificateOn = day(answers['certificate-on'])
  return {
    placementOnly: answers.disagreement === 'not-sure' ? undefined : answers.disagreement === 'only-school',
    printedOn: day(answers['printed-on']),
    sentOn: day(answers['sent-on']),
    adviserContactedOn: day(answers['adviser-on']),
    certificatesIssuedOn: certificateOn === undefined ? undefined : [certificateOn],
    councilToldOn: day(answers['council-on']),
  }
}

/** A certificate after the council was told comes when mediation is over, refused or not arranged. */
function endedByCertificate({ councilToldOn, certificatesIssuedOn }: DateFacts): boolean {
  const issuedOn = certificatesIssuedOn?.[0]
  return councilToldOn !== undefined && issuedOn !== undefined && issuedOn >= councilToldOn
}
