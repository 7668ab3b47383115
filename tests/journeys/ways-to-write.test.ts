import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { readTaggedDocument } from '../read-tagged-document.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** Cases whose messages go other ways than by email to one person, through the whole service. */
let house: ServiceForTests
beforeAll(async () => {
  house = await serviceForTests('2026-02-10', inject('quietAssembly'))
})
afterAll(() => house.close())

const HOME = '1 High Street\nBath\nBA1 1AA'
/** What a case whose answer to "is there more to say" was yes sends in besides. */
const FURTHER = {
  more: 'yes',
  inFull: 'yes',
  print: 'standard',
  otherFormat: 'no',
  second: 'no',
  representative: 'no',
}

const emailsOf = async (caseId: string) => (await house.client.mailbox()).filter(({ tags }) => tags.case === caseId)

async function opened(name: string, answers: Readonly<Record<string, string>>, email = `${name}@example.com`) {
  const caseId = await house.open(name, { email, answers })
  const { messages, letters, tasks } = await house.client.readCase(caseId)
  return {
    caseId,
    states: messages.map(({ key, state }) => `${key} ${state}`),
    letters: letters.map(({ key, why, state }) => `${key}: ${why}, ${state}`),
    tasks: tasks.map(({ kind }) => kind),
    to: (await emailsOf(caseId)).flatMap(({ to }) => to),
  }
}

describe('a case opened for a family', () => {
  it('that is written to by post has a letter to print and no email', async () => {
    expect(await opened('post', { by: 'post', postalAddress: HOME }, '')).toMatchObject({
      states: ['rights_00001 by-letter'],
      letters: ['rights_00001: We write to them by post, to-print'],
      tasks: [],
      to: [],
    })
  })

  it('that is written to by post has a PDF that the function can print', async () => {
    const { caseId } = await opened('paper', { by: 'post', postalAddress: HOME }, '')
    const response = await house.client.fetch(`/cases/${caseId}/letters/rights_00001.pdf`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    const { title, pages } = await readTaggedDocument(new Uint8Array(await response.arrayBuffer()))
    expect(title).toMatch(/^Your right to appeal/)
    expect(pages[0]?.texts.map(({ text }) => text).join(' ')).toContain('BA1 1AA')
  })

  it('that must not be written to has a task and nothing else', async () => {
    expect(await opened('safe', { by: 'not-at-all' })).toMatchObject({
      states: ['rights_00001 withheld'],
      letters: [],
      tasks: ['tell-family-safely'],
      to: [],
    })
  })

  it('with a second person has a message for each', async () => {
    const second = { second: 'yes', secondName: 'Kim Lee', secondBy: 'email', secondEmail: 'kim@example.net' }
    expect(await opened('two', { ...FURTHER, ...second })).toMatchObject({
      states: ['rights_00001 sent', 'rights_00001_second sent'],
      to: ['two@example.com', 'kim@example.net'],
    })
  })
})

describe('an email that did not arrive', () => {
  it.each([
    ['bounce', 'An email was returned'],
    ['complaint', 'An email was marked as unwanted'],
    ['suppressionlist', 'The email address has failed before'],
  ])(
    '(%s) becomes a letter and a task the same day, and the next message is a letter at once',
    async (simulator, why) => {
      const email = `${simulator}+${simulator}@simulator.amazonses.com`
      const { caseId, letters, tasks, to } = await opened(`no-${simulator}`, { postalAddress: HOME }, email)
      expect([letters, tasks, to]).toEqual([[`rights_00001: ${why}, to-print`], ['tell-family-another-way'], [email]])

      await house.record(caseId, '2026-02-12', 'adviser-contacted', { contactedOn: '2026-02-11' })
      const later = await house.client.readCase(caseId)
      expect(later.messages.map(({ key, state }) => `${key} ${state}`).toSorted()).toEqual([
        'choose_00002 by-letter',
        'rights_00001 sent',
      ])
      expect(later.letters.map(({ key }) => key).toSorted()).toEqual(['choose_00002', 'rights_00001'])
      expect(await emailsOf(caseId)).toHaveLength(1)
    },
  )
})
