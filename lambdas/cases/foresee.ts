import type { CalendarDate } from '../law/calendar-date.ts'
import { factsSince, withFacts } from './build-case.ts'
import { type Case, firstFactAfter } from './case.ts'
import { type CaseDates, caseDates } from './case-dates.ts'
import type { CaseFile } from './case-file.ts'
import { isRevision } from './corrections/revisions.ts'
import type { CouncilOwnTimes } from './council.ts'
import type { NewFact } from './fact.ts'
import { londonDay } from './london.ts'
import { isDealtWith, type MessageDue, messageKey } from './message.ts'
import { endingMessages } from './plan/ending.ts'
import { planWait } from './plan/plan-wait.ts'
import type { Sequence } from './sequence.ts'
import { stageChanges } from './stage-changes.ts'
import { awaitedBy, type Ending, isEnd, leadsTo, type WaitName } from './stages.ts'
import { hasBegunInHistory, standingOf } from './standing.ts'
import { everyStart, fromTheStart, type StageBeginning, type StageStart, stageKey } from './start-stages.ts'
import { type TaskDue, taskId } from './task.ts'
import { tasksOf } from './tasks-of.ts'
import type { HeldMessage } from './telling/held-message.ts'
import { toldByRecording } from './telling/told-by-recording.ts'
import { type AnsweredStage, isLive, type WaitingStage } from './wait.ts'

/** What recording facts will do, where nothing else is recorded meanwhile. */
export interface Foreseen {
  /** The case with the facts. */
  readonly after: Case
  /** The dates before and after, by their names: what differs has moved. None before a case is opened. */
  readonly dates: { readonly before: CaseDates | undefined; readonly after: CaseDates }
  /** What becomes due to the family by its stages, in no order between them. */
  readonly messages: readonly MessageDue[]
  /** What the recording has to tell by itself: see `toldByRecording`. */
  readonly held: readonly HeldMessage[]
  /** What the council has to do then and not before, and what it has not to do any more, each with its day. */
  readonly tasks: { readonly begin: readonly TaskDue[]; readonly end: readonly TaskDue[] }
}

/** More waits than any run passes through at once. */
const MOST_WAITS = 100

/**
 * Says what recording facts all at once will do, before it is done: the answer of the rules that then do it.
 * @param now the moment of recording
 * @throws Error when the facts lead from a wait to nowhere: that is a fault in a stage's table
 */
export function foresee(file: CaseFile, facts: readonly NewFact[], now: Date, ownTimes: CouncilOwnTimes): Foreseen {
  const { subject } = file
  const today = londonDay(now)
  const after = withFacts(subject, facts, { recordedAt: now.toISOString(), recordedBy: '' })
  const changes = stageChanges(file, after, today, ownTimes)
  const status = changes.starts.length > 0 ? 'open' : file.record.status
  return {
    after,
    dates: { before: caseDates(subject, today), after: caseDates(after, today) },
    messages: messagesOf({ ...file, subject: after }, changes, today, ownTimes),
    held: factsSince(subject, after).flatMap((fact) => toldByRecording(after, fact, status, now)),
    tasks: changeOf(tasksOf(file, today, ownTimes), tasksOf({ ...file, subject: after }, today, ownTimes)),
  }
}

/** Says what opening a case will do. @param opened the case as it will be. Takes and throws otherwise as `foresee` */
export function foreseeOpening(opened: CaseFile, now: Date, ownTimes: CouncilOwnTimes): Foreseen {
  const { subject } = opened
  const today = londonDay(now)
  const starts = everyStart(subject).map((start) => fromTheStart(start))
  return {
    after: subject,
    dates: { before: undefined, after: caseDates(subject, today) },
    messages: messagesOf(opened, { starts, answers: [] }, today, ownTimes),
    held: [],
    tasks: { begin: tasksOf(opened, today, ownTimes), end: [] },
  }
}

/**
 * What becomes due to the family by the stages that facts on record have begun or answered, and that have not acted on it yet.
 * @param today the day in England. Throws as `foresee`
 */
export function aboutToBecomeDue(
  file: CaseFile,
  today: CalendarDate,
  ownTimes: CouncilOwnTimes,
): readonly MessageDue[] {
  const { waits } = file
  const starts = waits.flatMap((wait) => (wait.state === 'starting' ? [{ ...wait, wait: wait.name }] : []))
  const answers = waits.flatMap((wait) => (wait.state === 'answered' ? [{ wait, ...wait.answer }] : []))
  return messagesOf(file, { starts, answers }, today, ownTimes)
}

/** What stages do that are begun or answered. */
interface Moves {
  readonly starts: readonly StageBeginning[]
  readonly answers: readonly (AnsweredStage['answer'] & {
    readonly wait: Pick<WaitingStage, 'stage' | 'startedFrom' | 'name' | 'heard'>
  })[]
}

/** What the family is told because of what the stages do. @param file the case with the facts */
function messagesOf(
  file: CaseFile,
  { starts, answers }: Moves,
  today: CalendarDate,
  ownTimes: CouncilOwnTimes,
): readonly MessageDue[] {
  const future = new Future(file, today, ownTimes)
  for (const { stage, startedFrom } of starts) future.isUnderWay({ stage, startedFrom })
  // What was on its way to a wait may find its stage elsewhere, and the fact that sent it there taken back.
  const isOvertaken = (heard: Sequence) =>
    file.subject.facts.some((fact) => fact.sequence > heard && isRevision(file.subject, fact))
  for (const beginning of starts) {
    if (isOvertaken(beginning.heard)) future.runAgain(beginning)
    else future.run(beginning)
  }
  for (const { wait, outcome, heard } of answers) {
    const position = { stage: wait.stage, startedFrom: wait.startedFrom, wait: wait.name, heard: wait.heard }
    if (isOvertaken(heard)) future.runAgain(position)
    else if (outcome === 'changed') future.run(position)
    else if (outcome === 'corrected') future.runAgain(position)
    else future.goOn(position, outcome, heard)
  }
  return future.messages()
}

function changeOf(before: readonly TaskDue[], after: readonly TaskDue[]): Foreseen['tasks'] {
  const without = (tasks: readonly TaskDue[], others: readonly TaskDue[]) => {
    const known = new Set(others.map(taskId))
    return tasks.filter((task) => !known.has(taskId(task)))
  }
  return { begin: without(after, before), end: without(before, after) }
}

/** The runs of a case's stages, gone through without waiting. */
class Future {
  readonly #file: CaseFile
  readonly #after: Case
  readonly #today: CalendarDate
  readonly #ownTimes: CouncilOwnTimes
  readonly #live: Set<string>
  readonly #messages = new Map<string, MessageDue>()

  constructor(file: CaseFile, today: CalendarDate, ownTimes: CouncilOwnTimes) {
    this.#file = file
    this.#after = file.subject
    this.#today = today
    this.#ownTimes = ownTimes
    this.#live = new Set(file.waits.filter((wait) => isLive(wait)).map(stageKey))
  }

  messages(): readonly MessageDue[] {
    return [...this.#messages.values()].filter((message) => !isDealtWith(message, this.#file))
  }

  isUnderWay(start: StageStart): void {
    this.#live.add(stageKey(start))
  }

  /** A run that takes over from another, where the facts have led to by now; none where they start no such stage. */
  runAgain(ended: StageBeginning): void {
    const start = everyStart(this.#after).find((one) => stageKey(one) === stageKey(ended))
    if (start) this.run(standingOf(this.#after, start, this.#today, this.#ownTimes))
    else this.#live.delete(stageKey(ended))
  }

  /** From a wait on: it tells, and goes on at once where there is nothing to wait for. */
  run(beginning: StageBeginning): void {
    const { stage, startedFrom } = beginning
    let { wait, heard } = beginning
    for (let waits = 0; waits < MOST_WAITS; waits += 1) {
      const begun = { stage, wait, heard, startedFrom }
      const position = { ...begun, isToldOf: hasBegunInHistory(this.#after, begun, this.#ownTimes) }
      const plan = planWait(this.#after, position, this.#today, this.#ownTimes)
      this.#tell(plan.messages)
      const news = firstFactAfter(this.#after, heard, awaitedBy(wait), startedFrom)
      const word = news?.type ?? plan.timeUp
      if (!word) return
      heard = news?.sequence ?? heard
      const next = this.#next({ stage, startedFrom, wait, heard }, word)
      if (!next) return
      wait = next
    }
    throw new Error(`The stage "${stage}" of case ${this.#after.caseId} does not come to rest.`)
  }

  /** From the word that ended a wait on. */
  goOn(position: StageBeginning, word: string, heard: Sequence): void {
    const next = this.#next({ ...position, heard }, word)
    if (next) this.run({ ...position, wait: next, heard })
  }

  /** The wait that a word leads to; undefined at the end of the stage, of which the family is told. */
  #next({ stage, startedFrom, wait, heard }: StageBeginning, word: string): WaitName | undefined {
    const leads = leadsTo(wait, word)
    if (!isEnd(leads)) return leads
    const others = [...this.#live].filter((key) => key !== stageKey({ stage, startedFrom }))
    if (leads === 'tell-and-end') {
      const end = { stage, ending: word as Ending, heard }
      this.#tell(endingMessages(this.#after, end, others.length === 0))
    }
    this.#live.delete(stageKey({ stage, startedFrom }))
    return undefined
  }

  #tell(messages: readonly MessageDue[]): void {
    for (const message of messages) this.#messages.set(messageKey(message), message)
  }
}
