import type { Context } from 'hono'
import { londonTime } from '../../cases/london.ts'
import { formatTime } from '../../messages/clock-time.ts'
import type { Actor } from '../../recording/actor.ts'
import { isFromOurOwnPages } from '../../web/http/same-origin.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { Link, StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'
import type { SignedOut } from '../staff-app.ts'
import { admission, emailIn, nameIn } from './admission.ts'
import { countAttempt } from './attempts.ts'
import { type BegunSignIn, destinationOf, rememberDestination, rememberSignIn, takeSignIn } from './begun-sign-ins.ts'
import { sessionCookie, signInCookie } from './cookies.ts'
import { type Directory, DirectoryError, openDirectory, SignInRefusedError } from './directory.ts'
import { forgetForm, INTERRUPTED, keepForm, keptFormsOf } from './kept-forms.ts'
import { notePerson, personIdOf } from './people.ts'
import { beginSession, endSession, endSessionsOf, findSession } from './sessions.ts'
import { limitsOf, type SignInSettings, whyNobodySignsIn } from './settings.ts'
import { newToken } from './tokens.ts'

/** What a directory says of itself is asked for again after this time: its keys change. */
const DIRECTORY_KEPT_FOR = 3_600_000
const LONGEST_FORM_ID = 36

const SIGN_IN: Link = { href: '/sign-in', text: 'Sign in' }
const SIGN_IN_AGAIN: Link = { href: '/sign-in', text: 'Sign in again' }

/** Signing in and out, and what happens to requests of those who are signed out. */
export function signInRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const { tables, sessions, signIn, publicAddress, log, clock } = service
  const { settings } = signIn
  const redirectUri = `${publicAddress}/sign-in/callback`
  const now = () => clock().getTime()
  const newRandom = () => newToken(signIn.randomBytes)
  let opened: { readonly directory: Promise<Directory>; readonly at: number } | undefined

  /** Opens the directory, or goes on with it for an hour. */
  function directory(of: SignInSettings): Promise<Directory> {
    if (!opened || now() - opened.at > DIRECTORY_KEPT_FOR) {
      const found = signIn
        .clientSecret()
        .then((clientSecret) => openDirectory({ settings: of, clientSecret, now, fetch: signIn.fetch }))
      opened = { directory: found, at: now() }
    }
    return opened.directory
  }

  /** What stands behind the answer of one that failed, such as a secret, may be another one the next time. */
  function failed(c: Context, error: unknown) {
    opened = undefined
    const why = error instanceof DirectoryError ? error.message : error instanceof Error ? error.name : 'unknown'
    // An alarm listens to the number.
    log.error('Sign-in failed', { signInFailures: 1, why })
    return answer.message(
      c,
      503,
      'You cannot sign in at the moment',
      [
        'The council’s directory does not answer as it should. Wait a minute and try again.',
        'If this happens again, tell whoever looks after the service.',
      ],
      SIGN_IN_AGAIN,
    )
  }

  function refused(c: Context, why: string, heading: string, paragraphs: readonly string[]) {
    log.warn('Sign-in refused', { why })
    return answer.message(c, 403, heading, paragraphs, SIGN_IN_AGAIN)
  }

  function cannotGoOn(c: Context) {
    log.warn('Sign-in refused', { why: 'not-begun-here' })
    return answer.message(
      c,
      400,
      'This sign-in cannot go on',
      [
        'It was begun in another browser, more than an hour ago, or was used already. Nothing is wrong with your account.',
        `Sign in again. Staff use this service at ${publicAddress}.`,
      ],
      SIGN_IN_AGAIN,
    )
  }

  /** Whoever wants to sign in, where somebody can. */
  const whereSomebodyCan = (act: (c: Context, settings: SignInSettings) => Promise<Response>) => async (c: Context) => {
    const why = whyNobodySignsIn(settings)
    return !settings || why ? answer.cannotBeUsed(c, why ?? '') : act(c, settings)
  }

  /** Why somebody is not signed in any more, in a sentence; undefined when we know of no session of theirs. */
  async function whySignedOut(c: Context, of: SignInSettings): Promise<string | undefined> {
    const id = sessionCookie.read(c)
    if (id === undefined) return undefined
    const limits = limitsOf(of)
    const found = await findSession(sessions, id, { limits, now: now() })
    switch (found.is) {
      case 'run-out':
        return now() >= found.session.endsAt
          ? `You were signed out: everybody signs in again after ${limits.absolute / 3_600_000} hours.`
          : `You were signed out because you did nothing here for ${limits.idle / 60_000} minutes.`
      case 'ended':
        return 'You were signed out: this sign-in was ended, by you in another place or by a manager or administrator.'
      case 'open':
      case 'unknown':
        return undefined
    }
  }

  const page = whereSomebodyCan(async (c, of) => {
    const why = await whySignedOut(c, of)
    return answer.page(c, 'staff/sign-in/sign-in.njk', { why, idleMinutes: limitsOf(of).idle / 60_000 })
  })

  const start = whereSomebodyCan(async (c, of) => {
    // Another website could have somebody signed in without their doing, where the directory asks nothing any more.
    if (!isFromOurOwnPages(c, publicAddress)) return c.redirect('/sign-in', 303)
    const full = await countAttempt(sessions, { sender: senderOf(c), hashKey: await tables.hashKey(), now: now() })
    if (full !== undefined) return tooMany(c, full)
    const known = signInCookie.read(c)
    const browser = known ?? newRandom()
    const secrets = { state: newRandom(), nonce: newRandom(), codeVerifier: newRandom() }
    let address: URL
    try {
      address = await (await directory(of)).address(redirectUri, secrets)
    } catch (error) {
      return failed(c, error)
    }
    await rememberSignIn(sessions, browser, secrets.state, {
      issuer: of.issuer,
      nonce: secrets.nonce,
      codeVerifier: secrets.codeVerifier,
      destination: known ? await destinationOf(sessions, browser) : '/',
      beganAt: now(),
    })
    signInCookie.write(c, browser)
    return c.redirect(address.href, 303)
  })

  function tooMany(c: Context, until: number) {
    c.header('retry-after', String(Math.ceil((until - now()) / 1000)))
    log.warn('Sign-in refused', { why: 'too-many-attempts' })
    return answer.message(
      c,
      429,
      'Too many people are trying to sign in',
      [
        `Wait until ${formatTime(londonTime(new Date(until)))} and try again. Nothing is wrong with your account.`,
        'Those who have signed in can go on working. If you have signed in on another computer or in another browser, go on there.',
        'If this happens again, tell whoever looks after the service: somebody may be trying to keep you off.',
      ],
      SIGN_IN_AGAIN,
    )
  }

  const callback = whereSomebodyCan(async (c, of) => {
    const browser = signInCookie.read(c)
    const state = c.req.query('state')
    if (!browser || !state) return cannotGoOn(c)
    const begun = await takeSignIn(sessions, browser, state, now())
    if (begun?.issuer !== of.issuer) return cannotGoOn(c)
    const answered = new URL(redirectUri)
    answered.search = new URL(c.req.url).search
    try {
      const claims = await (await directory(of)).claims(answered, { state, ...begun })
      return await letIn(c, of, begun, claims)
    } catch (error) {
      if (error instanceof SignInRefusedError) {
        return refused(c, error.message, 'You have not signed in', [
          'The council’s directory did not let you in. You may have stopped before the end.',
          'Sign in again. If it does not work, ask whoever looks after your council’s directory.',
        ])
      }
      if (error instanceof DirectoryError) return failed(c, error)
      throw error
    }
  })

  /** Begins a session for somebody whom the directory has let in, under a new id, or tells them why not. */
  async function letIn(
    c: Context,
    of: SignInSettings,
    { destination }: BegunSignIn,
    claims: Readonly<Record<string, unknown>>,
  ) {
    const admitted = admission(claims, of)
    if (!admitted.ok) {
      return admitted.why === 'no-role'
        ? refused(c, admitted.why, 'You have signed in, but you have no role here', [
            'The council’s directory knows you, and does not say what you do in this service.',
            'Ask your manager, or whoever looks after the council’s directory, for a role in it. Then sign in again.',
          ])
        : refused(c, admitted.why, 'You have signed in, but only with a password', [
            'This service lets in only those who have shown it in a second way too, such as by an app on their phone.',
            'Set up a second way to sign in for your council account, or ask whoever looks after the council’s directory. Then sign in again.',
          ])
    }
    const [issuer, subject] = [String(claims.iss), String(claims.sub)]
    const personId = personIdOf(issuer, subject)
    const person = { personId, name: nameIn(claims), roles: admitted.roles }
    const email = emailIn(claims)
    await notePerson(tables, {
      ...person,
      issuer,
      subject,
      ...(email && { email }),
      lastSignedInAt: clock().toISOString(),
    })
    await endOwnSession(c)
    const id = await beginSession(sessions, person, {
      limits: limitsOf(of),
      now: now(),
      randomBytes: signIn.randomBytes,
    })
    sessionCookie.write(c, id)
    signInCookie.remove(c)
    log.info('Signed in', { personId })
    const kept = await keptFormsOf(sessions, INTERRUPTED, personId, now())
    return c.redirect(kept.length > 0 ? '/kept-forms' : destination, 303)
  }

  /** Ends the session that a request carries. One that has run out has ended by itself. */
  async function endOwnSession(c: Context): Promise<void> {
    const id = sessionCookie.read(c)
    if (id === undefined || !settings) return
    const found = await findSession(sessions, id, { limits: limitsOf(settings), now: now() })
    if (found.is === 'open') await endSession(sessions, found.session, now())
  }

  function leave(c: Context) {
    sessionCookie.remove(c)
    signInCookie.remove(c)
    // Not "cookies": that would take those of every other service of the council's domain too.
    c.header('clear-site-data', '"cache", "storage"')
    return c.redirect('/signed-out', 303)
  }

  const signedOut: SignedOut = {
    async page(c) {
      const browser = signInCookie.read(c) ?? newRandom()
      const { pathname, search } = new URL(c.req.url)
      await rememberDestination(sessions, browser, `${pathname}${search}`, now())
      signInCookie.write(c, browser)
      return c.redirect('/sign-in', 303)
    },

    async form(c, was, about) {
      c.header('www-authenticate', 'Session')
      if (!was || !about) {
        return answer.message(
          c,
          401,
          'You are signed out',
          ['Nothing was recorded. Sign in, and send the form again.'],
          SIGN_IN,
        )
      }
      const { pathname, search } = new URL(c.req.url)
      const path = `${pathname}${search}`
      const typed = await typedForm(c)
      const form = { formId: service.newSubmissionId(), path, about, typed, keptAt: now(), changes: 0 }
      await keepForm(sessions, INTERRUPTED, was.personId, form)
      const until = formatTime(londonTime(new Date(now() + INTERRUPTED.keptFor)))
      return answer.message(
        c,
        401,
        'You were signed out before this form arrived',
        [
          `Nothing was recorded. What you typed is kept for you until ${until}.`,
          'Sign in again, as the same person, and go on with it.',
        ],
        SIGN_IN_AGAIN,
      )
    },

    async givenBack(actor, formId) {
      if (formId.length <= LONGEST_FORM_ID) await forgetForm(sessions, INTERRUPTED, actor.id, formId)
    },
  }

  return {
    page,
    start,
    callback,
    signedOut,

    async signOut(c: Context) {
      await endOwnSession(c)
      return leave(c)
    },

    async signOutEverywhere(c: Context, actor: Actor) {
      await endSessionsOf(sessions, actor.id, now())
      return leave(c)
    },

    goodbye: (c: Context) =>
      answer.message(
        c,
        200,
        'You have signed out',
        [
          'You may still be signed in at the council’s directory. On a computer that others use, close the browser too.',
        ],
        SIGN_IN_AGAIN,
      ),
  }
}

/** What API Gateway says of a request: https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
interface EventOfApi {
  readonly requestContext?: { readonly http?: { readonly sourceIp?: string } }
}

/** The address that a request came from, as API Gateway saw it: no header of the sender's own says it. */
function senderOf(c: Context): string {
  const event: EventOfApi | undefined = c.env
  return event?.requestContext?.http?.sourceIp ?? 'unknown'
}
