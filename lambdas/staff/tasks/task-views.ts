import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact } from '../../cases/contact.ts'
import type { CouncilOwnTimes } from '../../cases/council.ts'
import type { FactType } from '../../cases/fact.ts'
import { canBeTicked, type TaskDue, taskId } from '../../cases/task.ts'
import { tasksOf } from '../../cases/tasks-of.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { NOTHING } from '../facts/staff-fact.ts'
import { STAFF_TASKS, taskAbout } from './all-tasks.ts'

/**
 * The tasks of a case as its page shows them, those that are to do first, in words that say what stands in the way now.
 * @param recordable what can be recorded now
 * @param today the day in England
 */
export function taskViews(
  file: CaseFile,
  contact: Contact,
  recordable: readonly FactType[],
  today: CalendarDate,
  ownTimes: CouncilOwnTimes,
) {
  const { record, subject, letters } = file
  const given = new Set(file.tasks.map(({ id }) => id))
  const toDo = tasksOf(file, today, ownTimes).filter((task) => task.dueOn <= today || given.has(taskId(task)))
  const open = new Set(toDo.map(taskId))
  return [...toDo, ...file.tasks.filter(({ id }) => !open.has(id))].map((task) => {
    const { kind, about, dueOn } = task
    const id = taskId(task)
    const isOpen = open.has(id)
    const { name, nameNow } = STAFF_TASKS[kind]
    const aboutInWords = taskAbout(task, subject)
    const recordHref = isOpen ? recordAddress(task, record.caseId, subject, recordable) : undefined
    const letter =
      kind === 'tell-family-another-way'
        ? letters.find(({ key, state }) => key === about.message && state === 'to-print')
        : undefined
    return {
      id,
      kind,
      what: nameNow?.({ letter, contact }) ?? name,
      /** Which one it is about, where a case can have several. */
      ...(aboutInWords && { about: aboutInWords }),
      state: isOpen ? ('open' as const) : ('done' as const),
      dueOn,
      dueInWords: formatDate(dueOn),
      overdue: isOpen && dueOn < today,
      canBeTicked: canBeTicked(task),
      /** Where to record what the task asks for, when it can be recorded now. */
      ...(recordHref && { recordHref }),
      ...(typeof about === 'object' &&
        'message' in about && { message: { href: `/cases/${record.caseId}/messages/${about.message}` } }),
      /** The letter that it waits for: recording what became of that finishes the task. */
      ...(letter && { letter: { href: `/cases/${record.caseId}/letters/${letter.key}` } }),
    }
  })
}

function recordAddress(
  { kind }: TaskDue,
  caseId: string,
  subject: Case,
  recordable: readonly FactType[],
): string | undefined {
  const { recordedBy } = STAFF_TASKS[kind]
  if (recordedBy === NOTHING) return undefined
  if (typeof recordedBy === 'string') {
    return recordable.includes(recordedBy) ? `/cases/${caseId}/record/${recordedBy}` : undefined
  }
  const sequence = recordedBy.corrects(subject)
  return sequence !== undefined && recordable.includes('fact-corrected')
    ? `/cases/${caseId}/correct/${sequence}`
    : undefined
}
