import type { AdviserWork } from '../../cases/work/adviser-work.ts'
import type { OfficerWork } from '../../cases/work/officer-work.ts'

/** The ids under which work of the officer is noted as told: one for each task that asks for it. */
export function idsOf({ caseId, tasks }: OfficerWork): readonly string[] {
  return tasks.map((task) => `${caseId}_${task}`).sort()
}

/** The id under which work of the mediation adviser is noted as told. */
export function idOf({ caseId, id }: AdviserWork): string {
  return `${caseId}_${id}`
}
