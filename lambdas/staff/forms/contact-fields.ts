import type * as z from 'zod/mini'
import type { Contact } from '../../cases/contact.ts'
import type { Field, Typed } from './field.ts'
import { choice, email, line, optionalPhone } from './schemas.ts'

/** Who the family is and how to reach it. */
export const CONTACT_FIELDS: readonly Field[] = [
  {
    kind: 'choice',
    name: 'relationship',
    label: 'Who do we write to?',
    hint: 'A young person over compulsory school age appeals in their own name.',
    options: [
      { value: 'parent', text: 'The parent or carer' },
      { value: 'young-person', text: 'The young person' },
    ],
  },
  { kind: 'text', name: 'name', label: 'Name of the person we write to', hint: 'For example, Sam Taylor.' },
  {
    kind: 'text',
    name: 'childName',
    label: 'Name of the child or young person',
    hint: 'Who the decision is about. It never appears in the subject of an email.',
  },
  {
    kind: 'email',
    name: 'email',
    label: 'Email address',
    hint: 'Everything about the case is sent here. For example, name@example.com.',
  },
  { kind: 'phone', name: 'phone', label: 'Phone number', hint: 'For example, 01225 394382.', optional: true },
]

export const CONTACT_SHAPE = {
  relationship: choice(['parent', 'young-person'], 'Select who we write to'),
  name: line('the name of the person we write to'),
  childName: line('the name of the child or young person'),
  email: email('an email address'),
  phone: optionalPhone('a phone number'),
}

type ContactValues = z.infer<z.ZodMiniObject<typeof CONTACT_SHAPE>>

export function contactOf({ name, relationship, childName, email, phone }: ContactValues): Contact {
  return { name, relationship, childName, email, ...(phone && { phone }) }
}

/** The contact details as they stand, for a form that changes them. */
export function typedContact({ name, relationship, childName, email, phone }: Contact): Typed {
  return { name, relationship, childName, email, phone: phone ?? '' }
}
