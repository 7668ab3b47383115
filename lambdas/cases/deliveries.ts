import type { CaseFile } from './case-file.ts'
import type { Contact } from './contact.ts'
import { addressFailure } from './failing-address.ts'
import { whoJoinedBy } from './joining.ts'
import type { LetterReason } from './letter.ts'
import { type MessageDue, messageKey } from './message.ts'
import { mustNotBeWrittenTo, type Recipient, type RecipientRole, type Recipients, recipientsOf } from './recipient.ts'

/** How a message gets to somebody. `task`: by a person, in the way that was agreed with the family. */
export type Way =
  | { readonly by: 'email'; readonly address: string }
  | { readonly by: 'letter'; readonly why: LetterReason }
  | { readonly by: 'task' }

/** One of those who get a message, and the way in which they do. */
export interface DeliveryTo {
  /** Under which it is claimed: a copy has its own. */
  readonly key: string
  readonly recipient: Pick<Recipient, 'role' | 'name' | 'postalAddress'>
  readonly way: Way
  /** Who gets copies of this message; nobody gets a copy of a copy. */
  readonly copies: readonly RecipientRole[]
}

/**
 * Who gets a message, each in their own way: by email, or as a letter that somebody prints, or, where it is not safe to
 * write, as a task. What is told because somebody joined goes to them alone.
 *
 * @param file the case as it is when the message goes out
 */
export function deliveriesOf(
  message: MessageDue,
  contact: Contact,
  file: Pick<CaseFile, 'subject' | 'messages'>,
): readonly DeliveryTo[] {
  if (mustNotBeWrittenTo(contact)) {
    const recipient = { role: 'family', name: contact.name } as const
    const toFamily = { key: messageKey(message), recipient, way: { by: 'task' }, copies: [] } as const
    return isFor(message, recipient, file) ? [toFamily] : []
  }
  const { first, ...others } = whoStillGets(message, file, recipientsOf(contact))
  const copies = others.copies.filter((recipient) => isFor(message, recipient, file))
  const to = isFor(message, first, file) ? [first, ...copies] : copies
  return to.map((recipient) => {
    const isCopy = recipient !== first
    return {
      key: messageKey(message, isCopy ? recipient.role : undefined),
      recipient,
      way: wayTo(recipient, file),
      copies: isCopy ? [] : copies.map(({ role }) => role),
    }
  })
}

/** Whether a message is for somebody: where it was to tell who joined, for them alone. */
function isFor(
  { kind, about }: MessageDue,
  { role }: Pick<Recipient, 'role'>,
  { subject }: Pick<CaseFile, 'subject'>,
): boolean {
  const joined = kind === 'where-your-case-stands' ? whoJoinedBy(subject, about) : undefined
  return joined?.includes(role) ?? true
}

/** Who got copies was settled when the message was first claimed: who came later gets the messages after it. */
function whoStillGets(
  message: MessageDue,
  { messages }: Pick<CaseFile, 'messages'>,
  { first, copies }: Recipients,
): Recipients {
  const begun = messages.find(({ key }) => key === messageKey(message))
  return { first, copies: begun ? copies.filter(({ role }) => begun.copies?.includes(role)) : copies }
}

function wayTo({ by, email, role }: Recipient, file: Pick<CaseFile, 'subject' | 'messages'>): Way {
  if (by === 'post') return { by: 'letter', why: 'chosen' }
  if (!email) return { by: 'letter', why: 'no-email' }
  const failure = addressFailure(file, role)
  return failure ? { by: 'letter', why: failure } : { by: 'email', address: email }
}
