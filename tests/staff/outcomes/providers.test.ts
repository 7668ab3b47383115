import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mendPeriod } from '../../../lambdas/cases/store/outcome-store.ts'
import type { Actor } from '../../../lambdas/recording/actor.ts'
import { OFFICER, type ServiceForTests, serviceForTests, signedInAs } from '../service-for-tests.ts'

const COMMISSIONER: Actor = { kind: 'council-staff', id: 'commissioner-1', roles: ['commissioner'] }
let service: ServiceForTests
let who: Actor = OFFICER
beforeAll(async () => {
  service = await serviceForTests({ whoActs: (...asked) => signedInAs(who)(...asked) })
  service.goTo('2026-04-14')
  await mendPeriod(service.tables, '2026-02', {
    'work-of-providers/agreed/first': 6,
    'work-of-providers/not-agreed/first': 2,
    'work-of-providers/agreed/old-name': 1,
  })
})
afterAll(() => service.close())

describe('the page of providers', () => {
  it('shows each share with the bounds of chance, as a picture and in numbers, and one that was renamed apart', async () => {
    const { html } = await service.ask('/outcomes/providers')
    expect(html).toContain('Providers: April 2025 to March 2026')
    expect(html).toMatch(/Example Mediation<\/th>[\s\S]*?6 of 8<[\s\S]*?75%<[\s\S]*?41%<[\s\S]*?93%</)
    expect(html).toContain('old-name (not in the council’s file any more)')
    expect(html).toMatch(/<svg[^>]* role="img"/)
    expect(html).toContain('There was none in these months.')
    expect(html).toContain('not by their figures')
    expect(html.length).toBeLessThan(60 * 1024)
    expect((await service.ask('/outcomes')).html).toContain('href="/outcomes/providers"')
  })

  it('has its own words for a period that cannot be', async () => {
    const { status, html } = await service.ask('/outcomes/providers?from=2026-13&to=2026-03')
    expect(status).toBe(422)
    expect(html).toContain('There is a problem')
  })

  it('is not for commissioners', async () => {
    who = COMMISSIONER
    expect((await service.ask('/outcomes/providers')).status).toBe(403)
    who = OFFICER
  })
})
