import { type MessageDue, readMessageKey } from '../../lambdas/cases/message.ts'

/** The message with this key: "duty-overdue_00003-D14". @throws Error when there is no such message. */
export function messageDue(key: string): MessageDue {
  const read = readMessageKey(key)
  if (!read) throw new Error(`"${key}" is not the key of a message.`)
  return read.message
}
