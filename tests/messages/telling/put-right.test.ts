import { describe, expect, it } from 'vitest'
import { whyNothingToPutRight } from '../../../lambdas/messages/telling/put-right.ts'
import { aCase, type CaseBuilder } from '../../cases/case-builder.ts'
import { situation } from '../situations.ts'

const opened = aCase({ sentOn: '2026-02-10' })

/** Why nothing has to be put right about the last fact, on the day on which it was recorded. */
function why(builder: CaseBuilder, told: { readonly lastTold?: string } = {}) {
  const last = builder.facts.at(-1)
  const about = situation('dates-corrected', last?.sequence ?? '', builder, last?.recordedAt.slice(0, 10) ?? '')
  if (about.kind !== 'dates-corrected') throw new Error(about.kind)
  return whyNothingToPutRight({ ...about, ...('lastTold' in told && { lastTold: told.lastTold }) })
}

describe('something that was learnt late', () => {
  it('is put right where the appeal may count as late no more', () => {
    const appealed = opened.and('appeal-registered', { receivedOn: '2026-05-01' }, '2026-05-06')
    const certified = appealed.and(
      'certificate-issued',
      { issuedOn: '2026-04-08', contactedOn: '2026-04-01' },
      '2026-05-20',
    )
    expect(why(certified)).toBeUndefined()
  })

  const agreed = opened
    .and('mediation-chosen', { councilToldOn: '2026-02-18', contactedOn: '2026-02-16' })
    .and('mediation-agreed', { concludedOn: '2026-03-10', duties: ['amend-contents', 'amend-placement'] })
  const doneOn = (day: string) => agreed.and('duty-done', { of: '00003', rule: 'D20', doneOn: day }, '2026-04-08')
  const [beforeItsDay, afterItsDay] = ['2026-03-17T10:00:00.000Z', '2026-03-25T10:00:00.000Z']

  it('is put right where a duty that was told as late was done in time, though others are open', () => {
    expect(why(doneOn('2026-03-20'), { lastTold: afterItsDay })).toBeUndefined()
  })

  it('is not where the duty was done late, or nobody had told it as late', () => {
    expect(why(doneOn('2026-04-07'), { lastTold: afterItsDay })).toBe('nothing-to-put-right')
    expect(why(doneOn('2026-03-20'), { lastTold: beforeItsDay })).toBe('nothing-to-put-right')
  })

  it('is not where it changes nothing that was told', () => {
    const complained = opened.and(
      'complaint-made',
      { madeOn: '2026-02-12', about: 'council', points: [], awareOn: '2026-02-11' },
      '2026-03-10',
    )
    expect(why(complained)).toBe('nothing-to-put-right')
  })

  it('is not where nobody had written to the family', () => {
    const corrected = opened.correct(
      'case-opened',
      '00001',
      { sentOn: '2026-02-20', printedOn: '2026-02-20' },
      '2026-03-10',
    )
    expect(why(corrected)).toBeUndefined()
    expect(why(corrected, { lastTold: undefined as never })).toBe('nothing-told-yet')
  })
})

it('writes to nobody of a correction that only adds whether the adviser gave information', () => {
  const certified = opened.and('certificate-issued', { issuedOn: '2026-02-18', contactedOn: '2026-02-16' })
  expect(why(certified.correct('certificate-issued', '00002', { informationGiven: true }, '2026-02-20'))).toBe(
    'nothing-to-put-right',
  )
})

describe('a correction of what the family has not heard yet', () => {
  const declined = opened.and('mediation-declined', { declinedOn: '2026-03-05' }, '2026-03-16')
  const corrected = declined.correct('mediation-declined', '00002', { declinedOn: '2026-03-12' }, '2026-03-16')
  const removed = declined.and('fact-removed', { removes: '00002' }, '2026-03-16')

  it('puts nothing right while its message waits', () => {
    for (const changed of [corrected, removed]) {
      expect(why(changed, { lastTold: '2026-03-02T10:00:00.000Z' })).toBe('nothing-told-yet')
    }
  })

  it('puts it right once the family has been written to', () => {
    for (const changed of [corrected, removed]) {
      expect(why(changed, { lastTold: '2026-03-16T10:00:01.000Z' })).toBeUndefined()
    }
  })
})
