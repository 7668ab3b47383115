import type { Council } from '../cases/council.ts'

/** The parts of a council's configuration that stand in guidance for families. */
export type CouncilForFamilies = Pick<
  Council,
  | 'name'
  | 'officer'
  | 'mediationAdviser'
  | 'partnershipService'
  | 'disagreementResolution'
  | 'localOffer'
  | 'complaintPages'
>
