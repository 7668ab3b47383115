import { addDays, type CalendarDate, earlierOf, laterOf } from '../../law/calendar-date.ts'
import { addWorkingDays } from '../../law/working-days.ts'
import { dutyId } from '../duties/duty-of-fact.ts'
import { type DutyDate, dutyDates, openDuties } from '../duty-dates.ts'
import type { Sequence } from '../sequence.ts'
import type { TaskDue } from '../task.ts'
import type { Reminder, WaitRules } from './plan.ts'
import { dayToRenew } from './renewal.ts'
import type { WaitSituation } from './wait-situation.ts'

/** The officer is asked to do what is to be done so long before its last day. A choice of ours. */
const WORKING_DAYS_BEFORE = 5

/** The council does what was agreed, ordered or conceded, each thing by its date (regulations 42, 44 and 45). */
export function dutyRules(situation: WaitSituation): WaitRules {
  const { subject, startedFrom, today } = situation
  const undertaking = subject.undertakings.find(({ of }) => of === startedFrom)
  if (!undertaking) throw new Error(`Case ${subject.caseId} has nothing to be done from the fact ${startedFrom}.`)
  const open = openDuties(undertaking)
  const binding = open.filter((duty) => !duty.onlyWithoutPlan)
  const allDone = open.length === 0
  const first = binding.find(({ deadline }) => deadline.lawDate >= today) ?? binding[0]
  return {
    messages: [{ kind: 'duties-set', about: startedFrom }],
    // What holds at once (going on with a plan, ending it) is not told as late on the day after: the officer is asked.
    reminders: binding
      .filter(({ deadline }) => deadline.lawDate > undertaking.on)
      .map((duty) => overdue(duty, startedFrom)),
    tasks: binding.flatMap((duty) => tasksOf(duty, startedFrom, situation.heardOn)),
    ends: allDone
      ? { from: today, as: 'all-done', message: { kind: 'duties-done', about: startedFrom } }
      : { from: dayToRenew(situation) },
    next: { kind: 'council-does-duty', date: first?.deadline.aimDate ?? lastOf(dutyDates(undertaking)) ?? today },
  }
}

function overdue(duty: DutyDate, of: Sequence): Reminder {
  return { kind: 'duty-overdue', about: { of, rule: duty.rule }, on: addDays(duty.deadline.lawDate, 1), always: true }
}

function tasksOf(duty: DutyDate, of: Sequence, heardOn: CalendarDate): readonly TaskDue[] {
  const about = dutyId(of, duty)
  const { aimDate, lawDate } = duty.deadline
  return [
    {
      kind: 'do-duty',
      about,
      dueOn: laterOf(addWorkingDays(aimDate, -WORKING_DAYS_BEFORE), earlierOf(heardOn, lawDate)),
    },
    { kind: 'escalate-duty', about, dueOn: addDays(lawDate, 1) },
  ]
}

function lastOf(duties: readonly DutyDate[]): CalendarDate | undefined {
  return duties.at(-1)?.deadline.aimDate
}
