import { createHash } from 'node:crypto'
import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { isSent } from '../../lambdas/cases/message.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { listLetters } from '../../lambdas/cases/store/letter-store.ts'
import { recordFacts } from '../../lambdas/cases/store/record-facts.ts'
import { contentOf } from '../../lambdas/cases/store/rows.ts'
import { contactKeys } from '../../lambdas/cases/store/tables.ts'
import { UnsendableError } from '../../lambdas/messages/send-email.ts'
import { SETTINGS } from '../cases/plan/settings-for-tests.ts'
import {
  ANN,
  type DeliveryForTests,
  deliveryForTests,
  HOME,
  mailbox,
  OPENED,
  RIGHTS,
  secondsLater,
} from './delivery-for-tests.ts'

let house: DeliveryForTests
beforeAll(async () => {
  house = await deliveryForTests()
})
afterAll(() => house.close())

const KIM = { name: 'Kim Lee', by: 'email', email: 'kim@example.net' } as const
const refuse = () => Promise.reject(new UnsendableError('MessageRejected', {}))

/** Delivers the first message of a case with these contact details. */
async function delivered(contact: Contact, now = OPENED) {
  const caseId = await house.open(contact)
  const { sent, sendEmail } = mailbox()
  await house.deliver(caseId, sendEmail, { now })
  return {
    caseId,
    sent,
    texts: sent.map(({ email }) => Buffer.from(email).toString()),
    file: await house.fileOf(caseId),
  }
}

async function changeContact(caseId: string, contact: Contact): Promise<void> {
  const fact = { type: 'contact-details-changed', details: {} } as const
  const submissionId = `change-${caseId}-${contact.email}`
  await recordFacts(
    house.tables,
    await house.fileOf(caseId),
    { submissionId, facts: [{ fact, contact }], recordedBy: 'officer-1' },
    secondsLater(200),
    SETTINGS,
  )
}

describe('a family that is written to by email', () => {
  it('gets an email, and nothing is printed', async () => {
    const { sent, file } = await delivered(ANN)
    expect(sent).toMatchObject([{ to: 'ann@example.com', messageKey: 'rights_00001' }])
    expect(file.messages).toMatchObject([{ state: 'sent', attempts: 1 }])
    expect([file.letters, file.tasks]).toEqual([[], []])
  })

  it('gets one too when its contact details are from before there was a choice', async () => {
    const { by: _, ...old } = ANN
    const { sent } = await delivered(old)
    expect(sent).toMatchObject([{ to: 'ann@example.com' }])
  })

  it('gets a letter, and somebody a task, when no address is known', async () => {
    const { email: _, ...noEmail } = ANN
    const { sent, file } = await delivered(noEmail)
    expect(sent).toEqual([])
    expect(file.letters).toMatchObject([{ why: 'no-email', state: 'to-print' }])
    expect(file.tasks).toMatchObject([{ kind: 'tell-family-another-way', dueOn: '2026-02-10' }])
  })
})

describe('a family that is written to by post', () => {
  const byPost = { ...ANN, by: 'post', postalAddress: HOME } as const

  it('is never emailed, though its address is known: a letter is there to print the same day', async () => {
    const { sent, file } = await delivered(byPost)
    expect(sent).toEqual([])
    expect(file.messages).toMatchObject([{ key: 'rights_00001', state: 'by-letter' }])
    expect(file.letters).toMatchObject([
      { key: 'rights_00001', recipient: 'family', why: 'chosen', state: 'to-print', wantedOn: '2026-02-10' },
    ])
    expect(file.tasks).toEqual([])
  })

  it('has one letter, however often the message is due', async () => {
    const { caseId } = await delivered(byPost)
    await house.deliver(caseId, mailbox().sendEmail, { now: secondsLater(3600) })
    const { letters, messages } = await house.fileOf(caseId)
    expect([letters.length, messages[0]?.attempts]).toEqual([1, 1])
  })

  it('stands in the list of letters of all cases, and in no list of cases', async () => {
    const { caseId } = await delivered(byPost)
    const { letters } = await listLetters(house.tables, () => true, { limit: 100 })
    expect(letters.filter((letter) => letter.caseId === caseId)).toMatchObject([{ key: 'rights_00001' }])
  })

  it('has the words of the message kept for the letter, without what only an email can do', async () => {
    const { caseId, file } = await delivered(byPost)
    const [kept] = await house.keptOf(caseId)
    expect(kept?.to).toEqual({ role: 'family', name: 'Ann Lee', postalAddress: HOME })
    expect(kept?.email).toBeUndefined()
    expect(kept?.content.blocks[0]).toEqual({ type: 'paragraph', text: 'Dear Ann Lee' })
    expect(kept?.hash).toBe(file.messages[0]?.hashes?.[0])
  })
})

describe('a family that must not be written to', () => {
  const hidden = { ...ANN, by: 'not-at-all', postalAddress: HOME } as const

  it('is sent nothing and has nothing printed: a task the same day asks for the agreed safe way', async () => {
    const { sent, file } = await delivered(hidden)
    expect(sent).toEqual([])
    expect(file.letters).toEqual([])
    expect(file.messages).toMatchObject([{ state: 'withheld' }])
    expect(file.tasks).toMatchObject([
      { kind: 'tell-family-safely', about: { message: 'rights_00001' }, dueOn: '2026-02-10', state: 'open' },
    ])
  })

  it('has nobody else written to either, in no format', async () => {
    const { sent, file } = await delivered({
      ...hidden,
      otherFormat: 'braille',
      second: KIM,
      representative: { ...KIM, gets: 'copy' },
    })
    expect(sent).toEqual([])
    expect(file.messages.map(({ key }) => key)).toEqual(['rights_00001'])
    expect(file.tasks.map(({ kind }) => kind)).toEqual(['tell-family-safely'])
  })

  it('can be told in the words of the message, which are kept', async () => {
    const { caseId } = await delivered(hidden)
    expect((await house.keptOf(caseId))[0]?.content.title).toBe('Your right to appeal, and what to do first')
  })
})

describe('a second person', () => {
  const both = { ...ANN, second: KIM }

  it('gets a message of their own and sees nothing of the other', async () => {
    const { sent, texts, file } = await delivered(both)
    expect(sent.map(({ to, messageKey }) => [to, messageKey])).toEqual([
      ['ann@example.com', 'rights_00001'],
      ['kim@example.net', 'rights_00001_second'],
    ])
    const [first, second] = texts
    expect(first).not.toMatch(/kim/i)
    expect(second).not.toMatch(/ann@|Ann Lee/i)
    expect(second).toContain('Dear Kim Lee')
    expect(file.messages).toMatchObject([
      { key: 'rights_00001', state: 'sent', copies: ['second'] },
      { key: 'rights_00001_second', state: 'sent', recipient: 'second' },
    ])
  })

  it('can get letters while the family gets emails', async () => {
    const { sent, file } = await delivered({ ...ANN, second: { name: 'Kim Lee', by: 'post', postalAddress: HOME } })
    expect(sent.map(({ to }) => to)).toEqual(['ann@example.com'])
    expect(file.letters).toMatchObject([{ key: 'rights_00001_second', recipient: 'second', why: 'chosen' }])
  })

  it('is told whose message it is when that is a young person who agreed', async () => {
    const { texts } = await delivered({ ...both, relationship: 'young-person', name: 'Bo Lee' })
    expect(texts[1]).toContain('This is a copy of our message to Bo Lee. They agreed that you get it.')
  })

  it('who was named later gets the messages after that, and none from before', async () => {
    const { caseId } = await delivered(ANN)
    await changeContact(caseId, both)
    const { sent, sendEmail } = mailbox()
    await house.deliver(caseId, sendEmail, { now: secondsLater(300) })
    expect(sent).toEqual([])
    await house.deliver(caseId, sendEmail, {
      now: secondsLater(300),
      message: { kind: 'closing-without-news', about: sequenceOf(1) },
    })
    expect(sent.map(({ to }) => to)).toEqual(['ann@example.com', 'kim@example.net'])
  })

  it('gets the message though the first cannot be sent, and the message is not dealt with before both are', async () => {
    const caseId = await house.open(both)
    const { sent, sendEmail } = mailbox()
    const failsForAnn = (email: Parameters<typeof sendEmail>[0]) =>
      email.to === 'ann@example.com' ? Promise.reject(new Error('SES is away.')) : sendEmail(email)
    await expect(house.deliver(caseId, failsForAnn)).rejects.toThrow('SES is away.')
    expect(sent.map(({ to }) => to)).toEqual(['kim@example.net'])
    expect(isSent(RIGHTS, (await house.fileOf(caseId)).messages)).toBe(false)
    await house.deliver(caseId, sendEmail, { now: secondsLater(31) })
    expect(sent.map(({ to }) => to)).toEqual(['kim@example.net', 'ann@example.com'])
    expect(isSent(RIGHTS, (await house.fileOf(caseId)).messages)).toBe(true)
  })

  it('keeps a message from being dealt with when the power goes between the two', async () => {
    const caseId = await house.open(both)
    const { sent, sendEmail } = mailbox()
    const failsForKim = (email: Parameters<typeof sendEmail>[0]) =>
      email.to === 'kim@example.net' ? Promise.reject(new Error('SES is away.')) : sendEmail(email)
    await expect(house.deliver(caseId, failsForKim)).rejects.toThrow('SES is away.')
    expect(isSent(RIGHTS, (await house.fileOf(caseId)).messages)).toBe(false)
    await house.deliver(caseId, sendEmail, { now: secondsLater(31) })
    expect(sent.map(({ to }) => to)).toEqual(['ann@example.com', 'kim@example.net'])
  })
})

describe('somebody who acts for the family', () => {
  const representative = { name: 'Sol Ake', by: 'email', email: 'sol@example.org' } as const

  it('gets a copy that says whose message it is', async () => {
    const { sent, texts } = await delivered({ ...ANN, representative: { ...representative, gets: 'copy' } })
    expect(sent.map(({ messageKey }) => messageKey)).toEqual(['rights_00001', 'rights_00001_representative'])
    expect(texts[1]).toContain('You get it because you act for Ann Lee.')
    expect(texts[1]).not.toContain('ann@example.com')
  })

  it('gets everything in place of the family, under the key of the message itself', async () => {
    const { sent, texts, file } = await delivered({
      ...ANN,
      second: KIM,
      representative: { ...representative, gets: 'everything' },
    })
    // The other parent, for whom nobody acts, goes on getting their own.
    expect(sent.map(({ to }) => to)).toEqual(['sol@example.org', KIM.email])
    expect(sent[0]?.messageKey).toBe('rights_00001')
    expect(texts[0]).toContain('We write to you because you act for Ann Lee.')
    expect(texts[1]).not.toContain('act for')
    expect(file.messages[0]).toMatchObject({ recipient: 'representative' })
  })

  it('gets what is for the other parent alone, where it is that parent whom they act for', async () => {
    const { sent, texts } = await delivered({
      ...ANN,
      second: KIM,
      representative: { ...representative, gets: 'everything', actsFor: 'second' },
    })
    expect(sent.map(({ to }) => to)).toEqual([ANN.email, 'sol@example.org'])
    expect(texts[1]).toContain(`We write to you because you act for ${KIM.name}.`)
  })
})

describe('a family that needs another format', () => {
  it('gets the message all the same, and a task asks for the format within 2 working days', async () => {
    const friday = new Date('2026-04-02T09:00:00Z')
    const { sent, file } = await delivered({ ...ANN, otherFormat: 'easy-read' }, friday)
    expect(sent).toHaveLength(1)
    // Thursday before Easter: Good Friday, the weekend and Easter Monday do not count.
    expect(file.tasks).toMatchObject([
      { kind: 'make-other-format', about: { message: 'rights_00001' }, dueOn: '2026-04-08' },
    ])
  })

  it('is asked for once, not for each copy', async () => {
    const { file } = await delivered({ ...ANN, otherFormat: 'braille', second: KIM })
    expect(file.tasks).toHaveLength(1)
  })

  it('has a task for a language that nobody has approved words for', async () => {
    const { file, texts } = await delivered({ ...ANN, language: 'Polish' })
    expect(file.tasks).toMatchObject([{ kind: 'make-other-format' }])
    expect(texts[0]).toContain('lang=3D"en-GB"')
  })
})

describe('an address that fails', () => {
  const known = { ...ANN, postalAddress: HOME }
  const next = { kind: 'closing-without-news', about: sequenceOf(1) } as const

  it.each([
    ['bounced', { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } }],
    ['suppressed', { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'Suppressed' } }],
    ['complained', { eventType: 'Complaint', complaint: {} }],
  ] as const)(
    'is not written to again once a message is %s: the next one is a letter straight away',
    async (why, event) => {
      const { caseId } = await delivered(known)
      await house.hear(caseId, event)
      const { sent, sendEmail } = mailbox()
      await house.deliver(caseId, sendEmail, { now: secondsLater(300), message: next })
      expect(sent).toEqual([])
      expect((await house.fileOf(caseId)).letters).toMatchObject([
        { key: 'closing-without-news_00001', why },
        { key: 'rights_00001', why },
      ])
    },
  )

  it('is tried again when the contact details have been changed since', async () => {
    const { caseId } = await delivered(known)
    await house.hear(caseId, { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } })
    await changeContact(caseId, { ...known, email: 'new@example.com' })
    const { sent, sendEmail } = mailbox()
    await house.deliver(caseId, sendEmail, { now: secondsLater(300), message: next })
    expect(sent.map(({ to }) => to)).toEqual(['new@example.com'])
  })

  it('is tried again after a full mailbox, which may have been emptied', async () => {
    const { caseId } = await delivered(known)
    await house.hear(caseId, { eventType: 'Bounce', bounce: { bounceType: 'Transient' } })
    const { sent, sendEmail } = mailbox()
    await house.deliver(caseId, sendEmail, { now: secondsLater(300), message: next })
    expect(sent).toHaveLength(1)
  })

  it("of the second person says nothing about the family's", async () => {
    const { caseId } = await delivered({ ...known, second: KIM })
    await house.hear(
      caseId,
      { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } },
      { key: 'rights_00001_second' },
    )
    const { sent, sendEmail } = mailbox()
    await house.deliver(caseId, sendEmail, { now: secondsLater(300), message: next })
    expect(sent.map(({ to }) => to)).toEqual(['ann@example.com'])
    expect((await house.fileOf(caseId)).letters.map(({ recipient }) => recipient)).toEqual(['second', 'second'])
  })
})

describe('a message that SES refuses', () => {
  it('becomes a letter and a task together', async () => {
    const caseId = await house.open({ ...ANN, postalAddress: HOME })
    await house.deliver(caseId, refuse)
    const file = await house.fileOf(caseId)
    expect(file.messages).toMatchObject([{ state: 'unsettled', problem: 'MessageRejected' }])
    expect(file.letters).toMatchObject([{ why: 'could-not-be-sent', state: 'to-print' }])
    expect(file.tasks).toMatchObject([{ kind: 'tell-family-another-way', about: { message: 'rights_00001' } }])
  })
})

describe('what is kept', () => {
  it('is the email byte for byte, with its hash on the message', async () => {
    const { caseId, sent, file } = await delivered(ANN)
    const [kept] = await house.keptOf(caseId)
    const bytes = Buffer.from(sent[0]?.email ?? '')
    expect(Buffer.from(kept?.email ?? '').equals(bytes)).toBe(true)
    expect(kept?.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect(file.messages[0]?.hashes).toEqual([kept?.hash])
    expect(kept).toMatchObject({ attempt: 1, keptAt: OPENED.toISOString(), to: { role: 'family', email: ANN.email } })
  })

  it('holds a copy for each attempt, to the address of that attempt', async () => {
    const caseId = await house.open(ANN)
    await expect(house.deliver(caseId, () => Promise.reject(new Error('SES is away.')))).rejects.toThrow()
    await changeContact(caseId, { ...ANN, email: 'new@example.com' })
    const { sent, sendEmail } = mailbox()
    await house.deliver(caseId, sendEmail, { now: secondsLater(300) })
    const kept = await house.keptOf(caseId)
    expect(kept.map(({ to }) => to.email)).toEqual(['ann@example.com', 'new@example.com'])
    expect(sent.map(({ to }) => to)).toEqual(['new@example.com'])
    expect((await house.fileOf(caseId)).messages[0]?.hashes).toEqual(kept.map(({ hash }) => hash))
  })

  it('is noted as for whoever got the last attempt', async () => {
    const caseId = await house.open(ANN)
    await expect(house.deliver(caseId, () => Promise.reject(new Error('SES is away.')))).rejects.toThrow()
    await changeContact(caseId, {
      ...ANN,
      representative: { name: 'Sol Ake', by: 'email', email: 'sol@example.org', gets: 'everything' },
    })
    await house.deliver(caseId, mailbox().sendEmail, { now: secondsLater(300) })
    expect((await house.fileOf(caseId)).messages).toMatchObject([{ state: 'sent', recipient: 'representative' }])
  })

  it('is small: a copy of the longest message takes less than a twentieth of what an item may hold', async () => {
    const { caseId } = await delivered(ANN)
    const { pk, sk } = contactKeys.sent(caseId, 'rights_00001', 1)
    const { Item } = await house.tables.client.send(
      new GetCommand({ TableName: house.tables.contactsTable, Key: { pk, sk } }),
    )
    const { words, email } = contentOf('sent', Item ?? {})
    const size = words.length + (email?.length ?? 0)
    expect(size).toBeGreaterThan(1000)
    expect(size).toBeLessThan((400 * 1024) / 20)
  })
})
