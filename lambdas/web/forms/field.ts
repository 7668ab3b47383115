/** A question on a form. What is typed is kept as it is, so that the form can come back with it. */
export type Field = DateField | MonthField | TextField | ChoiceField | ChoicesField

interface Question {
  /** Also the name of the detail of the fact that it asks for. */
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** `unless-needed`: another answer can make it necessary, so that its label calls it neither. */
  readonly optional?: boolean | 'unless-needed'
  /** A heading above the question, where a new part of the form begins. */
  readonly heading?: string
}

/** Three inputs: `<name>-day`, `<name>-month` and `<name>-year`. */
export interface DateField extends Question {
  readonly kind: 'date'
}

/** Two inputs: `<name>-month` and `<name>-year`. */
export interface MonthField extends Question {
  readonly kind: 'month'
}

export interface TextField extends Question {
  readonly kind: 'text' | 'email' | 'phone' | 'time' | 'long-text' | 'address'
}

export interface ChoiceField extends Question {
  readonly kind: 'choice'
  readonly options: readonly Option[]
}

/** Any number of a few words. One input for each: `<name>-<value>`, which is there when it is ticked. */
export interface ChoicesField extends Question {
  readonly kind: 'choices'
  readonly options: readonly Option[]
}

export interface Option<Value extends string = string> {
  readonly value: Value
  readonly text: string
  readonly hint?: string
}

/** What was typed, by the name of the input. */
export type Typed = Readonly<Record<string, string>>

/** The parts of a date as typed. */
export const DATE_PARTS = ['day', 'month', 'year'] as const
export type DatePart = (typeof DATE_PARTS)[number]
/** Which of them are asked for, each in an input of its own. */
export const PARTS_OF: Readonly<Record<'date' | 'month', readonly DatePart[]>> = {
  date: DATE_PARTS,
  month: ['month', 'year'],
}

/** Something wrong with what was typed. */
export interface Problem {
  readonly field: string
  /** The part of a date that it is about, where it is about one. */
  readonly part?: DatePart
  readonly message: string
  /** Where it can be put right, where that is not on this form. */
  readonly href?: string
}

/** What a ticked box sends. */
export const TICKED = 'yes'

/** The options whose boxes are ticked. */
export function tickedIn({ name, options }: Pick<ChoicesField, 'name' | 'options'>, typed: Typed): readonly string[] {
  return options.map(({ value }) => value).filter((value) => typed[`${name}-${value}`])
}

/** The names of a field's inputs. */
export function inputNames(field: Field): readonly string[] {
  switch (field.kind) {
    case 'date':
    case 'month':
      return PARTS_OF[field.kind].map((part) => `${field.name}-${part}`)
    case 'choices':
      return field.options.map(({ value }) => `${field.name}-${value}`)
    default:
      return [field.name]
  }
}
