import type { Context } from 'hono'
import type { LookAgain, SecondLook } from '../recording/look-again.ts'
import type { Typed } from '../web/forms/field.ts'
import type { StaffAnswers, StaffFrame } from './answer.ts'

/** What the page "Is this right?" adds to a form. */
const ANSWER = 'looksRight'
/** What that page and the one that shows what will happen add, to lead back to the form. */
const GO_BACK = 'goBack'

/** What whoever sent a form says of what is unlikely in it; undefined while nobody asked. */
export function secondLookIn({ [ANSWER]: said, [GO_BACK]: goesBack }: Typed): SecondLook | undefined {
  if (goesBack !== undefined) return 'no'
  return said === 'yes' ? 'yes' : undefined
}

/**
 * Asks to look again at what is unlikely in a form that is otherwise good, before anything is recorded.
 * @param address where the form is sent
 * @param typed all that came with it, which goes back with the answer
 */
export function showSecondLook(
  c: Context,
  answer: StaffAnswers,
  {
    address,
    typed,
    unlikely,
  }: { readonly address: string; readonly typed: Typed; readonly unlikely: LookAgain['unlikely'] },
  frame: StaffFrame,
) {
  const carried = Object.entries(typed).map(([name, value]) => ({ name, value }))
  const json = { unlikely, answerWith: { [ANSWER]: 'yes' } }
  return answer.pageOrJson(c, 'staff/second-look.njk', { address, carried, unlikely }, json, frame)
}
