/** Somebody who can be signed in as. */
export interface LocalPerson {
  /** What the provider knows them by: the claim `sub`. */
  readonly id: string
  /** As the page says it on which somebody is chosen. */
  readonly label: string
  /** How the ID token says that they have shown who they are (RFC 8176), as `mfa`: the provider asks for nothing. */
  readonly amr: readonly string[]
  /** What else an ID token says of them. */
  readonly claims: Readonly<Record<string, unknown>>
}

export interface ProviderSettings {
  readonly port: number
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
  readonly people: readonly LocalPerson[]
}

export type ToWorker =
  | { readonly kind: 'open'; readonly id: number; readonly settings: ProviderSettings }
  | { readonly kind: 'follow'; readonly id: number; readonly clockOffset: SharedArrayBuffer }
  | { readonly kind: 'close'; readonly id: number }

export type FromWorker =
  | { readonly kind: 'open'; readonly id: number; readonly issuer: string }
  | { readonly kind: 'port-taken' | 'closed'; readonly id: number }
