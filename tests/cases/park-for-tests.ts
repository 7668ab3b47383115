import type { FactType } from '../../lambdas/cases/fact.ts'
import type { NextDateKind } from '../../lambdas/cases/plan/next-date-kind.ts'
import { parseSequence } from '../../lambdas/cases/sequence.ts'
import { stageOf, type WaitName } from '../../lambdas/cases/stages.ts'
import { stageKey } from '../../lambdas/cases/start-stages.ts'
import { finishStage } from '../../lambdas/cases/store/close-case.ts'
import { requireCaseFile } from '../../lambdas/cases/store/load-case-file.ts'
import { type ParkedWait, parkWait } from '../../lambdas/cases/store/park-wait.ts'
import type { CaseTables } from '../../lambdas/cases/store/tables.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'

export type WaitToPark = [
  name: WaitName,
  awaits: readonly FactType[],
  next: { readonly kind: NextDateKind; readonly date: string },
  startedFrom?: string,
]

/** Does what the journey does: parks a wait on the case as it stands, once the stages that were answered have ended. */
export async function parkForTests(
  tables: CaseTables,
  now: Date,
  caseId: string,
  ...[name, awaits, next, from = '00001']: WaitToPark
): Promise<void> {
  const stage = stageOf(name)
  const startedFrom = parseSequence(from)
  const key = stageKey({ stage, startedFrom })
  for (const wait of (await requireCaseFile(tables, caseId)).waits) {
    if (wait.state === 'answered' && stageKey(wait) !== key)
      await finishStage(tables, caseId, wait, 'nothing-to-wait-for')
  }
  const file = await requireCaseFile(tables, caseId)
  const wait: ParkedWait = {
    stage,
    name,
    state: 'waiting',
    awaits,
    wakeAt: '2026-03-13T00:05:00.000Z',
    parkedAt: now.toISOString(),
    execution: 'execution',
    taskToken: `token-${file.record.version}-${name}`,
    heard: startedFrom,
    startedFrom,
    run: '1',
    next: { kind: next.kind, date: parseCalendarDate(next.date) },
  }
  if (!(await parkWait(tables, file, wait, {}))) throw new Error(`Case ${caseId} has moved on.`)
}
