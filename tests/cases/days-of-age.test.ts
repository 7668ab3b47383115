import { expect, it } from 'vitest'
import { daysOfAge } from '../../lambdas/cases/days-of-age.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { aCase } from './case-builder.ts'

const DECIDED_ON = day('2026-02-10')

it('is nothing while the date of birth is not known', () => {
  expect(daysOfAge(undefined, DECIDED_ON)).toEqual({})
})

it('is the school leaving date alone, the same for a whole school year, while the 25th birthday is far away', () => {
  const days = { daysOfAge: { compulsorySchoolAgeEndsOn: '2026-06-26' } }
  expect(daysOfAge(day('2009-09-01'), DECIDED_ON)).toEqual(days)
  expect(daysOfAge(day('2010-08-31'), DECIDED_ON)).toEqual(days)
})

it('has the eve of the 25th birthday from three years before it, when the case can come to it', () => {
  const birthday = (bornOn: string) => daysOfAge(day(bornOn), DECIDED_ON).daysOfAge?.youngPersonUntil
  expect(birthday('2004-02-11')).toBe('2029-02-10')
  expect(birthday('2004-02-12')).toBeUndefined()
  expect(birthday('2001-03-01')).toBe('2026-02-28')
})

it('is what the opening said, also when the decision is corrected, until the contact details say otherwise', () => {
  const known = { compulsorySchoolAgeEndsOn: day('2026-06-26') }
  const later = { compulsorySchoolAgeEndsOn: day('2027-06-25') }
  const opened = aCase({ daysOfAge: known })
  expect(opened.build().daysOfAge).toEqual(known)
  expect(opened.build().decision).not.toHaveProperty('daysOfAge')
  const corrected = opened.correct('case-opened', '00001', { sentOn: '2026-02-11' }, '2026-02-20')
  expect(corrected.build().daysOfAge).toEqual(known)
  const changed = corrected.and('contact-details-changed', { daysOfAge: later }, '2026-02-21')
  expect(changed.build().daysOfAge).toEqual(later)
  expect(changed.and('contact-details-changed', {}, '2026-02-22').build().daysOfAge).toBeUndefined()
})
