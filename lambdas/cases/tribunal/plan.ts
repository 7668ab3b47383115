import { addDays, addMonths, type CalendarDate, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import type { MessageDue } from '../message.ts'
import type { PlanOf, Reminder, WaitRules } from '../plan/plan.ts'
import { dayToRenew, missing, recordedOn, type WaitSituation } from '../plan/wait-situation.ts'
import type { TaskDue } from '../task.ts'
import type { tribunal } from './stage.ts'
import { daysOf } from './timetable.ts'

/** The council's officer is asked for the response so long before its last day. A choice of ours. */
const WORKING_DAYS_TO_RESPOND = 10
/** A choice of ours: soon, while both sides still agree. */
const WORKING_DAYS_TO_SEEK_AN_ORDER = 5
/** The Tribunal aims to write within 10 working days, so by then its letter should be there. */
const WORKING_DAYS_FOR_LETTER = 15

export const tribunalPlan: PlanOf<typeof tribunal> = {
  'council-response': councilResponseRules,
  'tribunal-decision': tribunalDecisionRules,
}

/** The Tribunal has an appeal. The council sends its response in 30 Tribunal working days (rule 21). */
function councilResponseRules(situation: WaitSituation): WaitRules {
  const appeal = situation.subject.appeal ?? missing(situation, 'there is no appeal')
  const { response } = situation.dates
  // An appeal that is open again has the response that it had.
  const hasResponded = situation.heard.type === 'decision-set-aside' && situation.subject.response !== undefined
  const about = appeal.sequence
  const tasks: TaskDue[] = response
    ? [
        {
          kind: 'send-response',
          about,
          dueOn: addWorkingDays(response.aimDate, -WORKING_DAYS_TO_RESPOND),
        },
        { kind: 'escalate-response', about, dueOn: addDays(response.lawDate, 1) },
      ]
    : [
        {
          kind: 'record-tribunal-letter',
          about,
          dueOn: addWorkingDays(appeal.receivedOn, WORKING_DAYS_FOR_LETTER),
        },
      ]
  return {
    messages: [{ kind: 'appeal-at-tribunal', about }, ...newsTold(situation)],
    reminders: [
      ...(response ? [{ kind: 'response-overdue', about, on: addDays(response.lawDate, 1) } as const] : []),
      ...evidenceReminder(situation),
    ],
    tasks: [...tasks, ...promiseTasks(situation), ...timetableTasks(situation), ...askForNews(situation)],
    ends: hasResponded ? { from: situation.today, as: 'has-responded' } : { from: dayToRenew(situation) },
    next: response
      ? { kind: 'council-responds', date: response.aimDate }
      : { kind: 'news-of-appeal', date: addWorkingDays(appeal.receivedOn, WORKING_DAYS_FOR_LETTER) },
  }
}

/** The Tribunal has both sides and decides. It may take more than a year. */
function tribunalDecisionRules(situation: WaitSituation): WaitRules {
  const { response } = situation.subject
  const [news] = askForNews(situation)
  return {
    messages: [
      ...(response ? [{ kind: 'council-has-responded', about: response.sequence } as const] : []),
      ...newsTold(situation),
    ],
    reminders: evidenceReminder(situation),
    tasks: [...promiseTasks(situation), ...timetableTasks(situation), ...(news ? [news] : [])],
    ends: { from: dayToRenew(situation) },
    next: { kind: 'news-of-appeal', date: news?.dueOn ?? dayToRenew(situation) },
  }
}

/** The family is told what the council gave in on, and what the Tribunal set, when that is recorded. */
function newsTold({ heard }: WaitSituation): readonly MessageDue[] {
  if (heard.type === 'timetable-set') return [{ kind: 'tribunal-timetable', about: heard.sequence }]
  return heard.type === 'council-gave-in' ? [{ kind: 'council-has-given-in', about: heard.sequence }] : []
}

/** The family is reminded of the last day for evidence so long before it. A choice of ours. */
const DAYS_BEFORE_EVIDENCE = 14
/** The officer prepares for each of the Tribunal's days so long before it. A choice of ours. */
const WORKING_DAYS_TO_PREPARE = 5

/** A letter that is recorded so late tells the day by itself. */
function evidenceReminder(situation: WaitSituation): readonly Reminder[] {
  const { timetable } = situation.subject
  const evidence = timetable?.days.evidence
  if (!timetable || !evidence) return []
  const on = addDays(evidence, -DAYS_BEFORE_EVIDENCE)
  return on > recordedOn(situation, timetable.sequence)
    ? [{ kind: 'evidence-closing', about: timetable.sequence, on }]
    : []
}

/** The response is asked for by a task of its own. What was over when the letter was recorded needs no getting ready. */
function timetableTasks(situation: WaitSituation): readonly TaskDue[] {
  const { timetable } = situation.subject
  if (!timetable) return []
  const knownOn = recordedOn(situation, timetable.sequence)
  return daysOf(timetable)
    .filter(({ name, day }) => name !== 'response' && day >= knownOn)
    .map(({ name, day }) => ({
      kind: 'prepare-for-tribunal',
      about: { fact: timetable.sequence, moment: name },
      dueOn: addWorkingDays(day, -WORKING_DAYS_TO_PREPARE),
    }))
}

/** An order binds where a promise does not: the officer is asked to seek one, and to do what was promised by its day. */
function promiseTasks({ subject }: WaitSituation): readonly TaskDue[] {
  return subject.promises.flatMap(({ sequence: about, gaveInOn, promisedDate }): TaskDue[] => [
    {
      kind: 'seek-consent-order',
      about,
      dueOn: addWorkingDays(gaveInOn, WORKING_DAYS_TO_SEEK_AN_ORDER),
    },
    ...(promisedDate ? [{ kind: 'keep-promise', about, dueOn: promisedDate } as const] : []),
  ])
}

/** After so many months without news the officer is asked what the Tribunal has done: again and again. */
function askForNews({ heard, heardOn, today, keepOpenMonths }: WaitSituation): readonly TaskDue[] {
  let dueOn: CalendarDate = addMonths(heardOn, keepOpenMonths)
  let round = 1
  while (addMonths(dueOn, keepOpenMonths) <= today) {
    round += 1
    dueOn = addMonths(heardOn, keepOpenMonths * round)
  }
  return [{ kind: 'ask-tribunal', about: { fact: heard.sequence, round }, dueOn: laterOf(dueOn, heardOn) }]
}
