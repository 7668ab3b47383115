import type { Role } from '../../cases/role.ts'

/** How a council's staff sign in: what its file says of the directory. */
export interface SignInSettings {
  /** The directory's issuer identifier, as its tokens have it: "https://login.microsoftonline.com/<tenant>/v2.0". */
  readonly issuer: string
  /** The id under which the directory knows this service. */
  readonly clientId: string
  /** The name of the secret in AWS Secrets Manager that holds the client secret, as plain text. */
  readonly clientSecretName: string
  readonly roles: {
    /** The claim of the ID token that carries roles: "roles" at Entra ID. */
    readonly claim: string
    /** Which of its values mean which role. */
    readonly values: { readonly [One in Role]?: readonly string[] }
  }
  /** How it is known that the directory asked for more than a password. Without it nobody is let in. */
  readonly multiFactor?: MultiFactor
  /** Minutes without a request after which somebody is signed out. */
  readonly idleMinutes?: number
  /** Hours after which everybody has to sign in again. */
  readonly absoluteHours?: number
}

export type MultiFactor =
  /** A claim of the ID token says it: "amr" holds "mfa". */
  | { readonly shownBy: 'claim'; readonly claim: string; readonly value: string }
  /** An authentication context that the request asks for, and the claim "acrs" then holds: "c1". */
  | { readonly shownBy: 'acrs'; readonly value: string }
  /** The tokens do not say it. Somebody has made sure that the directory lets nobody in without. */
  | { readonly shownBy: 'directory'; readonly confirmedBy: string; readonly confirmedOn: string }

const IDLE_MINUTES = 20
const ABSOLUTE_HOURS = 10

/** How long a session lasts, in milliseconds. */
export interface SessionLimits {
  /** Without a request. */
  readonly idle: number
  /** From sign-in, whatever is done. */
  readonly absolute: number
}

export function limitsOf({
  idleMinutes = IDLE_MINUTES,
  absoluteHours = ABSOLUTE_HOURS,
}: Pick<SignInSettings, 'idleMinutes' | 'absoluteHours'>): SessionLimits {
  return { idle: idleMinutes * 60_000, absolute: absoluteHours * 3_600_000 }
}

/** What the environment of the function holds where the council's file does not say how staff sign in. */
export const NO_SIGN_IN = 'none'

/** Reads what the stack has written into the function's environment, which was checked there. */
export function readSignIn(written: string): SignInSettings | undefined {
  return written === NO_SIGN_IN ? undefined : (JSON.parse(written) as SignInSettings)
}

/** Why nobody can sign in, in a sentence; undefined where staff can. */
export function whyNobodySignsIn(settings: SignInSettings | undefined): string | undefined {
  if (!settings) return "The council's file does not say at which directory staff sign in."
  if (!settings.multiFactor) {
    return "The council's file does not say how it is known that the directory asks for more than a password."
  }
  return undefined
}
