import { type CalendarDate, earlierOf } from '../../law/calendar-date.ts'
import { nextWorkingDayOnOrAfter } from '../../law/working-days.ts'
import { caseDates } from '../case-dates.ts'
import type { CaseFile } from '../case-file.ts'
import type { CouncilOwnTimes } from '../council.ts'
import { type TaskDue, taskId } from '../task.ts'
import type { TaskDetails, TaskSituation } from '../task-rules.ts'
import { TASK_KINDS, type TaskKind, taskRules } from '../tasks.ts'
import { tasksOf } from '../tasks-of.ts'
import { type Standing, standingOn } from './standing.ts'

/** What is escalated is the same thing, for the named officer. */
const ESCALATES = {
  'escalate-mediation': 'arrange-mediation',
  'escalate-response': 'send-response',
  'escalate-duty': 'do-duty',
  'escalate-who-comes': 'name-who-comes',
} as const satisfies Partial<Record<TaskKind, TaskKind>>
type Escalation = keyof typeof ESCALATES

/** What the officer can have to do. */
export type OfficerWorkKind = Exclude<TaskKind, Escalation>
export const OFFICER_WORK_KINDS = TASK_KINDS.filter((kind): kind is OfficerWorkKind => !isEscalation(kind))
/** What goes to the named officer when it is late. */
export const ESCALATED: readonly OfficerWorkKind[] = Object.values(ESCALATES)

/** Something that the council's officer has to do on a case. */
export interface OfficerWork extends TaskDetails {
  readonly caseId: string
  readonly kind: OfficerWorkKind
  /** The ids of the tasks that ask for it. */
  readonly tasks: readonly string[]
  /** The day to do it on. */
  readonly day: CalendarDate
  /** After this day it is late. */
  readonly lastDay: CalendarDate
  readonly standing: Standing
}

export interface OfficerWorkSettings extends CouncilOwnTimes {
  readonly today: CalendarDate
  /** What is to be done by this day is work already. */
  readonly until: CalendarDate
}

/** What the officer has to do on a case by the day `until`, and what is late: each thing once. */
export function officerWork(file: CaseFile, settings: OfficerWorkSettings): readonly OfficerWork[] {
  const { today, until } = settings
  const { subject } = file
  const situation = { ...settings, subject, dates: caseDates(subject, today) }
  const work = tasksOf(file, today, settings).flatMap((task) => {
    const isDue = task.dueOn <= today
    if (!isDue && !taskRules(task.kind).isWorkAhead) return []
    const one = workOf(task, situation)
    return isDue || one.day <= until ? [one] : []
  })
  return eachOnce(work)
}

/** As `officerWork`, for a task that needs nothing of its case to be understood. */
export function workOfTask(caseId: string, task: TaskDue, today: CalendarDate): OfficerWork {
  const day = nextWorkingDayOnOrAfter(task.dueOn)
  return made(caseId, task, today, { day, lastDay: day })
}

function workOf(task: TaskDue, situation: TaskSituation): OfficerWork {
  const { subject, today } = situation
  const details = detailsOf(task, situation)
  return { ...made(subject.caseId, task, today, daysOf(task, details, today)), ...details }
}

function detailsOf<Kind extends TaskKind>(task: TaskDue<Kind>, situation: TaskSituation): TaskDetails {
  return taskRules(task.kind).details(task, situation)
}

function made(caseId: string, task: TaskDue, today: CalendarDate, days: Days): OfficerWork {
  return { caseId, kind: unescalated(task.kind), tasks: [taskId(task)], ...days, standing: standingOn(today, days) }
}

function unescalated(kind: TaskKind): OfficerWorkKind {
  return isEscalation(kind) ? ESCALATES[kind] : kind
}

function isEscalation(kind: TaskKind): kind is Escalation {
  return Object.hasOwn(ESCALATES, kind)
}

type Days = Pick<OfficerWork, 'day' | 'lastDay'>

/** Where the law sets a day: the day to aim for while that is ahead, then the law's. Else the day of the task. */
function daysOf(
  { dueOn }: TaskDue,
  { deadline, startBy, expectedOn, tribunalDay }: TaskDetails,
  today: CalendarDate,
): Days {
  if (deadline) {
    const aim = today <= deadline.aimDate ? deadline.aimDate : deadline.lawDate
    return { day: earlierOf(aim, startBy ?? aim), lastDay: deadline.lawDate }
  }
  if (tribunalDay) return { day: dueOn, lastDay: tribunalDay.day }
  // A day that we set ourselves asks nobody to work at a weekend.
  const day = expectedOn ?? nextWorkingDayOnOrAfter(dueOn)
  return { day, lastDay: day }
}

/** Several tasks can ask for one thing: on day 20 and on day 25, before its last day and after it. */
function eachOnce(work: readonly OfficerWork[]): readonly OfficerWork[] {
  const things = new Map<string, OfficerWork>()
  for (const one of work) {
    const thing = one.deadline ? [one.kind, one.deadline.ruleId, one.undertaking?.of].join() : one.tasks.join()
    const before = things.get(thing)
    things.set(thing, before ? { ...before, tasks: [...before.tasks, ...one.tasks] } : one)
  }
  return [...things.values()]
}
