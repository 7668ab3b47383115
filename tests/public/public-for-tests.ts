import type { ResultView } from '../../lambdas/public/dates/result-view.ts'
import { createPublicService, type PublicServiceOptions } from '../../lambdas/public/public-service.ts'
import { buildPages } from '../../lambdas/web/build/build-pages.ts'
import { notices } from '../council-for-tests.ts'
import { COUNCIL } from '../web/council-for-tests.ts'

export type Answers = Readonly<Record<string, string>>

/** Answers to every question, for a letter printed on Tuesday 10 February 2026. */
export const NOTHING_YET: Answers = {
  disagreement: 'more',
  'printed-on': '2026-02-10',
  sent: 'yes',
  'sent-on': '2026-02-10',
  adviser: 'not-yet',
  certificate: 'no',
  council: 'no',
}

/** An address of the calculator with these answers. */
export function addressWith(page: string, answers: Answers): string {
  return `/dates/${page}?${new URLSearchParams(answers)}`
}

/** The public pages, with what they log. */
export async function publicForTests(now = '2026-03-10T11:00:00Z', overrides: Partial<PublicServiceOptions> = {}) {
  const logged: object[] = []
  const note = (message: string, details: object) => {
    logged.push({ message, ...details })
  }
  let instant = new Date(now)
  const app = createPublicService({
    council: { ...COUNCIL, notices },
    pages: await buildPages('public'),
    securityContact: 'security@example.gov.uk',
    clock: () => instant,
    newReference: () => 'reference-0000000001',
    log: { info: note, warn: note, error: note },
    ...overrides,
  })
  async function ask(path: string, init: RequestInit = {}) {
    const response = await app.request(`http://localhost${path}`, init)
    const { status, headers } = response
    return { status, headers, location: headers.get('location'), html: await response.text() }
  }
  /** The answer to these answers, as a program reads it. @param at the instant at which it is asked */
  async function result(answers: Answers, at?: string): Promise<ResultView> {
    if (at) instant = new Date(at)
    const { status, html } = await ask(addressWith('result', answers), { headers: { accept: 'application/json' } })
    if (status !== 200) throw new Error(`The result answered ${status}: ${html}`)
    return JSON.parse(html) as ResultView
  }
  /** What is said in the element that holds the problems, or nothing. */
  const problems = (html: string) =>
    [...html.matchAll(/<a href="#[^"]+">([^<]+)<\/a>/g)].map(([, text = '']) => text.replaceAll('&#39;', "'"))
  return { app, ask, result, problems, logged }
}

export type PublicForTests = Awaited<ReturnType<typeof publicForTests>>
