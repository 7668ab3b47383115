import type { Case } from '../../cases/case.ts'
import type { CaseFile } from '../../cases/case-file.ts'
import type { FactType } from '../../cases/fact.ts'
import { isStillToDo, type Task, type TaskKind } from '../../cases/task.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { describeTaskSubject, TASK_WORDS } from '../words/task-words.ts'

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

/** The tasks of a case. @param recordable what can be recorded now @param today the day in England */
export function taskViews(
  { record, subject, tasks }: CaseFile,
  recordable: readonly FactType[],
  today: CalendarDate,
): readonly TaskView[] {
  return tasks.map((task) => {
    const { id, kind, dueOn } = task
    const isOpen = isStillToDo(task, subject, record.status === 'closed')
    const about = describeTaskSubject(task, subject)
    const recordHref = isOpen ? recordAddress(task, record.caseId, subject, recordable) : undefined
    return {
      id,
      kind,
      what: TASK_WORDS[kind],
      ...(about && { about }),
      state: isOpen ? 'open' : 'done',
      dueOn,
      dueInWords: formatDate(dueOn),
      overdue: isOpen && dueOn < today,
      ...(recordHref && { recordHref }),
    }
  })
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
