import type { Context } from 'hono'
import type { Actor } from '../../recording/actor.ts'
import type { StaffAnswers } from '../answer.ts'
import { formatInstant } from '../day.ts'
import type { StaffServiceOptions } from '../service.ts'
import { forgetForm, INTERRUPTED, type KeptForm, keptFormsOf } from './kept-forms.ts'

/** What somebody typed when their session had run out, to go on with or to throw away. */
export function keptFormRoutes({ sessions, clock }: StaffServiceOptions, answer: StaffAnswers) {
  return {
    async page(c: Context, actor: Actor) {
      const forms = (await keptFormsOf(sessions, INTERRUPTED, actor.id, clock().getTime())).map(keptFormView)
      return answer.pageOrJson(c, 'staff/sign-in/kept-forms.njk', { forms }, { forms })
    },

    async discard(c: Context, actor: Actor) {
      await forgetForm(sessions, INTERRUPTED, actor.id, c.req.param('formId') ?? '')
      return c.redirect('/kept-forms', 303)
    },
  }
}

function keptFormView({ formId, path, about, typed, keptAt }: KeptForm) {
  // What was shown to follow may not follow any more: it is shown again before anything is recorded.
  const { confirmed: _, keptForm: __, ...rest } = typed
  const [, caseId] = /^\/cases\/([^/?]+)\//.exec(path) ?? []
  return {
    formId,
    path,
    about,
    ...(caseId && { caseId }),
    inputs: Object.entries(rest).map(([name, value]) => ({ name, value })),
    sentInWords: formatInstant(new Date(keptAt).toISOString()),
    keptUntilInWords: formatInstant(new Date(keptAt + INTERRUPTED.keptFor).toISOString()),
  }
}
