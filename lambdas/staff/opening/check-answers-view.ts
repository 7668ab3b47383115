import { inputNames, type Problem, type Typed } from '../../web/forms/field.ts'
import { formView } from '../../web/forms/form-view.ts'
import { NOT_KNOWN_YET } from '../contacts/contact-rows.ts'
import { NOTHING } from '../facts/staff-fact.ts'
import { answerInWords, answersAsked, fieldsOf } from './answers.ts'
import { pagesAsked, QUESTION_PAGES } from './question-pages.ts'

/** The answers to every page of a draft, to be checked, with what is wrong with them and the way to each question. */
export function checkAnswersView(draftId: string, typed: Typed, problems: readonly Problem[]) {
  const asked = pagesAsked(typed).map((page) => ({
    page,
    href: `/cases/new/${draftId}/${page}`,
    fields: fieldsOf(page, typed),
  }))
  /** Each leads to the question, on its page. */
  const errors = asked.flatMap(({ href, fields }) => {
    const wrong = problems.filter(({ field }) => fields.some(({ name }) => name === field))
    return formView(fields, typed, wrong).errors.map((error) => ({ ...error, href: `${href}${error.href}` }))
  })
  const isAsked = new Set(asked.flatMap(({ fields }) => fields.map(({ name }) => name)))
  /** Something was sent that belongs to another decision: that is where it is put right. */
  const unasked = problems
    .filter(({ field }) => !isAsked.has(field))
    .map(({ message }) => ({ text: message, href: `/cases/new/${draftId}/decision#decisionKind` }))
  return {
    draftId,
    pages: asked.map(({ page, href, fields }) => ({
      heading: QUESTION_PAGES[page].heading,
      rows: fields.flatMap((field) => {
        const error = problems.find((one) => one.field === field.name)?.message
        const words = answerInWords(field, typed)
        // What another answer makes needless was left blank, and is no answer.
        if (field.optional === 'unless-needed' && words === '' && !error) return []
        return {
          question: field.label,
          answer: words,
          whenBlank: QUESTION_PAGES[page].mayWait === NOTHING ? 'Not given' : NOT_KNOWN_YET,
          ...(error && { error }),
          href: `${href}#${inputNames(field)[0]}`,
        }
      }),
    })),
    errors: [...errors, ...unasked],
    carried: Object.entries(answersAsked(typed)).map(([name, value]) => ({ name, value })),
    inFull: typed.more === 'yes',
  }
}

export type CheckAnswersView = ReturnType<typeof checkAnswersView>
