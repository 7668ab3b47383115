import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact } from '../../cases/contact.ts'
import type { FactType } from '../../cases/fact.ts'
import { type Letter, printingOf } from '../../cases/letter.ts'
import { isAboutMessage, isStillToDo, type Task, type TaskKind } from '../../cases/task.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { OTHER_FORMAT_WORDS } from '../contacts/contact-words.ts'
import { describeTaskSubject, TASK_WORDS } from './task-words.ts'

/** A task as the page of its case shows it. */
export interface TaskView {
  readonly id: string
  readonly kind: TaskKind
  readonly what: string
  /** Which one it is about, where a case can have several. */
  readonly about?: string
  readonly state: 'open' | 'done'
  readonly dueOn: CalendarDate
  readonly dueInWords: string
  readonly overdue: boolean
  /** Where to record what the task asks for, when it can be recorded now. */
  readonly recordHref?: string
  /** The message that it is about, where it is about one. */
  readonly message?: { readonly href: string }
  /** The letter that it waits for: recording what became of that finishes the task. */
  readonly letter?: { readonly href: string }
}

/** The fact with which each task comes to its end, where it is one. */
const ENDS_TASK: Readonly<Partial<Record<TaskKind, FactType>>> = {
  'arrange-mediation': 'meeting-arranged',
  'tell-adviser-not-arranged': 'mediation-cannot-be-arranged',
  'chase-certificate': 'certificate-issued',
  'tell-health-board': 'health-board-told',
  'chase-health-board': 'meeting-arranged',
  'fix-next-meeting': 'meeting-arranged',
  'send-response': 'response-sent',
  'escalate-response': 'response-sent',
  'do-duty': 'duty-done',
  'escalate-duty': 'duty-done',
  'ask-party': 'disagreement-resolution-answered',
  'fix-resolution-meeting': 'disagreement-resolution-meeting',
  'record-resolution-result': 'disagreement-resolution-ended',
  'chase-acknowledgement': 'complaint-acknowledged',
  'chase-complaint-answer': 'complaint-answered',
}

/**
 * The tasks of a case, in words that say what stands in the way now.
 * @param recordable what can be recorded now
 * @param today the day in England
 */
export function taskViews(
  { record, subject, tasks, letters }: CaseFile,
  contact: Contact,
  recordable: readonly FactType[],
  today: CalendarDate,
): readonly TaskView[] {
  return tasks.map((task) => {
    const { id, kind, about, dueOn } = task
    const isOpen = isStillToDo(task, subject, record.status === 'closed')
    const subjectInWords = describeTaskSubject(task, subject)
    const recordHref = isOpen ? recordAddress(task, record.caseId, subject, recordable) : undefined
    const letter =
      kind === 'tell-family-another-way'
        ? letters.find(({ key, state }) => key === about && state === 'to-print')
        : undefined
    return {
      id,
      kind,
      what: taskInWords(task, letter, contact),
      ...(subjectInWords && { about: subjectInWords }),
      state: isOpen ? 'open' : 'done',
      dueOn,
      dueInWords: formatDate(dueOn),
      overdue: isOpen && dueOn < today,
      ...(recordHref && { recordHref }),
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

function recordAddress(
  { kind }: Task,
  caseId: string,
  { appeal }: Case,
  recordable: readonly FactType[],
): string | undefined {
  // The appeal is recorded already: its letter's dates are added to it.
  if (kind === 'record-tribunal-letter' && appeal && recordable.includes('fact-corrected')) {
    return `/cases/${caseId}/correct/${appeal.sequence}`
  }
  const type = ENDS_TASK[kind]
  return type && recordable.includes(type) ? `/cases/${caseId}/record/${type}` : undefined
}
