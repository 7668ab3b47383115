import { advisersOf } from '../cases/advice/adviser.ts'
import type { CouncilForFamilies } from './council-for-families.ts'
import type { Contact } from './page.ts'

/** The council's information, advice and support service. */
export function impartialSupport({ contacts }: CouncilForFamilies): Contact {
  return { contact: contacts.partnershipService, what: 'Free and impartial advice and support' }
}

/** Every mediation adviser of the council: where there are several a family can choose. */
export function independentAdvisers({ providers }: CouncilForFamilies): readonly Contact[] {
  const advisers = advisersOf(providers)
  const what =
    advisers.length > 1
      ? 'A mediation adviser that you can choose. It does not work for the council'
      : 'The mediation adviser, who does not work for the council'
  return advisers.map(({ contact }) => ({ contact, what }))
}

export function councilOfficer({ contacts }: CouncilForFamilies): Contact {
  return { contact: contacts.officer, what: 'At the council' }
}
