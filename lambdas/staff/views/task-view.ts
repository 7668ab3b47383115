import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact } from '../../cases/contact.ts'
import { type Letter, printingOf } from '../../cases/letter.ts'
import { isAboutMessage, isStillToDo, type Task } from '../../cases/task.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { OTHER_FORMAT_WORDS } from '../words/contact-words.ts'
import { TASK_WORDS } from '../words/journey-words.ts'

/** A task as the page of its case shows it. */
export interface TaskView {
  readonly id: string
  readonly kind: string
  readonly what: string
  readonly state: 'open' | 'done'
  readonly dueOn: CalendarDate
  readonly dueInWords: string
  readonly overdue: boolean
  /** The message that it is about, where it is about one. */
  readonly message?: { readonly href: string }
  /** The letter that it waits for: recording what became of that finishes the task. */
  readonly letter?: { readonly href: string }
}

/** The tasks of a case, in words that say what stands in the way now. */
export function taskViews(file: CaseFile, contact: Contact, today: CalendarDate): readonly TaskView[] {
  const { record, subject, tasks, letters } = file
  return tasks.map((task) => {
    const { id, kind, about, dueOn } = task
    const isOpen = isStillToDo(task, subject, record.status === 'closed')
    const letter =
      kind === 'tell-family-another-way'
        ? letters.find(({ key, state }) => key === about && state === 'to-print')
        : undefined
    return {
      id,
      kind,
      what: taskInWords(task, letter, contact),
      state: isOpen ? 'open' : 'done',
      dueOn,
      dueInWords: formatDate(dueOn),
      overdue: isOpen && dueOn < today,
      ...(isAboutMessage(kind) && { message: { href: `/cases/${record.caseId}/messages/${about}` } }),
      ...(letter && { letter: { href: `/cases/${record.caseId}/letters/${about}` } }),
    }
  })
}

function taskInWords({ kind }: Task, letter: Letter | undefined, contact: Contact): string {
  if (kind === 'make-other-format') {
    const { otherFormat, language } = contact
    const needed = [...(otherFormat ? [OTHER_FORMAT_WORDS[otherFormat]] : []), ...(language ? [language] : [])]
    return needed.length > 0 ? `${TASK_WORDS[kind]}: ${needed.join(', ')}` : TASK_WORDS[kind]
  }
  if (!letter) return TASK_WORDS[kind]
  switch (printingOf(letter, contact)) {
    case 'ready':
      return 'Print and post a letter: an email did not arrive'
    case 'no-address':
      return 'Find out the postal address: an email did not arrive, and its letter waits for the address'
    case 'nobody':
      return TASK_WORDS[kind]
    case 'must-not-write':
      return TASK_WORDS['tell-family-safely']
  }
}
