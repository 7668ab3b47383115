import { expect, it } from 'vitest'
import { messageKey } from '../../../lambdas/cases/message.ts'
import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import type { HeldMessage, NotNeededReason } from '../../../lambdas/cases/telling/held-message.ts'
import { newsOf, whatLeaves } from '../../../lambdas/messages/telling/what-leaves.ts'
import { aCase } from '../../cases/case-builder.ts'
import { messageDue } from '../../cases/message-due.ts'

const subject = aCase({ sentOn: '2026-02-10' })
  .and('adviser-contacted', { contactedOn: '2026-02-16' }, '2026-03-10')
  .and('certificate-issued', { issuedOn: '2026-02-20' }, '2026-03-10')
  .and('complaint-made', { madeOn: '2026-02-23', about: 'council', points: [], awareOn: '2026-02-16' }, '2026-03-10')
  .correct('case-opened', '00001', { printedOn: '2026-02-09' }, '2026-03-10')
  .build()

const AT = '2026-03-10T10:00:00.000Z'
const held = (key: string): HeldMessage => ({
  key,
  message: messageDue(key),
  heldAt: AT,
  state: 'ready',
  releasedAt: AT,
})

function leaving(
  keys: readonly string[],
  useless: Readonly<Record<string, NotNeededReason>> = {},
  sent: readonly string[] = [],
  toldAlone: readonly string[] = [],
) {
  const { leaving: going, notNeeded } = whatLeaves(
    subject,
    keys.map(held),
    (message) => useless[messageKey(message)],
    (message) => sent.includes(messageKey(message)),
    new Set(toldAlone.map((number) => sequenceOf(Number(number)))),
  )
  return {
    going: going.map((one) => [messageKey(one.as), one.held.map(({ key }) => key), newsOf(one, subject)]),
    notNeeded: notNeeded.map(({ held: { key }, reason }) => [key, reason]),
  }
}

it('lets one go out as itself', () => {
  expect(leaving(['choose_00002'])).toEqual({ going: [['choose_00002', ['choose_00002'], []]], notNeeded: [] })
})

it('leaves out what is of no use, with its reason', () => {
  expect(leaving(['choose_00002', 'last-day-to-appeal_00003'], { choose_00002: 'choice-made' })).toEqual({
    going: [['last-day-to-appeal_00003', ['last-day-to-appeal_00003'], []]],
    notNeeded: [['choose_00002', 'choice-made']],
  })
})

it('makes one of several, which names all that was learnt late between them', () => {
  const keys = ['rights_00001', 'complaint-recorded_00004']
  expect(leaving(keys).going).toEqual([['where-your-case-stands_00004', keys, ['00001', '00002', '00003', '00004']]])
})

it('does not put right what a message tells that goes out by itself', () => {
  expect(leaving(['dates-corrected_00003'], {}, [], ['00003'])).toEqual({
    going: [],
    notNeeded: [['dates-corrected_00003', 'told-by-another']],
  })
  // A correction is told all the same.
  expect(leaving(['dates-corrected_00005'], {}, [], ['00005']).notNeeded).toEqual([])
})

it('does not put right what a message of its own tells', () => {
  expect(leaving(['dates-corrected_00003', 'last-day-to-appeal_00003'])).toEqual({
    going: [['last-day-to-appeal_00003', ['last-day-to-appeal_00003'], []]],
    notNeeded: [['dates-corrected_00003', 'told-by-another']],
  })
})

it('tells a correction in one message with the others', () => {
  const { going } = leaving(['dates-corrected_00005', 'choose_00002', 'complaint-recorded_00004'])
  expect(going.map(([key]) => key)).toEqual(['where-your-case-stands_00005'])
})

it('sends each by itself where the one message of that fact has gone out before', () => {
  const keys = ['choose_00002', 'complaint-recorded_00004']
  const { going } = leaving(keys, {}, ['where-your-case-stands_00004'])
  expect(going.map(([key]) => key)).toEqual(keys)
})
