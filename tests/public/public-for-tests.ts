import type { ResultView } from '../../lambdas/public/dates/result-view.ts'
import { createStaffService, type StaffServiceOptions } from '../../lambdas/staff/staff-service.ts'
import { buildStaffPages } from '../../lambdas/web/build/build-pages.ts'
import { COUNCIL, TABLES_NOT_TO_TOUCH } from '../staff/service-for-tests.ts'

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

/** The calculator as it runs when deployed: nothing else answers, and a table that is touched fails the test. */
export async function datesForTests(now = '2026-03-10T11:00:00Z', overrides: Partial<StaffServiceOptions> = {}) {
  const logged: object[] = []
  const note = (message: string, details: object) => logged.push({ message, ...details })
  let instant = new Date(now)
  const app = createStaffService({
    tables: TABLES_NOT_TO_TOUCH,
    council: COUNCIL,
    pages: await buildStaffPages(),
    clock: () => instant,
    newSubmissionId: () => 'reference-0000000001',
    newCaseId: () => {
      throw new Error('A case was opened.')
    },
    servesHere: false,
    log: { info: note, error: note },
    pause: async () => {},
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

export type DatesForTests = Awaited<ReturnType<typeof datesForTests>>
