import type { CouncilForFamilies } from './council-for-families.ts'
import type { Contact } from './page.ts'

/** The council's information, advice and support service. */
export function impartialSupport({ partnershipService }: CouncilForFamilies): Contact {
  return { contact: partnershipService, what: 'Free and impartial advice and support' }
}

export function independentAdviser({ mediationAdviser }: CouncilForFamilies): Contact {
  return { contact: mediationAdviser, what: 'The mediation adviser, who does not work for the council' }
}

export function councilOfficer({ officer }: CouncilForFamilies): Contact {
  return { contact: officer, what: 'At the council' }
}
