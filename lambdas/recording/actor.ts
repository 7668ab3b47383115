import type { FactType } from '../cases/fact.ts'
import { kindOf } from '../cases/facts.ts'
import { type Role, WHO_RECORDS } from '../cases/role.ts'

/** The person who acts. One place makes it from a request, for each kind of page. */
export interface Actor {
  readonly kind: 'council-staff'
  /** Stands on every fact that they record. It is neither a name nor an address. */
  readonly id: string
  readonly roles: readonly Role[]
}

/** That a task or a letter is done with, that a family is told sooner, or that a case or a task has another owner. No fact says so. */
type Finished = 'task-done' | 'letter-done' | 'family-told' | 'owner-changed'

const MAY_FINISH: Readonly<Record<Finished, readonly Role[]>> = {
  'task-done': WHO_RECORDS,
  'letter-done': WHO_RECORDS,
  'family-told': WHO_RECORDS,
  'owner-changed': WHO_RECORDS,
}

/** Whether somebody may record something: only if what is recorded names one of their roles. */
export function mayRecord({ roles }: Pick<Actor, 'roles'>, what: FactType | Finished): boolean {
  const allowed = isFinished(what) ? MAY_FINISH[what] : kindOf(what).mayBeRecordedBy
  return roles.some((role) => allowed.includes(role))
}

function isFinished(what: FactType | Finished): what is Finished {
  return what in MAY_FINISH
}
