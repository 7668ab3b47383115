import type { ContactPoint } from '../../cases/council.ts'

/** A line of somebody's contact details: "Phone: 01225 394382". The address is for the link. */
export interface ContactLine {
  readonly label?: string
  readonly text: string
  readonly href?: string
}

/** How to reach somebody, in the order in which people try. */
export function contactLines(point: ContactPoint): ContactLine[] {
  return [
    { label: 'Phone', text: point.phone, href: `tel:${dialled(point.phone)}` },
    ...(point.hours ? [{ label: 'Phone answered', text: point.hours }] : []),
    ...(point.textPhone ? [{ label: 'Text', text: point.textPhone, href: `sms:${dialled(point.textPhone)}` }] : []),
    { label: 'Email', text: point.email, href: `mailto:${point.email}` },
    ...(point.website ? [{ text: `Website of ${point.name}`, href: point.website }] : []),
  ]
}

function dialled(phone: string): string {
  return phone.replace(/[^\d+]/g, '')
}
