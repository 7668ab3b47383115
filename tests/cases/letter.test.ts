import { describe, expect, it } from 'vitest'
import { checkLetterDone } from '../../lambdas/cases/check-letter.ts'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { daysOfNoticeLost, isCorrectedByAnother, type Letter, printingOf } from '../../lambdas/cases/letter.ts'
import type { MessageRecord } from '../../lambdas/cases/message.ts'
import type { RecipientRole } from '../../lambdas/cases/recipient.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'

const day = parseCalendarDate
const HOME = ['1 High Street', 'Bath', 'BA1 1AA']
const ANN: Contact = {
  name: 'Ann Lee',
  relationship: 'parent',
  childName: 'Bo Lee',
  by: 'email',
  email: 'a@example.com',
}

/** Made to be looked at, so a state without its other fields is well. */
function letter(changes: Partial<Letter> = {}): Letter {
  return {
    key: 'rights_00001',
    recipient: 'family',
    why: 'bounced',
    state: 'to-print',
    wantedOn: day('2026-02-12'),
    wantedAt: '2026-02-12T09:00:00.000Z',
    ...changes,
  } as Letter
}

function message(changes: Partial<MessageRecord> = {}): MessageRecord {
  return {
    key: 'rights_00001',
    kind: 'rights',
    about: '00001',
    state: 'sent',
    claimedAt: '2026-02-10T10:00:00.000Z',
    attempts: 1,
    subject: 'Your right to appeal',
    sesMessageIds: ['one'],
    sentAt: '2026-02-10T10:00:05.000Z',
    delivery: 'bounced',
    ...changes,
  } as MessageRecord
}

describe('the days of notice that are lost', () => {
  const today = day('2026-02-17')

  it.each<[string, Partial<Letter>, Partial<MessageRecord>, number | undefined]>([
    ['run from the day of the email that failed to today', {}, {}, 7],
    ['end on the day of the posting', { state: 'posted', doneOn: day('2026-02-13') }, {}, 3],
    ['end when the family is told another way', { state: 'told-another-way', doneOn: day('2026-02-12') }, {}, 2],
    ['are none when the letter is posted the same day', { state: 'posted', doneOn: day('2026-02-10') }, {}, 0],
    [
      'count days in England: an email sent late in the evening in summer',
      {},
      { sentAt: '2026-02-10T23:30:00.000Z' },
      7,
    ],
    [
      'run from the attempt where nothing could be sent',
      {},
      { state: 'unsettled', sentAt: undefined, delivery: undefined },
      7,
    ],
    ['are not spoken of for a family that chose letters', { why: 'chosen' }, { state: 'by-letter' }, undefined],
    ['are not spoken of where no email of this message was tried', {}, { state: 'by-letter' }, undefined],
    [
      'are not spoken of when the email arrived after all',
      { state: 'not-needed' },
      { delivery: 'delivered' },
      undefined,
    ],
  ])('%s', (_, letterChanges, messageChanges, days) => {
    expect(daysOfNoticeLost(letter(letterChanges), message(messageChanges), today)).toBe(days)
  })

  it('count over a change of the clocks', () => {
    const sent = message({ sentAt: '2026-03-28T22:00:00.000Z' })
    expect(daysOfNoticeLost(letter(), sent, day('2026-03-30'))).toBe(2)
  })
})

describe('whether a letter can be printed', () => {
  it.each<[string, RecipientRole, Contact, string]>([
    ['yes, with an address', 'family', { ...ANN, postalAddress: HOME }, 'ready'],
    ['not without one', 'family', ANN, 'no-address'],
    ['not with an empty one', 'family', { ...ANN, postalAddress: [] }, 'no-address'],
    [
      'not when for safety nobody may write',
      'family',
      { ...ANN, postalAddress: HOME, by: 'not-at-all' },
      'must-not-write',
    ],
    ['not to a second person that there is no more', 'second', { ...ANN, postalAddress: HOME }, 'nobody'],
    [
      'to a second person at their own address',
      'second',
      { ...ANN, second: { name: 'Kim', by: 'post', postalAddress: HOME } },
      'ready',
    ],
    [
      'not to a second person at the address of the family',
      'second',
      { ...ANN, postalAddress: HOME, second: { name: 'Kim', by: 'email', email: 'k@example.net' } },
      'no-address',
    ],
  ])('%s', (_, recipient, contact, printing) => expect(printingOf({ recipient }, contact, {})).toBe(printing))
})

describe('the day of posting', () => {
  const today = day('2026-02-17')

  it.each(['2026-02-12', '2026-02-17'])('can be %s', (doneOn) => {
    expect(checkLetterDone(letter(), day(doneOn), today)).toEqual([])
  })

  it.each([
    ['2026-02-18', 'The date must be today or in the past. Wednesday 18 February 2026 is in the future'],
    [
      '2026-02-11',
      'The date cannot be Wednesday 11 February 2026: the letter has been wanted only since Thursday 12 February 2026',
    ],
  ])('cannot be %s', (doneOn, problem) => {
    expect(checkLetterDone(letter(), day(doneOn), today).map(({ message: told }) => told)).toEqual([problem])
  })
})

describe('a letter that a correction came after', () => {
  const old = letter()
  const correction = letter({ key: 'dates-corrected_00004', wantedAt: '2026-02-13T09:00:00.000Z' })

  it('belongs in one envelope with the letter about it', () => {
    expect(isCorrectedByAnother(old, [old, correction])).toBe(true)
    expect(isCorrectedByAnother(correction, [old, correction])).toBe(false)
  })

  it.each([
    ['has been posted', { state: 'posted' }],
    ['goes to somebody else', { recipient: 'second' }],
    ['came before it', { wantedAt: '2026-02-11T09:00:00.000Z' }],
    ['is about something else', { key: 'choose_00004' }],
  ] as const)('does not where the other letter %s', (_, changes) => {
    expect(isCorrectedByAnother(old, [old, { ...correction, ...changes } as Letter])).toBe(false)
  })
})
