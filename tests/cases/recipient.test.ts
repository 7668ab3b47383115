import { describe, expect, it } from 'vitest'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { addressFailure } from '../../lambdas/cases/failing-address.ts'
import type { EmailDelivery, MessageRecord } from '../../lambdas/cases/message.ts'
import { mustNotBeWrittenTo, printOf, recipientsOf } from '../../lambdas/cases/recipient.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { aCase } from './case-builder.ts'

const ANN: Contact = { name: 'Ann Lee', relationship: 'parent', childName: 'Bo Lee', email: 'ann@example.com' }
const KIM = { name: 'Kim Lee', by: 'post', postalAddress: ['2 Low Road', 'Bath'] } as const
const SOL = { name: 'Sol Ake', by: 'email', email: 'sol@example.org' } as const

describe('who gets a message', () => {
  it.each<[string, Contact, string, readonly string[]]>([
    ['the family, from before there was a choice', ANN, 'family, email', []],
    ['the family by post', { ...ANN, by: 'post' }, 'family, post', []],
    ['a second person too', { ...ANN, second: KIM }, 'family, email', ['second, post']],
    [
      'with a copy for whoever acts for it',
      { ...ANN, representative: { ...SOL, gets: 'copy' } },
      'family, email',
      ['representative, email'],
    ],
    [
      'all three',
      { ...ANN, second: KIM, representative: { ...SOL, gets: 'copy' } },
      'family, email',
      ['second, post', 'representative, email'],
    ],
    [
      'only who acts for the family, where there is nobody else',
      { ...ANN, representative: { ...SOL, gets: 'everything' } },
      'representative, email',
      [],
    ],
    [
      'who acts for the first person, and the other parent as before',
      { ...ANN, second: KIM, representative: { ...SOL, gets: 'everything' } },
      'representative, email',
      ['second, post'],
    ],
    [
      'the first person as before, and who acts for the other parent',
      { ...ANN, second: KIM, representative: { ...SOL, gets: 'everything', actsFor: 'second' } },
      'family, email',
      ['representative, email'],
    ],
    [
      'only who acts for both',
      { ...ANN, second: KIM, representative: { ...SOL, gets: 'everything', actsFor: 'both' } },
      'representative, email',
      [],
    ],
  ])('%s', (_, contact, first, copies) => {
    const recipients = recipientsOf(contact)
    const told = [recipients.first, ...recipients.copies].map(({ role, by }) => `${role}, ${by}`)
    expect(told).toEqual([first, ...copies])
  })

  it('is nobody when the family must not be written to, whoever else is named', () => {
    const hidden: Contact = { ...ANN, by: 'not-at-all', second: KIM }
    expect(mustNotBeWrittenTo(hidden)).toBe(true)
    expect(() => recipientsOf(hidden)).toThrow('must not be written to')
  })

  it('reads large print where the family chose it, but not who acts for it', () => {
    const large: Contact = { ...ANN, print: 'large' }
    expect([printOf(large, 'family'), printOf(large, 'second'), printOf(large, 'representative')]).toEqual([
      'large',
      'large',
      'standard',
    ])
    expect(printOf(ANN, 'family')).toBe('standard')
  })
})

describe('an address that fails', () => {
  const opened = aCase({ sentOn: '2026-02-10' })
  const sent = (delivery: EmailDelivery | undefined, changes: Partial<MessageRecord> = {}): MessageRecord =>
    ({
      key: 'rights_00001',
      kind: 'rights',
      about: sequenceOf(1),
      state: 'sent',
      claimedAt: '2026-02-11T10:00:00.000Z',
      attempts: 1,
      subject: '',
      sesMessageIds: [],
      ...(delivery && { delivery }),
      ...changes,
    }) as MessageRecord

  it.each<[EmailDelivery | undefined, EmailDelivery | undefined]>([
    [undefined, undefined],
    ['delivered', undefined],
    ['delayed', undefined],
    ['undelivered', undefined],
    ['rejected', undefined],
    ['bounced', 'bounced'],
    ['suppressed', 'suppressed'],
    ['complained', 'complained'],
  ])('is known by a message that is %s', (delivery, failure) => {
    expect(addressFailure({ subject: opened.build(), messages: [sent(delivery)] }, 'family')).toBe(failure)
  })

  it('is that of the person whose message it was', () => {
    const messages = [sent('bounced', { recipient: 'second' })]
    expect(addressFailure({ subject: opened.build(), messages }, 'family')).toBeUndefined()
    expect(addressFailure({ subject: opened.build(), messages }, 'second')).toBe('bounced')
  })

  it('is forgotten when the contact details are changed, until a later message fails', () => {
    const subject = opened.and('contact-details-changed', {}, '2026-02-12').build()
    expect(addressFailure({ subject, messages: [sent('bounced')] }, 'family')).toBeUndefined()
    const later = sent('complained', { claimedAt: '2026-02-13T10:00:00.000Z' })
    expect(addressFailure({ subject, messages: [sent('bounced'), later] }, 'family')).toBe('complained')
  })
})
