import type { LocalService } from 'aws-on-one-machine'
import { randomFrom } from '../../../bin/demo/random.ts'
import { buildCase } from '../../../lambdas/cases/build-case.ts'
import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import { checkFacts } from '../../../lambdas/cases/check-facts.ts'
import type { Fact } from '../../../lambdas/cases/fact.ts'
import { londonDay, londonInstant } from '../../../lambdas/cases/london.ts'
import { dayOf } from '../../../lambdas/cases/order.ts'
import { OPENED, type Sequence, sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../../lambdas/cases/store/open-case.ts'
import { recordFacts } from '../../../lambdas/cases/store/record-facts.ts'
import { addDays, type CalendarDate, earliestOf } from '../../../lambdas/law/calendar-date.ts'
import { renamed } from '../../cases/orders/compare-orders.ts'
import { makeStory, type Story } from '../../cases/orders/stories.ts'
import { tablesOf } from '../tables-of.ts'
import { COUNCIL } from '../walk/council.ts'
import { type ClaimsRead, claimsReader } from '../walk/kept-claims.ts'
import { problemsAtTheEnd, problemsOfOrder, type ToldCase } from './check-told.ts'
import { type Form, onAnyDays, onItsDays } from './recording-plan.ts'

export interface OrdersToTell {
  readonly service: LocalService
  /** The first story comes from it, the next one from the next number. */
  readonly seed: number
  readonly stories: number
  /** In how many orders each is recorded beside the one in which it happened. */
  readonly orders: number
  /** How many facts a story has at most. */
  readonly mostFacts: number
  /** Within how many days the stories begin. */
  readonly days: number
  readonly onDay: (today: CalendarDate, soFar: OrdersTold) => void
}

export interface OrdersTold {
  /** How many orders have come to their end, of how many facts, and how many of them were learnt after their own day. */
  readonly orderings: number
  readonly facts: number
  readonly late: number
  /** What is not as it must be, with the seed of its story. */
  readonly problems: readonly string[]
  readonly claimsRead: ClaimsRead
  /** The cases that have come to their end, each with the one that was told as it happened. */
  readonly told: readonly (readonly [told: ToldCase, asItHappened: ToldCase])[]
}

/** A case on the service that is told in one order. */
interface Teller {
  readonly caseId: string
  readonly seed: number
  readonly story: Story
  readonly forms: Form[]
  /** The sequences that its facts have on the service, by those in the story. */
  readonly sequences: Map<Sequence, Sequence>
  /** The case of the same story that is told as it happened; undefined where it is that case. */
  readonly asItHappened: Teller | undefined
  told?: ToldCase
}

const FEWEST_FACTS = 4
/** So many days after the last fact whatever was held for 5pm of the next working day has left, over Easter too. */
const DAYS_UNTIL_THE_END = 7
const A_MINUTE = 60_000

/**
 * Records stories on the whole local service, each as it happened and in other orders, all side by side on one clock, and
 * compares what has become of them a week after their last day.
 */
export async function tellOrders({ service, onDay, ...size }: OrdersToTell): Promise<OrdersTold> {
  const tables = await tablesOf(service)
  const claims = claimsReader(tables)
  const problems: string[] = []
  const told: [ToldCase, ToldCase][] = []
  let orderings = 0
  let facts = 0
  let late = 0
  let forms = 0
  const tellers = Array.from({ length: size.stories }).flatMap((_none, index) => tellersOf(size.seed + index, size))
  const soFar = (): OrdersTold => ({ orderings, facts, late, problems, claimsRead: claims.soFar(), told })
  const now = () => new Date(service.clock.now())
  const withAForm = (on: CalendarDate) => tellers.filter(({ forms: [form] }) => form?.on === on)

  async function record(teller: Teller, recorded: readonly Fact[]): Promise<void> {
    const { caseId, sequences } = teller
    const [first] = recorded
    if (first?.sequence === OPENED) return open(teller, first)
    const file = await requireCaseFile(tables, caseId)
    for (const [index, { sequence }] of recorded.entries()) {
      sequences.set(sequence, sequenceOf(file.record.version + 1 + index))
    }
    const named = recorded.map(({ type, follows, details }) =>
      renamed({ type, ...(follows && { follows }), details } as Fact, sequences),
    )
    const refused = checkFacts(file.subject, named, londonDay(now())).flat()
    problems.push(...refused.map(({ message }) => `${teller.caseId} is refused: ${message}`))
    const form = { submissionId: `form-${++forms}`, facts: named.map((fact) => ({ fact })), recordedBy: 'teller' }
    const result = await recordFacts(tables, file, form, now(), COUNCIL.ownTimes)
    if (result !== 'recorded') problems.push(`${teller.caseId}: "${first?.type}" was ${result}.`)
  }

  async function open({ caseId, sequences }: Teller, { details }: Fact): Promise<void> {
    sequences.set(OPENED, OPENED)
    await openCase(
      tables,
      {
        caseId,
        submissionId: `open-${caseId}`,
        decision: details as Fact<'case-opened'>['details'],
        contact: { name: 'Ann Lee', relationship: 'parent', childName: 'Bo Lee', email: `${caseId}@example.com` },
        recordedBy: 'teller',
      },
      now(),
    )
  }

  async function look(teller: Teller, today: CalendarDate): Promise<void> {
    const file: CaseFile = await requireCaseFile(tables, teller.caseId)
    const end = { file, story: teller.story, sequences: teller.sequences, today }
    teller.told = end
    const asItHappened = teller.asItHappened?.told
    const found = [
      ...(await claims.read(file)),
      ...problemsAtTheEnd(end, COUNCIL.ownTimes),
      ...(asItHappened ? problemsOfOrder(end, asItHappened) : []),
    ]
    problems.push(...found.map((problem) => `${teller.caseId}: ${problem}${historyOf(file)}`))
    if (!asItHappened) return
    told.push([end, asItHappened])
    orderings += 1
    facts += file.subject.recorded.length
    late += file.subject.recorded.filter((fact) => londonDay(new Date(fact.recordedAt)) > (dayOf(fact) ?? '')).length
  }

  let today = nextDay(tellers)
  while (today !== undefined) {
    await service.clock.advanceTo(londonInstant(today, '10:00').getTime())
    let recording = withAForm(today)
    while (recording.length > 0) {
      for (const teller of recording) await record(teller, teller.forms.shift()?.facts ?? [])
      await service.clock.settle()
      // What is recorded later is later on the clock, so that it can be said what a message knew.
      await service.clock.advanceBy(A_MINUTE)
      recording = withAForm(today)
    }
    for (const teller of tellers) if (!teller.told && lastDay(teller) === today) await look(teller, today)
    onDay(today, soFar())
    today = nextDay(tellers)
  }
  problems.push(...(await failedExecutions(service)))
  return soFar()
}

/** The first day on which something is still to be recorded, or a case is looked at. */
function nextDay(tellers: readonly Teller[]): CalendarDate | undefined {
  const days = tellers.flatMap((teller) => (teller.told ? [] : [teller.forms[0]?.on ?? lastDay(teller)]))
  return earliestOf(days)
}

function lastDay({ story }: Teller): CalendarDate {
  return addDays(story.today, DAYS_UNTIL_THE_END)
}

function tellersOf(
  seed: number,
  { orders, mostFacts, days }: Pick<OrdersToTell, 'orders' | 'mostFacts' | 'days'>,
): readonly Teller[] {
  const random = randomFrom(seed)
  const length = FEWEST_FACTS + Math.floor(random() * (mostFacts - FEWEST_FACTS + 1))
  const story = withShortNotice(makeStory(random, length, days))
  const teller = (name: string, forms: readonly Form[], asItHappened: Teller | undefined): Teller => ({
    caseId: `ORDER-${seed}-${name}`,
    seed,
    story,
    forms: [...forms],
    sequences: new Map(),
    asItHappened,
  })
  const asItHappened = teller('0', onItsDays(story), undefined)
  const others = Array.from({ length: orders }, (_none, index) =>
    teller(String(index + 1), onAnyDays(story, random), asItHappened),
  )
  return [asItHappened, ...others]
}

/** The family agrees to every meeting, however late it is recorded: the officer would be asked. */
function withShortNotice({ subject, ...story }: Story): Story {
  const recorded = subject.recorded.map((fact) =>
    fact.type === 'meeting-arranged' || fact.type === 'meeting-moved'
      ? ({ ...fact, details: { ...fact.details, shortNoticeAgreed: true } } as Fact)
      : fact,
  )
  return { ...story, subject: buildCase(subject.caseId, recorded) }
}

async function failedExecutions({ consoleUrl }: LocalService): Promise<readonly string[]> {
  const response = await fetch(`${consoleUrl}/executions.json`)
  const all = (await response.json()) as readonly { readonly name: string; readonly status: string }[]
  return all
    .filter(({ status }) => status !== 'RUNNING' && status !== 'SUCCEEDED')
    .map(({ name, status }) => `The execution ${name} is ${status}.`)
}

/** What was recorded and sent when, for whoever looks into a problem. */
function historyOf({ subject, messages, held }: CaseFile): string {
  const facts = subject.recorded.map(
    ({ sequence, type, recordedAt, details }) =>
      `${recordedAt.slice(0, 16)} ${sequence} ${type} ${JSON.stringify(details)}`,
  )
  const sent = messages.map(({ key, sentAt }) => `${sentAt?.slice(0, 16)} ${key}`).sort()
  const waiting = held.map((one) => `${one.key} ${one.state}${one.state === 'not-needed' ? ` (${one.reason})` : ''}`)
  return `\n  ${facts.join('\n  ')}\n  sent: ${sent.join(', ')}\n  held: ${waiting.join(', ')}`
}
