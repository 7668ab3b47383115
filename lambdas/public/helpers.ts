import { type ContactLine, contactLines } from '../guidance/contact-lines.ts'
import { councilOfficer, impartialSupport, independentAdvisers } from '../guidance/contacts.ts'
import type { CouncilForFamilies } from '../guidance/council-for-families.ts'
import type { Contact } from '../guidance/page.ts'

/** Who can help, as who-can-help.njk shows them. */
export interface Helper {
  readonly what: string
  readonly name: string
  readonly lines: readonly ContactLine[]
}

/** Who can help, in the order in which to ask. */
export function helpers(council: CouncilForFamilies): readonly Helper[] {
  return [impartialSupport(council), ...independentAdvisers(council), councilOfficer(council)].map(helper)
}

export function helper({ what, contact }: Contact): Helper {
  return { what, name: contact.name, lines: contactLines(contact) }
}
