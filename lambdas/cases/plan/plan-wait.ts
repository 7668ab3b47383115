import { addDays, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { caseOf } from '../build-case.ts'
import { belongsTo, type Case } from '../case.ts'
import { caseDates } from '../case-dates.ts'
import type { CouncilOwnTimes } from '../council.ts'
import type { Fact } from '../fact.ts'
import { londonDay } from '../london.ts'
import type { Sequence } from '../sequence.ts'
import { isHeardBy, type Stage, stageOf, timeBrings, type WaitName } from '../stages.ts'
import type { TaskDue } from '../task.ts'
import { appealRules } from './appeal-window.ts'
import { complaintAcknowledgementRules, complaintAnswerRules } from './complaint.ts'
import { correctionMessages, dayOfLastCorrection } from './corrections.ts'
import { partiesAgreeRules, resolutionMeetingRules } from './disagreement-resolution.ts'
import { dutyRules } from './duties.ts'
import {
  adjournedRules,
  certificateAfterMeetingRules,
  certificateWithoutMeetingRules,
  laterMeetingRules,
  meetingDateRules,
  meetingRules,
} from './mediation.ts'
import {
  adviserContactRules,
  certificateAfterDecliningRules,
  choiceRules,
  lateContactRules,
} from './mediation-advice.ts'
import type { WaitPlan, WaitRules } from './plan.ts'
import { councilResponseRules, tribunalDecisionRules } from './tribunal.ts'
import type { WaitSituation } from './wait-situation.ts'

const RULES: Readonly<Record<WaitName, (situation: WaitSituation) => WaitRules>> = {
  'adviser-contact': adviserContactRules,
  'late-contact': lateContactRules,
  choice: choiceRules,
  'certificate-after-declining': certificateAfterDecliningRules,
  'meeting-date': meetingDateRules,
  meeting: meetingRules,
  adjourned: adjournedRules,
  'certificate-without-meeting': certificateWithoutMeetingRules,
  'certificate-after-meeting': certificateAfterMeetingRules,
  'later-meeting': laterMeetingRules,
  appeal: appealRules,
  'council-response': councilResponseRules,
  'tribunal-decision': tribunalDecisionRules,
  duties: dutyRules,
  'parties-agree': partiesAgreeRules,
  'resolution-meeting': resolutionMeetingRules,
  'complaint-acknowledgement': complaintAcknowledgementRules,
  'complaint-answer': complaintAnswerRules,
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
  const { rules, asHeard, toldOn, isBehind } = rulesAt(subject, position, today, settings)
  // Something has happened that the journey is about to act on, so a reminder or "time is up" would be out of date.
  return isBehind ? onlyTheBeginning(rules, today) : dueToday(position.wait, rules, asHeard, toldOn, today)
}

/**
 * Every task of a wait, each with its day: those that were given and those that will be, if nothing is recorded before
 * their day. None when something has happened that the journey is about to act on.
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
  return isBehind ? [] : rules.tasks
}

function rulesAt(subject: Case, position: JourneyPosition, today: CalendarDate, settings: CouncilOwnTimes) {
  const { wait, heard, startedFrom, startedOn = today } = position
  const isAhead = unheardBy(stageOf(wait), heard, startedFrom)
  const asHeard = caseAsHeard(subject, stageOf(wait), position)
  const fact = asHeard.facts.find(({ sequence }) => sequence === heard)
  if (!fact) {
    throw new Error(`Case ${subject.caseId} has no fact ${heard}, though its journey says that it has acted on it.`)
  }
  const heardOn = londonDay(new Date(fact.recordedAt))
  const correctedOn = dayOfLastCorrection(asHeard)
  const toldOn = correctedOn ? laterOf(heardOn, correctedOn) : heardOn
  const dates = caseDates(asHeard, today)
  const rules = RULES[wait]({
    ...settings,
    subject: asHeard,
    dates,
    heard: fact,
    heardOn,
    toldOn,
    startedFrom,
    startedOn,
    today,
  })
  return { rules, asHeard, toldOn, isBehind: subject.facts.some(isAhead) }
}

/**
 * The case as a stage knows it: on every fact but those that the stage is still to act on. So a stage that was started
 * again tells what it would have told then, while what happens on other routes counts at once.
 */
export function caseAsHeard(
  subject: Case,
  stage: Stage,
  { heard, startedFrom }: Pick<JourneyPosition, 'heard' | 'startedFrom'>,
): Case {
  const isAhead = unheardBy(stage, heard, startedFrom)
  return caseOf(subject, (fact) => !isAhead(fact))
}

function unheardBy(stage: Stage, heard: Sequence, startedFrom: Sequence): (fact: Fact) => boolean {
  return (fact) => fact.sequence > heard && isHeardBy(stage, fact.type) && belongsTo(fact, startedFrom)
}

function onlyTheBeginning(rules: WaitRules, today: CalendarDate): WaitPlan {
  return { messages: rules.messages, tasks: [], wakeOn: addDays(today, 1), next: rules.next }
}

function dueToday(
  wait: WaitName,
  rules: WaitRules,
  subject: Case,
  toldOn: CalendarDate,
  today: CalendarDate,
): WaitPlan {
  const over = today >= rules.ends.from
  const moments = [...rules.reminders.map(({ on }) => on), ...rules.tasks.map(({ dueOn }) => dueOn), rules.ends.from]
  const wakeOn = moments.filter((day) => day > today).sort()[0] ?? addDays(today, 1)
  return {
    messages: [
      ...correctionMessages(subject),
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
