import type { Context } from 'hono'
import { checkOpening } from '../../cases/check-facts.ts'
import { londonDay } from '../../cases/london.ts'
import type { Actor } from '../../recording/actor.ts'
import { openCase } from '../../recording/open-case.ts'
import type { Problem, Typed } from '../../web/forms/field.ts'
import { describeFields } from '../../web/forms/form-view.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { statusOf, wantsJson } from '../../web/http/answer.ts'
import { submissionIdOf } from '../../web/http/typed-form.ts'
import type { StaffAnswers } from '../answer.ts'
import { answeredForms } from '../answered-forms.ts'
import { questionRoutes } from '../opening/question-routes.ts'
import { confirmedIn, showPreview } from '../preview/show-preview.ts'
import { secondLookIn, showSecondLook } from '../second-look.ts'
import type { StaffServiceOptions } from '../service.ts'
import { OPENING_FORM, OPENING_FORM_IN_FULL, type OpeningForm } from './opening-form.ts'

/** What the question pages add to their form, so that what they kept goes when the case is open. */
const DRAFT = 'draft'

interface OpeningSent {
  readonly form: OpeningForm
  readonly typed: Typed
  readonly submissionId: string
}

/** The form that opens a case, which the question pages gather, and what happens when it is sent in. */
export function openCaseRoutes(service: StaffServiceOptions, answer: StaffAnswers) {
  const questions = questionRoutes(service, answer)
  const answered = answeredForms(service, answer)

  /** The form as a program reads it: all questions at once. */
  function describeForm(
    c: Context,
    { form, submissionId }: Omit<OpeningSent, 'typed'>,
    problems: readonly Problem[] = [],
  ) {
    return c.json({ submissionId, fields: describeFields(form.fields), problems }, statusOf(problems))
  }

  /** The form again: a program gets what is wrong, a person their answers, kept for them, with the way to each question. */
  async function askAgain(c: Context, actor: Actor, sent: OpeningSent, problems: readonly Problem[] = []) {
    const { submissionId, typed } = sent
    if (wantsJson(c)) return describeForm(c, sent, problems)
    const kept = await questions.keepAnswers(actor, submissionId, typed)
    if (problems.length > 0) return questions.showAnswers(c, submissionId, kept, problems)
    return c.redirect(`/cases/new/${submissionId}/check`, 303)
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

  async function send(c: Context, actor: Actor, typed: Typed): Promise<Response> {
    if (!submissionIdOf(typed) && !wantsJson(c)) return notFromOurForm(c)
    // A program whose form has no id of ours gets one, with what is wrong.
    const submissionId = submissionIdOf(typed) ?? service.newSubmissionId()
    const form = typed.inFull === 'yes' ? OPENING_FORM_IN_FULL : OPENING_FORM
    const sent = { form, typed, submissionId }
    const reading = readForm(form, typed)
    if (!reading.ok) return askAgain(c, actor, sent, reading.problems)
    // Before more is asked, what is wrong already is told.
    const problems = checkOpening(reading.values.decision, reading.values.contact, londonDay(service.clock()))
    if (problems.length > 0) return askAgain(c, actor, sent, problems)
    if (form === OPENING_FORM && typed.more === 'yes') {
      return askAgain(c, actor, { ...sent, form: OPENING_FORM_IN_FULL })
    }
    if (!submissionIdOf(typed)) return notFromOurForm(c)
    const secondLook = secondLookIn(typed)
    const confirmed = confirmedIn(typed)
    const opening = await openCase(service, actor, { submissionId, secondLook, confirmed, ...reading.values })
    switch (opening.outcome) {
      case 'opened':
        if (typed[DRAFT]) await questions.forget(actor, submissionId)
        return c.redirect(`/cases/${opening.caseId}?recorded=00001`, 303)
      case 'problems':
        return askAgain(c, actor, sent, opening.problems)
      case 'unlikely':
        return secondLook === 'no'
          ? askAgain(c, actor, sent)
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
  }

  return {
    async form(c: Context, actor: Actor) {
      if (wantsJson(c)) return describeForm(c, { form: OPENING_FORM, submissionId: service.newSubmissionId() })
      const shown = await answered.show(c, actor, (typed) => send(c, actor, typed))
      return shown ?? questions.start(c, actor)
    },
    send: (c: Context, actor: Actor) => answered.take(c, actor, '/cases/new', (typed) => send(c, actor, typed)),
  }
}
