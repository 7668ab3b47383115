import type { CouncilForFamilies } from './council-for-families.ts'
import type { Contact } from './page.ts'

/** The council's information, advice and support service. */
export function impartialSupport({ contacts }: CouncilForFamilies): Contact {
  return { contact: contacts.partnershipService, what: 'Free and impartial advice and support' }
}

export function independentAdviser({ providers }: CouncilForFamilies): Contact {
  return { contact: providers.mediationAdviser, what: 'The mediation adviser, who does not work for the council' }
}

export function councilOfficer({ contacts }: CouncilForFamilies): Contact {
  return { contact: contacts.officer, what: 'At the council' }
}
