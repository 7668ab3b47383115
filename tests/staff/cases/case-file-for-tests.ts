import type { Case } from '../../../lambdas/cases/case.ts'
import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import { summaryOf } from '../../../lambdas/cases/outcome.ts'
import { parseSequence } from '../../../lambdas/cases/sequence.ts'
import { stageOf, type WaitName } from '../../../lambdas/cases/stages.ts'
import type { Task } from '../../../lambdas/cases/task.ts'
import type { AboutOf, TaskKind } from '../../../lambdas/cases/tasks.ts'
import type { Wait, WaitingStage } from '../../../lambdas/cases/wait.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { given } from '../../cases/work/file-for-tests.ts'

/** Everything that is stored about a case, with nothing under way but what is given. */
export function caseFile(
  subject: Case,
  {
    waits = [],
    tasks = [],
    ...record
  }: Partial<CaseFile['record']> & { readonly waits?: readonly Wait[]; readonly tasks?: readonly Task[] } = {},
): CaseFile {
  return {
    record: {
      ...summaryOf(subject),
      caseId: subject.caseId,
      status: 'open',
      openedAt: subject.openedAt,
      nextDate: parseCalendarDate('2026-04-10'),
      nextKind: 'family-speaks-to-adviser',
      ...record,
    } as CaseFile['record'],
    subject,
    waits,
    stops: [],
    messages: [],
    held: [],
    tasks,
    letters: [],
    taskOwners: [],
  }
}

const NO_DATE = { kind: 'keep-open', date: parseCalendarDate('2026-04-10') } as const

/** A stage that has come to a wait. */
export function waiting(name: WaitName, from: string, next: WaitingStage['next'] = NO_DATE): WaitingStage {
  const startedFrom = parseSequence(from)
  return {
    stage: stageOf(name),
    state: 'waiting',
    startedFrom,
    run: '1',
    parkedAt: '2026-03-10T10:00:00.000Z',
    name,
    awaits: [],
    wakeAt: '2026-03-13T00:05:00.000Z',
    execution: 'arn:execution',
    taskToken: 'token',
    heard: startedFrom,
    next,
  }
}

/** A task of a case. */
export function aTask<Kind extends TaskKind>(kind: Kind, about: AboutOf[Kind], dueOn = '2026-03-09'): Task<Kind> {
  return { ...given(kind, about, dueOn), createdAt: '2026-03-09T10:00:00.000Z' }
}
