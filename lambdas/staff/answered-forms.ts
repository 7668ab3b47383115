import type { Context } from 'hono'
import { submissionBefore } from '../cases/store/open-case.ts'
import type { Actor } from '../recording/actor.ts'
import type { Typed } from '../web/forms/field.ts'
import { wantsJson } from '../web/http/answer.ts'
import { submissionIdOf, typedForm } from '../web/http/typed-form.ts'
import type { StaffAnswers } from './answer.ts'
import { confirmedIn, unconfirmed } from './preview/show-preview.ts'
import type { StaffServiceOptions } from './service.ts'
import { ANSWERED, forgetForm, keepForm, keptFormOf } from './sign-in/kept-forms.ts'

/** What an address says that shows the answer to a form. */
const ANSWER = 'answer'

/** Answers a form on what was typed. Where nothing confirms what was shown, it records nothing. */
type AnswerForm = (typed: Typed) => Promise<Response>

/**
 * The answer to a form that has to be confirmed stands under an address of its own: what was typed is kept until it is recorded, and
 * the browser is led there (post, redirect, get). So Back and Reload show it again, where a browser would ask whether to send a
 * form twice; and after it was recorded they lead to what it led to.
 *
 * Looking at such an address records nothing: what is kept confirms nothing.
 */
export function answeredForms({ tables, sessions, clock }: StaffServiceOptions, answer: StaffAnswers) {
  return {
    /**
     * Takes a form that was sent.
     * @param address our own path where its answer is shown
     */
    async take(c: Context, actor: Actor, address: string, answerForm: AnswerForm): Promise<Response> {
      const typed = await typedForm(c)
      const formId = submissionIdOf(typed)
      if (wantsJson(c) || !formId) return answerForm(typed)
      if (confirmedIn(typed) !== undefined) {
        const response = await answerForm(typed)
        if (response.status === 303) await forgetForm(sessions, ANSWERED, actor.id, formId)
        if (!IS_SHOWN.includes(response.status)) return response
      }
      const kept = {
        formId,
        path: address,
        about: 'A form to confirm',
        typed: unconfirmed(typed),
        keptAt: clock().getTime(),
        changes: 0,
      }
      await keepForm(sessions, ANSWERED, actor.id, kept)
      return c.redirect(`${address}?${new URLSearchParams({ [ANSWER]: formId })}`, 303)
    },

    /** Shows the answer that an address asks for. @returns undefined for one that asks for none */
    async show(c: Context, actor: Actor, answerForm: AnswerForm): Promise<Response | undefined> {
      const formId = c.req.query(ANSWER)
      if (formId === undefined) return undefined
      const kept = await keptFormOf(sessions, ANSWERED, actor.id, formId, clock().getTime())
      if (kept) return answerForm(unconfirmed(kept.typed))
      const recorded = await submissionBefore(tables, formId)
      if (recorded) return c.redirect(`/cases/${recorded.caseId}?recorded=${recorded.sequence}`, 303)
      return answer.message(
        c,
        404,
        'What you typed is not kept any more',
        ['It is kept for an hour, for you alone. Nothing was recorded by it. Open the form again.'],
        { href: c.req.path, text: 'Open the form' },
      )
    },
  }
}

/** A page that goes on with the form: what will happen, what is wrong, or what has changed. Everything else is said at once. */
const IS_SHOWN: readonly number[] = [200, 409, 422]
