/** That a case is kept whatever its time, and why. The reason may name somebody: it stands in the contacts table. */
export interface LegalHold {
  /** `lifted`: it was held once, and is not any more. */
  readonly state: 'held' | 'lifted'
  readonly reason: string
  /** Who said so last, and when (ISO 8601). */
  readonly by: string
  readonly at: string
}
