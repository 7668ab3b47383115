import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { londonTime } from '../cases/london.ts'
import { formatTime } from '../messages/clock-time.ts'
import { type Answers, answers, type PageFrame, wantsJson } from '../web/http/answer.ts'
import type { CompiledPages } from '../web/pages/compiled-pages.ts'
import { signedInOf } from './caller.ts'
import { type IsFor, mayUse, ROLE_WORDS, ROUTES } from './routes.ts'
import { navigationFor, type Section } from './sections.ts'

/** What layout.njk shows around a page for staff. */
export interface StaffFrame extends PageFrame {
  readonly section?: Section
}

export interface Link {
  readonly href: string
  readonly text: string
}

export interface StaffAnswers extends Answers<StaffFrame> {
  /** A plain page with a heading and a few sentences. */
  message(
    c: Context,
    status: ContentfulStatusCode,
    heading: string,
    paragraphs: readonly string[],
    link?: Link,
  ): Promise<Response>
  /** To somebody who may see the page and may not record what it records. */
  notAllowed(c: Context): Promise<Response>
  /** To an auditor who has not said yet why they open a case: they are asked, and led on from there. */
  reasonNeeded(c: Context, caseId: string): Response | Promise<Response>
  /** To somebody who has signed in, and none of whose roles the page is for. */
  notForYou(c: Context, isFor: IsFor): Promise<Response>
  /** To somebody who sent a file that is larger than is taken. */
  fileTooLarge(c: Context): Promise<Response>
  /** To everybody, where nobody can sign in. */
  cannotBeUsed(c: Context, why: string): Promise<Response>
}

/** @param council its name, which stands on every page */
export function staffAnswers(council: string, pages: CompiledPages): StaffAnswers {
  const { page, pageOrJson } = answers<StaffFrame>(council, pages)
  const answer: Answers<StaffFrame> = {
    page: (c, template, view, frame, status) => page(c, template, { ...view, ...around(c) }, frame, status),
    pageOrJson: (c, template, view, json, frame, status) =>
      pageOrJson(c, template, { ...view, ...around(c) }, json, frame, status),
  }
  const message: StaffAnswers['message'] = async (c, status, heading, paragraphs, link = whereToGoOn(c)) =>
    wantsJson(c)
      ? c.json({ error: heading, details: paragraphs }, status)
      : answer.page(c, 'staff/message.njk', { heading, paragraphs, link }, {}, status)
  return {
    ...answer,
    message,
    notAllowed: (c) =>
      message(c, 403, 'You cannot record this', ['None of your roles allows it. Nothing was recorded.']),
    reasonNeeded: (c, caseId) => {
      const { pathname, search } = new URL(c.req.url)
      const ask = `/cases/${caseId}/reason?${new URLSearchParams({ to: `${pathname}${search}` })}`
      if (!wantsJson(c)) return c.redirect(ask, 303)
      return message(c, 403, 'Say first why you open this case', [`Open ${ask} and give the reason.`])
    },
    notForYou: (c, isFor) =>
      message(c, 403, 'You cannot use this page', [
        `It is for ${listed(typeof isFor === 'string' ? ['those with a role'] : isFor.map((role) => ROLE_WORDS[role]))}. You have signed in as ${listed(signedInOf(c)?.actor.roles.map((role) => ROLE_WORDS[role]) ?? [])}.`,
        'Nothing was recorded. If you need it for your work, ask whoever looks after your council’s directory for that role.',
      ]),
    fileTooLarge: (c) =>
      message(c, 413, 'That file is too large', [
        'It can have 4 MB at most. Divide it into smaller files, each with the header row, and send them one after the other.',
        'Nothing was kept or recorded.',
      ]),
    cannotBeUsed: (c, why) =>
      message(
        c,
        403,
        'This service cannot be used yet',
        [`Council staff cannot sign in to it. ${why}`, 'Tell whoever looks after the service.'],
        { href: '/help', text: 'Help for families' },
      ),
  }
}

/** What the layout says of who is signed in, and where they can go. */
function around(c: Context) {
  const signedIn = signedInOf(c)
  if (!signedIn) return {}
  const { name, signsOutAt, actor } = signedIn
  return {
    signedInAs: name,
    navigation: navigationFor(actor.roles),
    ...(signsOutAt && { signsOutAt: formatTime(londonTime(signsOutAt)) }),
  }
}

function whereToGoOn(c: Context): Link {
  const { roles = [] } = signedInOf(c)?.actor ?? {}
  return mayUse(roles, ROUTES['GET /cases'].isFor)
    ? { href: '/cases', text: 'Go to the list of cases' }
    : { href: '/', text: 'Go to the first page' }
}

function listed(words: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(words) || 'nobody in particular'
}
