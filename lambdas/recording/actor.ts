import type { FactType } from '../cases/fact.ts'
import { kindOf } from '../cases/facts.ts'
import type { Role } from '../cases/role.ts'

/** The person who acts. One place makes it from a request, for each kind of page. */
export interface Actor {
  readonly kind: 'council-staff'
  /** Stands on every fact that they record. */
  readonly id: string
  readonly roles: readonly Role[]
}

/** That a task or a letter is done with. No fact says so. */
type Finished = 'task-done' | 'letter-done'

const MAY_FINISH: Readonly<Record<Finished, readonly Role[]>> = {
  'task-done': ['case-officer'],
  'letter-done': ['case-officer'],
}

/** Whether somebody may record something: only if what is recorded names one of their roles. */
export function mayRecord({ roles }: Pick<Actor, 'roles'>, what: FactType | Finished): boolean {
  const allowed = what === 'task-done' || what === 'letter-done' ? MAY_FINISH[what] : kindOf(what).mayBeRecordedBy
  return roles.some((role) => allowed.includes(role))
}
