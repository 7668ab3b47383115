import type { Context } from 'hono'
import { checkOpening } from '../../cases/check-facts.ts'
import { londonDay } from '../../cases/london.ts'
import type { Actor } from '../../recording/actor.ts'
import { openCase } from '../../recording/open-case.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields, formView } from '../../web/forms/form-view.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf } from '../../web/http/answer.ts'
import { submissionIdOf, typedForm } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { typedFurtherContact } from '../contacts/further-contact-fields.ts'
import { confirmedIn, showPreview } from '../preview/show-preview.ts'
import { secondLookIn, showSecondLook } from '../second-look.ts'
import type { StaffServiceOptions } from '../service.ts'
import { OPENING_FORM, OPENING_FORM_IN_FULL, type OpeningForm } from './opening-form.ts'

interface OpeningSent {
  readonly form: OpeningForm
  readonly typed?: Typed
  readonly submissionId: string
}

/** The form that opens a case, and what happens when it is sent in. */
export function openCaseRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  function showForm(c: Context, { form, typed = {}, submissionId }: OpeningSent, problems: readonly Problem[] = []) {
    const view = {
      submissionId,
      inFull: form === OPENING_FORM_IN_FULL,
      errors: formView(form.fields, typed, problems).errors,
      sections: form.sections.map(({ heading, fields }) => ({
        heading,
        fields: formView(fields, typed, problems).fields,
      })),
    }
    const json = { submissionId, fields: describeFields(form.fields), problems }
    return answer.pageOrJson(c, 'staff/cases/open-case.njk', view, json, { section: 'new' }, statusOf(problems))
  }

  function notFromOurForm(c: Context) {
    return answer.message(
      c,
      400,
      'This form is incomplete',
      [
        'It did not come from the page “Open a case”, so it could not be told from a form sent twice. Nothing was recorded.',
      ],
      { href: '/cases/new', text: 'Open the form' },
    )
  }

  return {
    form: (c: Context) => showForm(c, { form: OPENING_FORM, submissionId: service.newSubmissionId() }),

    async send(c: Context, actor: Actor) {
      const typed = await typedForm(c)
      // A form without an id of ours was not opened here: it comes back with one, and with what was typed.
      const submissionId = submissionIdOf(typed) ?? service.newSubmissionId()
      const form = typed.inFull === 'yes' ? OPENING_FORM_IN_FULL : OPENING_FORM
      const sent = { form, typed, submissionId }
      const reading = readForm(form, typed)
      if (!reading.ok) return showForm(c, sent, reading.problems)
      // Before more is asked, what is wrong already is told.
      const problems = checkOpening(reading.values.decision, reading.values.contact, londonDay(service.clock()))
      if (problems.length > 0) return showForm(c, sent, problems)
      if (form === OPENING_FORM && typed.more === 'yes') {
        return showForm(c, { ...sent, form: OPENING_FORM_IN_FULL, typed: { ...typedFurtherContact({}), ...typed } })
      }
      if (!submissionIdOf(typed)) return notFromOurForm(c)
      const secondLook = secondLookIn(typed)
      const confirmed = confirmedIn(typed)
      const opening = await openCase(service, actor, { submissionId, secondLook, confirmed, ...reading.values })
      switch (opening.outcome) {
        case 'opened':
          return c.redirect(`/cases/${opening.caseId}?recorded=00001`, 303)
        case 'problems':
          return showForm(c, sent, opening.problems)
        case 'unlikely':
          return secondLook === 'no'
            ? showForm(c, sent)
            : showSecondLook(c, answer, { address: '/cases', typed, unlikely: opening.unlikely }, { section: 'new' })
        case 'to-confirm': {
          const shown = {
            caption: 'Open a case',
            address: '/cases',
            button: 'Open the case',
            isWarning: false,
            file: undefined,
            added: [],
          }
          const frame = { section: 'new' } as const
          return showPreview(c, service, answer, { ...shown, typed, preview: opening.preview, frame })
        }
        case 'not-allowed':
          return answer.notAllowed(c)
      }
    },
  }
}
