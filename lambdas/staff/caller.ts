import type { Context } from 'hono'
import type { Actor } from '../recording/actor.ts'

/** Somebody who has signed in, as the pages need them. */
export interface SignedIn {
  readonly actor: Actor
  /** The hash of the id of their session, under which stands what belongs to it alone. */
  readonly session: string
  /** As every page says who is signed in. */
  readonly name: string
  /** When they are signed out unless they do something before; undefined where sign-in has no part. */
  readonly signsOutAt?: Date
}

/** Who sends a request. */
export type Caller =
  | ({ readonly is: 'signed-in' } & SignedIn)
  /** Nobody whom we know. Who they were is known for a session that ran out: what they typed is kept for them. */
  | { readonly is: 'signed-out'; readonly was?: { readonly personId: string } }
  /** Nobody can sign in: the sentence says why. */
  | { readonly is: 'refused'; readonly why: string }

/** Tells who sends a request. */
export type WhoActs = (c: Context) => Caller | Promise<Caller>

const SIGNED_IN = new WeakMap<Context, SignedIn>()

/** Notes who has signed in, for whatever is shown in answer to the request. */
export function noteSignedIn(c: Context, signedIn: SignedIn): void {
  SIGNED_IN.set(c, signedIn)
}

/** Who looks at a page; undefined for a page that anybody may see. */
export function signedInOf(c: Context): SignedIn | undefined {
  return SIGNED_IN.get(c)
}
