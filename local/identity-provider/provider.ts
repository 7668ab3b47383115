import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import Provider, { interactionPolicy } from 'oidc-provider'
import { isAddressedToThisMachine, isFromAnotherSite, readBody, respond } from '../http.ts'
import { choosePage } from './choose-page.ts'
import { KeptInMemory } from './kept-in-memory.ts'
import type { ProviderSettings } from './worker-messages.ts'

/** The page on which somebody is chosen. */
const CHOOSE = /^\/choose\/[\w-]+$/
const LARGEST_FORM_IN_BYTES = 4096
const HOUR = 3600
const SCOPE = 'openid profile email'

const signingKey = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })

/**
 * An OpenID Connect provider (code flow with PKCE) whose people are picked from a list, without a password.
 * @param issuer its own address
 */
export function providerListener(issuer: string, settings: ProviderSettings): RequestListener {
  const { clientId, clientSecret, redirectUri, people } = settings
  const names = [...new Set(people.flatMap(({ claims }) => Object.keys(claims)))]
  const policy = interactionPolicy.base()
  const { Check } = interactionPolicy
  policy
    .get('login')
    ?.checks.add(
      new Check('chosen_each_time', 'Somebody is chosen at each sign-in.', (context) =>
        context.oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT,
      ),
    )
  const provider = new Provider(issuer, {
    adapter: KeptInMemory,
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...signingKey, alg: 'ES256', use: 'sig' }] },
    // In seconds. Nothing of it outlives the process.
    ttl: { AccessToken: HOUR, Grant: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR },
    cookies: { keys: [randomBytes(32).toString('hex')] },
    claims: { openid: ['sub', 'amr', ...names], profile: [], email: [] },
    // What the scopes ask for is in the ID token itself, as at Entra ID.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/choose/${interaction.uid}`, policy },
    findAccount: (_, sub) => {
      const person = people.find(({ id }) => id === sub)
      return person && { accountId: sub, claims: () => ({ ...person.claims, sub }) }
    },
    // Nobody is asked whether the app may know who they are.
    loadExistingGrant: async (context) => {
      const { session, client } = context.oidc
      if (session?.accountId === undefined || client === undefined) return undefined
      const grant = new context.oidc.provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope(SCOPE)
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()

  async function choose(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const html = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }
    if (request.method !== 'POST') {
      await provider.interactionDetails(request, response)
      respond(response, 200, html, choosePage(people))
      return
    }
    const form = new URLSearchParams((await readBody(request, LARGEST_FORM_IN_BYTES)).toString())
    const person = people.find(({ id }) => id === form.get('person'))
    if (person === undefined) {
      respond(response, 400, html, choosePage(people))
      return
    }
    const { id: accountId, amr } = person
    await provider.interactionFinished(request, response, { login: { accountId, remember: false, amr: [...amr] } })
  }

  return (request, response) => {
    if (!isAddressedToThisMachine(request) || (request.method === 'POST' && isFromAnotherSite(request))) {
      respond(response, 403, { 'content-type': 'text/plain; charset=utf-8' }, 'This is for this machine only.\n')
    } else if (CHOOSE.test(request.url ?? '')) {
      choose(request, response).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error)
        respond(response, 400, { 'content-type': 'text/plain; charset=utf-8' }, `Begin to sign in again: ${why}\n`)
      })
    } else {
      void answer(request, response)
    }
  }
}
