/** The log of a service of pages. Closed words and case references only. */
export interface Log {
  info(message: string, details: Readonly<Record<string, string | number>>): void
  error(message: string, details: Readonly<Record<string, string | number>>): void
}
