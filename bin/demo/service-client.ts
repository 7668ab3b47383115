import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { PlanSection } from '../../lambdas/law/appealable-decisions.ts'
import type { ServiceAddresses } from './local-process.ts'
import { SignedIn } from './signed-in.ts'
import type { Step, Story } from './stories.ts'

/** What the case page says, as data. */
export interface CasePage {
  readonly caseId: string
  readonly version: number
  readonly status: 'open' | 'closed'
  readonly outcome?: string
  readonly closedAt?: string
  readonly journeyIsWorking: boolean
  readonly recordable: readonly string[]
  readonly dates: readonly {
    readonly kind: string
    readonly title: string
    readonly aimDate: string
    readonly aimInWords: string
    readonly lawDate: string
    readonly lawInWords: string
    readonly working: readonly string[]
  }[]
  readonly messages: readonly {
    readonly key: string
    readonly kind: string
    readonly state: string
    readonly attempts: number
    readonly sesMessageIds: readonly string[]
    readonly sentAt?: string
  }[]
  readonly facts: readonly { readonly type: string; readonly sequence: string }[]
  readonly letters: readonly { readonly key: string; readonly why: string; readonly state: string }[]
  readonly tasks: readonly { readonly kind: string; readonly state: string }[]
}

/** A message as it lies in the mailbox. */
export interface MailboxMessage {
  readonly id: string
  readonly to: readonly string[]
  readonly subject: string
  readonly sentAt: string
  readonly tags: Readonly<Record<string, string>>
  readonly text: string
  readonly html: string
}

/** What came of the cases that were opened in a period. */
export interface OutcomesPage {
  /** Each table's numbers, by row and column; a row and a column "all" where they add up. */
  readonly tables: Readonly<
    Record<string, { readonly rows: Readonly<Record<string, Readonly<Record<string, number>>>> }>
  >
}

export interface Execution {
  readonly executionArn: string
  readonly name: string
  readonly status: string
  readonly transitions: number
}

/** The local service was asked something that it refused. Asking again cannot help. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

/** How long to go on asking a service that does not answer: it may be starting again. */
const PATIENCE_MILLISECONDS = 60_000
/** A message that is in doubt after a crash is looked at again within this time on the service's clock. */
const RETRY_STEP = 'PT40S'
const RETRY_STEPS = 12
/** How often a form is confirmed: while the service is at work, what follows from it can change between two requests. */
const CONFIRMATIONS = 5

/**
 * Speaks to a running service over HTTP only, as a browser and a mail program would, signed in as a case officer. It asks again when the service does
 * not answer, and sends a form again under the same id, so that it can go on over a crash of the service.
 */
export class ServiceClient {
  readonly #addresses: ServiceAddresses
  readonly #staff: SignedIn
  readonly #onRequest: () => void

  /** @param onRequest is told of each request as it leaves. */
  constructor(addresses: ServiceAddresses, onRequest: () => void = () => {}) {
    this.#addresses = addresses
    this.#staff = new SignedIn(addresses.staff)
    this.#onRequest = onRequest
  }

  /** Moves the clock forward to a time in England, and waits until everything that is due then has been done. */
  async goTo(day: string, time: string): Promise<void> {
    await this.#clock({ to: `${day}T${time}` })
    await this.settle()
  }

  async settle(): Promise<void> {
    await this.#clock({ settle: true })
  }

  /** Moves the clock to the next thing that is due. */
  async goToNextDate(): Promise<void> {
    await this.#clock({ next: true })
  }

  /** Opens the story's case. @param settle whether to wait until the family has been told. @returns its reference. */
  async openCase({ opening, family }: Pick<Story, 'opening' | 'family'>, { settle = true } = {}): Promise<string> {
    const { decisionKind, printedOn, sentOn, parent, child, email, answers } = opening
    const location = await this.#post('/cases', {
      submissionId: submissionId(family, 'case-opened', opening.on),
      decisionKind,
      ...Object.fromEntries(disputedSections(opening).map((section) => [`sections-${section}`, 'yes'])),
      ...dateInputs('printedOn', printedOn),
      ...dateInputs('sentOn', sentOn),
      underWay: 'no',
      relationship: 'parent',
      name: parent,
      childName: child,
      by: 'email',
      email,
      more: 'no',
      ...answers,
    })
    const caseId = /^\/cases\/([^/?]+)/.exec(location)?.[1]
    if (!caseId) throw new RefusedError(`Opening the case of "${family}" led to ${location}, which names no case.`)
    if (settle) await this.settle()
    return caseId
  }

  /** Records a fact through its form, when the case awaits it. */
  async record(caseId: string, family: string, { fact, fields, on }: Step): Promise<void> {
    const page = await this.#caseThatAwaits(caseId, fact)
    await this.#post(`/cases/${caseId}/record/${fact}`, {
      submissionId: submissionId(family, fact, on),
      version: String(page.version),
      ...Object.assign({}, ...Object.entries(fields).map(([name, value]) => inputs(name, value))),
    })
    await this.settle()
  }

  /** Corrects a fact through its own form, or takes it back where there are no fields, once every stage is at rest. */
  async correct(caseId: string, family: string, sequence: string, { fact, fields, on }: Step): Promise<void> {
    const page = await this.#caseThatAwaits(caseId, fact)
    const deed = fact === 'fact-corrected' ? 'correct' : 'remove'
    await this.#post(`/cases/${caseId}/${deed}/${sequence}`, {
      submissionId: submissionId(family, `${fact}-${sequence}`, on),
      version: String(page.version),
      ...Object.assign({}, ...Object.entries(fields).map(([name, value]) => inputs(name, value))),
    })
    await this.settle()
  }

  readCase(caseId: string): Promise<CasePage> {
    return this.#page(`/cases/${caseId}`)
  }

  /** The tables of what came of the cases. @param path "/outcomes", or that of one table @param from, to months: "2026-01" */
  outcomes(path: string, from: string, to: string): Promise<OutcomesPage> {
    return this.#page(`${path}?${new URLSearchParams({ from, to })}`)
  }

  async executions(): Promise<readonly Execution[]> {
    return this.#json(`${this.#addresses.endpoint}/console/executions.json`)
  }

  /** Every message, in the order of sending. */
  async mailbox(): Promise<readonly Omit<MailboxMessage, 'text' | 'html'>[]> {
    const list = await this.#json<MailboxMessage[]>(`${this.#addresses.endpoint}/mailbox.json`)
    return list.toSorted((one, other) => (one.sentAt < other.sentAt ? -1 : 1))
  }

  message(id: string): Promise<MailboxMessage> {
    return this.#json(`${this.#addresses.endpoint}/mailbox/${id}.json`)
  }

  /** Waits until the case awaits the fact, or has it already. After a crash that takes a step or two of the clock. */
  async #caseThatAwaits(caseId: string, fact: string): Promise<CasePage> {
    for (let attempt = 0; ; attempt++) {
      const page = await this.readCase(caseId)
      if (page.recordable.includes(fact) || page.facts.some(({ type }) => type === fact)) return page
      if (attempt === RETRY_STEPS) {
        throw new RefusedError(
          `Case ${caseId} does not await "${fact}". It awaits ${page.recordable.join(', ') || 'nothing'} and is ${page.status}.`,
        )
      }
      await this.#clock({ by: RETRY_STEP })
    }
  }

  async #clock(move: Readonly<Record<string, unknown>>): Promise<void> {
    await this.#ask(async () => {
      const response = await fetch(`${this.#addresses.endpoint}/console/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(move),
      })
      const answer = (await response.json()) as { readonly error?: string }
      if (response.ok) return
      // A move that was cut off by a crash may have been made: then the clock is there already.
      if (typeof move.to === 'string' && (await this.#clockHasReached(move.to))) return
      throw new RefusedError(`The clock was not moved (${JSON.stringify(move)}): ${answer.error}`)
    })
  }

  async #clockHasReached(moment: string): Promise<boolean> {
    const state = await this.#json<{ readonly clock: { readonly now: string } }>(
      `${this.#addresses.endpoint}/console/state.json`,
    )
    const now = new Date(state.clock.now)
    const inLondon = now.toLocaleString('sv-SE', { timeZone: 'Europe/London' }).replace(' ', 'T')
    return inLondon >= moment
  }

  /** Sends a form, and confirms what it shows to follow. A form that was recorded before leads there at once. */
  async #post(path: string, form: Readonly<Record<string, string>>): Promise<string> {
    // What is unlikely in a story is meant: nobody has to be asked for a second look.
    const meant = { ...form, looksRight: 'yes' }
    let confirmed: string | undefined
    for (let attempt = 1; attempt <= CONFIRMATIONS; attempt++) {
      const answer = await this.#send(path, { ...meant, ...(confirmed && { confirmed }) })
      if ('location' in answer) return answer.location
      confirmed = answer.confirmed
    }
    throw new RefusedError(`${path} led to something else than it had shown, ${CONFIRMATIONS} times.`)
  }

  #send(
    path: string,
    form: Readonly<Record<string, string>>,
  ): Promise<{ readonly location: string } | { readonly confirmed: string }> {
    return this.#ask(async () => {
      const response = await this.#staff.fetch(path, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new URLSearchParams(form),
        redirect: 'manual',
      })
      const body = await response.text()
      const location = response.headers.get('location')
      if (response.status === 303 && location) return { location }
      if (response.status >= 500) throw new Error(`${path} answered ${response.status}.`)
      const { confirmed } = confirmationIn(body)
      if (confirmed) return { confirmed }
      throw new RefusedError(`${path} answered ${response.status}: ${body.slice(0, 400)}`)
    })
  }

  /** Asks a page of the staff, or sends it something, once: for what the rest of this class has no words for. */
  fetch(path: string, init?: RequestInit): Promise<Response> {
    return this.#staff.fetch(path, init)
  }

  #page<Answer>(path: string): Promise<Answer> {
    return this.#answer(path, (init) => this.#staff.fetch(path, init))
  }

  #json<Answer>(url: string): Promise<Answer> {
    return this.#answer(url, (init) => fetch(url, init))
  }

  #answer<Answer>(url: string, get: (init: RequestInit) => Promise<Response>): Promise<Answer> {
    return this.#ask(async () => {
      const response = await get({ headers: { accept: 'application/json' } })
      if (response.status >= 500) throw new Error(`${url} answered ${response.status}.`)
      if (!response.ok) throw new RefusedError(`${url} answered ${response.status}: ${await response.text()}`)
      return (await response.json()) as Answer
    })
  }

  /** Asks again while the service does not answer. */
  async #ask<Answer>(question: () => Promise<Answer>): Promise<Answer> {
    const giveUpAt = performance.now() + PATIENCE_MILLISECONDS
    for (;;) {
      try {
        this.#onRequest()
        return await question()
      } catch (error) {
        if (error instanceof RefusedError || performance.now() > giveUpAt) throw error
        await sleep(100)
      }
    }
  }
}

/** A decision about the contents of a plan has to say which parts of it are disputed. */
function disputedSections({ decisionKind, placementOnly, sections }: Story['opening']): readonly PlanSection[] {
  if (sections) return sections
  if (placementOnly) return ['I']
  return decisionKind === 'plan-contents' ? ['B', 'F'] : []
}

/** The same form has the same id each time that the story is told on one service. */
function submissionId(family: string, fact: string, on: string): string {
  return createHash('sha256').update([family, fact, on].join('/')).digest('hex').slice(0, 32)
}

function inputs(name: string, value: string): Record<string, string> {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateInputs(name, value) : { [name]: value }
}

function dateInputs(name: string, date: string): Record<string, string> {
  const [year, month, day] = date.split('-').map((part) => String(Number(part)))
  return { [`${name}-day`]: day ?? '', [`${name}-month`]: month ?? '', [`${name}-year`]: year ?? '' }
}

/** What a form's answer asks to be confirmed. */
function confirmationIn(body: string): { readonly confirmed?: string } {
  try {
    return JSON.parse(body)
  } catch {
    return {}
  }
}
