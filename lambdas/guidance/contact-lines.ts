import type { ContactPoint } from '../cases/council.ts'
import { isolated } from './isolated.ts'

/** A line of somebody's contact details: "Phone: 01225 394382". The address is for the link. */
export interface ContactLine {
  readonly label?: string
  readonly text: string
  readonly href?: string
}

/** The words that stand before somebody's contact details. */
export interface ContactLabels {
  readonly phone: string
  readonly phoneAnswered: string
  readonly text: string
  readonly email: string
  /** With the place of the name: "Website of {name}". */
  readonly website: string
}

/** The language of contact details, and the way in which it is read. */
interface ContactLanguage {
  readonly direction: 'ltr' | 'rtl'
  readonly labels: ContactLabels
}

export const ENGLISH = {
  code: 'en-GB',
  direction: 'ltr',
  labels: {
    phone: 'Phone',
    phoneAnswered: 'Phone answered',
    text: 'Text',
    email: 'Email',
    website: 'Website of {name}',
  },
} as const satisfies ContactLanguage & { readonly code: string }

/** How to reach somebody, in the order in which people try. */
export function contactLines(point: ContactPoint, { labels, direction }: ContactLanguage = ENGLISH): ContactLine[] {
  const apart = (text: string) => (direction === 'rtl' ? isolated(text) : text)
  return [
    { label: labels.phone, text: apart(point.phone), href: `tel:${dialled(point.phone)}` },
    ...(point.hours ? [{ label: labels.phoneAnswered, text: point.hours }] : []),
    ...(point.textPhone
      ? [{ label: labels.text, text: apart(point.textPhone), href: `sms:${dialled(point.textPhone)}` }]
      : []),
    { label: labels.email, text: apart(point.email), href: `mailto:${point.email}` },
    ...(point.website
      ? [{ text: labels.website.replace('{name}', () => apart(point.name)), href: point.website }]
      : []),
  ]
}

function dialled(phone: string): string {
  return phone.replace(/[^\d+]/g, '')
}
