import * as openid from 'openid-client'
import type { Claims } from './admission.ts'
import type { SignInSettings } from './settings.ts'

/** What a sign-in is made from. */
export interface DirectoryTools {
  readonly settings: SignInSettings
  readonly clientSecret: string
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly fetch: typeof fetch
}

/** What a sign-in is begun with, and has to come back with. */
export interface SignInSecrets {
  readonly state: string
  readonly nonce: string
  readonly codeVerifier: string
}

export interface Directory {
  /** Where the browser goes to sign in. */
  address(redirectUri: string, secrets: SignInSecrets): Promise<URL>
  /**
   * Trades the code of the directory's answer for what it says of the person.
   * @param answered the address that the directory sent the browser to
   * @throws SignInRefusedError when the directory lets nobody in with it, DirectoryError for all else
   */
  claims(answered: URL, secrets: SignInSecrets): Promise<Claims>
}

/** The directory has let nobody in: they gave up, or the code was used before. No fault of the service or the directory. */
export class SignInRefusedError extends Error {
  override readonly name = 'SignInRefusedError'
}

/** The directory does not answer, answers wrongly, or does not know this service. */
export class DirectoryError extends Error {
  override readonly name = 'DirectoryError'
}

/** What a directory answers that has nothing against us, and lets this person in with this code not. */
const REFUSALS = ['access_denied', 'login_required', 'interaction_required', 'consent_required', 'invalid_grant']

/** In seconds. The clocks of two machines are never the same. */
const CLOCK_TOLERANCE = 30
/** In seconds: less than API Gateway and the function wait. */
const PATIENCE = 8

/**
 * Finds out from the directory itself where it signs people in, and with which keys.
 * @throws DirectoryError
 */
export async function openDirectory({ settings, clientSecret, now, fetch }: DirectoryTools): Promise<Directory> {
  const { issuer, clientId, multiFactor } = settings
  const server = new URL(issuer)
  const configuration = await inWords(() =>
    openid.discovery(
      server,
      clientId,
      {
        client_secret: clientSecret,
        // The service's clock is passed in, and the library reads the machine's.
        [openid.clockSkew]: Math.round((now() - Date.now()) / 1000),
        [openid.clockTolerance]: CLOCK_TOLERANCE,
      },
      undefined,
      {
        [openid.customFetch]: fetch as openid.CustomFetch,
        timeout: PATIENCE,
        // The signature is verified too: without this the library takes the connection's word for it.
        execute: [
          openid.enableNonRepudiationChecks,
          ...(isOnThisMachine(server) ? [openid.allowInsecureRequests] : []),
        ],
      },
    ),
  )
  return {
    async address(redirectUri, { state, nonce, codeVerifier }) {
      return openid.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: 'openid profile email',
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(codeVerifier),
        code_challenge_method: 'S256',
        ...(multiFactor?.shownBy === 'acrs' && {
          claims: JSON.stringify({ id_token: { acrs: { essential: true, value: multiFactor.value } } }),
        }),
      })
    },
    async claims(answered, { state, nonce, codeVerifier }) {
      const tokens = await inWords(() =>
        openid.authorizationCodeGrant(configuration, answered, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: codeVerifier,
          idTokenExpected: true,
        }),
      )
      const claims = tokens.claims()
      if (!claims) throw new DirectoryError('The directory sent no ID token.')
      return claims
    },
  }
}

/** Only a directory on this machine can be reached without TLS, as that of the local service is. */
function isOnThisMachine({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(hostname)
}

/** Does something with the directory. What went wrong is told by its code: what the directory wrote is in no error of ours. */
async function inWords<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act()
  } catch (error) {
    const code = codeOf(error)
    if (REFUSALS.includes(code)) throw new SignInRefusedError(code, { cause: error })
    throw new DirectoryError(code, { cause: error })
  }
}

/** A closed word for what went wrong. */
function codeOf(error: unknown): string {
  if (error instanceof openid.AuthorizationResponseError || error instanceof openid.ResponseBodyError) {
    return /^[a-z_]{1,40}$/.test(error.error) ? error.error : 'another_error'
  }
  if (error instanceof openid.ClientError && error.code) return error.code
  return error instanceof Error ? error.name : 'another_error'
}
