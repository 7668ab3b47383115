import * as v from 'valibot'
import { DATE_PARTS, type DatePart, type Field, PARTS_OF, type Problem, type Typed, tickedIn } from './field.ts'
import type { AnswerSchema } from './schemas.ts'

/** A form: its questions, and the shape of a good answer to all of them together. */
export interface Form<Values> {
  readonly fields: readonly Field[]
  readonly schema: AnswerSchema<Values>
  /** What the answers have to say together. */
  readonly checks: readonly Check[]
}

/**
 * A check of several answers together, of what was typed. It is made even when some of them are wrong by themselves, so
 * that everything is told at once.
 */
export interface Check {
  /** The question to which the message belongs. */
  readonly field: string
  readonly message: string
  holds(typed: Typed): boolean
}

export type Reading<Values> =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads what was typed. One problem a question at most, in the order of the questions. */
export function readForm<Values>({ fields, schema, checks }: Form<Values>, typed: Typed): Reading<Values> {
  const answers = Object.fromEntries(fields.map((field) => [field.name, typedIn(field, typed)]))
  const result = v.safeParse(schema, answers)
  const failed = checks.filter((check) => !check.holds(typed))
  if (result.success && failed.length === 0) return { ok: true, values: result.output }
  const issues = result.issues ?? []
  const problems = fields.flatMap(({ name }): readonly Problem[] => {
    const issue = issues.find(({ path }) => path?.[0].key === name)
    if (issue) return [{ field: name, ...datePart(issue.path?.[1]?.key), message: issue.message }]
    const check = failed.find(({ field }) => field === name)
    return check ? [{ field: name, message: check.message }] : []
  })
  if (problems.length === 0)
    throw new Error('Something is wrong with an answer to a question that the form does not have.')
  return { ok: false, problems }
}

function typedIn(field: Field, typed: Typed): unknown {
  switch (field.kind) {
    case 'date':
    case 'month':
      return Object.fromEntries(PARTS_OF[field.kind].map((part) => [part, typed[`${field.name}-${part}`] ?? '']))
    case 'choices':
      return tickedIn(field, typed)
    default:
      return typed[field.name] ?? ''
  }
}

function datePart(key: unknown): { readonly part?: DatePart } {
  const part = DATE_PARTS.find((one) => one === key)
  return part ? { part } : {}
}
