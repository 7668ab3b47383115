import type { Context } from 'hono'
import type { ReadingReason } from '../../audit/entry.ts'
import { isCaseId } from '../../cases/case-id.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { askChoice, formOf, optionsOf } from '../../web/forms/questions.ts'
import { type Form, readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { signedInOf } from '../caller.ts'
import { noSuchCase } from '../case-of-address.ts'
import type { StaffServiceOptions } from '../service.ts'
import { ownPath } from '../sign-in/own-path.ts'
import { READING_REASON_WORDS } from './audit-words.ts'
import { giveReason } from './reason-given.ts'

/** There is no room for words of one's own: what somebody types of a family would outlive what is erased. */
const FORM: Form<{ readonly why: ReadingReason }> = formOf({
  why: askChoice(optionsOf(READING_REASON_WORDS), {
    label: 'Why do you open this case?',
    error: 'Select why you open this case',
  }),
})

/**
 * Asks an auditor why they open a case. It is asked of every reference in the same way: the page reads nothing of the case,
 * and does not tell whether there is one.
 */
export function reasonRoutes({ sessions, clock }: StaffServiceOptions, answer: StaffAnswers) {
  function show(c: Context, caseId: string, typed: Typed, problems: readonly Problem[] = []) {
    const view = { caseId, to: leadsTo(caseId, typed.to), ...formView(FORM.fields, typed, problems) }
    const json = { caseId, fields: describeFields(FORM.fields), problems }
    return answer.pageOrJson(c, 'staff/audit/reason.njk', view, json, { section: 'cases' }, statusOf(problems))
  }

  return {
    form(c: Context) {
      const caseId = c.req.param('caseId') ?? ''
      return isCaseId(caseId) ? show(c, caseId, { to: c.req.query('to') ?? '' }) : noSuchCase(c, answer)
    },

    async send(c: Context) {
      const caseId = c.req.param('caseId') ?? ''
      const session = signedInOf(c)?.session
      if (!isCaseId(caseId) || session === undefined) return noSuchCase(c, answer)
      const typed = await typedForm(c)
      const reading = readForm(FORM, typed)
      if (!reading.ok) return show(c, caseId, typed, reading.problems)
      await giveReason(sessions, session, caseId, reading.values.why, clock())
      return c.redirect(leadsTo(caseId, typed.to), 303)
    },
  }
}

/** Where they were going: a page of this case, and nowhere else. */
function leadsTo(caseId: string, asked = ''): string {
  const first = `/cases/${caseId}`
  const path = ownPath(asked)
  return path.startsWith(`${first}/`) || path.startsWith(`${first}?`) ? path : first
}
