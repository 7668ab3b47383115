import { randomFrom } from '../../../bin/demo/random.ts'
import { type CaseFile, requireCaseFile } from '../../../lambdas/cases/case-file.ts'
import type { FactDetails, FactType, NewFact } from '../../../lambdas/cases/fact.ts'
import { londonDay, londonInstant } from '../../../lambdas/cases/london.ts'
import { openCase } from '../../../lambdas/cases/open-case.ts'
import { recordFact } from '../../../lambdas/cases/record-fact.ts'
import { recordableFacts } from '../../../lambdas/cases/recordable-facts.ts'
import { ENDS_WITH, type Wait, type WaitName } from '../../../lambdas/cases/stage.ts'
import { stageKey } from '../../../lambdas/cases/start-stages.ts'
import { DECISION_KINDS } from '../../../lambdas/law/appealable-decisions.ts'
import { addDays, type CalendarDate } from '../../../lambdas/law/calendar-date.ts'
import type { ServiceForTests } from '../service-for-tests.ts'
import { tablesOf } from '../tables-of.ts'
import { TRANSITIONS, transition, WAITS } from './machines.ts'
import { type Standing, waysToTheNew } from './way-to-the-new.ts'
import { factOf, type PickOne } from './what-could-happen.ts'

/** A case that is walked through the machines. */
export interface Walker {
  readonly caseId: string
  /** The transition that each of its stages took last. */
  readonly last: Map<string, string>
  /** Its stages as they were when they were last looked at. */
  seen: ReadonlyMap<string, Wait>
  file: CaseFile
  /** The wait that it lets pass by itself. */
  resting: { readonly key: string; readonly name: WaitName | undefined } | undefined
  /** Nothing new can be reached from where it is. It comes to its end by itself. */
  isIdle: boolean
  /** Something was recorded on it since it was looked at. */
  hasStepped: boolean
  /** Closed, and looked at since. */
  isOver: boolean
}

/** Something that is looked at after every step of a walk. @returns a sentence for everything that is wrong */
export type Check = (file: CaseFile, today: CalendarDate, running: ReadonlySet<string>) => readonly string[]

export interface WalkOptions {
  readonly house: Pick<ServiceForTests, 'service' | 'client'>
  readonly seed: number
  /** How many cases are opened at most. A new one is opened when none that is open can reach anything new. */
  readonly cases: number
  /** The walk ends on this day at the latest, or when every case has come to its end. */
  readonly until: CalendarDate
  /** Whether pairs of transitions are sought, or transitions by themselves. */
  readonly pairs: boolean
  readonly check: Check
  /** Whether the walk may end before its time. */
  readonly isEnough?: (soFar: Pick<WalkResult, 'transitions' | 'pairs'>) => boolean
  readonly onDay?: (
    today: CalendarDate,
    soFar: { readonly open: number; readonly steps: number; readonly transitions: number; readonly pairs: number },
  ) => void
}

export interface WalkResult {
  readonly transitions: ReadonlyMap<string, number>
  readonly pairs: ReadonlyMap<string, number>
  readonly cases: number
  readonly steps: number
  readonly problems: readonly string[]
}

/** How many cases begin together, and how many are under way at a time at most. */
const AT_THE_START = 12
const AT_A_TIME = 30
/** Facts that have nothing to do with the way, thrown in now and then. */
const NOW_AND_THEN: readonly FactType[] = ['note-added', 'fact-corrected', 'fact-removed']

/**
 * Walks many cases side by side through the machines on the whole local service, with the clock moved from day to day.
 * Each step leads towards a transition that no case has taken; after each, `check` looks at the case.
 */
export async function walk(options: WalkOptions): Promise<WalkResult> {
  const { house, seed, cases, until, pairs: seekPairs, check, isEnough } = options
  const random = randomFrom(seed)
  const pick: PickOne = (values) => values[Math.floor(random() * values.length)] as (typeof values)[number]
  const tables = await tablesOf(house.service)
  const transitions = new Map<string, number>()
  const pairs = new Map<string, number>()
  const claimed = new Set<string>()
  const problems: string[] = []
  let steps = 0
  let forms = 0

  const now = () => new Date(house.service.clock.now())
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1)

  function took(walker: Walker, key: string, name: WaitName, word: string): void {
    const step = transition(name, word)
    count(transitions, step)
    const before = walker.last.get(key)
    if (before) count(pairs, `${before}, ${step}`)
    walker.last.set(key, step)
  }

  function isNew(last: string | undefined, step: string): boolean {
    return !claimed.has(seekPairs && last ? `${last}, ${step}` : step)
  }

  function claim({ last }: Walker, key: string, step: string): void {
    claimed.add(step)
    const before = last.get(key)
    if (before) claimed.add(`${before}, ${step}`)
  }

  /** What is recorded on the case today: what leads to somewhere new. Undefined to let the time pass. */
  function choose(walker: Walker, today: CalendarDate): NewFact | undefined {
    const { subject, waits } = walker.file
    const recordable = recordableFacts(walker.file)
    const waiting = waits.filter(({ state }) => state === 'waiting')
    const standings = waiting.flatMap((wait): Standing[] =>
      wait.name ? [{ key: stageKey(wait), wait: wait.name, last: walker.last.get(stageKey(wait)) }] : [],
    )
    walker.isIdle = true
    for (const { key, word, from } of waysToTheNew(standings, isNew)) {
      const wait = waiting.find((one) => stageKey(one) === key)
      const byTime = from !== undefined && (ENDS_WITH[from] as readonly string[]).includes(word)
      const fact = byTime ? undefined : factFor(word, subject, today, wait?.startedFrom ?? '00001')
      if (!byTime && (!fact || !recordable.includes(fact.type))) continue
      walker.isIdle = false
      if (from) claim(walker, key, transition(from, word))
      if (byTime) walker.resting = { key, name: from }
      return fact
    }
    const type = pick(NOW_AND_THEN)
    return recordable.includes(type) && random() < 0.02 ? factOf(type, subject, today, '00001', pick) : undefined
  }

  function factFor(word: string, subject: CaseFile['subject'], today: CalendarDate, startedFrom: string) {
    const type = word === 'corrected' ? pick(['fact-corrected', 'fact-removed'] as const) : (word as FactType)
    // Some of what is possible depends on chance: how somebody answers, what is agreed.
    for (let attempt = 1; attempt <= 4; attempt++) {
      const fact = factOf(type, subject, today, startedFrom, pick)
      if (fact) return fact
    }
    return undefined
  }

  async function look(walker: Walker): Promise<void> {
    walker.file = await requireCaseFile(tables, walker.caseId)
    const rows = new Map(walker.file.waits.map((wait) => [stageKey(wait), wait]))
    for (const [key, row] of rows) {
      const before = walker.seen.get(key)
      if (!before?.name || before.state !== 'waiting' || before.run !== row.run) continue
      const word = wordByTime(before.name, row)
      if (word) took(walker, key, before.name, word)
    }
    walker.seen = rows
  }

  async function step(walker: Walker, today: CalendarDate): Promise<void> {
    const rests = walker.resting && walker.seen.get(walker.resting.key)
    if (rests?.state === 'waiting' && rests.name === walker.resting?.name) return
    walker.resting = undefined
    const fact = choose(walker, today)
    if (!fact) return
    for (const wait of walker.file.waits) {
      const { state, name, awaits = [], startedFrom } = wait
      if (state !== 'waiting' || !name) continue
      const isCorrection = fact.type === 'fact-corrected' || fact.type === 'fact-removed'
      const isOwn = !('of' in fact.details) || fact.details.of === startedFrom
      if (isCorrection) took(walker, stageKey(wait), name, 'corrected')
      else if (awaits.includes(fact.type) && isOwn) took(walker, stageKey(wait), name, fact.type)
    }
    steps += 1
    walker.hasStepped = true
    const result = await recordFact(
      tables,
      walker.file,
      { submissionId: `walk-${seed}-${++forms}`, fact, recordedBy: 'walker' },
      now(),
    )
    if (result !== 'recorded') problems.push(`${walker.caseId}: "${fact.type}" was ${result}.`)
    // What the fact led to is not counted as something that time brought.
    await house.service.clock.settle()
    walker.file = await requireCaseFile(tables, walker.caseId)
    walker.seen = new Map(walker.file.waits.map((wait) => [stageKey(wait), wait]))
  }

  function mayHaveMoved({ hasStepped, seen }: Walker): boolean {
    const moment = now().toISOString()
    return (
      hasStepped || [...seen.values()].some(({ state, wakeAt }) => state !== 'finished' && (wakeAt ?? '') <= moment)
    )
  }

  const walkers: Walker[] = []
  await openMore(Math.min(AT_THE_START, cases))

  async function openMore(number: number): Promise<void> {
    for (let opened = 0; opened < number && walkers.length < cases; opened++) {
      walkers.push(await openWalker(walkers.length + 1))
    }
    await house.service.clock.settle()
  }

  async function openWalker(number: number): Promise<Walker> {
    const caseId = await openCase(
      tables,
      {
        caseId: `WALK-${String(number).padStart(4, '0')}`,
        submissionId: `walk-open-${seed}-${number}`,
        decision: decisionOf(number, londonDay(now())),
        contact: {
          name: 'Ann Lee',
          relationship: 'parent',
          childName: 'Bo Lee',
          email: `walker-${number}@example.com`,
        },
        recordedBy: 'walker',
      },
      now(),
    )
    const file = await requireCaseFile(tables, caseId)
    return {
      caseId,
      last: new Map(),
      seen: new Map(),
      file,
      resting: undefined,
      isIdle: false,
      hasStepped: true,
      isOver: false,
    }
  }

  /** Looks at the cases on which something can have happened since: a fact, or the time of a wait. */
  async function checkAll(today: CalendarDate): Promise<void> {
    const touched = walkers.filter((walker) => !walker.isOver && mayHaveMoved(walker))
    if (touched.length === 0) return
    const executions = await house.client.executions()
    const running = new Set(
      executions.filter(({ status }) => status === 'RUNNING').map(({ executionArn }) => executionArn),
    )
    for (const walker of touched) {
      await look(walker)
      walker.hasStepped = false
      for (const problem of check(walker.file, today, running)) {
        problems.push(`${walker.caseId} on ${today}: ${problem} ${told(walker.file)}`)
      }
      walker.isOver = walker.file.record.status === 'closed'
    }
  }

  let today = londonDay(now())
  while (today < until) {
    await checkAll(today)
    const open = walkers.filter(({ isOver }) => !isOver)
    options.onDay?.(today, { open: open.length, steps, transitions: transitions.size, pairs: pairs.size })
    if ((open.length === 0 && walkers.length >= cases) || isEnough?.({ transitions, pairs })) break
    const before = steps
    for (const walker of open) await step(walker, today)
    await house.service.clock.settle()
    const active = open.filter(({ isIdle }) => !isIdle).length
    if (active < AT_A_TIME) await openMore(AT_THE_START)
    const nextTimer = house.service.clock.nextTimer()
    const next =
      steps > before || nextTimer === undefined
        ? addDays(today, 1)
        : [addDays(today, 1), londonDay(new Date(nextTimer))].sort()[1]
    today = (next ?? addDays(today, 1)) as CalendarDate
    await house.service.clock.advanceTo(londonInstant(today, '10:00').getTime())
  }
  return { transitions, pairs, cases: walkers.length, steps, problems }
}

/** The word by which time moved a wait on: from where its stage is now. */
function wordByTime(name: WaitName, row: Wait): string | undefined {
  const leadsTo = WAITS.get(name)?.leadsTo
  if (row.state === 'finished') return row.endedWith
  if (row.name === name || row.state === 'starting' || !row.name) return undefined
  return ENDS_WITH[name].find((word) => leadsTo?.get(word) === row.name)
}

function decisionOf(number: number, sentOn: CalendarDate): FactDetails['case-opened'] {
  const decisionKind = DECISION_KINDS[number % DECISION_KINDS.length] ?? 'plan-contents'
  const placementOnly = decisionKind === 'plan-contents' && number % 4 === 3
  const sections = placementOnly ? (['I'] as const) : (['B', 'F', 'I'] as const)
  return {
    decisionKind,
    placementOnly,
    printedOn: sentOn,
    sentOn,
    ...(decisionKind === 'plan-contents' && { sections }),
  }
}

/** The transitions that no case has taken. */
export function notTaken({ transitions }: { readonly transitions: ReadonlyMap<string, number> }): readonly string[] {
  return TRANSITIONS.filter((one) => !transitions.has(one))
}

/** The case as a story, for whoever looks into a problem. */
function told({ subject, messages, waits }: CaseFile): string {
  const facts = subject.recorded.map(
    ({ sequence, type, recordedAt, details }) =>
      `${recordedAt.slice(0, 10)} ${sequence} ${type} ${JSON.stringify(details)}`,
  )
  const sent = messages.map(({ key, sentAt }) => `${sentAt?.slice(0, 10)} ${key}`).sort()
  const rows = waits.map((wait) => `${stageKey(wait)} ${wait.run} ${wait.state} ${wait.name} heard ${wait.heard}`)
  return `\n  ${facts.join('\n  ')}\n  sent: ${sent.join(', ')}\n  waits: ${rows.join('; ')}`
}
