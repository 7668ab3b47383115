import { isCaseId } from '../cases/case-id.ts'
import { mayOpen } from '../cases/may-open.ts'
import { giveCase, giveTaskTo } from '../cases/store/owner-store.ts'
import { ownerOfTask } from '../cases/work/case-work.ts'
import { type Actor, mayRecord } from './actor.ts'
import { loadCaseFor } from './load-case-for.ts'
import type { RecordingTools } from './recording-tools.ts'

/** A case, or one task of it. */
export interface ToGive {
  readonly caseId: string
  readonly taskId?: string
}

/** Reads what stands for it in an address: "7K2M-4QXP" or "7K2M-4QXP/chase-certificate_00003". */
export function toGiveOf(code: string): ToGive | undefined {
  const [caseId = '', taskId, ...others] = code.split('/')
  if (!isCaseId(caseId) || others.length > 0 || (taskId !== undefined && !/^[\w.-]{1,100}$/.test(taskId)))
    return undefined
  return { caseId, ...(taskId && { taskId }) }
}

/**
 * Whether somebody may give what is this person's to that one. A manager gives anything to anybody. A case officer takes it,
 * or hands over what is their own or nobody's.
 */
export function mayGive({ id, roles }: Pick<Actor, 'id' | 'roles'>, from: string | undefined, to: string | undefined) {
  return roles.includes('manager') || from === undefined || from === id || to === id
}

/** How many were given, and how many stayed whose they were. */
export interface Given {
  readonly given: number
  readonly refused: number
}

/**
 * Gives cases and tasks to somebody, each by itself: one that cannot be given keeps none of the others back. Doing it twice
 * changes nothing.
 * @param to the id of the person; undefined for nobody, and for a task the owner of its case
 */
export async function giveTo(
  { tables, clock }: RecordingTools,
  actor: Actor,
  things: readonly ToGive[],
  to: string | undefined,
): Promise<Given> {
  const outcomes: boolean[] = []
  for (const thing of things) outcomes.push(await giveOne({ tables, clock }, actor, thing, to))
  const given = outcomes.filter(Boolean).length
  return { given, refused: outcomes.length - given }
}

async function giveOne(
  { tables, clock }: Pick<RecordingTools, 'tables' | 'clock'>,
  actor: Actor,
  { caseId, taskId }: ToGive,
  to: string | undefined,
): Promise<boolean> {
  if (!mayRecord(actor, 'owner-changed')) return false
  const file = await loadCaseFor(tables, actor, caseId)
  // A restricted case is given to those alone who may open it.
  if (!file || (to !== undefined && !mayOpen({ id: to }, file.record))) return false
  const { record } = file
  const from = taskId === undefined ? record.owner : ownerOfTask(file, taskId)
  if (!mayGive(actor, from, to)) return false
  if (from === to) return true
  const change = { to, changedBy: actor.id }
  if (taskId === undefined) return giveCase(tables, record, change, clock())
  await giveTaskTo(tables, caseId, taskId, change, clock())
  return true
}
