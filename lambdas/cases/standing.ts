import { addDays, type CalendarDate, laterOf } from '../law/calendar-date.ts'
import { caseBefore, caseKnownBefore } from './build-case.ts'
import { type Case, firstFactAfter, placeOf } from './case.ts'
import type { CouncilOwnTimes } from './council.ts'
import type { Fact, FactType } from './fact.ts'
import { londonInstant } from './london.ts'
import { dayOf } from './order.ts'
import { endedForGood } from './plan/ending.ts'
import { planWait } from './plan/plan-wait.ts'
import type { Sequence } from './sequence.ts'
import { awaitedBy, type Ending, isEnd, leadsTo, type TimeOutcome } from './stages.ts'
import { everyStart, fromTheStart, type StageBeginning, type StageStart } from './start-stages.ts'
import { endOfHistory, historyCompleteOn, isHistory } from './taking-over/history.ts'

/** Where a stage stands on the facts of a case, in whatever order they were recorded; of one that has ended, its last wait. */
export interface Standing extends StageBeginning {
  /** The word with which it has ended. Undefined while it waits. */
  readonly ending?: Ending
}

/** More steps than any stage can take: each fact moves it on once, and each wait ends by itself once between two facts. */
const MOST_STEPS = 10_000

/**
 * Where every stage stands that the facts have started: at the same wait as if each fact had been recorded on its own day.
 * @param today the day in England
 * @throws Error when the facts lead from a wait to nowhere: that is a fault in a stage's table
 */
export function standings(subject: Case, today: CalendarDate, settings: CouncilOwnTimes): readonly Standing[] {
  const onTheDay = asRecordedOnTheDay(subject)
  return everyStart(subject).map((start) => standingFrom(onTheDay, subject, start, today, settings))
}

/** Where one stage stands. Takes, gives and throws as `standings`. */
export function standingOf(subject: Case, start: StageStart, today: CalendarDate, settings: CouncilOwnTimes): Standing {
  return standingFrom(asRecordedOnTheDay(subject), subject, start, today, settings)
}

/**
 * Whether a stage had come to a wait by the day on which the history of its case was complete: on what had been recorded by
 * then, as it is right. Takes and throws as `standingOf`.
 */
export function hasBegunInHistory(subject: Case, begun: StageBeginning, settings: CouncilOwnTimes): boolean {
  const end = endOfHistory(subject)
  const completeOn = historyCompleteOn(subject)
  if (!end || !completeOn || !isHistory(subject, begun.heard)) return false
  const known = caseKnownBefore(subject, end.sequence)
  if (placeOf(known, begun.startedFrom) < 0) return false
  return waysTo(asRecordedOnTheDay(known), known, begun, completeOn, settings).some(
    ({ wait, heard }) => wait === begun.wait && heard === begun.heard,
  )
}

function standingFrom(...known: Parameters<typeof waysTo>): Standing {
  const [start] = waysTo(...known).slice(-1)
  return start ?? fromTheStart(known[2])
}

/** The waits through which a stage has gone, in their order. It stands at the last, or has ended there. */
function waysTo(
  onTheDay: Case,
  subject: Case,
  start: StageStart,
  today: CalendarDate,
  settings: CouncilOwnTimes,
): readonly Standing[] {
  let position: StageBeginning = fromTheStart(start)
  const gone: StageBeginning[] = []
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const word = nextWord(onTheDay, subject, position, today, settings)
    if (!word) return [...gone, position]
    const leads = leadsTo(position.wait, word.word)
    if (isEnd(leads)) return [...gone, { ...position, ending: word.word as Ending }]
    gone.push(position)
    position = { ...position, wait: leads, heard: word.heard }
  }
  throw new Error(`The stage "${start.stage}" of case ${subject.caseId} does not come to rest.`)
}

interface Word {
  readonly word: FactType | TimeOutcome | 'stage-is-old'
  readonly heard: Sequence
}

/** What ends the wait: its time, where that comes first, or the next fact that it awaits. */
function nextWord(
  onTheDay: Case,
  subject: Case,
  position: StageBeginning,
  today: CalendarDate,
  settings: CouncilOwnTimes,
): Word | undefined {
  const { startedFrom, wait, heard } = position
  const next = firstFactAfter(onTheDay, heard, awaitedBy(wait), startedFrom)
  // Up to the next fact the stage knows what had happened by then; after the last, everything, as it was recorded.
  const known = next ? caseBefore(onTheDay, next.sequence) : subject
  const until = next ? laterOf(addDays(dayOf(next) ?? today, -1), dayHeard(known, heard, today)) : today
  const { timeUp } = planWait(known, { ...position, startedOn: until }, until, settings)
  // A stage that ended because nothing was heard goes on when something happens after all.
  const goesOn = next && timeUp && isEnd(leadsTo(wait, timeUp)) && !endedForGood(timeUp)
  const isOver = timeUp !== undefined && timeUp !== 'stage-is-old' && !goesOn
  if (isOver) return { word: timeUp, heard }
  return next && { word: next.type, heard: next.sequence }
}

/** The facts as if each had been recorded when it happened: what a service would know that heard of everything at once. */
function asRecordedOnTheDay(subject: Case): Case {
  const facts = subject.facts.map((fact): Fact => {
    const day = dayOf(fact)
    return day ? { ...fact, recordedAt: londonInstant(day, '10:00').toISOString() } : fact
  })
  return { ...subject, facts }
}

function dayHeard(subject: Case, heard: Sequence, today: CalendarDate): CalendarDate {
  const fact = subject.facts[placeOf(subject, heard)]
  return (fact && dayOf(fact)) ?? today
}
