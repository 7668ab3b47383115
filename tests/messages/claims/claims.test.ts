import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { drawn, randomFrom } from '../../../bin/demo/random.ts'
import type { Fact } from '../../../lambdas/cases/fact.ts'
import { MESSAGE_KINDS } from '../../../lambdas/cases/message.ts'
import { parseSequence } from '../../../lambdas/cases/sequence.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import type { MessageSituation } from '../../../lambdas/messages/message-situation.ts'
import { valuesImportedBy } from '../../law/proof/values-imported.ts'
import { EVERY_SITUATION } from '../every-situation.ts'
import { type Known, knownCase } from './known-case.ts'
import { readClaims } from './read-claims.ts'
import { withOneDayLater } from './spoilt.ts'

/** What stands in every message, and so shows nothing of what is read of a kind. */
const IN_EVERY_MESSAGE = 'Our letter is dated {day}'

const told = Object.entries(EVERY_SITUATION).map(([name, situation]) => {
  const { content } = composeMessage(situation)
  const known = knownIn(situation)
  return { name, situation, content, known, ...readClaims(content, known) }
})

function knownIn({ subject, today, council }: MessageSituation): Known {
  const times = council.ownTimes.complaintTimes
  return knownCase({ today, recorded: subject.recorded, times, named: undefined })
}

describe('a reader who knows the case finds in every message', () => {
  it('nothing that is not so', () => {
    expect(told.flatMap(({ name, untrue }) => untrue.map((one) => `${name}: ${one}`))).toEqual([])
  })

  it('no sentence with a day that it cannot read', () => {
    expect(told.flatMap(({ name, unread }) => unread.map((one) => `${name}: ${one}`))).toEqual([])
  })

  it('claims of its own, in each kind', () => {
    const withClaims = new Set(
      told.flatMap(({ situation, read }) => (read.some((one) => one !== IN_EVERY_MESSAGE) ? [situation.kind] : [])),
    )
    expect(MESSAGE_KINDS.filter((kind) => !withClaims.has(kind))).toEqual([])
    expect(told.flatMap(({ read }) => read).length).toBeGreaterThan(8 * told.length)
  })
})

describe(`a reader who knows the case finds what was made wrong (seed ${inject('seed')})`, () => {
  it('a day later: in each kind of message, each of its days', () => {
    const random = randomFrom(inject('seed'))
    const ofEachKind = [...Map.groupBy(told, ({ situation }) => situation.kind).values()]
    const spoilt = ofEachKind
      .flatMap((messages) => drawn(random, messages, 1))
      .flatMap(({ name, content, known }) => withOneDayLater(content).map((wrong) => ({ name, wrong, known })))
    const unfound = spoilt.filter(({ wrong, known }) => {
      const { untrue, unread } = readClaims(wrong, known)
      return untrue.length + unread.length === 0
    })
    // A day later is right too now and then: the next of several days, or the next day that does not count.
    expect(spoilt.length).toBeGreaterThan(200)
    expect(unfound.length / spoilt.length, unfound.map(({ name }) => name).join('; ')).toBeLessThan(0.03)
  })

  it('another standing: an appeal that was made meanwhile, or never was, and a certificate that is not there', () => {
    const wrongFor = (facts: (known: Known) => readonly Fact[]) =>
      told.flatMap(({ content, known }) => {
        const recorded = facts(known)
        return recorded.length === known.recorded.length
          ? []
          : readClaims(content, knownCase({ ...known, recorded })).untrue
      })
    const appealed = wrongFor((known) =>
      known.law.dates.response ? known.recorded : [...known.recorded, anAppeal(known)],
    )
    expect(
      appealed.filter((one) => one.startsWith('"Send your appeal') && one.endsWith('an appeal is made.')),
    ).not.toEqual([])
    const without = (type: Fact['type']) => wrongFor((known) => known.recorded.filter((fact) => fact.type !== type))
    expect(without('appeal-registered')).toContain('"The Tribunal has your appeal" (text): the appeal is none.')
    expect(without('appeal-registered').join()).toContain('"Your appeal may count as late" (heading)')
    expect(without('certificate-issued')).toContain('"You have your certificate" (text): there is no certificate.')
  })
})

function anAppeal({ recorded, today }: Known): Fact {
  return {
    type: 'appeal-registered',
    sequence: parseSequence(String(recorded.length + 1).padStart(5, '0')),
    recordedAt: `${today}T08:00:00.000Z`,
    recordedBy: 'officer-1',
    details: { receivedOn: parseCalendarDate(today) },
  }
}

it('reads with neither the words of the messages nor the dates of the service', () => {
  const ours = readdirSync(import.meta.dirname).filter((name) => !name.endsWith('.test.ts'))
  const imported = ours.flatMap((name) => valuesImportedBy(readFileSync(join(import.meta.dirname, name), 'utf8')))
  expect(new Set(imported.filter((target) => target.includes('lambdas/')))).toEqual(
    new Set(['../../../lambdas/cases/build-case.ts']),
  )
})
