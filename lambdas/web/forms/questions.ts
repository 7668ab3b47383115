import * as z from 'zod/mini'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Field, Option } from './field.ts'
import type { Form } from './read-form.ts'
import {
  choice,
  choices,
  date,
  optionalChoice,
  optionalDate,
  optionalLine,
  optionalYesOrNo,
  time,
  yesOrNo,
} from './schemas.ts'

/** A question and the shape of a good answer to it. It is given its name by the form that asks it. */
export type Question<Value> = (name: string) => { readonly field: Field; readonly schema: z.ZodMiniType<Value> }

/** A question for each detail that is asked for. What is left out is not asked. */
export type Questions<Details> = { readonly [Name in keyof Details]: Question<Details[Name]> }

/** The form that asks these questions, in their order. A question that was left blank has no answer. */
export function formOf<Details extends object>(questions: Questions<Details>): Form<Details> {
  const asked = Object.entries<Question<unknown>>(questions).map(([name, question]) => ({ name, ...question(name) }))
  const shape = Object.fromEntries(asked.map(({ name, schema }) => [name, schema]))
  return {
    fields: asked.map(({ field }) => field),
    schema: z.pipe(
      z.object(shape),
      z.transform(
        (answers) => Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as Details,
      ),
    ),
  }
}

/** The same form, with something else made of its answers. */
export function mapForm<Values, Others>(form: Form<Values>, map: (values: Values) => Others): Form<Others> {
  return { ...form, schema: z.pipe(form.schema, z.transform(map)) }
}

interface Words {
  readonly label: string
  readonly hint?: string
}

/** A date needs the words for it in messages: "the date on the certificate". */
interface DateWords extends Words {
  readonly what: string
}

/** A choice needs what to say when nothing was chosen: "Select who cancelled the meeting". */
interface ChoiceWords extends Words {
  readonly error: string
}

export function askDate({ what, ...words }: DateWords): Question<CalendarDate> {
  return (name) => ({ field: { kind: 'date', name, ...withExample(words) }, schema: date(what) })
}

export function askOptionalDate({ what, ...words }: DateWords): Question<CalendarDate | undefined> {
  return (name) => ({
    field: { kind: 'date', name, ...withExample(words), optional: true },
    schema: optionalDate(what),
  })
}

export function askChoice<Value extends string>(
  options: readonly Option<Value>[],
  { error, ...words }: ChoiceWords,
): Question<Value> {
  return (name) => ({ field: { kind: 'choice', name, ...words, options }, schema: choice(valuesOf(options), error) })
}

export function askOptionalChoice<Value extends string>(
  options: readonly Option<Value>[],
  words: Words,
): Question<Value | undefined> {
  return (name) => ({
    field: { kind: 'choice', name, ...words, options, optional: true },
    schema: optionalChoice(valuesOf(options)),
  })
}

const YES_AND_NO = [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
] as const

export function askYesOrNo({ error, ...words }: ChoiceWords): Question<boolean> {
  return (name) => ({ field: { kind: 'choice', name, ...words, options: YES_AND_NO }, schema: yesOrNo(error) })
}

export function askOptionalYesOrNo(words: Words): Question<boolean | undefined> {
  return (name) => ({
    field: { kind: 'choice', name, ...words, options: YES_AND_NO, optional: true },
    schema: optionalYesOrNo(),
  })
}

/** Any number of answers, at least one. */
export function askChoices<Value extends string>(
  options: readonly Option<Value>[],
  { error, ...words }: ChoiceWords,
): Question<readonly Value[]> {
  return (name) => ({ field: { kind: 'choices', name, ...words, options }, schema: choices(valuesOf(options), error) })
}

/** Any number of answers, or none. */
export function askAny<Value extends string>(
  options: readonly Option<Value>[],
  words: Words,
): Question<readonly Value[]> {
  return (name) => ({
    field: { kind: 'choices', name, ...words, options, optional: true },
    schema: choices(valuesOf(options)),
  })
}

/** As `askAny`, with no answer rather than an empty one when none is ticked. */
export function askOptionalChoices<Value extends string>(
  options: readonly Option<Value>[],
  words: Words,
): Question<readonly Value[] | undefined> {
  return (name) => {
    const { field, schema } = askAny(options, words)(name)
    return {
      field,
      schema: z.pipe(
        schema,
        z.transform((ticked) => (ticked.length > 0 ? ticked : undefined)),
      ),
    }
  }
}

export function askTime({ what, ...words }: DateWords): Question<string> {
  return (name) => ({ field: { kind: 'time', name, ...words }, schema: time(what) })
}

export function askOptionalLine({ what, ...words }: DateWords): Question<string | undefined> {
  return (name) => ({ field: { kind: 'text', name, ...words, optional: true }, schema: optionalLine(what) })
}

/** The options of a question from a list of closed words and what each is called. */
export function optionsOf<Value extends string>(
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): readonly Option<Value>[] {
  return values.map((value) => ({ value, text: words[value] }))
}

function withExample({ label, hint }: Words): Words {
  return { label, hint: `${hint ? `${hint} ` : ''}For example, 27 3 2026.` }
}

function valuesOf<Value extends string>(options: readonly Option<Value>[]): readonly Value[] {
  return options.map(({ value }) => value)
}
