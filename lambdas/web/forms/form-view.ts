import { type DatePart, type Field, inputNames, PARTS_OF, type Problem, type Typed, tickedIn } from './field.ts'

/** A question as the template shows it: with what was typed, and what was wrong with it. */
export interface FieldView {
  readonly field: Field
  readonly error?: string
  /** What was typed, for every kind but a date, a month and choices. */
  readonly value?: string
  /** Which boxes are ticked, for choices. */
  readonly ticked?: readonly string[]
  readonly parts?: readonly { readonly name: DatePart; readonly value: string; readonly wrong: boolean }[]
}

export interface FormView {
  readonly fields: readonly FieldView[]
  /** For the summary at the top: each links to the input that it is about. */
  readonly errors: readonly { readonly text: string; readonly href: string }[]
}

/** The questions of a form with what was typed before, if anything was. */
export function formView(fields: readonly Field[], typed: Typed = {}, problems: readonly Problem[] = []): FormView {
  return {
    fields: fields.map((field) => fieldView(field, typed, problems)),
    errors: problems.map((problem) => ({ text: problem.message, href: problem.href ?? `#${inputOf(problem)}` })),
  }

  function inputOf({ field: name, part }: Problem): string {
    const field = fields.find((one) => one.name === name)
    if (!field) return 'main-content'
    return part ? `${name}-${part}` : (inputNames(field)[0] ?? name)
  }
}

function fieldView(field: Field, typed: Typed, problems: readonly Problem[]): FieldView {
  const problem = problems.find((one) => one.field === field.name)
  const error = problem && { error: problem.message }
  if (field.kind === 'choices') return { field, ticked: tickedIn(field, typed), ...error }
  if (field.kind !== 'date' && field.kind !== 'month') return { field, value: typed[field.name] ?? '', ...error }
  const parts = PARTS_OF[field.kind].map((name) => ({
    name,
    value: typed[`${field.name}-${name}`] ?? '',
    wrong: problem !== undefined && (problem.part === undefined || problem.part === name),
  }))
  return { field, parts, ...error }
}

/** A form's questions for a program that fills it in: which inputs it has, and which words they take. */
export function describeFields(fields: readonly Field[]) {
  return fields.map((field) => ({
    name: field.name,
    kind: field.kind,
    label: field.label,
    inputs: inputNames(field),
    required: !field.optional,
    ...((field.kind === 'choice' || field.kind === 'choices') && { options: field.options.map(({ value }) => value) }),
  }))
}
