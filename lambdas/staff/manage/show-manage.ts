import type { Context } from 'hono'
import type { Actor } from '../../recording/actor.ts'
import type { StaffAnswers } from '../answer.ts'
import { managedBy } from '../sections.ts'

/** What there is besides a day's work, for whoever may open some of it. */
export function showManageRoute(answer: StaffAnswers) {
  return (c: Context, { roles }: Pick<Actor, 'roles'>) => {
    const view = { parts: managedBy(roles) }
    return answer.pageOrJson(c, 'staff/manage/manage.njk', view, view, { section: 'manage' })
  }
}
