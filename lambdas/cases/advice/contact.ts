import { type CalendarDate, earlierOf, formatDate } from '../../law/calendar-date.ts'
import type { Case } from '../case.ts'
import { type CheckSituation, type FactProblem, type GivenDay, happened, problem } from '../fact-problem.ts'

/** Details that may say when the family first spoke to the adviser: it is asked for while the case does not know it. */
interface MayNameContact {
  readonly contactedOn?: CalendarDate
  /** The id of the adviser, where the council has several. */
  readonly adviser?: string
}

/** The case with the first day on which the family is known to have spoken to the adviser, and which one that is. */
export function contacted(before: Case, { contactedOn, adviser }: MayNameContact): Case {
  const first =
    contactedOn && before.adviserContactedOn ? earlierOf(before.adviserContactedOn, contactedOn) : contactedOn
  return { ...before, ...(first && { adviserContactedOn: first }), ...(adviser && { adviser }) }
}

/** What is wrong with the day of the first contact, where the details give it. */
export function firstContact(situation: CheckSituation, { contactedOn }: MayNameContact): readonly FactProblem[] {
  const what = 'The date the family first spoke to the adviser'
  return contactedOn ? happened(situation, { field: 'contactedOn', what, day: contactedOn }) : []
}

/** Something that cannot be before the family's first word with the adviser: declining, and the certificate. */
export function afterFirstContact(
  situation: CheckSituation,
  details: MayNameContact,
  given: GivenDay,
): readonly FactProblem[] {
  const problems = [...happened(situation, given), ...firstContact(situation, details)]
  if (problems.length > 0) return problems
  const contactedOn = situation.subject.adviserContactedOn
  if (!contactedOn || given.day >= contactedOn) return []
  return problem(
    given.field,
    `${given.what} cannot be ${formatDate(given.day)}: the family first spoke to the adviser on ${formatDate(contactedOn)}`,
  )
}
