/** The Ombudsman for councils, and the one for the health service. */
export const OMBUDSMEN = ['council', 'health'] as const
export type Ombudsman = (typeof OMBUDSMEN)[number]

/** What an Ombudsman decides. An injustice can be put right with or without a remedy of its own. */
export const OMBUDSMAN_RESULTS = ['fault-and-remedy', 'fault', 'no-fault', 'not-looked-at'] as const
export type OmbudsmanResult = (typeof OMBUDSMAN_RESULTS)[number]
