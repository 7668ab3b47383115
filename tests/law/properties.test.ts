import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adviserContactDeadline } from '../../lambdas/law/adviser-contact-deadline.ts'
import { agreementDeadline } from '../../lambdas/law/agreement-deadline.ts'
import { appealDeadline } from '../../lambdas/law/appeal-deadline.ts'
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  daysBetween,
  laterOf,
} from '../../lambdas/law/calendar-date.ts'
import type { Deadline } from '../../lambdas/law/deadline.ts'
import { mediationDeadline } from '../../lambdas/law/mediation-deadline.ts'
import { type DateFacts, whichDates } from '../../lambdas/law/which-dates.ts'
import { isWorkingDay, nextWorkingDayOnOrAfter } from '../../lambdas/law/working-days.ts'

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
        expect(contact.aimDate <= contact.lawDate && isWorkingDay(contact.aimDate)).toBe(true)
        expect(nextWorkingDayOnOrAfter(addDays(contact.aimDate, 1)) > contact.lawDate).toBe(true)
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

/** Everything that is to be done by a date: what has a name, and what an outcome leaves to be done. */
function deadlinesOn(facts: DateFacts): readonly Deadline[] {
  const { dates, duties } = whichDates(facts)
  return [...Object.values(dates).filter((date) => date !== undefined), ...duties]
}

describe('the whole answer', () => {
  const facts = fc
    .record({
      decision: decisions,
      sentLater: fc.integer({ min: 0, max: 20 }),
      told: later,
      certificates: fc.array(later, { maxLength: 3 }),
      contact: fc.option(later, { nil: undefined }),
      placementOnly: fc.option(fc.boolean(), { nil: undefined }),
      healthIssue: fc.constantFrom('none', 'some', 'only', undefined),
      outcome: later,
    })
    .map(({ decision, sentLater, told, certificates, contact, placementOnly, healthIssue, outcome }) => ({
      printedOn: decision,
      sentOn: addDays(decision, sentLater),
      placementOnly,
      healthIssue,
      councilToldOn: addDays(decision, told),
      adviserContactedOn: contact === undefined ? undefined : addDays(decision, contact),
      certificatesIssuedOn: certificates.map((days) => addDays(decision, days)),
      order: { on: addDays(decision, outcome), duties: ['assess', 'make-plan', 'amend-placement'] as const },
      agreement: { on: addDays(decision, outcome), councilTookPart: false },
      appealSentToCouncilOn: addDays(decision, outcome),
      becameAwareOn: decision,
    }))

  it('never moves a date that is not the Tribunal’s, and never gives the family another aim than a working day', () => {
    fc.assert(
      fc.property(facts, (known) => {
        for (const { ruleId, lawDate, unrolledDate, aimDate, certainty, judgements } of deadlinesOn(known)) {
          if (ruleId !== 'D09' && ruleId !== 'D10') expect(lawDate).toBe(unrolledDate)
          expect(aimDate <= unrolledDate).toBe(true)
          expect(isWorkingDay(aimDate)).toBe(true)
          expect(certainty === 'judgement').toBe(judgements.length > 0)
          for (const { otherReading } of judgements) expect(otherReading).not.toBe(lawDate)
        }
      }),
      runs,
    )
  })

  it('has what is to be done in order, and gives each rule its own unit of time', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const laws = whichDates(known).duties.map(({ lawDate }) => lawDate)
        expect(laws).toEqual([...laws].sort())
        const lawDateOf = (id: string) => deadlinesOn(known).find(({ ruleId }) => ruleId === id)?.lawDate
        const { on } = known.order
        expect([lawDateOf('D14'), lawDateOf('D15'), lawDateOf('D16')]).toEqual([14, 70, 98].map((n) => addDays(on, n)))
        expect([lawDateOf('D17'), lawDateOf('D18'), lawDateOf('D20')]).toEqual([35, 77, 14].map((n) => addDays(on, n)))
        expect([lawDateOf('D12'), lawDateOf('D13')]).toEqual([addDays(on, 14), addDays(on, 7)])
        const response = lawDateOf('D11')
        expect(response !== undefined && isWorkingDay(response) && !inProtectedTime(response)).toBe(true)
      }),
      runs,
    )
  })

  it('says what is missing rather than passing it over', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const missing = whichDates(known).missing.map(({ fact }) => fact)
        expect(missing.includes('placementOnly')).toBe(known.placementOnly === undefined)
        expect(missing.includes('healthIssue')).toBe(known.healthIssue === undefined)
        expect(missing.includes('certificatesIssuedOn')).toBe(
          known.placementOnly !== true && known.certificatesIssuedOn.length === 0,
        )
        for (const { words } of whichDates(known).missing) {
          for (const sentence of words.split(/(?<=\.) /)) expect(sentence.split(' ').length).toBeLessThan(35)
        }
      }),
      runs,
    )
  })

  it('has every date that its type promises on the facts that start it', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const meetingOn = known.councilToldOn
        const started = { ...known, placementOnly: false, meetingOn } as const
        const { dates } = whichDates({ ...started, mediationConcludedOn: meetingOn })
        const promised: readonly Deadline[] = [
          dates.contact,
          dates.appeal,
          dates.meetingNotice,
          dates.certificateBar,
          dates.certificateMediated,
          dates.ombudsman,
        ]
        expect(promised).not.toContain(undefined)
        for (const placementOnly of [true, undefined]) {
          const appeal: Deadline = whichDates({ ...known, placementOnly }).dates.appeal
          expect(appeal).toBeDefined()
        }
      }),
      runs,
    )
  })

  it('gives a discrimination claim no other date', () => {
    fc.assert(
      fc.property(facts, (known) => {
        const actOn = laterOf(known.printedOn, calendarDate(2020, 7, 21))
        const claim = { ...known, discriminationActOn: actOn }
        expect(deadlinesOn(claim).map(({ ruleId }) => ruleId)).toEqual(['D22'])
        expect(whichDates(claim).dates.discriminationClaim.ruleId).toBe('D22')
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
