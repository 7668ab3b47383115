import { addDays, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { mediationAdvicePlan } from '../advice/plan.ts'
import { appealWindowPlan } from '../appeal/plan.ts'
import { caseOf } from '../build-case.ts'
import { belongsTo, type Case, factsAfter, firstFactAfter } from '../case.ts'
import { caseDates } from '../case-dates.ts'
import { complaintPlan } from '../complaint/plan.ts'
import { dayOfLastRevision } from '../corrections/revisions.ts'
import type { CouncilOwnTimes } from '../council.ts'
import { dutiesPlan } from '../duties/plan.ts'
import type { Fact } from '../fact.ts'
import { londonDay } from '../london.ts'
import { mediationPlan } from '../mediation/plan.ts'
import { ombudsmanPlan } from '../ombudsman/plan.ts'
import { disagreementResolutionPlan } from '../resolution/plan.ts'
import type { Sequence } from '../sequence.ts'
import { awaitedBy, isHeardBy, type Stage, stageOf, timeBrings, type WaitName } from '../stages.ts'
import { historyCompleteOn, isBeingTakenOver } from '../taking-over/history.ts'
import { isStillToDo, onWorkingDay, type TaskDue } from '../task.ts'
import { tribunalPlan } from '../tribunal/plan.ts'
import type { WaitPlan, WaitRules } from './plan.ts'
import type { WaitSituation } from './wait-situation.ts'

/** What every wait asks for. Each route says it of its own waits. */
const PLAN: Readonly<Record<WaitName, (situation: WaitSituation) => WaitRules>> = {
  ...mediationAdvicePlan,
  ...mediationPlan,
  ...appealWindowPlan,
  ...tribunalPlan,
  ...dutiesPlan,
  ...disagreementResolutionPlan,
  ...complaintPlan,
  ...ombudsmanPlan,
}

/** Where a journey is. */
export interface JourneyPosition {
  readonly wait: WaitName
  /** The sequence of the last fact that it has acted on. */
  readonly heard: Sequence
  /** The sequence of the fact that its stage began with. */
  readonly startedFrom: Sequence
  /** The day in England on which its execution began. */
  readonly startedOn?: CalendarDate
  /** Whether the family has been told, in whatever way, that the stage came to this wait. Absent: it has not. */
  readonly isToldOf?: boolean
}

/**
 * Says what is due today in a wait, and on which day to look again.
 *
 * @param today the day in England.
 * @throws Error when the case has no such fact, or the facts cannot have led to this wait.
 */
export function planWait(
  subject: Case,
  position: JourneyPosition,
  today: CalendarDate,
  settings: CouncilOwnTimes,
): WaitPlan {
  const { rules, toldOn, isBehind } = rulesAt(subject, position, today, settings)
  // Something has happened that the journey is about to act on, so a reminder or "time is up" would be out of date.
  const plan = isBehind ? onlyTheBeginning(rules, today) : dueToday(position.wait, rules, toldOn, today)
  // The days on which to look again stay: when the history is complete, what comes due after that is told.
  return isBeingTakenOver(subject) ? { ...plan, messages: [], tasks: [] } : plan
}

/**
 * Every task of a wait that is still to do, each with its day: those that were given and those that will be, if nothing is
 * recorded before their day. None when something has happened that the journey is about to act on.
 *
 * @param today the day in England.
 * @throws Error when the case has no such fact, or the facts cannot have led to this wait.
 */
export function plannedTasks(
  subject: Case,
  position: JourneyPosition,
  today: CalendarDate,
  settings: CouncilOwnTimes,
): readonly TaskDue[] {
  const { rules, isBehind } = rulesAt(subject, position, today, settings)
  return isBehind || isBeingTakenOver(subject) ? [] : rules.tasks
}

function rulesAt(subject: Case, position: JourneyPosition, today: CalendarDate, settings: CouncilOwnTimes) {
  const { wait, heard, startedFrom, startedOn = today, isToldOf = false } = position
  const asHeard = caseAsHeard(subject, position)
  const fact = asHeard.facts.find(({ sequence }) => sequence === heard)
  if (!fact) {
    throw new Error(`Case ${subject.caseId} has no fact ${heard}, though its journey says that it has acted on it.`)
  }
  const heardOn = londonDay(new Date(fact.recordedAt))
  const revisedOn = dayOfLastRevision(asHeard)
  const completeOn = historyCompleteOn(subject)
  const toldOn = [revisedOn, completeOn].reduce((last: CalendarDate, day) => (day ? laterOf(last, day) : last), heardOn)
  const asked = PLAN[wait]({
    ...settings,
    stage: stageOf(wait),
    subject: asHeard,
    dates: caseDates(asHeard, today),
    heard: fact,
    heardOn,
    toldOn,
    startedFrom,
    startedOn,
    today,
  })
  const rules: WaitRules = {
    ...asked,
    ...(isToldOf && { messages: [], messagesIfStillSo: [] }),
    ...(completeOn && { reminders: asked.reminders.filter(({ on }) => on > completeOn) }),
    ...(completeOn && asked.ends.from <= completeOn && { ends: { ...asked.ends, message: undefined } }),
    tasks: asked.tasks.filter((task) => isStillToDo(task, asHeard)).map((task) => onWorkingDay(task)),
  }
  return { rules, toldOn, isBehind: aheadOf(subject, position).length > 0 }
}

/**
 * The case as a stage knows it in a wait: on every fact but the next that it awaits, and what it hears of after that. So what
 * it asks for is what the wait asks for, while what happens on other routes counts at once.
 */
function caseAsHeard(subject: Case, position: WaitPosition): Case {
  const ahead = new Set(aheadOf(subject, position))
  return caseOf(subject, (fact) => !ahead.has(fact))
}

type WaitPosition = Pick<JourneyPosition, 'wait' | 'heard' | 'startedFrom'>

function aheadOf(subject: Case, { wait, heard, startedFrom }: WaitPosition): readonly Fact[] {
  const next = firstFactAfter(subject, heard, awaitedBy(wait), startedFrom)
  return next ? [next, ...heardSince(subject, stageOf(wait), next.sequence, startedFrom)] : []
}

function heardSince(subject: Case, stage: Stage, heard: Sequence, startedFrom: Sequence): readonly Fact[] {
  return factsAfter(subject, heard).filter((fact) => isHeardBy(stage, fact.type) && belongsTo(fact, startedFrom))
}

function onlyTheBeginning(rules: WaitRules, today: CalendarDate): WaitPlan {
  return { messages: rules.messages, tasks: [], wakeOn: addDays(today, 1), next: rules.next }
}

function dueToday(wait: WaitName, rules: WaitRules, toldOn: CalendarDate, today: CalendarDate): WaitPlan {
  const over = today >= rules.ends.from
  const moments = [...rules.reminders.map(({ on }) => on), ...rules.tasks.map(({ dueOn }) => dueOn), rules.ends.from]
  const wakeOn = moments.filter((day) => day > today).sort()[0] ?? addDays(today, 1)
  return {
    messages: [
      ...rules.messages,
      ...(rules.messagesIfStillSo ?? []),
      ...remindersOf(rules, toldOn, today, over),
      ...endMessage(rules, toldOn, over),
    ],
    tasks: rules.tasks.filter(({ dueOn }) => dueOn <= today),
    ...(over && { timeUp: rules.ends.as ?? timeBrings(wait) }),
    wakeOn,
    next: rules.next,
  }
}

/**
 * Of the reminders that say the same again only the latest that has come up is worth sending; and none from before the
 * wait began or a correction: the message of that day gave the same date.
 */
function remindersOf(rules: WaitRules, toldOn: CalendarDate, today: CalendarDate, over: boolean) {
  const cameUp = rules.reminders.filter(({ on, always }) => on <= today && (always || (on > toldOn && !over)))
  const latest = cameUp
    .filter(({ always }) => !always)
    .sort((one, other) => (one.on < other.on ? -1 : 1))
    .at(-1)
  return cameUp.filter((one) => one.always || one === latest).map(({ on: _on, always: _always, ...due }) => due)
}

/** After a correction that came when the time was over, its own message has said so. */
function endMessage({ ends }: WaitRules, toldOn: CalendarDate, over: boolean) {
  return over && ends.message && (ends.as !== undefined || toldOn < ends.from) ? [ends.message] : []
}
