/** Some of those who work on cases: by it lists of work can be shortened. It is no wall: everybody sees every case. */
export interface Team {
  /** "team-3f9c02ab". It stands in addresses. */
  readonly teamId: string
  readonly name: string
  /** The ids of the people. Somebody can be in several teams. */
  readonly members: readonly string[]
}

/** A list is shortened to so many owners at most: DynamoDB compares with 100 values in one condition. */
export const LARGEST_TEAM = 100

/** Whether a text is an id of a team: an address may carry anything. */
export function isTeamId(text: string): boolean {
  return /^team-[0-9a-f]{8}$/.test(text)
}
