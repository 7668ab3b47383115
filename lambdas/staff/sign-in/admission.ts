import { ROLES, type Role } from '../../cases/role.ts'
import type { MultiFactor, SignInSettings } from './settings.ts'

/** What an ID token says of somebody, after it was verified. */
export type Claims = Readonly<Record<string, unknown>>

export type Admission =
  | { readonly ok: true; readonly roles: readonly Role[] }
  | { readonly ok: false; readonly why: 'no-second-factor' | 'no-role' }

/** Whether the directory's word lets somebody in, and as what. */
export function admission(
  claims: Claims,
  { multiFactor, roles }: Pick<SignInSettings, 'multiFactor' | 'roles'>,
): Admission {
  if (!multiFactor || !showsSecondFactor(claims, multiFactor)) return { ok: false, why: 'no-second-factor' }
  const held = ROLES.filter((role) => roles.values[role]?.some((value) => holds(claims[roles.claim], value)))
  return held.length > 0 ? { ok: true, roles: held } : { ok: false, why: 'no-role' }
}

function showsSecondFactor(claims: Claims, multiFactor: MultiFactor): boolean {
  switch (multiFactor.shownBy) {
    case 'claim':
      return holds(claims[multiFactor.claim], multiFactor.value)
    case 'acrs':
      return holds(claims.acrs, multiFactor.value)
    case 'directory':
      return true
  }
}

/** A claim is one text or a list of them. */
function holds(claim: unknown, value: string): boolean {
  return Array.isArray(claim) ? claim.includes(value) : claim === value
}

const LONGEST_NAME = 100

/** What the pages call somebody: one line, whatever the directory has. */
export function nameIn(claims: Claims): string {
  const name = [claims.name, claims.preferred_username, claims.email].find(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  )
  return oneLine(name ?? 'Somebody without a name').slice(0, LONGEST_NAME)
}

/** @returns undefined where the token has none that could be written to */
export function emailIn({ email }: Claims): string | undefined {
  return typeof email === 'string' && /^[^\s@]{1,64}@[^\s@]{1,189}$/.test(email) ? email : undefined
}

function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim()
}
