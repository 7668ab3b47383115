import { describe, expect, it } from 'vitest'
import { caseDates } from '../../lambdas/cases/case-dates.ts'
import { datesTold, movedDates } from '../../lambdas/cases/dates-told.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { aCase } from './case-builder.ts'

const day = parseCalendarDate
const dates = caseDates(aCase({ sentOn: '2026-06-30' }).build(), day('2026-07-01'))

describe('dates that have moved', () => {
  it('are none while the table and the rules are the same', () => {
    expect(movedDates(datesTold(dates), dates)).toEqual([])
  })

  it('are told with what they were and what they are', () => {
    // As if the family had been told before Monday 31 August became a bank holiday.
    const told = { ...datesTold(dates), appeal: { lawDate: day('2026-08-31'), aimDate: day('2026-08-28') } }
    expect(movedDates(told, dates)).toEqual([
      {
        kind: 'appeal',
        told: { lawDate: '2026-08-31', aimDate: '2026-08-28' },
        now: { lawDate: '2026-09-01', aimDate: '2026-08-28' },
      },
    ])
  })

  it('are not those that have only begun to apply', () => {
    const { contact, ...others } = datesTold(dates)
    expect(contact).toBeDefined()
    expect(movedDates(others, dates)).toEqual([])
  })
})
