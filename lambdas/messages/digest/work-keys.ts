import { workKey } from '../../cases/message.ts'
import type { AdviserWork } from '../../cases/work/adviser-work.ts'
import type { OfficerWork } from '../../cases/work/officer-work.ts'

/** The keys under which work of the officer is noted as told: one for each task that asks for it. */
export function keysOf({ caseId, tasks }: OfficerWork): readonly string[] {
  return tasks.map((work) => workKey({ caseId, work })).sort()
}

/** The key under which work of the mediation adviser is noted as told. */
export function keyOf({ caseId, id }: AdviserWork): string {
  return workKey({ caseId, work: id })
}
