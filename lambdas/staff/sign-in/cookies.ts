import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { COOKIES } from '../../web/cookies.ts'
import { TIME_TO_SIGN_IN } from './begun-sign-ins.ts'

/** With `__Host-` a browser takes a cookie from this host alone, over TLS, for all of its paths: RFC 6265bis, 4.1.3. */
const OF_THIS_HOST = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const
const REMOVED = { path: '/', secure: true } as const

/** What a token of ours looks like. Whatever else a cookie holds is not looked for in the table. */
const TOKEN = /^[\w-]{43}$/

function tokenIn(c: Context, name: string): string | undefined {
  const value = getCookie(c, name)
  return value !== undefined && TOKEN.test(value) ? value : undefined
}

/** The id of the session; undefined when the request has none of ours. It goes when the browser is closed. */
export const sessionCookie = {
  read: (c: Context) => tokenIn(c, COOKIES.session.name),
  write: (c: Context, id: string) => setCookie(c, COOKIES.session.name, id, OF_THIS_HOST),
  remove: (c: Context) => deleteCookie(c, COOKIES.session.name, REMOVED),
}

/** What ties a sign-in to the browser that has begun it. */
export const signInCookie = {
  read: (c: Context) => tokenIn(c, COOKIES.signIn.name),
  write: (c: Context, browser: string) =>
    setCookie(c, COOKIES.signIn.name, browser, { ...OF_THIS_HOST, maxAge: TIME_TO_SIGN_IN / 1000 }),
  remove: (c: Context) => deleteCookie(c, COOKIES.signIn.name, REMOVED),
}
