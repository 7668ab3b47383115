import { afterAll, beforeAll, expect, it } from 'vitest'
import { settingsView } from '../../../lambdas/staff/settings/settings-view.ts'
import { MADE_UP_SIGN_IN } from '../../../lib/councils/made-up-sign-in.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { type ServiceForTests, serviceForTests, signedInAs } from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests({
    whoActs: signedInAs({ kind: 'council-staff', id: 'ada', roles: ['administrator'] }),
  })
})
afterAll(() => service.close())

const of = (settings: Parameters<typeof settingsView>[0]['signIn']['settings']) => {
  const signIn = { settings } as Parameters<typeof settingsView>[0]['signIn']
  const { groups } = settingsView({ council: COUNCIL, publicAddress: 'https://send.example', languages: [], signIn })
  return Object.fromEntries(groups.flatMap(({ rows }) => rows.map(({ what, lines }) => [what, lines])))
}

it('shows an administrator what stands in the file of the council, and where to change it', async () => {
  const { status, html } = await service.ask('/settings')
  expect(status).toBe(200)
  for (const words of [
    COUNCIL.contacts.senderEmail,
    COUNCIL.providers.mediationAdviser.phone,
    'deploy the service again',
  ])
    expect(html).toContain(words)
})

it('says who can sign in, by which values of the directory, and how it shows more than a password', () => {
  const rows = of(MADE_UP_SIGN_IN)
  expect(rows.Directory).toEqual([MADE_UP_SIGN_IN.issuer])
  expect(rows[`Roles, from its claim “${MADE_UP_SIGN_IN.roles.claim}”`]).toContain('Case officer: case-officer')
  expect(rows['Signed out without a request after']).toEqual(['20 minutes'])
  const confirmed = { shownBy: 'directory', confirmedBy: 'Iris IT', confirmedOn: '2026-11-27' } as const
  expect(of({ ...MADE_UP_SIGN_IN, multiFactor: confirmed })['More than a password']).toEqual([
    'The directory lets nobody in without it. Iris IT made sure of that on Friday 27 November 2026.',
  ])
})

it('says that nobody can sign in, and why', () => {
  expect(of(undefined)['Who can sign in']?.[0]).toMatch(/^Nobody\. The council's file does not say at which directory/)
  const { multiFactor: _none, ...without } = MADE_UP_SIGN_IN
  expect(of(without)['Who can sign in']?.[0]).toMatch(/^Nobody\. .* more than a password/)
})

it('says which numbers commissioners do not see, and what each provider is paid for', () => {
  const rows = of(MADE_UP_SIGN_IN)
  expect(rows['Hidden from commissioners, and from everything that is released']).toEqual(['Numbers from 1 to 4'])
  expect(rows['Example Mediation, from April 2025 to February 2026']).toContain('Mediation held: £600.00')
  expect(rows['Example Mediation, from March 2026 on']).toContain('Certificate issued: £47.50')
})

it('says what staff record of a case for the outcomes alone', () => {
  const rows = of(MADE_UP_SIGN_IN)
  expect(rows['Themes that staff record: what a case is about']).toContain('Transport')
  expect(rows['Groups of families that are told apart']).toEqual([
    'Phase of education',
    'Primary need',
    'Part of the council’s area',
    'Looked after by the council',
  ])
  expect(rows['Parts of the council’s area']).toEqual(['North of the river', 'South of the river'])
})
