import { expect, it } from 'vitest'
import { securityTxt } from '../../lambdas/public/security-txt.ts'

it('says by email or on a page where a weakness is told, and until when that holds: less than a year', () => {
  const now = new Date('2026-11-27T09:00:00Z')
  expect(securityTxt('security@example.gov.uk', now)).toBe(
    'Contact: mailto:security@example.gov.uk\nExpires: 2027-05-26T09:00:00.000Z\nPreferred-Languages: en\n',
  )
  expect(securityTxt('https://example.gov.uk/security', now)).toContain('Contact: https://example.gov.uk/security\n')
})
