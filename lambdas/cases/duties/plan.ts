import { addDays, type CalendarDate, earlierOf, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { type DutyDate, dutyDates, openDuties } from '../duty-dates.ts'
import type { Fact } from '../fact.ts'
import type { MessageDue } from '../message.ts'
import type { PlanOf, Reminder, WaitRules } from '../plan/plan.ts'
import { dayToRenew, startedIn, type WaitSituation } from '../plan/wait-situation.ts'
import type { Sequence } from '../sequence.ts'
import type { TaskDue } from '../task.ts'
import type { duties } from './stage.ts'

/** The officer is asked to do what is to be done so long before its last day. A choice of ours. */
const WORKING_DAYS_BEFORE = 5

export const dutiesPlan: PlanOf<typeof duties> = { duties: dutyRules }

/** The council does what was agreed, ordered or conceded, each thing by its date (regulations 42, 44 and 45). */
function dutyRules(situation: WaitSituation): WaitRules {
  const { subject, startedFrom, today, heard } = situation
  const undertaking = startedIn(subject.undertakings, situation)
  const open = openDuties(undertaking)
  const binding = open.filter((duty) => !duty.onlyWithoutPlan)
  const allDone = open.length === 0
  const first = binding.find(({ deadline }) => deadline.lawDate >= today) ?? binding[0]
  return {
    messages: [{ kind: 'duties-set', about: startedFrom }, ...changeOf(heard)],
    // What holds at once (going on with a plan, ending it) is not told as late on the day after: the officer is asked.
    reminders: binding
      .filter(({ deadline, excused }) => deadline.lawDate > undertaking.on && !excused)
      .map((duty) => overdue(duty, startedFrom)),
    tasks: binding.flatMap((duty) => tasksOf(duty, startedFrom, situation.heardOn)),
    ends: allDone
      ? { from: today, as: 'all-done', message: { kind: 'duties-done', about: startedFrom } }
      : { from: dayToRenew(situation) },
    next: {
      kind: 'council-does-duty',
      date: first?.deadline.aimDate ?? dutyDates(undertaking).at(-1)?.deadline.aimDate ?? today,
    },
  }
}

function overdue({ rule, deadline }: DutyDate, of: Sequence): Reminder {
  return { kind: 'duty-overdue', about: { of, rule }, on: addDays(deadline.lawDate, 1), always: true }
}

/** The family is told of another day, or of a reason in law to be late, when it is recorded. */
function changeOf({ type, sequence }: Fact): readonly MessageDue[] {
  return type === 'duty-day-set' || type === 'duty-excused' ? [{ kind: 'duty-changed', about: sequence }] : []
}

function tasksOf({ rule, deadline, excused }: DutyDate, of: Sequence, heardOn: CalendarDate): readonly TaskDue[] {
  const about = { of, rule }
  const { aimDate, lawDate } = deadline
  return [
    {
      kind: 'do-duty',
      about,
      dueOn: laterOf(addWorkingDays(aimDate, -WORKING_DAYS_BEFORE), earlierOf(heardOn, lawDate)),
    },
    ...(excused ? [] : [{ kind: 'escalate-duty', about, dueOn: addDays(lawDate, 1) } as const]),
  ]
}
