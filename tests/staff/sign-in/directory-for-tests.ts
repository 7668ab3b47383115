import { createHmac, generateKeyPairSync, sign } from 'node:crypto'
import { MADE_UP_SIGN_IN } from '../../../lib/councils/made-up-sign-in.ts'

const pairOf = () => generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEYS = pairOf()
const SOMEBODY_ELSES_KEYS = pairOf()
const KEY_ID = 'key-1'

export const CLIENT_SECRET = 'a secret for tests'

/** What a directory does otherwise than it should. */
export interface Misdeed {
  /** Changes of the ID token's claims. */
  readonly claims?: Readonly<Record<string, unknown>>
  readonly signedBy?: 'nobody' | 'somebody-else' | 'the-client-secret' | 'a-key-that-is-gone' | 'a-key-it-brings'
  /** The whole answer to the trade of a code. */
  readonly answer?: () => Response
  /** Another issuer in the directory's own description. */
  readonly describesItselfAs?: string
}

/**
 * A council's directory without a network: it describes itself, has keys, and trades codes for ID tokens. It can misbehave.
 * @param now the clock, in epoch milliseconds
 */
export function directoryForTests(now: () => number, issuer: string = MADE_UP_SIGN_IN.issuer) {
  let misdeed: Misdeed = {}
  const asked: string[] = []
  const redirects: unknown[] = []
  /** What codes stand for: each is traded once. */
  const codes = new Map<string, Readonly<Record<string, unknown>>>()

  const token = (given: Readonly<Record<string, unknown>>): string => {
    const seconds = Math.floor(now() / 1000)
    const claims = {
      iss: issuer,
      aud: MADE_UP_SIGN_IN.clientId,
      iat: seconds,
      exp: seconds + 300,
      ...given,
      ...misdeed.claims,
    }
    const { signedBy } = misdeed
    const alg = signedBy === 'nobody' ? 'none' : signedBy === 'the-client-secret' ? 'HS256' : 'RS256'
    const kid = signedBy === 'a-key-that-is-gone' ? 'key-0' : KEY_ID
    const brings = signedBy === 'a-key-it-brings' && {
      jwk: SOMEBODY_ELSES_KEYS.publicKey.export({ format: 'jwk' }),
      jku: 'https://elsewhere.example/keys',
    }
    const signed = [{ alg, kid, typ: 'JWT', ...brings }, claims].map((part) => base64(JSON.stringify(part))).join('.')
    return `${signed}.${signature(signed, signedBy)}`
  }

  const answers: Readonly<Record<string, (body: URLSearchParams) => Response>> = {
    '/.well-known/openid-configuration': () =>
      Response.json({
        issuer: misdeed.describesItselfAs ?? issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['pairwise'],
        id_token_signing_alg_values_supported: ['RS256'],
        authorization_response_iss_parameter_supported: true,
      }),
    '/keys': () =>
      Response.json({ keys: [{ ...KEYS.publicKey.export({ format: 'jwk' }), kid: KEY_ID, alg: 'RS256', use: 'sig' }] }),
    '/token': (body) => {
      if (misdeed.answer) return misdeed.answer()
      const code = body.get('code') ?? ''
      const given = codes.get(code)
      codes.delete(code)
      if (!given) return Response.json({ error: 'invalid_grant' }, { status: 400 })
      return Response.json({ access_token: 'not used', token_type: 'Bearer', id_token: token(given) })
    },
  }

  return {
    issuer,
    /** The addresses that were asked for. */
    asked,
    /** What each request says is to be done with an answer that leads elsewhere. */
    redirects,
    fetch: (async (url: string | URL, init: RequestInit = {}) => {
      const { pathname } = new URL(String(url))
      asked.push(pathname)
      redirects.push(init.redirect)
      const answer = answers[pathname]
      if (!answer) throw new Error(`The directory has no ${pathname}.`)
      return answer(new URLSearchParams(String(init.body ?? '')))
    }) as typeof fetch,
    misbehave(how: Misdeed) {
      misdeed = how
    },
    /**
     * Signs somebody in, as the directory's own pages do.
     * @param asked where the service has sent the browser
     * @returns where the directory sends it back to
     */
    signIn(address: string, claims: Readonly<Record<string, unknown>>, code = `code-${codes.size}-${now()}`): URL {
      const request = new URL(address).searchParams
      codes.set(code, { nonce: request.get('nonce'), ...claims })
      const back = new URL(request.get('redirect_uri') ?? '')
      back.search = String(new URLSearchParams({ code, state: request.get('state') ?? '', iss: issuer }))
      return back
    },
  }
}

export type DirectoryForTests = ReturnType<typeof directoryForTests>

function signature(signed: string, by: Misdeed['signedBy']): string {
  if (by === 'nobody') return ''
  if (by === 'the-client-secret') return createHmac('sha256', CLIENT_SECRET).update(signed).digest('base64url')
  const { privateKey } = by === 'somebody-else' || by === 'a-key-it-brings' ? SOMEBODY_ELSES_KEYS : KEYS
  return sign('sha256', Buffer.from(signed), privateKey).toString('base64url')
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64url')
}
