import type { NextDateKind } from '../../cases/plan/next-date-kind.ts'
import { GIVE_OWNER, NEXT, type WorkItem, type WorkKind } from '../../cases/work/case-work.ts'
import type { OfficerWorkKind } from '../../cases/work/officer-work.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { nextDateTag } from '../cases/case-list-view.ts'
import { NEXT_DATE_WORDS } from '../cases/journey-words.ts'
import type { Tag } from '../tag.ts'
import { STAFF_TASKS } from '../tasks/all-tasks.ts'

/** Who is waited for, and what else there is to look after. */
export const WORK_KIND_WORDS: Readonly<Record<WorkKind, string>> = {
  family: 'Family',
  adviser: 'Mediation adviser',
  council: 'Council',
  board: 'Health board',
  tribunal: 'Tribunal',
  task: 'Task',
}

/** What is to be done, or what comes next. */
export function workInWords({ id, what }: Pick<WorkItem, 'id' | 'what'>): string {
  if (id === NEXT) return NEXT_DATE_WORDS[what as NextDateKind].what
  if (what === GIVE_OWNER) return 'Give the case an owner: the one before has not signed in for 30 days'
  return STAFF_TASKS[what as OfficerWorkKind].name
}

/** Draws the eye to a day that is today or has gone. */
export function workTag({ id, what, dueOn }: WorkItem, today: CalendarDate): { readonly tag?: Tag } {
  if (id === NEXT) return nextDateTag(what as NextDateKind, dueOn, today)
  if (dueOn > today) return {}
  return { tag: dueOn < today ? { text: 'Overdue', colour: 'red' } : { text: 'Today', colour: 'orange' } }
}
