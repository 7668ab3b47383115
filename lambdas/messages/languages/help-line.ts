import type { Council } from '../../cases/council.ts'
import { isolated } from '../../guidance/isolated.ts'
import type { Paragraph } from '../content.ts'
import type { Language } from './language.ts'
import { fillPlaces } from './sentence-template.ts'

/** The line, in the family's language, that says what the English message is about and where help is. */
export function helpLine(
  { code, direction, helpLine: line }: Language,
  { contacts }: Pick<Council, 'contacts'>,
): Paragraph {
  const { officer } = contacts
  const phone = direction === 'rtl' ? isolated(officer.phone) : officer.phone
  return { type: 'paragraph', text: fillPlaces(line, () => phone), writtenIn: { code, direction } }
}
