import type { Context } from 'hono'
import { isCaseId } from '../../cases/case-id.ts'
import type { Actor } from '../../recording/actor.ts'
import { finishTask } from '../../recording/finish-task.ts'
import type { StaffAnswers } from '../answer.ts'
import type { StaffServiceOptions } from '../service.ts'

/** Records that a task is done, and goes back to its case. */
export function finishTaskRoute(service: StaffServiceOptions, answer: StaffAnswers) {
  return async (c: Context, actor: Actor) => {
    const caseId = c.req.param('caseId') ?? ''
    const outcome = isCaseId(caseId)
      ? await finishTask(service, actor, caseId, c.req.param('taskId') ?? '')
      : 'no-such-task'
    switch (outcome) {
      case 'recorded':
        return c.redirect(`/cases/${caseId}`, 303)
      case 'not-allowed':
        return answer.notAllowed(c)
      case 'has-to-be-recorded':
        return answer.message(
          c,
          409,
          'This task ends when what it asks for is recorded',
          ['Until then messages to the family wait for it. Select “Record it” at the task.'],
          { href: `/cases/${caseId}`, text: 'Go back to the case' },
        )
      case 'no-such-task':
        return answer.message(c, 404, 'There is no such task', ['Check the address, or look for the task on its case.'])
    }
  }
}
