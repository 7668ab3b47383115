import { addDays, type CalendarDate } from '../../law/calendar-date.ts'
import { type Case, caseAsHeard } from '../case.ts'
import { caseDates } from '../case-dates.ts'
import { FACTS_THAT_CHANGE_NOTHING } from '../fact.ts'
import { londonDay } from '../london.ts'
import { ENDS_WITH, type WaitName } from '../stage.ts'
import { appealRules } from './appeal-window.ts'
import {
  certificateAfterMeetingRules,
  certificateWithoutMeetingRules,
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
import type { WaitSituation } from './wait-situation.ts'

const RULES: Readonly<Record<WaitName, (situation: WaitSituation) => WaitRules>> = {
  'adviser-contact': adviserContactRules,
  'late-contact': lateContactRules,
  choice: choiceRules,
  'certificate-after-declining': certificateAfterDecliningRules,
  'meeting-date': meetingDateRules,
  meeting: meetingRules,
  'certificate-without-meeting': certificateWithoutMeetingRules,
  'certificate-after-meeting': certificateAfterMeetingRules,
  appeal: appealRules,
}

/**
 * Says what is due today in a wait, and on which day to look again.
 *
 * @param heard the sequence of the last fact that the journey has acted on.
 * @param today the day in England.
 * @param keepOpenMonths the council's own limit for a case without news.
 * @throws Error when the case has no such fact, or the facts cannot have led to this wait.
 */
export function planWait(
  subject: Case,
  wait: WaitName,
  heard: string,
  today: CalendarDate,
  keepOpenMonths: number,
): WaitPlan {
  const asHeard = caseAsHeard(subject, heard)
  const fact = asHeard.facts.at(-1)
  if (fact?.sequence !== heard) {
    throw new Error(`Case ${subject.caseId} has no fact ${heard}, though its journey says that it has acted on it.`)
  }
  const heardOn = londonDay(new Date(fact.recordedAt))
  const dates = caseDates(asHeard, today)
  const rules = RULES[wait]({ subject: asHeard, dates, heard: fact, heardOn, today, keepOpenMonths })
  return overtaken(subject, heard) ? onlyTheBeginning(rules, today) : dueToday(wait, rules, heardOn, today)
}

/** Something has happened that the journey is about to act on, so a reminder or "time is up" would be out of date. */
function overtaken(subject: Case, heard: string): boolean {
  return subject.facts.some(({ sequence, type }) => sequence > heard && !FACTS_THAT_CHANGE_NOTHING.includes(type))
}

function onlyTheBeginning(rules: WaitRules, today: CalendarDate): WaitPlan {
  return { messages: rules.messages, tasks: [], wakeOn: addDays(today, 1), next: rules.next }
}

function dueToday(wait: WaitName, rules: WaitRules, began: CalendarDate, today: CalendarDate): WaitPlan {
  const over = today >= rules.ends.from
  const moments = [...rules.reminders.map(({ on }) => on), ...rules.tasks.map(({ dueOn }) => dueOn), rules.ends.from]
  const wakeOn = moments.filter((day) => day > today).sort()[0] ?? addDays(today, 1)
  return {
    messages: [
      ...rules.messages,
      ...(rules.messagesIfStillSo ?? []),
      ...lastReminder(rules, began, today, over),
      ...endMessage(rules, over),
    ],
    tasks: rules.tasks.filter(({ dueOn }) => dueOn <= today),
    ...(over && { timeUp: ENDS_WITH[wait] }),
    wakeOn,
    next: rules.next,
  }
}

/**
 * Only the latest reminder that has come up is worth sending, and none from before the wait began: the message at its
 * beginning gave the same date.
 */
function lastReminder(rules: WaitRules, began: CalendarDate, today: CalendarDate, over: boolean) {
  if (over) return []
  const cameUp = rules.reminders.filter(({ on }) => on > began && on <= today)
  const latest = cameUp.sort((one, other) => (one.on < other.on ? -1 : 1)).at(-1)
  return latest ? [{ kind: latest.kind, about: latest.about }] : []
}

function endMessage(rules: WaitRules, over: boolean) {
  return over && rules.ends.message ? [rules.ends.message] : []
}
