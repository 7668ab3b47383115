import type { Contact, OtherPerson } from '../../cases/contact.ts'
import { isWrittenToInPlace, namesActedFor } from '../../cases/recipient.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { OTHER_FORMAT_WORDS, PRINT_SIZE_WORDS, RELATIONSHIP_WORDS, WAYS_TO_WRITE_WORDS } from '../closed-words.ts'

/** What is said of what may be found out later. */
export const NOT_KNOWN_YET = 'Not known yet'

/** A row of a summary list. */
export interface SummaryRow {
  readonly key: { readonly text: string }
  readonly value: { readonly text: string }
}

export function summaryRow(key: string, text: string): SummaryRow {
  return { key: { text: key }, value: { text } }
}

/** Who the family is and how it is written to, as the page of a case shows it. */
export function contactRows(contact: Contact): readonly SummaryRow[] {
  const { name, relationship, childName, by = 'email', email, postalAddress, phone } = contact
  const { bornOn, childReference, caseReference, uniquePupilNumber } = contact
  const { print, otherFormat, language, second, representative } = contact
  const onlyTo = representative && isWrittenToInPlace(contact) ? representative : undefined
  return [
    summaryRow('We write to', onlyTo ? `${onlyTo.name}, who acts for ${namesActedFor(contact)}` : name),
    summaryRow('Relationship', RELATIONSHIP_WORDS[relationship]),
    summaryRow('Child or young person', childName),
    summaryRow('Date of birth', bornOn ? formatDate(bornOn) : NOT_KNOWN_YET),
    summaryRow('Council’s reference for the child', childReference ?? NOT_KNOWN_YET),
    summaryRow('Council’s reference for the case', caseReference ?? NOT_KNOWN_YET),
    summaryRow('Unique pupil number', uniquePupilNumber ?? NOT_KNOWN_YET),
    summaryRow('How we write', onlyTo ? WAYS_TO_WRITE_WORDS[onlyTo.by] : WAYS_TO_WRITE_WORDS[by]),
    summaryRow('Email', email ?? 'Not given'),
    summaryRow('Postal address', postalAddress?.join(', ') ?? 'Not given'),
    summaryRow('Phone', phone ?? 'Not given'),
    ...(print ? [summaryRow('Print of letters', PRINT_SIZE_WORDS[print])] : []),
    ...(otherFormat ? [summaryRow('Other format', OTHER_FORMAT_WORDS[otherFormat])] : []),
    ...(language ? [summaryRow('Reads best', language)] : []),
    ...(second ? [summaryRow('Second person', personInWords(second))] : []),
    ...(representative
      ? [
          summaryRow(
            `Acts for ${namesActedFor(contact)}, and gets ${representative.gets === 'everything' ? 'everything' : 'a copy'}`,
            personInWords(representative),
          ),
        ]
      : []),
  ]
}

/** "Kim Taylor, by post: 2 High Street, BA1 1AA". */
function personInWords({ name, by, email, postalAddress }: OtherPerson): string {
  const where = by === 'email' ? email : postalAddress?.join(', ')
  return `${name}, ${WAYS_TO_WRITE_WORDS[by].toLowerCase()}: ${where ?? 'not given'}`
}
