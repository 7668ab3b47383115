import { caseIdFrom } from '../../lambdas/cases/case-id.ts'
import type { FactType } from '../../lambdas/cases/fact.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { finishStage } from '../../lambdas/cases/store/close-case.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { keepWork } from '../../lambdas/cases/store/work-store.ts'
import { whyNotPrinted } from '../../lambdas/messages/letter/why-not-printed.ts'
import type { Actor } from '../../lambdas/recording/actor.ts'
import type { WhoActs } from '../../lambdas/staff/caller.ts'
import type { StaffServiceOptions } from '../../lambdas/staff/service.ts'
import { createStaffService } from '../../lambdas/staff/staff-service.ts'
import { buildPages } from '../../lambdas/web/build/build-pages.ts'
import { NO_TABLES } from '../cases/no-tables.ts'
import { parkForTests, type WaitToPark } from '../cases/park-for-tests.ts'
import { tablesForTests } from '../cases/tables-for-tests.ts'
import { carriedBy } from '../web/carried-by.ts'
import { COUNCIL } from '../web/council-for-tests.ts'
import { dateInputs } from '../web/date-inputs.ts'

/** The day on which the tests take place: Tuesday 10 March 2026, 11am in England. */
export const NOW = new Date('2026-03-10T11:00:00Z')

export type Answer = {
  readonly status: number
  readonly location: string | null
  readonly html: string
  readonly headers: Headers
}

/** Somebody who may do everything that can be recorded. */
export const OFFICER: Actor = { kind: 'council-staff', id: 'officer-1', roles: ['case-officer'] }

/** Everybody who asks is this person. */
export function signedInAs(actor: Actor): WhoActs {
  return () => ({ is: 'signed-in', actor, session: 'a session', name: 'Olive Officer' })
}

/** Nobody is let in. */
export const NOBODY_SIGNS_IN: WhoActs = () => ({ is: 'refused', why: 'There is no directory in this test.' })

/** A good opening form. */
export const OPENING = {
  decisionKind: 'plan-contents',
  'sections-B': 'yes',
  'sections-F': 'yes',
  'printedOn-day': '10',
  'printedOn-month': '2',
  'printedOn-year': '2026',
  'sentOn-day': '11',
  'sentOn-month': '2',
  'sentOn-year': '2026',
  underWay: 'no',
  relationship: 'parent',
  name: 'Sam Taylor',
  childName: 'Robin Taylor',
  by: 'email',
  email: 'sam.taylor@example.com',
  postalAddress: '',
  phone: '01225 394382',
  more: 'no',
} as const

/** The answers of a family that wants nothing but what the short form asks for. */
export const NOTHING_FURTHER = {
  print: 'standard',
  otherFormat: 'no',
  language: '',
  second: 'no',
  youngPersonAgrees: '',
  secondName: '',
  secondBy: '',
  secondEmail: '',
  secondAddress: '',
  representative: 'no',
  representativeName: '',
  representativeBy: '',
  representativeEmail: '',
  representativeAddress: '',
} as const

/** The first message of a case, about to be sent. */
export const RIGHTS = {
  key: 'rights_00001',
  kind: 'rights',
  about: sequenceOf(1),
  subject: 'Your right to appeal',
  hash: 'a hash',
} as const

/** Changes of `OPENING` for a decision that is not about the contents of a plan. */
export const NO_SECTIONS = { 'sections-B': '', 'sections-F': '' } as const

/** The staff service over tables in memory, and what a browser would do with it. */
export async function serviceForTests(overrides: Partial<StaffServiceOptions> = {}) {
  const { tables, everything, recorded, audited, close, haveConflicts } = await tablesForTests()
  const logged: object[] = []
  let now = NOW
  let ids = 0
  let references = 0
  let timesAskedForBytes = 0
  const nextByte = () => {
    timesAskedForBytes += 1
    return timesAskedForBytes
  }
  const note = (message: string, details: object) => {
    logged.push({ message, ...details })
  }
  const app = createStaffService({
    tables,
    council: COUNCIL,
    publicAddress: 'https://send.example.gov.uk',
    languages: [],
    pages: await buildPages('staff'),
    clock: () => now,
    newSubmissionId: () => {
      ids += 1
      return `submission-${String(ids).padStart(12, '0')}`
    },
    whyNotPrinted,
    newCaseId: () => {
      references += 1
      return caseIdFrom(new Uint8Array([1, 2, 3, 4, 5, 6, references / 30, references % 30]))
    },
    sessions: overrides.tables ? NO_TABLES : tables,
    runImport: () => Promise.reject(new Error('An import was set going in this test.')),
    signIn: {
      settings: undefined,
      clientSecret: async () => 'a secret for tests',
      fetch: () => Promise.reject(new Error('The directory was asked.')),
      // Never the same twice.
      randomBytes: (count) => new Uint8Array(count).fill(nextByte()),
    },
    whoActs: signedInAs(OFFICER),
    log: { info: note, warn: note, error: note },
    pause: async () => {},
    ...overrides,
  })

  async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
    const response = await app.request(`http://localhost${path}`, init)
    return {
      status: response.status,
      location: response.headers.get('location'),
      html: await response.text(),
      headers: response.headers,
    }
  }
  /** Sends a form, and looks at its answer where that stands under an address of its own, as a browser does. */
  async function post(
    path: string,
    form: Readonly<Record<string, string>>,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const sent = await ask(path, {
      method: 'POST',
      body: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost', ...headers },
    })
    return sent.location?.includes('?answer=') ? ask(sent.location, { headers }) : sent
  }
  /** Sends a form and, where it is good, confirms what is shown to follow from it. */
  async function send(path: string, form: Readonly<Record<string, string>>, headers: Record<string, string> = {}) {
    const shown = await post(path, form, headers)
    const carried = carriedBy(shown.html)
    return carried.confirmed === undefined ? shown : post(path, carried, headers)
  }
  async function json<View>(path: string): Promise<View> {
    const response = await app.request(`http://localhost${path}`, { headers: { accept: 'application/json' } })
    return (await response.json()) as View
  }

  /** Moves the clock to 11am of a day. */
  function goTo(day: string) {
    now = new Date(`${day}T11:00:00Z`)
  }

  /** Opens a case as its form would. @returns its reference. */
  async function open(changes: Readonly<Record<string, string>> = {}): Promise<string> {
    const { submissionId } = await json<{ submissionId: string }>('/cases/new')
    const { status, location, html } = await send('/cases', { ...OPENING, submissionId, ...changes })
    const caseId = /^\/cases\/([^?]+)/.exec(location ?? '')?.[1]
    if (status !== 303 || !caseId) throw new Error(`Opening a case answered ${status}: ${html}`)
    return caseId
  }

  /** Does what the table's stream has done with news of a case: lists and counts have it then. */
  const keepWorkOf = (caseId: string) => keepWork({ tables, ownTimes: COUNCIL.ownTimes, now: () => now }, caseId)

  const park = (caseId: string, ...wait: WaitToPark) => parkForTests(tables, now, caseId, ...wait)

  /** Does what the journey does with stages that a correction began again, and that have nothing new to say. */
  async function endWhatBeganAgain(caseId: string) {
    for (const wait of (await requireCaseFile(tables, caseId)).waits) {
      if (wait.state === 'starting') await finishStage(tables, caseId, wait, 'nothing-to-wait-for')
    }
  }

  /** Records a fact through its form, with the dates as text: { issuedOn: '2026-03-09' }. @returns the answer to the form */
  async function record(caseId: string, type: FactType, answers: Readonly<Record<string, string>>): Promise<Answer> {
    const inputs = Object.entries(answers).map(([name, value]) =>
      /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateInputs(name, value) : { [name]: value },
    )
    const form = Object.assign({}, await hidden(caseId, type), ...inputs) as Record<string, string>
    const answer = await send(`/cases/${caseId}/record/${type}`, form)
    if (answer.status !== 303) throw new Error(`Recording ${type} answered ${answer.status}: ${answer.html}`)
    return answer
  }

  /** What a form carries that nobody sees. */
  const hidden = async (caseId: string, type: string) => hiddenAt(`/cases/${caseId}/record/${type}`)
  const hiddenAt = async (address: string) => {
    const { submissionId, version } = await json<{ submissionId: string; version: number }>(address)
    return { submissionId, version: String(version) }
  }

  return {
    app,
    haveConflicts,
    tables,
    everything,
    recorded,
    audited,
    close,
    logged,
    ask,
    post,
    send,
    json,
    open,
    keepWorkOf,
    park,
    endWhatBeganAgain,
    record,
    hidden,
    hiddenAt,
    goTo,
  }
}

export type ServiceForTests = Awaited<ReturnType<typeof serviceForTests>>

/** The facts that the first wait of a case awaits. */
export const FIRST_AWAITED: readonly FactType[] = [
  'adviser-contacted',
  'mediation-declined',
  'mediation-chosen',
  'certificate-issued',
  'appeal-registered',
  'case-withdrawn',
]
