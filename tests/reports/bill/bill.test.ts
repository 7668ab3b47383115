import { describe, expect, it } from 'vitest'
import type { Invoice } from '../../../lambdas/cases/store/invoice-store.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { parseMonth } from '../../../lambdas/law/month.ts'
import { poundsOf, providersIn, statementOf } from '../../../lambdas/reports/bill/statement.ts'
import { cellsOfCase } from '../../../lambdas/reports/cells.ts'
import { aCase } from '../../cases/case-builder.ts'
import { contracts } from '../../council-for-tests.ts'
import { COUNTED_PLAINLY, fileOf } from '../case-to-count.ts'

const QUARTER = { from: parseMonth('2026-01'), to: parseMonth('2026-03') }

describe('units of work', () => {
  it('are counted on the day on which each was done, for the provider who did it', () => {
    const meeting = { startsAt: '10:00', format: 'online' } as const
    const builder = aCase()
      .and('mediation-chosen', { councilToldOn: '2026-02-18', contactedOn: '2026-02-18', adviser: 'north' })
      .and('meeting-arranged', { ...meeting, meetingOn: '2026-03-10', arrangedOn: '2026-02-20' })
      .and('meeting-moved', { ...meeting, meetingOn: '2026-03-17', movedOn: '2026-03-09' })
      .and('meeting-moved', { ...meeting, meetingOn: '2026-03-24', movedOn: '2026-03-12' })
      .and('mediation-not-agreed', { concludedOn: '2026-03-24' })
      .and('certificate-issued', { issuedOn: '2026-04-01', informationGiven: true })
    const cells = cellsOfCase(fileOf(builder), parseCalendarDate('2026-04-02'), COUNTED_PLAINLY)
    const own = Object.entries(cells).flatMap(([month, one]) =>
      Object.keys(one).flatMap((name) =>
        name.startsWith('units/') ? [`${month} ${name.slice('units/'.length)}`] : [],
      ),
    )
    expect(own.sort()).toEqual([
      '2026-03 cancelled-late/north',
      '2026-03 mediation-held/north',
      '2026-04 certificate/north',
      '2026-04 information/north',
    ])
    expect(providersIn(cells, QUARTER)).toEqual(['north'])
  })
})

describe('a statement', () => {
  const cells = {
    '2026-01': { 'units/certificate/first': 4, 'units/mediation-held/first': 2 },
    '2026-02': { 'units/certificate/first': 3 },
    '2026-03': { 'units/certificate/first': 5, 'units/mediation-held/first': 1, 'units/certificate/gone': 2 },
  }
  const invoice = (month: string, pence: number, provider = 'first') =>
    ({ month: parseMonth(month), provider, pence, source: 'INV 1', recordedBy: 'manager-1', recordedAt: '' }) as Invoice

  it('has a line for each price of a contract that changes in the middle of the quarter', () => {
    const statement = statementOf('first', QUARTER, { cells, contracts, invoices: [] })
    expect(statement.lines).toEqual([
      { kind: 'certificate', quantity: 7, price: 4500, amount: 31_500 },
      { kind: 'certificate', quantity: 5, price: 4750, amount: 23_750 },
      { kind: 'mediation-held', quantity: 2, price: 60_000, amount: 120_000 },
      { kind: 'mediation-held', quantity: 1, price: 64_000, amount: 64_000 },
    ])
    expect(statement).toMatchObject({
      amount: 239_250,
      invoiced: undefined,
      difference: undefined,
      forEachHeld: 79_750,
    })
    expect(statement.monthsWithoutInvoice).toEqual(['2026-01', '2026-02', '2026-03'])
  })

  it('is held against what was invoiced, and says which months are missing', () => {
    const invoices = [invoice('2026-01', 140_000), invoice('2026-03', 90_000), invoice('2026-03', 1, 'north')]
    expect(statementOf('first', QUARTER, { cells, contracts, invoices })).toMatchObject({
      invoiced: 230_000,
      difference: -9250,
      monthsWithoutInvoice: ['2026-02'],
    })
  })

  it('says of units without a price that the amount is not whole', () => {
    const statement = statementOf('gone', QUARTER, { cells, contracts, invoices: [] })
    expect(statement).toMatchObject({ amount: 0, unitsWithoutPrice: 2, forEachHeld: undefined })
    expect(statement.lines).toEqual([{ kind: 'certificate', quantity: 2, price: undefined, amount: undefined }])
  })

  it('writes money as people do', () => {
    expect([123_450, 0, -9250].map(poundsOf)).toEqual(['£1,234.50', '£0.00', '-£92.50'])
  })
})
