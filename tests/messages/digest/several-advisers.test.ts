import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { type TablesForTests, tablesForTests } from '../../cases/tables-for-tests.ts'
import { council } from '../situations.ts'
import { councilService, mailbox } from './council-mail-for-tests.ts'

/** A council with two mediation advisers: each hears of the cases of its own, and of no others. */

const FIRST = council.providers.mediationAdviser.email
const NORTH = { id: 'north', name: 'Adviser of the North', phone: '01632 960300', email: 'north@example.org' }

let fixture: TablesForTests
let house: ReturnType<typeof councilService>
beforeEach(async () => {
  fixture = await tablesForTests()
  house = councilService(fixture, [NORTH])
})
afterEach(() => fixture.close())

/** A family that declined: on Tuesday 3 March 2026 the certificate is due by Friday 6 March. */
async function declinedCase(caseId: string, adviser?: string): Promise<void> {
  const { sendEmail } = mailbox()
  await house.open(caseId)
  await house.waits(caseId, 'adviser-contact', '00001')
  const details = { declinedOn: parseCalendarDate('2026-03-03'), ...(adviser && { adviser }) }
  await house.record(caseId, { type: 'mediation-declined', details }, '2026-03-03T06:00:00Z', sendEmail)
  await house.waits(caseId, 'certificate-after-declining', '00002')
}

describe('two mediation advisers', () => {
  it('get a digest each, of their own cases; what nobody has said goes to the first', async () => {
    await declinedCase('NORT-0001', 'north')
    await declinedCase('FRST-0001', 'first')
    await declinedCase('UNSA-0001')
    const { sent, sendEmail } = mailbox()
    const report = await house.digests(sendEmail, '2026-03-05T07:30:00Z')
    expect(report?.digests).toMatchObject({ adviser: 'sent', north: 'sent' })
    const told = (to: string) => sent.find((mail) => mail.to === to)?.text ?? ''
    expect(told(NORTH.email)).toContain('NORT-0001')
    expect(told(NORTH.email)).toContain('Dear Adviser of the North')
    expect(told(NORTH.email)).not.toMatch(/FRST-0001|UNSA-0001/)
    expect(told(FIRST)).toContain('FRST-0001')
    expect(told(FIRST)).toContain('UNSA-0001')
    expect(told(FIRST)).not.toContain('NORT-0001')
    // A second run of the morning sends nothing twice.
    await house.digests(sendEmail, '2026-03-05T07:35:00Z')
    expect(sent.filter(({ to }) => to === NORTH.email)).toHaveLength(1)
  })

  it('are told at once what is due today, each of its own', async () => {
    await house.open('NORT-0002')
    await house.waits('NORT-0002', 'adviser-contact', '00001')
    const { sent, sendEmail } = mailbox()
    const details = { declinedOn: parseCalendarDate('2026-03-04'), adviser: 'north' }
    const at = '2026-03-09T10:00:00Z'
    await house.record('NORT-0002', { type: 'mediation-declined', details }, at, sendEmail)
    expect(sent.map(({ to }) => to)).toEqual([NORTH.email])
    expect(sent[0]?.text).toContain('Dear Adviser of the North')
  })
})
