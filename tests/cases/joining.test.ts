import { describe, expect, it } from 'vitest'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { whoJoinedBy, whoJoins } from '../../lambdas/cases/joining.ts'
import { parseSequence } from '../../lambdas/cases/sequence.ts'
import { toldByRecording } from '../../lambdas/cases/telling/told-by-recording.ts'
import { aCase } from './case-builder.ts'

const ANN: Contact = {
  name: 'Ann Lee',
  relationship: 'parent',
  childName: 'Bo Lee',
  by: 'email',
  email: 'ann@example.com',
}
const KIM = { name: 'Kim Lee', by: 'email', email: 'kim@example.net' } as const
const LOU = { name: 'Lou Grey', by: 'post', postalAddress: ['2 High Street', 'BA1 1AA'] } as const

describe('who joins by a change of contact details', () => {
  it.each<[string, Contact, Contact, readonly string[] | undefined]>([
    ['nobody where an address changes', ANN, { ...ANN, email: 'ann.lee@example.org' }, undefined],
    ['nobody where a name is mended', ANN, { ...ANN, name: 'Anne Lee' }, undefined],
    [
      'nobody where a way to write changes',
      { ...ANN, second: KIM },
      { ...ANN, second: { ...KIM, by: 'post' } },
      undefined,
    ],
    ['a second person', ANN, { ...ANN, second: KIM }, ['second']],
    ['a representative', ANN, { ...ANN, representative: { ...LOU, gets: 'copy' } }, ['representative']],
    ['one who gets everything', ANN, { ...ANN, representative: { ...LOU, gets: 'everything' } }, ['representative']],
    [
      'two at once',
      ANN,
      { ...ANN, second: KIM, representative: { ...LOU, gets: 'copy' } },
      ['second', 'representative'],
    ],
    ['whoever replaces another', { ...ANN, second: KIM }, { ...ANN, second: LOU }, ['second']],
    ['nobody where one leaves', { ...ANN, second: KIM }, ANN, undefined],
    ['nobody where a copy becomes everything', copyTo('copy'), copyTo('everything'), undefined],
    ['the family where nobody acts for it any more', copyTo('everything'), ANN, ['family']],
    ['another parent in place of the first', ANN, { ...ANN, name: 'Lou Lee', email: 'lou@example.net' }, ['family']],
    [
      'the young person, but not the parent who gets copies from now on',
      ANN,
      {
        ...ANN,
        name: 'Bo Lee',
        relationship: 'young-person',
        email: 'bo@example.com',
        second: { ...ANN, by: 'email' },
      },
      ['family'],
    ],
    ['whoever is the party by now, under the same name', ANN, { ...ANN, relationship: 'young-person' }, ['family']],
    ['nobody where nothing is written', ANN, { ...ANN, by: 'not-at-all', second: KIM }, undefined],
    ['whoever was not told in person', { ...ANN, by: 'not-at-all' }, { ...ANN, second: KIM }, ['second']],
  ])('%s', (_, before, after, joins) => {
    expect(whoJoins(before, after).joins).toEqual(joins)
  })

  function copyTo(gets: 'copy' | 'everything'): Contact {
    return { ...ANN, representative: { ...LOU, gets } }
  }

  it('is whoever was not replaced since', () => {
    const subject = aCase()
      .and('contact-details-changed', { joins: ['second', 'representative'] }, '2026-02-12')
      .and('contact-details-changed', {}, '2026-02-13')
      .and('contact-details-changed', { joins: ['second'] }, '2026-02-14')
      .build()
    const joinedBy = (sequence: string) => whoJoinedBy(subject, parseSequence(sequence))
    expect(joinedBy('00001')).toBeUndefined()
    expect(joinedBy('00002')).toEqual(['representative'])
    expect(joinedBy('00003')).toEqual([])
    expect(joinedBy('00004')).toEqual(['second'])
  })
})

describe('whoever joins', () => {
  const joined = aCase()
    .and('contact-details-changed', { joins: ['second'] }, '2026-02-12')
    .build()
  const [, fact] = joined.recorded
  if (!fact) throw new Error('Nothing was changed.')
  const now = new Date('2026-02-12T10:00:00Z')
  const message = { kind: 'where-your-case-stands', about: '00002' }

  it('is told at once where the case stands', () => {
    expect(toldByRecording(joined, fact, 'open', now)).toMatchObject([{ message, state: 'ready' }])
  })

  it('is told nothing of a closed case, and the record says so', () => {
    expect(toldByRecording(joined, fact, 'closed', now)).toMatchObject([
      { message, state: 'not-needed', reason: 'case-closed' },
    ])
  })
})
