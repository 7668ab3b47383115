import type { NamedAdviser } from '../../cases/advice/adviser.ts'
import { type Case, neverNeededCertificate } from '../../cases/case.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { askChoice, askDate } from '../../web/forms/questions.ts'

export const FIRST_CONTACT = {
  label: 'When did the family first speak to the mediation adviser?',
  hint: 'Ask the family or the adviser. It counts whether that was within two months of the decision.',
  what: 'the date the family first spoke to the adviser',
}

/**
 * When the family first spoke to the adviser, where the case does not know that yet: it decides whether a certificate
 * gives more time.
 */
export function askFirstContact(subject: Case) {
  return knowsFirstContact(subject) ? {} : { contactedOn: askDate(FIRST_CONTACT) }
}

/** Which mediation adviser it is, where the council has several. The family chooses. */
export function askAdviser(advisers: readonly NamedAdviser[]) {
  if (advisers.length < 2) return {}
  return {
    adviser: askChoice(
      advisers.map(({ id, contact }) => ({ value: id, text: contact.name })),
      {
        label: 'Which mediation adviser?',
        hint: 'The one that the family has chosen. Our messages then name that one, and it gets what is to be done.',
        error: 'Select which mediation adviser',
      },
    ),
  }
}

export function knowsFirstContact(subject: Case): boolean {
  return subject.adviserContactedOn !== undefined || neverNeededCertificate(subject)
}

/** What a fact says of it. */
export function firstContactSaid({ contactedOn }: { readonly contactedOn?: CalendarDate }): readonly string[] {
  return contactedOn ? [`The family first spoke to the adviser on ${formatDate(contactedOn)}.`] : []
}
