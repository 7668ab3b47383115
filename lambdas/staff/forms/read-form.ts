import type * as z from 'zod/mini'
import { DATE_PARTS, type DatePart, type Field, type Problem, type Typed, tickedIn } from './field.ts'

/** A form: its questions, and the shape of a good answer to all of them together. */
export interface Form<Values> {
  readonly fields: readonly Field[]
  readonly schema: z.ZodMiniType<Values>
}

export type Reading<Values> =
  | { readonly ok: true; readonly values: Values }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** Reads what was typed. One problem a question at most, in the order of the questions. */
export function readForm<Values>({ fields, schema }: Form<Values>, typed: Typed): Reading<Values> {
  const result = schema.safeParse(Object.fromEntries(fields.map((field) => [field.name, typedIn(field, typed)])))
  if (result.success) return { ok: true, values: result.data }
  const problems = fields.flatMap(({ name }): readonly Problem[] => {
    const issue = result.error.issues.find(({ path }) => path[0] === name)
    return issue ? [{ field: name, ...datePart(issue.path[1]), message: issue.message }] : []
  })
  if (problems.length === 0) throw result.error
  return { ok: false, problems }
}

function typedIn(field: Field, typed: Typed): unknown {
  switch (field.kind) {
    case 'date':
      return Object.fromEntries(DATE_PARTS.map((part) => [part, typed[`${field.name}-${part}`] ?? '']))
    case 'choices':
      return tickedIn(field, typed)
    default:
      return typed[field.name] ?? ''
  }
}

function datePart(key: PropertyKey | undefined): { readonly part?: DatePart } {
  const part = DATE_PARTS.find((one) => one === key)
  return part ? { part } : {}
}
