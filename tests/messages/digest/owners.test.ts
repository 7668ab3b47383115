import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { makeRoots } from '../../../lambdas/audit/roots.ts'
import type { Role } from '../../../lambdas/cases/role.ts'
import { nameCover } from '../../../lambdas/cases/store/cover-store.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { giveCase, giveTaskTo, takeFromWhoLeft } from '../../../lambdas/cases/store/owner-store.ts'
import { keys } from '../../../lambdas/cases/store/tables.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { notePerson } from '../../../lambdas/staff/sign-in/people.ts'
import { type TablesForTests, tablesForTests } from '../../cases/tables-for-tests.ts'
import { council, PARENT } from '../situations.ts'
import { councilService, mailbox } from './council-mail-for-tests.ts'

const ANNA = `person-${'a'.repeat(24)}`
const BEN = `person-${'b'.repeat(24)}`
const CARA = `person-${'c'.repeat(24)}`
const TEAM = council.contacts.officer.email
const MORNING = '2026-03-10T07:30:00Z'
const NOW = new Date(MORNING)
const TASK = { kind: 'tell-family-another-way', about: { message: 'rights_00001' } } as const

let fixture: TablesForTests
let house: ReturnType<typeof councilService>
beforeEach(async () => {
  fixture = await tablesForTests()
  house = councilService(fixture)
  await person(ANNA, 'anna@example.gov.uk')
  await person(BEN, 'ben@example.gov.uk')
})
afterEach(() => fixture.close())

const person = (personId: string, email: string | undefined, roles: readonly Role[] = ['case-officer']) =>
  notePerson(fixture.tables, {
    personId,
    issuer: 'https://directory.example',
    subject: personId,
    name: email ?? 'Nameless',
    ...(email && { email }),
    roles,
    lastSignedInAt: MORNING,
  })

/** A case of somebody's with something to do since Monday. */
async function open(caseId: string, owner: string): Promise<void> {
  await house.open(caseId, '2026-02-10', PARENT, owner)
  await house.waits(caseId, 'adviser-contact', '00001')
  await house.give(
    caseId,
    { ...TASK, dueOn: parseCalendarDate('2026-03-09') },
    '2026-03-09T06:00:00Z',
    mailbox().sendEmail,
  )
}
const restrictToAnna = (caseId: string) =>
  fixture.tables.client.send(
    new UpdateCommand({
      TableName: 'cases',
      Key: keys.case(caseId),
      UpdateExpression: 'SET restrictedTo = :to',
      ExpressionAttributeValues: { ':to': [ANNA] },
    }),
  )
const recordOf = async (caseId: string) => (await requireCaseFile(fixture.tables, caseId)).record
const change = { changedBy: ANNA }
async function digests() {
  const { sent, sendEmail } = mailbox()
  const report = await house.digests(sendEmail, MORNING)
  const told = sent.map(({ to, text }) => [to, ...new Set(text.match(/(?:OF|TO)-[A-Z]+/g))])
  return { told: told.sort(), sent, report }
}

it('tells each owner of their own cases, the team of what nobody owns, and never twice', async () => {
  await open('OF-ANNA', ANNA)
  await open('OF-BEN', BEN)
  await open('OF-NOBODY', ANNA)
  await giveCase(fixture.tables, await recordOf('OF-NOBODY'), { ...change, to: undefined }, NOW)
  const { told, sent, report } = await digests()
  expect(told).toEqual(
    [
      ['anna@example.gov.uk', 'OF-ANNA'],
      ['ben@example.gov.uk', 'OF-BEN'],
      [TEAM, 'OF-NOBODY'],
    ].sort(),
  )
  expect(sent.map(({ key }) => key).sort()).toEqual([
    'COUNCIL/officer-digest_2026-03-10',
    `COUNCIL/officer-digest_2026-03-10_${ANNA}`,
    `COUNCIL/officer-digest_2026-03-10_${BEN}`,
  ])
  expect(report?.digests).toMatchObject({ officer: 'sent', [ANNA]: 'sent', [BEN]: 'sent', adviser: 'nothing-to-tell' })
  expect(sent[0]?.everything).not.toContain('Sam Taylor')
  expect((await digests()).told).toEqual([])
})

it('tells the team where the owner cannot be written to, or works on cases no more', async () => {
  await open('OF-STRANGER', 'officer-1')
  await person(CARA, undefined)
  await open('OF-CARA', CARA)
  await person(BEN, 'ben@example.gov.uk', ['auditor'])
  await open('OF-BEN', BEN)
  expect((await digests()).told).toEqual([[TEAM, 'OF-BEN', 'OF-CARA', 'OF-STRANGER']])
})

it('tells whoever a task was given to, and of what outlives its case the owner of that', async () => {
  await open('OF-ANNA', ANNA)
  await giveTaskTo(fixture.tables, 'OF-ANNA', 'tell-family-another-way_rights_00001', { ...change, to: BEN }, NOW)
  expect((await digests()).told).toEqual([['ben@example.gov.uk', 'OF-ANNA']])
})

it('tells of a restricted case its owner alone, and only one who may open it', async () => {
  for (const caseId of ['OF-ANNA', 'OF-BEN']) {
    await open(caseId, caseId === 'OF-ANNA' ? ANNA : BEN)
    await fixture.tables.client.send(
      new UpdateCommand({
        TableName: 'cases',
        Key: keys.case(caseId),
        UpdateExpression: 'SET restrictedTo = :to',
        ExpressionAttributeValues: { ':to': [ANNA] },
      }),
    )
  }
  expect((await digests()).told).toEqual([['anna@example.gov.uk', 'OF-ANNA']])
})

it('asks the managers and the team to give cases an owner whose owner has left', async () => {
  await person(CARA, 'cara@example.gov.uk', ['manager'])
  await house.open('OF-GONE', '2026-03-09', PARENT, ANNA)
  await takeFromWhoLeft(fixture.tables, await recordOf('OF-GONE'), parseCalendarDate('2026-03-10'), NOW)
  const { told, sent } = await digests()
  expect(told).toEqual(
    [
      ['cara@example.gov.uk', 'OF-GONE'],
      [TEAM, 'OF-GONE'],
    ].sort(),
  )
  expect(sent[0]?.text).toContain('Need an owner (1)')
  expect(sent[0]?.text).toContain('https://send.example.gov.uk/?whose=nobody')
})

it('tells at once whoever owns what comes up in the day', async () => {
  await house.open('OF-BEN', '2026-03-09', PARENT, BEN)
  const { sent, sendEmail } = mailbox()
  await house.give('OF-BEN', { ...TASK, dueOn: parseCalendarDate('2026-03-10') }, '2026-03-10T11:00:00Z', sendEmail)
  expect(sent.map(({ to }) => to)).toEqual(['ben@example.gov.uk'])
})

it('tells whoever covers for an owner too, on those days alone, but of no case that is restricted to others', async () => {
  await open('OF-ANNA', ANNA)
  await open('OF-SECRET', ANNA)
  await restrictToAnna('OF-SECRET')
  const [from, until] = [parseCalendarDate('2026-03-10'), parseCalendarDate('2026-03-12')]
  await nameCover(fixture.tables, { owner: ANNA, cover: BEN, from, until }, ANNA, NOW)
  expect((await digests()).told).toEqual([
    ['anna@example.gov.uk', 'OF-ANNA', 'OF-SECRET'],
    ['ben@example.gov.uk', 'OF-ANNA'],
  ])
  const { sent, sendEmail } = mailbox()
  await house.digests(sendEmail, '2026-03-13T07:30:00Z')
  expect(sent.map(({ to }) => to)).toEqual(['anna@example.gov.uk'])
})

it('tells at once whoever covers for an owner, and not the owner who is away; of a restricted case, the owner alone', async () => {
  await open('OF-ANNA', ANNA)
  await open('OF-SECRET', ANNA)
  await restrictToAnna('OF-SECRET')
  const [from, until] = [parseCalendarDate('2026-03-10'), parseCalendarDate('2026-03-12')]
  await nameCover(fixture.tables, { owner: ANNA, cover: BEN, from, until }, ANNA, NOW)
  const toldOf = async (caseId: string) => {
    const { sent, sendEmail } = mailbox()
    await house.give(caseId, { ...TASK, dueOn: parseCalendarDate('2026-03-10') }, '2026-03-10T11:00:00Z', sendEmail)
    return sent.map(({ to }) => to)
  }
  expect(await toldOf('OF-ANNA')).toEqual(['ben@example.gov.uk'])
  expect(await toldOf('OF-SECRET')).toEqual(['anna@example.gov.uk'])
})

it('gives the last mark of the entries to managers and to the team, and to no other owner', async () => {
  await person(CARA, 'cara@example.gov.uk', ['manager'])
  for (const [caseId, owner] of [
    ['OF-ANNA', ANNA],
    ['OF-CARA', CARA],
    ['OF-NOBODY', 'person-who-has-left'],
  ] as const)
    await open(caseId, owner)
  const made = (await makeRoots(fixture.tables, NOW)).at(-1)
  const { sent } = await digests()
  const marked = sent.filter(({ text }) => text.includes(made?.root ?? 'no root')).map(({ to }) => to)
  expect(marked.sort()).toEqual(['cara@example.gov.uk', TEAM].sort())
})
