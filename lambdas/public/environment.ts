/** What the public pages need. */
export const publicEnvironment = {
  COUNCIL: "what the pages show of the council's configuration, as JSON",
} as const
