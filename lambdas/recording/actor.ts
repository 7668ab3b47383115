import type { FactType } from '../cases/fact.ts'

/** The person who acts. One place makes it from a request, for each kind of page. */
export interface Actor {
  readonly kind: 'council-staff'
  /** Stands on every fact that they record. */
  readonly id: string
  readonly roles: readonly Role[]
}

export type Role = 'case-officer'

/** What can be recorded: a fact of a case, and that a task or a letter is done with. */
export type Recordable = FactType | 'task-done' | 'letter-done'

/** What each role may record. */
const MAY_RECORD: Readonly<Record<Role, 'everything' | readonly Recordable[]>> = {
  'case-officer': 'everything',
}

/** Whether somebody may record something: only if one of their roles says so. */
export function mayRecord({ roles }: Pick<Actor, 'roles'>, what: Recordable): boolean {
  return roles.some((role) => {
    const may = MAY_RECORD[role]
    return may === 'everything' || may.includes(what)
  })
}
