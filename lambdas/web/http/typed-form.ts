import type { Context } from 'hono'
import type { Typed } from '../forms/field.ts'

/** What was typed into a form that was sent in. The last of several inputs of one name counts; files are left out. */
export async function typedForm(c: Context): Promise<Typed> {
  const body = await c.req.parseBody()
  return Object.fromEntries(
    Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** Whether what was sent can be read as a form at all: not so a multipart one that lacks its boundary, or its end. */
export async function isReadableForm(c: Context): Promise<boolean> {
  try {
    await c.req.parseBody()
    return true
  } catch (error) {
    // What the platform throws for a body that is not of its content type.
    if (error instanceof TypeError) return false
    throw error
  }
}

/** The id that a form carried. @returns undefined when it carries none of ours, so that it cannot be told from another */
export function submissionIdOf(typed: Typed): string | undefined {
  const { submissionId } = typed
  return submissionId !== undefined && /^[0-9A-Za-z-]{16,120}$/.test(submissionId) ? submissionId : undefined
}
