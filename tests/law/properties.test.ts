import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adviserContactDeadline } from '../../lambdas/law/adviser-contact-deadline.ts'
import { agreementDeadline } from '../../lambdas/law/agreement-deadline.ts'
import { appealDeadline } from '../../lambdas/law/appeal-deadline.ts'
import { addDays, addMonths, type CalendarDate, calendarDate, daysBetween } from '../../lambdas/law/calendar-date.ts'
import { mediationDeadline } from '../../lambdas/law/mediation-deadline.ts'
import { isWorkingDay, lastWorkingDayOnOrBefore, nextWorkingDayOnOrAfter } from '../../lambdas/law/working-days.ts'

const runs = { numRuns: 400 }
const firstDecision = calendarDate(2014, 9, 1)
const decisions = fc.integer({ min: 0, max: 366 * 30 }).map((days) => addDays(firstDecision, days))
const later = fc.integer({ min: 0, max: 400 })

function appealFor(decision: CalendarDate, certificateIssuedOn?: CalendarDate, placementOnly = false) {
  return appealDeadline({ printedOn: decision, sentOn: decision, placementOnly, certificateIssuedOn })
}

function inProtectedTime(date: CalendarDate): boolean {
  const monthAndDay = date.slice(5)
  return monthAndDay.startsWith('08') || monthAndDay >= '12-25' || monthAndDay === '01-01'
}

describe('the appeal date', () => {
  it('is a working day on or after the end of the months, and the aim date one on or before it', () => {
    fc.assert(
      fc.property(decisions, later, (decision, days) => {
        const { lawDate, unrolledDate, aimDate } = appealFor(decision, addDays(decision, days))
        expect(isWorkingDay(lawDate)).toBe(true)
        expect(isWorkingDay(aimDate)).toBe(true)
        expect(lawDate >= unrolledDate && aimDate <= unrolledDate).toBe(true)
      }),
      runs,
    )
  })

  it('is in August or the Christmas break only where a day before it was no working day (J16)', () => {
    fc.assert(
      fc.property(decisions, later, (decision, days) => {
        const { lawDate, unrolledDate, judgements } = appealFor(decision, addDays(decision, days))
        const isJ16 = !inProtectedTime(unrolledDate) && !isWorkingDay(unrolledDate) && inProtectedTime(lawDate)
        expect(inProtectedTime(lawDate)).toBe(isJ16)
        expect(judgements.some(({ id }) => id === 'J16')).toBe(isJ16)
      }),
      runs,
    )
  })

  it('is never earlier for a later certificate or a later decision, nor for having a certificate', () => {
    fc.assert(
      fc.property(decisions, later, fc.integer({ min: 1, max: 60 }), (decision, days, more) => {
        const certificate = addDays(decision, days)
        const first = appealFor(decision, certificate)
        expect(appealFor(decision, addDays(certificate, more)).lawDate >= first.lawDate).toBe(true)
        expect(first.lawDate >= appealFor(decision).lawDate).toBe(true)
        expect(appealFor(addDays(decision, more)).lawDate >= appealFor(decision).lawDate).toBe(true)
      }),
      runs,
    )
  })

  it('is the later of both limbs, however the roll and the choice are ordered', () => {
    fc.assert(
      fc.property(decisions, later, (decision, days) => {
        const { lawDate, decisionLimb, certificateLimb } = appealFor(decision, addDays(decision, days))
        const limbs = [decisionLimb.lawDate, certificateLimb?.lawDate ?? ''].sort()
        expect(lawDate).toBe(limbs[1])
      }),
      runs,
    )
  })

  it('knows no certificate limb where only the school named is in dispute, or the adviser was contacted late', () => {
    fc.assert(
      fc.property(decisions, later, fc.integer({ min: 1, max: 100 }), (decision, days, late) => {
        const notice = { printedOn: decision, sentOn: decision }
        const certificateIssuedOn = addDays(decision, days)
        const alone = appealFor(decision).lawDate
        const placement = appealFor(decision, certificateIssuedOn, true)
        expect([placement.lawDate, placement.certificateLimb]).toEqual([alone, undefined])
        const adviserContactedOn = addDays(adviserContactDeadline(notice).lawDate, late)
        const lateContact = appealDeadline({ ...notice, placementOnly: false, certificateIssuedOn, adviserContactedOn })
        expect([lateContact.lawDate, lateContact.certificateLimb]).toEqual([alone, undefined])
      }),
      runs,
    )
  })
})

describe('months', () => {
  it('end in the target month: two are 59 to 62 days, one is 28 to 31', () => {
    fc.assert(
      fc.property(decisions, (date) => {
        const month = Number(date.slice(5, 7))
        for (const [months, least, most] of [
          [1, 28, 31],
          [2, 59, 62],
        ] as const) {
          const end = addMonths(date, months)
          expect(Number(end.slice(5, 7))).toBe(((month - 1 + months) % 12) + 1)
          expect(daysBetween(date, end)).toBeGreaterThanOrEqual(least)
          expect(daysBetween(date, end)).toBeLessThanOrEqual(most)
          // The same day number, or the last day of the month.
          expect(end.slice(8) === date.slice(8) || addDays(end, 1).endsWith('-01')).toBe(true)
        }
      }),
      runs,
    )
  })
})

describe('the periods of the SEND Regulations', () => {
  it('never move: not for a weekend, a bank holiday, August or Christmas', () => {
    fc.assert(
      fc.property(decisions, (date) => {
        const contact = adviserContactDeadline({ printedOn: date, sentOn: date })
        expect(contact.lawDate).toBe(addMonths(date, 2))
        expect(mediationDeadline({ councilToldOn: date }).lawDate).toBe(addDays(date, 30))
        expect(agreementDeadline({ agreedOn: date }).lawDate).toBe(addDays(date, 14))
        expect(contact.aimDate).toBe(lastWorkingDayOnOrBefore(contact.lawDate))
      }),
      runs,
    )
  })

  it('say so as a judgement exactly where a roll would have given another day', () => {
    fc.assert(
      fc.property(decisions, (date) => {
        const { lawDate, certainty, judgements } = mediationDeadline({ councilToldOn: date })
        expect(certainty === 'certain').toBe(isWorkingDay(lawDate))
        expect(judgements[0]?.otherReading ?? lawDate).toBe(nextWorkingDayOnOrAfter(lawDate))
      }),
      runs,
    )
  })
})

describe('dates of the engine', () => {
  it('come back from text and days unchanged', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2400 }), fc.integer({ min: 0, max: 365 }), (year, day) => {
        const date = addDays(calendarDate(year, 1, 1), day)
        const instant = new Date(Date.UTC(year, 0, 1 + day))
        expect(date).toBe(instant.toISOString().slice(0, 10))
        expect(daysBetween(calendarDate(1970, 1, 1), date)).toBe(instant.getTime() / 86_400_000)
      }),
      runs,
    )
  })
})
