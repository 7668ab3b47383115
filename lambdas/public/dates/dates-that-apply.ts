import { type AppealDeadline, type Deadline, isPastOnEveryReading } from '../../law/deadline.ts'
import { type DateFacts, type MissingFact, whichDates } from '../../law/which-dates.ts'
import { isPast, type Moment } from '../moment.ts'
import { dateFactsOf } from './date-facts-of.ts'
import type { DateAnswers } from './questions.ts'

/** What the law says on the answers, sorted by what a family has to do about it. */
export interface DatesThatApply {
  readonly facts: DateFacts
  /** Speak to the mediation adviser (D01). Absent where the placement alone is in dispute. */
  readonly contact?: Deadline
  /** The adviser has been spoken to, as far as the answers say: by a day, or because there is a certificate. */
  readonly contactIsDone: boolean
  /** The first talk was after the last day, or would be if it were today. Then a certificate cannot be counted on. */
  readonly contactIsLate: boolean
  /** It was, or would be, late by every date of the letter: the adviser may issue a certificate after mediation only. */
  readonly certificateNeedsMediation: boolean
  /** The council arranges mediation (D04), while that is still to come. */
  readonly mediation?: Deadline
  readonly appeal: AppealDeadline
  /** The time limit for the appeal has gone by. */
  readonly appealIsPast: boolean
  readonly missing: readonly MissingFact[]
}

/**
 * The dates that apply to whole and checked answers.
 *
 * @throws the errors of `whichDates` for answers that cannot all be true
 */
export function datesThatApply(answers: DateAnswers, moment: Moment): DatesThatApply {
  const facts = dateFactsOf(answers)
  const { dates, missing } = whichDates(facts)
  const { contact, certificateBar, appeal, mediation } = dates
  if (!appeal)
    throw new Error('The answers gave no date for the appeal, though the date on the letter is always asked.')
  const contactIsDone = facts.adviserContactedOn !== undefined || facts.certificatesIssuedOn !== undefined
  return {
    facts,
    ...(contact && { contact }),
    contactIsDone,
    contactIsLate: appeal.lateContact || (contact !== undefined && !contactIsDone && isPast(contact, moment)),
    certificateNeedsMediation:
      certificateBar !== undefined && isPastOnEveryReading(certificateBar, facts.adviserContactedOn ?? moment.today),
    ...(mediation && !endedByCertificate(facts) && { mediation }),
    appeal,
    appealIsPast: isPast(appeal, moment),
    missing,
  }
}

/** A certificate after the council was told comes when mediation is over, refused or not arranged. */
function endedByCertificate({ councilToldOn, certificatesIssuedOn }: DateFacts): boolean {
  const issuedOn = certificatesIssuedOn?.[0]
  return councilToldOn !== undefined && issuedOn !== undefined && issuedOn >= councilToldOn
}
