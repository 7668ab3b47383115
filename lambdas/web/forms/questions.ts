import * as v from 'valibot'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Month } from '../../law/month.ts'
import type { Field, Option, TextField } from './field.ts'
import type { Check, Form } from './read-form.ts'
import { type AnswerSchema, address, date, email, line, month, note, orNothing, phone, time } from './schemas.ts'

/** A question and the shape of a good answer to it. It is given its name by the form that asks it. */
export type Question<Value> = (name: string) => { readonly field: Field; readonly schema: AnswerSchema<Value> }

/** A question for each detail that is asked for. What is left out is not asked. */
export type Questions<Details> = { readonly [Name in keyof Details]: Question<Details[Name]> }

/** The answers to these questions. */
export type AnswersTo<Asked> = Asked extends Questions<infer Details> ? Details : never

/**
 * The form that asks these questions, in their order. A question that was left blank has no answer.
 * @param checks what the answers have to say together
 */
export function formOf<Details extends object>(
  questions: Questions<Details>,
  checks: readonly Check[] = [],
): Form<Details> {
  const asked = Object.entries<Question<unknown>>(questions).map(([name, question]) => ({ name, ...question(name) }))
  const shape = Object.fromEntries(asked.map(({ name, schema }) => [name, schema]))
  return {
    fields: asked.map(({ field }) => field),
    schema: v.pipe(
      v.object(shape),
      v.transform(
        (answers) => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as Details,
      ),
    ),
    checks,
  }
}

/** The same form, with something else made of its answers. */
export function mapForm<Values, Others>(form: Form<Values>, map: (values: Values) => Others): Form<Others> {
  return { ...form, schema: v.pipe(form.schema, v.transform(map)) }
}

/** Two forms as one: the questions of the first, then those of the second, and the answers to both. */
export function joinForms<First, Second>(first: Form<First>, second: Form<Second>): Form<First & Second> {
  return {
    fields: [...first.fields, ...second.fields],
    schema: v.intersect([first.schema, second.schema]),
    checks: [...first.checks, ...second.checks],
  }
}

interface Words {
  readonly label: string
  readonly hint?: string
  /** A heading above the question, where a new part of the form begins. */
  readonly heading?: string
}

/** What is typed needs the words for it in messages: "the date on the certificate". */
interface TypedWords extends Words {
  readonly what: string
}

/** A choice needs what to say when nothing was chosen: "Select who cancelled the meeting". */
interface ChoiceWords extends Words {
  readonly error: string
}

interface DateWords extends TypedWords {
  readonly example?: string
}

export function askDate({ what, hint, example = '27 3 2026', ...words }: DateWords): Question<CalendarDate> {
  const withExample = [...(hint ? [hint] : []), `For example, ${example}.`].join(' ')
  return (name) => ({ field: { kind: 'date', name, ...words, hint: withExample }, schema: date(what) })
}

/** A month and its year. */
export function askMonth({ what, hint, example = '3 2026', ...words }: DateWords): Question<Month> {
  const withExample = [...(hint ? [hint] : []), `For example, ${example}.`].join(' ')
  return (name) => ({ field: { kind: 'month', name, ...words, hint: withExample }, schema: month(what) })
}

export const askTime = asksFor('time', time)
export const askLine = asksFor('text', line)
export const askNote = asksFor('long-text', note)
export const askEmail = asksFor('email', email)
export const askPhone = asksFor('phone', phone)
export const askAddress = asksFor('address', address)

function asksFor<Value>(kind: TextField['kind'], schemaOf: (what: string) => AnswerSchema<Value>) {
  return ({ what, ...words }: TypedWords): Question<Value> =>
    (name) => ({ field: { kind, name, ...words }, schema: schemaOf(what) })
}

/** A day on which something happened. Left blank it was `today`; where that is undefined, it has to be typed. */
export function askDayOrToday(
  { what, label, hint }: DateWords,
  today: CalendarDate | undefined,
): Question<CalendarDate> {
  if (!today) return askDate({ what, label, ...(hint && { hint }) })
  const words = { label, hint: [hint, 'Leave this blank if it was today.'].filter(Boolean).join(' ') }
  return (name) => {
    const { field, schema } = askOptionalDate({ what, ...words })(name)
    return {
      field,
      schema: v.pipe(
        schema,
        v.transform((typed) => typed ?? today),
      ),
    }
  }
}

export function askChoice<Value extends string>(
  options: readonly Option<Value>[],
  { error, ...words }: ChoiceWords,
): Question<Value> {
  return (name) => ({
    field: { kind: 'choice', name, ...words, options },
    schema: v.picklist(valuesOf(options), error),
  })
}

export function askYesOrNo(words: ChoiceWords): Question<boolean> {
  return (name) => {
    const { field, schema } = askChoice(YES_AND_NO, words)(name)
    return {
      field,
      schema: v.pipe(
        schema,
        v.transform((answer) => answer === 'yes'),
      ),
    }
  }
}

const YES_AND_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const

/** Any number of answers, at least one. */
export function askChoices<Value extends string>(
  options: readonly Option<Value>[],
  { error, ...words }: ChoiceWords,
): Question<readonly Value[]> {
  return (name) => {
    const { field, schema } = askAny(options, words)(name)
    return { field: { ...field, optional: false }, schema: v.pipe(schema, v.minLength(1, error)) }
  }
}

/** Any number of answers, or none. */
export function askAny<Value extends string>(
  options: readonly Option<Value>[],
  words: Words,
): Question<readonly Value[]> {
  return (name) => ({
    field: { kind: 'choices', name, ...words, options, optional: true },
    schema: v.array(v.picklist(valuesOf(options))),
  })
}

/** The same question, which may be left blank: then it has no answer. */
export const optional = <Value>(question: Question<Value>) => blankable(question, true)
/** The same question, which may be left blank unless another answer makes it necessary. The form checks that. */
export const unlessNeeded = <Value>(question: Question<Value>) => blankable(question, 'unless-needed')

export const askOptionalDate = (words: DateWords) => optional(askDate(words))
export const askOptionalLine = (words: TypedWords) => optional(askLine(words))
export const askOptionalYesOrNo = (words: Words) => optional(askYesOrNo({ ...words, error: ONE_OR_NONE }))
export const askOptionalChoice = <Value extends string>(options: readonly Option<Value>[], words: Words) =>
  optional(askChoice(options, { ...words, error: ONE_OR_NONE }))
/** As `askAny`, with no answer rather than an empty one when none is ticked. */
export const askOptionalChoices = <Value extends string>(options: readonly Option<Value>[], words: Words) =>
  optional(askAny(options, words))

/** Said of an answer that is none of those offered. No page can send one. */
const ONE_OR_NONE = 'Select one of the answers, or none'

function blankable<Value>(question: Question<Value>, how: true | 'unless-needed'): Question<Value | undefined> {
  return (name) => {
    const { field, schema } = question(name)
    return { field: { ...field, optional: how }, schema: orNothing(schema) }
  }
}

/**
 * The options of a question from what each closed word is called, in the order of those words.
 * @param values some of them, where not all are offered
 */
export function optionsOf<Value extends string>(
  words: Readonly<Record<Value, string>>,
  values: readonly Value[] = Object.keys(words) as Value[],
): readonly Option<Value>[] {
  return values.map((value) => ({ value, text: words[value] }))
}

function valuesOf<Value extends string>(options: readonly Option<Value>[]): readonly Value[] {
  return options.map(({ value }) => value)
}
