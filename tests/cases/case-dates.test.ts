import { expect, it } from 'vitest'
import { caseDates } from '../../lambdas/cases/case-dates.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { aCase } from './case-builder.ts'

const chosen = aCase({ sentOn: '2026-02-10' }).and('mediation-chosen', {
  councilToldOn: '2026-02-18',
  contactedOn: '2026-02-17',
})
const certificateOn = (subject: Parameters<typeof caseDates>[0], today: string) =>
  caseDates(subject, parseCalendarDate(today)).certificate?.lawDate

it('dates the certificate from day 31 where the council was silent (J9)', () => {
  // Day 30 is Friday 20 March 2026.
  expect(certificateOn(chosen.build(), '2026-03-20')).toBeUndefined()
  expect(certificateOn(chosen.build(), '2026-03-21')).toBe('2026-03-25')
})

it('sets no day for a certificate that was there before the 30 days had passed', () => {
  const early = chosen.and('certificate-issued', { issuedOn: '2026-03-02' }).build()
  expect(certificateOn(early, '2026-04-30')).toBeUndefined()
})

it('keeps the day by which a certificate was due that came after it', () => {
  const late = chosen.and('certificate-issued', { issuedOn: '2026-03-27' }).build()
  expect(certificateOn(late, '2026-04-30')).toBe('2026-03-25')
})
