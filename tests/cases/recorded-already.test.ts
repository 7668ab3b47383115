import { describe, expect, it } from 'vitest'
import type { NewFact } from '../../lambdas/cases/fact.ts'
import { correctedBesideAnother, recordedAlready } from '../../lambdas/cases/recorded-already.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { aCase, type CaseBuilder } from './case-builder.ts'

const already = (subject: CaseBuilder, fact: NewFact) => recordedAlready(subject.build(), fact)?.sequence

describe('a fact that is on record for the same day', () => {
  const opened = aCase({ sentOn: '2026-02-10' })
  const contacted = (on: string): NewFact => ({ type: 'adviser-contacted', details: { contactedOn: day(on) } })

  it('is of the same kind: the last of them', () => {
    const once = opened.and('adviser-contacted', { contactedOn: '2026-02-16' })
    expect(already(once, contacted('2026-02-16'))).toBe('00002')
    expect(already(once.and('adviser-contacted', { contactedOn: '2026-02-16' }), contacted('2026-02-16'))).toBe('00003')
    expect(already(once, contacted('2026-02-17'))).toBeUndefined()
    expect(already(once, { type: 'mediation-declined', details: { declinedOn: day('2026-02-16') } })).toBeUndefined()
  })

  it('is as it was corrected, and none that was taken back', () => {
    const once = opened.and('adviser-contacted', { contactedOn: '2026-02-16' })
    const corrected = once.correct('adviser-contacted', '00002', { contactedOn: '2026-02-17' }, '2026-02-20')
    expect(already(corrected, contacted('2026-02-16'))).toBeUndefined()
    expect(already(corrected, contacted('2026-02-17'))).toBe('00002')
    expect(already(once.and('fact-removed', { removes: '00002' }), contacted('2026-02-16'))).toBeUndefined()
  })

  it('is of the same appeal', () => {
    const first = opened
      .and('appeal-registered', { receivedOn: '2026-02-20' })
      .and('response-sent', { sentOn: '2026-03-02' })
    const response: NewFact = { type: 'response-sent', details: { sentOn: day('2026-03-02') } }
    expect(already(first, response)).toBe('00003')
    const again = first
      .and('appeal-withdrawn', { withdrawnOn: '2026-03-02' })
      .and('appeal-registered', { receivedOn: '2026-03-02' })
    expect(already(again, { ...response, follows: sequenceOf(5) })).toBeUndefined()
  })

  it('is of the same route, party and duty', () => {
    const asked = opened
      .and('disagreement-resolution-asked', {
        askedOn: '2026-02-20',
        askedBy: 'family',
        subject: 'duties',
        occasion: 'at-review',
        parties: ['family', 'council', 'school-or-college'],
      })
      .and('disagreement-resolution-answered', {
        of: '00002',
        party: 'council',
        agrees: true,
        answeredOn: '2026-03-02',
      })
    const answer = (party: 'council' | 'school-or-college'): NewFact => ({
      type: 'disagreement-resolution-answered',
      details: { of: sequenceOf(2), party, agrees: false, answeredOn: day('2026-03-02') },
    })
    expect(already(asked, answer('council'))).toBe('00003')
    expect(already(asked, answer('school-or-college'))).toBeUndefined()
  })

  it('is none that is only about the record', () => {
    expect(already(opened.and('note-added', {}), { type: 'note-added', details: {} })).toBeUndefined()
  })
})

describe('a correction', () => {
  const twice = aCase({ sentOn: '2026-02-10' })
    .and('adviser-contacted', { contactedOn: '2026-02-16' })
    .and('adviser-contacted', { contactedOn: '2026-02-20' })
    .build()
  const to = (contactedOn: string) =>
    correctedBesideAnother(twice, {
      type: 'fact-corrected',
      details: { corrects: sequenceOf(3), details: { contactedOn: day(contactedOn) } },
    })

  it('can put a fact onto the day of another of its kind', () => {
    expect(to('2026-02-16')).toBe('2026-02-16')
  })

  it('of what opened the case puts it beside nothing', () => {
    const { details } = twice.facts[0] ?? {}
    const opening = { type: 'fact-corrected', details: { corrects: sequenceOf(1), details } } as NewFact
    expect(correctedBesideAnother(twice, opening)).toBeUndefined()
  })

  it('puts it beside none on any other day, nor on its own', () => {
    expect([to('2026-02-17'), to('2026-02-20')]).toEqual([undefined, undefined])
  })
})
