import type { LocalService } from 'aws-on-one-machine'
import { randomFrom } from '../../../bin/demo/random.ts'
import { type Case, canAppeal, needsNoCertificate } from '../../../lambdas/cases/case.ts'
import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import type { FactDetails, FactType, NewFact } from '../../../lambdas/cases/fact.ts'
import { londonDay, londonInstant } from '../../../lambdas/cases/london.ts'
import { expectedFacts } from '../../../lambdas/cases/recordable-facts.ts'
import { OPENED } from '../../../lambdas/cases/sequence.ts'
import { type WaitName, wordsByItself } from '../../../lambdas/cases/stages.ts'
import { stageKey } from '../../../lambdas/cases/start-stages.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { openCase } from '../../../lambdas/cases/store/open-case.ts'
import { recordFacts } from '../../../lambdas/cases/store/record-facts.ts'
import { isLive, isParked, type Wait } from '../../../lambdas/cases/wait.ts'
import { DECISION_KINDS } from '../../../lambdas/law/appealable-decisions.ts'
import { addDays, type CalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { isWorkingDay } from '../../../lambdas/law/working-days.ts'
import { checkOne } from '../../cases/check-one.ts'
import { stepFunctionsOf } from '../step-functions-of.ts'
import { tablesOf } from '../tables-of.ts'
import { toldForeseen } from '../told-foreseen.ts'
import { COUNCIL } from './council.ts'
import { type ClaimsRead, claimsReader } from './kept-claims.ts'
import { pair, transition, WAITS } from './machines.ts'
import { whatItDid } from './taken.ts'
import { type FirstStep, type Standing, waysTo } from './ways.ts'
import { correctionOf, factOf, type PickOne } from './what-could-happen.ts'

/** Something that is looked at after every step of a walk. @returns a sentence for everything that is wrong */
export type Check = (file: CaseFile, today: CalendarDate, running: ReadonlySet<string>) => readonly string[]

export interface WalkOptions {
  readonly service: LocalService
  readonly seed: number
  /** How many cases are opened at most. */
  readonly cases: number
  /** The walk ends on this day at the latest, or when no case can reach anything new. */
  readonly until: CalendarDate
  /** The transitions, and pairs of them, that are sought. */
  readonly goals: readonly string[]
  readonly check: Check
  /** Whether the walk may end before its time. */
  readonly isEnough?: (soFar: WalkResult) => boolean
  readonly onProblem?: (problem: string) => void
  readonly onDay?: (today: CalendarDate, open: number, soFar: WalkResult) => void
}

export interface WalkResult {
  /** What was taken, and how often: transitions, and pairs of them in one stage. */
  readonly taken: ReadonlyMap<string, number>
  /** What was tried in vain, and why. */
  readonly gaveUp: ReadonlyMap<string, ReadonlySet<string>>
  readonly cases: number
  readonly steps: number
  readonly problems: readonly string[]
  /** Facts that told the family something else than was foreseen before they were recorded, of so many. */
  readonly surprises: readonly string[]
  readonly comparedWithForeseen: number
  /** What was read of the messages that went out, each compared with its case on that day. */
  readonly claimsRead: ClaimsRead
}

/** A case that is walked through the machines. */
interface Walker {
  readonly caseId: string
  file: CaseFile
  /** Every execution of its stages that was seen, with the last transition that each has taken. */
  readonly executions: Map<string, { taken: number; last: string | undefined; isRunning: boolean }>
  /** What it records before it looks for anything new, so that cases differ. */
  readonly beforehand: FactType[]
  /** Where it goes: a transition or a pair of them that nobody has taken. */
  goal: { readonly name: string; steps: number } | undefined
  /** The wait that it lets pass by itself. */
  resting: { readonly key: string; readonly execution: string | undefined; readonly name: WaitName } | undefined
  readonly givenUp: Set<string>
  /** A new case like most, on which nothing was recorded beforehand and that has never found a goal. */
  isNew: boolean
  /** The step that it took last, and the wait that should have come of it. */
  expected: { readonly step: string; readonly key: string; readonly wait: WaitName } | undefined
  /** Steps that led elsewhere than the files of the machines say: what the case is like ended the next wait at once. */
  readonly barred: Set<string>
  /** Nothing new can be reached from where it is. */
  isIdle: boolean
  /** Something was recorded on it since it was looked at. */
  hasStepped: boolean
  /** One of its stages has moved on since it last chose where to go. */
  hasMoved: boolean
  /** Closed, and looked at since. */
  isOver: boolean
  /** What the last fact was foreseen to tell, and what had been told before it. */
  foreseen?:
    | { readonly fact: string; readonly known: ReadonlySet<string>; readonly messages: readonly string[] }
    | undefined
}

/** How many cases begin together, and how many are on their way at a time: those that rest are not counted. */
const TOGETHER = 6
const AT_A_TIME = 18
/** How many cases try a goal in vain before it is given up, and how many steps each takes towards it. */
const TRIES = 10
const STEPS_TO_A_GOAL = 10
/** That a new case finds no way to a goal counts as so much of a try: another kind of case may. */
const FROM_NEW = 1 / 4
/** Some of what can be recorded depends on chance: how somebody answers, what is agreed. */
const ATTEMPTS = 12
/** What a case records before it looks for anything new: the routes lead to other ends beside an appeal or a certificate. */
const BEFOREHAND: readonly (readonly FactType[])[] = [
  [],
  [],
  ['appeal-registered'],
  ['adviser-contacted', 'certificate-issued'],
  [],
  ['adviser-contacted', 'certificate-issued', 'mediation-chosen'],
]

/**
 * Walks many cases side by side through the machines on the whole local service, with the clock moved from day to day.
 * Each case goes to the nearest transition, or pair of them, that none has taken. What was taken is read from the
 * executions' own histories. After each step `check` looks at the case.
 */
export async function walk(options: WalkOptions): Promise<WalkResult> {
  const { service, seed, cases, until, goals, check, isEnough } = options
  const random = randomFrom(seed)
  const pick: PickOne = (values) => values[Math.floor(random() * values.length)] as (typeof values)[number]
  const tables = await tablesOf(service)
  const stepFunctions = stepFunctionsOf(service)
  const sought = new Set(goals)
  const taken = new Map<string, number>()
  const gaveUp = new Map<string, Set<string>>()
  const tries = new Map<string, number>()
  const problems: string[] = []
  const report = (problem: string) => {
    problems.push(problem)
    options.onProblem?.(problem)
  }
  const walkers: Walker[] = []
  let steps = 0
  let forms = 0
  let comparedWithForeseen = 0
  const surprises: string[] = []
  const claims = claimsReader(tables)

  const now = () => new Date(service.clock.now())
  const soFar = (): WalkResult => ({
    taken,
    gaveUp,
    cases: walkers.length,
    steps,
    problems,
    surprises,
    comparedWithForeseen,
    claimsRead: claims.soFar(),
  })
  const took = (goal: string) => taken.set(goal, (taken.get(goal) ?? 0) + 1)
  const isOpenGoal = (goal: string) => sought.has(goal) && !taken.has(goal) && (tries.get(goal) ?? 0) < TRIES

  function giveUp(walker: Walker, why: string): void {
    const { goal } = walker
    walker.goal = undefined
    if (!goal || taken.has(goal.name)) return
    walker.givenUp.add(goal.name)
    countTry(goal.name, 1, why)
  }

  function countTry(goal: string, tried: number, why: string): void {
    tries.set(goal, (tries.get(goal) ?? 0) + tried)
    gaveUp.set(goal, (gaveUp.get(goal) ?? new Set()).add(why))
  }

  /** What is recorded on the case today, on its way to somewhere new. Undefined to let the time pass. */
  function choose(walker: Walker, today: CalendarDate): NewFact | undefined {
    const { file } = walker
    const first = walker.beforehand[0]
    if (first) {
      const fact = factFor(first, file, today, undefined)
      walker.beforehand.shift()
      if (typeof fact !== 'string') return fact
    }
    if (walker.goal && (taken.has(walker.goal.name) || walker.goal.steps >= STEPS_TO_A_GOAL)) {
      giveUp(walker, `${walker.caseId} took ${STEPS_TO_A_GOAL} steps and did not come there.`)
    }
    const standings = file.waits.flatMap((wait): Standing[] =>
      wait.state === 'waiting' && wait.name
        ? [{ key: stageKey(wait), wait: wait.name, last: walker.executions.get(wait.execution ?? '')?.last }]
        : [],
    )
    walker.isIdle = false
    barSurprise(walker, standings)
    const isBarred = (step: string) => walker.barred.has(step) || isNotFor(file.subject, step)
    const impossible = new Map<string, string>()
    if (walker.goal) {
      const { name } = walker.goal
      for (const { first, isWhole } of waysTo(standings, (goal) => goal === name, isBarred)) {
        const step = tryStep(walker, first, today, impossible)
        if (step) return step.fact
        // It stands before its goal, and the case is not of the kind that can go on.
        if (isWhole) break
      }
      giveUp(walker, `${walker.caseId}: ${[...impossible.values()].join(' / ') || 'no way leads there any more'}`)
    }
    const claimed = new Set(walkers.flatMap(({ goal, isOver }) => (goal && !isOver ? [goal.name] : [])))
    const wanted = (goal: string) => isOpenGoal(goal) && !claimed.has(goal) && !walker.givenUp.has(goal)
    for (const { first, goal } of waysTo(standings, wanted, isBarred)) {
      walker.goal = { name: goal, steps: 0 }
      const step = tryStep(walker, first, today, impossible)
      if (step) {
        walker.isNew = false
        return step.fact
      }
      walker.goal = undefined
    }
    walker.isIdle = true
    // No other new case of its kind will find a way either.
    const unreached = walker.isNew ? goals.filter((goal) => isOpenGoal(goal) && !claimed.has(goal)) : []
    for (const goal of unreached) countTry(goal, FROM_NEW, `${walker.caseId}: no way leads there from a new case.`)
    return undefined
  }

  /** Takes the first step of a way, if the case can. */
  function tryStep(walker: Walker, first: FirstStep, today: CalendarDate, impossible: Map<string, string>) {
    const { key, word, from } = first
    const name = `${key} ${word}`
    if (impossible.has(name)) return undefined
    const wait = walker.file.waits.find((one) => stageKey(one) === key)
    if (from !== undefined && wordsByItself(from).some((one) => one === word)) {
      walker.resting = { key, execution: wait && isParked(wait) ? wait.execution : undefined, name: from }
      if (walker.goal) walker.goal.steps += 1
      return { fact: undefined }
    }
    const fact = factFor(word, walker.file, today, wait)
    if (typeof fact === 'string') impossible.set(name, fact)
    else {
      if (walker.goal) walker.goal.steps += 1
      const wait = from ? WAITS.get(from)?.leadsTo.get(word) : undefined
      if (from && wait && wait !== 'end') walker.expected = { step: transition(from, word), key, wait }
      return { fact }
    }
    return undefined
  }

  /** Remembers a step that led elsewhere than it should, so that the case does not go round in circles. */
  function barSurprise(walker: Walker, standings: readonly Standing[]): void {
    const { expected } = walker
    walker.expected = undefined
    if (!expected || standings.some(({ key, wait }) => key === expected.key && wait === expected.wait)) return
    // How the parties answer is chance, and no sign of what the case is like.
    if (expected.wait !== 'parties-agree') walker.barred.add(expected.step)
  }

  /** A fact that can be recorded now; otherwise why none can. */
  function factFor(word: string, file: CaseFile, today: CalendarDate, wait: Wait | undefined): NewFact | string {
    const recordable = expectedFacts(file)
    let why = `"${word}" is not asked for`
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
      const fact =
        word === 'corrected'
          ? correctionOf(file.subject, pick, -1)
          : factOf(word as FactType, file.subject, today, wait?.startedFrom ?? OPENED, pick)
      if (!fact || !recordable.includes(fact.type)) continue
      const [problem] = checkOne(file.subject, fact, today)
      if (!problem) return fact
      why = problem.message
    }
    return why
  }

  async function step(walker: Walker, today: CalendarDate): Promise<void> {
    const { resting } = walker
    if (resting) {
      const wait = walker.file.waits.find((one) => stageKey(one) === resting.key)
      if (wait?.state === 'waiting' && wait.name === resting.name && wait.execution === resting.execution) return
      walker.resting = undefined
    }
    if (walker.isIdle && !walker.hasMoved) return
    // Officers record on working days. What is put right on another day waits until the next, with what comes by then: told.ts
    // says what each fact tells by itself. `npm run prove:orders` records on any day.
    if (!isWorkingDay(today)) return
    walker.hasMoved = false
    const fact = choose(walker, today)
    // What has nowhere to go is often ended, so that the walk is not slowed down by cases that wait for nothing new.
    if (fact) await record(walker, fact)
    else if (walker.isIdle && random() < 0.5) await withdraw(walker, today)
  }

  async function withdraw(walker: Walker, today: CalendarDate): Promise<void> {
    const fact = factFor('case-withdrawn', walker.file, today, undefined)
    if (typeof fact !== 'string') await record(walker, fact)
  }

  async function record(walker: Walker, fact: NewFact): Promise<void> {
    steps += 1
    const { atOnce } = await toldForeseen(tables, walker.file, [fact], now(), COUNCIL.ownTimes)
    const known = walker.file.messages.map(({ key }) => key)
    walker.foreseen = { fact: fact.type, known: new Set(known), messages: atOnce }
    const result = await recordFacts(
      tables,
      walker.file,
      { submissionId: `walk-${seed}-${++forms}`, facts: [{ fact }], recordedBy: 'walker' },
      now(),
      COUNCIL.ownTimes,
    )
    if (result !== 'recorded') report(`${walker.caseId}: "${fact.type}" was ${result}.`)
    walker.hasStepped = true
  }

  async function openMore(number: number): Promise<void> {
    for (let opened = 0; opened < number && walkers.length < cases; opened++) {
      walkers.push(await openWalker(walkers.length + 1))
    }
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
    const beforehand = BEFOREHAND[Math.floor(number / DECISION_KINDS.length) % BEFOREHAND.length] ?? []
    return {
      caseId,
      file,
      executions: new Map(),
      beforehand: [...beforehand],
      goal: undefined,
      resting: undefined,
      givenUp: new Set(),
      isNew: beforehand.length === 0 && !file.subject.decision.placementOnly,
      expected: undefined,
      barred: new Set(),
      isIdle: false,
      hasStepped: true,
      hasMoved: true,
      isOver: false,
    }
  }

  /** Looks at the cases on which something can have happened since: a fact, or the time of a wait. */
  async function checkAll(today: CalendarDate): Promise<void> {
    for (const walker of walkers.filter((one) => !one.isOver && mayHaveMoved(one))) {
      await look(walker)
      const running = new Set([...walker.executions].filter(([, { isRunning }]) => isRunning).map(([arn]) => arn))
      const untrue = await claims.read(walker.file)
      for (const problem of [...check(walker.file, today, running), ...untrue]) {
        report(`${walker.caseId} on ${today}: ${problem} ${told(walker.file)}`)
      }
      walker.isOver = walker.file.record.status === 'closed'
    }
  }

  function mayHaveMoved({ hasStepped, file }: Walker): boolean {
    const moment = now().toISOString()
    return hasStepped || file.waits.some((wait) => isLive(wait) && (!isParked(wait) || wait.wakeAt <= moment))
  }

  /** What was told because of a fact, beside what was foreseen before it was recorded. */
  async function compareWithForeseen(walker: Walker): Promise<void> {
    const { foreseen } = walker
    if (!foreseen) return
    walker.foreseen = undefined
    const { messages } = await requireCaseFile(tables, walker.caseId)
    const told = messages.map(({ key }) => key).filter((key) => !foreseen.known.has(key))
    const [said, came] = [foreseen.messages, told].map((keys) => keys.toSorted().join(', ') || 'nothing')
    comparedWithForeseen += 1
    if (said !== came) {
      surprises.push(`${walker.caseId}: of "${foreseen.fact}" was foreseen: ${said}; and told: ${came}.`)
    }
  }

  /** Reads the case again, and what its executions have done since. */
  async function look(walker: Walker): Promise<void> {
    walker.file = await requireCaseFile(tables, walker.caseId)
    for (const { execution } of walker.file.waits.filter(isParked)) {
      if (!walker.executions.has(execution)) {
        walker.executions.set(execution, { taken: 0, last: undefined, isRunning: true })
      }
    }
    walker.hasStepped = false
    for (const [arn, execution] of walker.executions) {
      if (!execution.isRunning) continue
      const did = await whatItDid(stepFunctions, arn)
      for (const { wait, word } of did.taken.slice(execution.taken)) {
        walker.hasMoved = true
        const one = transition(wait, word)
        took(one)
        if (execution.last) took(pair(execution.last, one))
        execution.last = one
      }
      execution.taken = did.taken.length
      execution.isRunning = did.isRunning
    }
  }

  await openMore(TOGETHER)
  await service.clock.settle()
  let today = londonDay(now())
  while (today < until) {
    await checkAll(today)
    const open = walkers.filter(({ isOver }) => !isOver)
    options.onDay?.(today, open.length, soFar())
    if (isEnough?.(soFar())) break
    const before = steps
    for (const walker of open) await step(walker, today)
    const active = open.filter(({ isIdle, resting }) => !isIdle && !resting).length
    const claimed = new Set(open.flatMap(({ goal }) => (goal ? [goal.name] : [])))
    const isWorkLeft = goals.some((goal) => isOpenGoal(goal) && !claimed.has(goal))
    if (isWorkLeft && active < AT_A_TIME && walkers.length < cases) await openMore(TOGETHER)
    else if (claimed.size === 0) break
    await service.clock.settle()
    for (const walker of open) await compareWithForeseen(walker)
    const nextTimer = service.clock.nextTimer()
    const next =
      steps > before || nextTimer === undefined
        ? addDays(today, 1)
        : [addDays(today, 1), londonDay(new Date(nextTimer))].sort()[1]
    today = (next ?? addDays(today, 1)) as CalendarDate
    await service.clock.advanceTo(londonInstant(today, '10:00').getTime())
  }
  return soFar()
}

/** Whether a case can be told beforehand not to take a step: what it has, it does not get again. */
function isNotFor(subject: Case, step: string): boolean {
  const { certificate, chosen, decision } = subject
  const [wait = '', word] = step.split(' > ')
  if (!canAppeal(subject) && step.endsWith('appeal-registered')) return true
  if (certificate && step.endsWith('certificate-issued')) return true
  // What is still disputed after mediation, and who arranges it, can end the need of one.
  const canChange =
    word === 'nothing-to-wait-for' && (decision.decisionKind === 'plan-contents' || chosen?.healthIssue === 'only')
  const awaitsCertificate = wait === 'certificate-without-meeting' || wait === 'certificate-after-meeting'
  return awaitsCertificate && !canChange && needsNoCertificate(subject) !== (word === 'nothing-to-wait-for')
}

function decisionOf(number: number, sentOn: CalendarDate): FactDetails['case-opened'] {
  const decisionKind = DECISION_KINDS[number % DECISION_KINDS.length] ?? 'plan-contents'
  const placementOnly = decisionKind === 'plan-contents' && Math.floor(number / DECISION_KINDS.length) % 3 === 2
  const sections = placementOnly ? (['I'] as const) : (['B', 'F', 'I'] as const)
  return {
    decisionKind,
    placementOnly,
    printedOn: sentOn,
    sentOn,
    ...(decisionKind === 'plan-contents' && { sections }),
  }
}

/** The goals of this list that no case has reached. */
export function notTaken(list: readonly string[], { taken }: Pick<WalkResult, 'taken'>): readonly string[] {
  return list.filter((one) => !taken.has(one))
}

/** The case as a story, for whoever looks into a problem. */
function told({ subject, messages, waits }: CaseFile): string {
  const facts = subject.recorded.map(
    ({ sequence, type, recordedAt, details }) =>
      `${recordedAt.slice(0, 10)} ${sequence} ${type} ${JSON.stringify(details)}`,
  )
  const sent = messages.map(({ key, sentAt }) => `${sentAt?.slice(0, 10)} ${key}`).sort()
  const rows = waits.map((wait) => `${stageKey(wait)} ${JSON.stringify(wait)}`)
  return `\n  ${facts.join('\n  ')}\n  sent: ${sent.join(', ')}\n  waits: ${rows.join('; ')}`
}
