import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { coverage } from '../../lambdas/law/bank-holidays.ts'
import { addDays, calendarDate } from '../../lambdas/law/calendar-date.ts'
import { DAYS_OF_WARNING } from '../../lambdas/law/holiday-coverage.ts'
import { addWorkingDays } from '../../lambdas/law/working-days.ts'
import { ofType } from '../lib/templates.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** The table of bank holidays ends on the last day of a year, and the whole service is 120 days before that. */

const WARNED_FROM = addDays(calendarDate(coverage.publishedTo, 12, 31), -DAYS_OF_WARNING)

let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests(addDays(WARNED_FROM, -1))
})
afterAll(() => house.close())

/** The lines that the nightly repair has logged with this field. */
function loggedByRepair(field: string): readonly Record<string, unknown>[] {
  const folder = join(house.dataDirectory, 'logs')
  const logs = readdirSync(folder).filter((name) => name.includes('RepairJourneys'))
  const lines = logs.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
  return lines.filter((line) => line.includes(`"${field}"`)).map((line) => JSON.parse(line.slice(line.indexOf('{'))))
}

it('is told by the repair under the name that the alarm reads, from that night on', async () => {
  const [, filter] = ofType('AWS::Logs::MetricFilter').find(([id]) => id.includes('BankHolidaysRunOut')) ?? []
  const [, field = ''] = /^\{ \$\.(\w+) = \* \}$/.exec(String(filter?.Properties.FilterPattern)) ?? []
  await house.client.goTo(addDays(WARNED_FROM, -1), '23:00')
  expect(loggedByRepair(field)).toEqual([])
  await house.client.goTo(WARNED_FROM, '12:00')
  expect(loggedByRepair(field)).toEqual([
    expect.objectContaining({ level: 'WARN', [field]: 1, message: expect.stringContaining('run out in 120 days') }),
  ])
})

it('is told to the officer with what there is to do', async () => {
  await house.open('bounces', { on: WARNED_FROM, email: 'bounce@simulator.amazonses.com' })
  await house.client.goTo(addWorkingDays(WARNED_FROM, 2), '12:00')
  const digests = (await house.client.mailbox()).filter(({ tags }) => tags.message?.startsWith('officer-digest'))
  expect(digests.length).toBeGreaterThan(0)
  const { text } = await house.client.message(digests[0]?.id ?? '')
  expect(text).toContain(`Our list of bank holidays ends on`)
})
