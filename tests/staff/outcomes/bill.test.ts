import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mendPeriod } from '../../../lambdas/cases/store/outcome-store.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import { OFFICER, type ServiceForTests, serviceForTests, signedInAs } from '../service-for-tests.ts'

const MANAGER: Actor = { kind: 'council-staff', id: 'manager-1', roles: ['manager'] }
const COMMISSIONER: Actor = { kind: 'council-staff', id: 'commissioner-1', roles: ['commissioner'] }

let service: ServiceForTests
let who: Actor = OFFICER
beforeAll(async () => {
  service = await serviceForTests({ whoActs: (...asked) => signedInAs(who)(...asked) })
  await mendPeriod(service.tables, '2026-02', { 'units/certificate/first': 4, 'units/mediation-held/first': 2 })
  await mendPeriod(service.tables, '2026-03', { 'units/certificate/first': 1, 'units/certificate/gone': 1 })
})
afterAll(() => service.close())

const month = (text: string) => {
  const { 'month-month': m, 'month-year': y } = dateInputs('month', `${text}-01`)
  return { 'month-month': m ?? '', 'month-year': y ?? '' }
}
const INVOICE = { ...month('2026-02'), provider: 'first', amount: '1,400.00', source: 'INV 2026/02' }

describe('the bill', () => {
  it('shows what was done in the last month that is over, with prices, and that no invoice is known', async () => {
    const { html } = await service.ask('/outcomes/T9')
    expect(html).toContain('The bill: February 2026')
    expect(html).toMatch(/Certificate issued[\s\S]*>4<[\s\S]*£45\.00[\s\S]*£180\.00/)
    expect(html).toMatch(/What that comes to<\/dt><dd[^>]*>£1,380\.00/)
    expect(html).toContain('No invoice is typed in for February 2026.')
    expect(html).toContain('Not for publication')
    expect(html).not.toContain('Type in an invoice')
  })

  it('takes an invoice from a manager alone, with its own words for what cannot be', async () => {
    expect((await service.post('/outcomes/bill', INVOICE)).status).toBe(403)
    who = MANAGER
    for (const [changes, words] of [
      [{ amount: 'about 1400' }, 'Enter the amount in pounds, like 1,234.50'],
      [{ provider: 'nobody' }, 'Select whose invoice it is'],
      [month('2026-05'), 'May 2026 has not begun.'],
    ] as const) {
      const { status, html } = await service.post('/outcomes/bill', { ...INVOICE, ...changes })
      expect([status, html.includes(words)]).toEqual([422, true])
    }
    const typed = await service.post('/outcomes/bill', INVOICE)
    expect(typed.location).toBe('/outcomes/T9?from=2026-02&to=2026-02&typed=yes')
    const { html } = await service.ask(typed.location ?? '')
    expect(html).toMatch(
      /Invoiced<\/dt><dd[^>]*>£1,400\.00[\s\S]*Invoiced more than that comes to<\/dt><dd[^>]*>£20\.00/,
    )
    expect((await service.audited()).at(-1)).toMatchObject({ what: 'invoice-recorded', about: ['2026-02', 'first'] })
    who = OFFICER
  })

  it('is the same for a commissioner, in exact units by kind and nothing else', async () => {
    who = COMMISSIONER
    const { html } = await service.ask('/outcomes/T9?from=2026-02&to=2026-03')
    expect(html).toContain('February 2026 to March 2026')
    expect(html).toMatch(/Certificate issued[\s\S]*£45\.00[\s\S]*Certificate issued[\s\S]*£47\.50/)
    expect(html).toContain('A provider that is not in the council’s file any more (gone)')
    expect(html).toContain('1 units have no price')
    who = OFFICER
  })

  it('can be saved for whoever pays, month by month', async () => {
    const { html, headers } = await service.ask('/outcomes/bill.csv?from=2026-02&to=2026-03')
    expect(headers.get('content-disposition')).toBe('attachment; filename="bill-2026-02-2026-03.csv"')
    expect(html).toContain('2026-02,Example Mediation,Certificate issued,4,45.00,180.00,,')
    expect(html).toContain('2026-02,Example Mediation,All,,,1380.00,1400.00,20.00')
    expect(html).toContain('2026-03,Example Mediation,Certificate issued,1,47.50,47.50,,')
  })
})
