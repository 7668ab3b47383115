import * as v from 'valibot'
import { checkOpening, contactProblems } from '../../cases/check-facts.ts'
import type { Contact } from '../../cases/contact.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type Field, inputNames, type Problem, type Typed, tickedIn } from '../../web/forms/field.ts'
import { formOf } from '../../web/forms/questions.ts'
import { readForm } from '../../web/forms/read-form.ts'
import { date } from '../../web/forms/schemas.ts'
import { OPENING_FORM, OPENING_FORM_IN_FULL, type OpeningForm } from '../cases/opening-form.ts'
import { CONTACT_QUESTIONS } from '../contacts/contact-fields.ts'
import { DECISION_FORM } from '../facts/opening.ts'
import { NOTHING } from '../facts/staff-fact.ts'
import { pagesAsked, QUESTION_PAGES, type QuestionPageName, questionsAsked } from './question-pages.ts'

/** Every question that a case can be opened with, by its name. */
const FIELDS: ReadonlyMap<string, Field> = new Map(
  [...OPENING_FORM.fields, ...OPENING_FORM_IN_FULL.fields].map((field) => [field.name, field]),
)

/** What is asked of the date of birth by itself. */
const BIRTH_FORM = formOf<Pick<Contact, 'bornOn'>>({
  ...(CONTACT_QUESTIONS.bornOn && { bornOn: CONTACT_QUESTIONS.bornOn }),
})

/** The questions of a page. */
export function fieldsOf(page: QuestionPageName, typed: Typed): readonly Field[] {
  return questionsAsked(page, typed).flatMap((name) => FIELDS.get(name) ?? [])
}

/**
 * The answers that came with a form that asks everything at once, without what else came with it. What may wait and was left
 * out of it is not known yet.
 */
export function answersIn(typed: Typed): Typed {
  const waiting = pagesAsked(typed).filter((page) => QUESTION_PAGES[page].mayWait !== NOTHING)
  const blank = waiting.map((page) => nothingKnown(page, typed))
  return { ...Object.assign({}, ...blank), ...onlyInputs(typed, [...FIELDS.values()]) }
}

/** The answers to the questions that are asked with these answers, and nothing else that came with a form. */
export function answersAsked(typed: Typed): Typed {
  return onlyInputs(
    typed,
    pagesAsked(typed).flatMap((page) => fieldsOf(page, typed)),
  )
}

/** The same answers with those of one page in place of what was answered there. */
export function withAnswers(typed: Typed, page: QuestionPageName, sent: Typed): Typed {
  const fields = fieldsOf(page, typed)
  const replaced = new Set(fields.flatMap(inputNames))
  const others = Object.entries(typed).filter(([name]) => !replaced.has(name))
  return { ...Object.fromEntries(others), ...onlyInputs(sent, fields) }
}

/** A page answered with nothing, where nothing of it is known yet. */
export function nothingKnown(page: QuestionPageName, typed: Typed): Typed {
  return Object.fromEntries(fieldsOf(page, typed).flatMap((field) => inputNames(field).map((name) => [name, ''])))
}

function onlyInputs(typed: Typed, fields: readonly Field[]): Typed {
  const names = new Set(fields.flatMap(inputNames))
  return Object.fromEntries(Object.entries(typed).filter(([name]) => names.has(name)))
}

/** Whether a page was sent: a box for text is sent even when nothing is in it. */
export function isAnswered(page: QuestionPageName, typed: Typed): boolean {
  return fieldsOf(page, typed).some((field) => inputNames(field).some((name) => typed[name] !== undefined))
}

/** The form that these answers belong to: the one in full where there is more to say. */
export function formFor(typed: Typed): OpeningForm {
  return typed.more === 'yes' ? OPENING_FORM_IN_FULL : OPENING_FORM
}

/** Everything that is wrong with the answers so far, what is missing included, one problem a question at most. */
export function problemsOf(typed: Typed, today: CalendarDate): readonly Problem[] {
  const reading = readForm(formFor(typed), typed)
  const decision = readForm(DECISION_FORM, typed)
  const birth = readForm(BIRTH_FORM, typed)
  const known = birth.ok ? birth.values : {}
  const impossible = decision.ok ? checkOpening(decision.values, known, today) : contactProblems(known, today)
  const problems = [...(reading.ok ? [] : reading.problems), ...impossible]
  return problems.filter(({ field }, index) => problems.findIndex((one) => one.field === field) === index)
}

/** The first page that is not answered yet, or not well; undefined when all are. */
export function nextPage(typed: Typed, problems: readonly Problem[]): QuestionPageName | undefined {
  const wrong = new Set(problems.map(({ field }) => field))
  return pagesAsked(typed).find(
    (page) => !isAnswered(page, typed) || questionsAsked(page, typed).some((field) => wrong.has(field)),
  )
}

/** An answer as it is checked before a case is opened; an empty text where there is none. */
export function answerInWords(field: Field, typed: Typed): string {
  switch (field.kind) {
    case 'choice':
      return field.options.find(({ value }) => value === typed[field.name])?.text ?? ''
    case 'choices':
      return field.options
        .filter(({ value }) => tickedIn(field, typed).includes(value))
        .map(({ text }) => text)
        .join('\n')
    case 'date': {
      const [day = '', month = '', year = ''] = inputNames(field).map((name) => (typed[name] ?? '').trim())
      const read = v.safeParse(date(field.label), { day, month, year })
      return read.success ? formatDate(read.output) : [day, month, year].join(' ').trim()
    }
    default:
      return typed[field.name] ?? ''
  }
}
