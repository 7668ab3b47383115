import type { CaseFile } from '../../../lambdas/cases/case-file.ts'
import { summaryOf } from '../../../lambdas/cases/outcome.ts'
import { parseSequence } from '../../../lambdas/cases/sequence.ts'
import { heardBy, stageOf, type WaitName } from '../../../lambdas/cases/stages.ts'
import { type Task, type TaskDue, taskId } from '../../../lambdas/cases/task.ts'
import type { AboutOf, TaskKind } from '../../../lambdas/cases/tasks.ts'
import type { Wait } from '../../../lambdas/cases/wait.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import type { CaseBuilder } from '../case-builder.ts'

/** A stage that waits: what for, the last fact that it has acted on, and the fact that started it. */
export type WaitForTests = readonly [name: WaitName, heard: string, startedFrom?: string]

/** A case as it is stored, with what its journeys wait for and the tasks that were given. */
export function aFile(
  builder: CaseBuilder,
  waits: readonly WaitForTests[],
  { tasks = [], isClosed = false }: { readonly tasks?: readonly Task[]; readonly isClosed?: boolean } = {},
): CaseFile {
  const subject = builder.build()
  return {
    record: {
      ...summaryOf(subject),
      caseId: subject.caseId,
      ...(isClosed
        ? { status: 'closed', outcome: 'ended-without-news', closedAt: subject.openedAt }
        : { status: 'open' }),
      openedAt: subject.openedAt,
      nextDate: parseCalendarDate('2026-04-10'),
      nextKind: 'family-speaks-to-adviser',
    },
    subject,
    waits: waits.map(
      ([name, heard, startedFrom = '00001']): Wait => ({
        stage: stageOf(name),
        state: 'waiting',
        startedFrom: parseSequence(startedFrom),
        run: '1',
        parkedAt: subject.openedAt,
        name,
        heard: parseSequence(heard),
        awaits: heardBy(stageOf(name)),
        wakeAt: subject.openedAt,
        execution: 'arn:execution',
        taskToken: 'token',
        next: { kind: 'keep-open', date: parseCalendarDate('2026-04-10') },
      }),
    ),
    stops: [],
    messages: [],
    held: [],
    letters: [],
    taskOwners: [],
    tasks,
  }
}

/** A task that was given on its day. */
export function given<Kind extends TaskKind>(kind: Kind, about: AboutOf[Kind], dueOn: string): Task<Kind> {
  const due: TaskDue<Kind> = { kind, about, dueOn: parseCalendarDate(dueOn) }
  return { ...due, id: taskId(due), state: 'open', createdAt: `${dueOn}T09:00:00.000Z` }
}
