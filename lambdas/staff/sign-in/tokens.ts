import { createHash } from 'node:crypto'

/** Gives so many bytes that nobody can guess. */
export type RandomBytes = (count: number) => Uint8Array

/** A random text of 256 bits that stands for a session, a browser or a sign-in. Only its hash is stored. */
export function newToken(randomBytes: RandomBytes): string {
  return Buffer.from(randomBytes(32)).toString('base64url')
}

/** What is stored of a token: nobody can make the token from it. */
export function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
