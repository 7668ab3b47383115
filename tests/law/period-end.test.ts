import { describe, expect, it } from 'vitest'
import { dayOf, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { endOfPeriod, lawDayOf } from '../../lambdas/law/period-end.ts'
import { periodInForce } from '../../lambdas/law/periods.ts'

const decided = parseCalendarDate('2026-06-30')
const inAugust = dayOf(parseCalendarDate('2026-08-30'))

describe('the end of a period', () => {
  it('is rolled where its row says so, and only there', () => {
    const appeal = periodInForce('D09', decided)
    const contact = periodInForce('D01', decided)
    expect([lawDayOf(appeal, inAugust), lawDayOf(contact, inAugust)]).toEqual([inAugust + 2, inAugust])
    expect([endOfPeriod(appeal, inAugust).lawDay, endOfPeriod(contact, inAugust).lawDay]).toEqual([
      inAugust + 2,
      inAugust,
    ])
  })
})
