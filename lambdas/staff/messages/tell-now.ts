import type { Context } from 'hono'
import { isCaseId } from '../../cases/case-id.ts'
import type { Actor } from '../../recording/actor.ts'
import { tellNow } from '../../recording/tell-now.ts'
import type { StaffAnswers } from '../answer.ts'
import { noSuchCase } from '../case-of-address.ts'
import type { StaffServiceOptions } from '../service.ts'

/** Has the family told now what waits until 5pm, and goes back to the case. */
export function tellNowRoute(service: StaffServiceOptions, answer: StaffAnswers) {
  return async (c: Context, actor: Actor) => {
    const caseId = c.req.param('caseId') ?? ''
    const outcome = isCaseId(caseId) ? await tellNow(service, actor, caseId) : 'no-such-case'
    switch (outcome) {
      case 'told':
        return c.redirect(`/cases/${caseId}`, 303)
      case 'not-allowed':
        return answer.notAllowed(c)
      case 'no-such-case':
        return noSuchCase(c, answer)
    }
  }
}
