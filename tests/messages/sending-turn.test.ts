import { GetCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, describe, expect, it } from 'vitest'
import { contentOf } from '../../lambdas/cases/store/rows.ts'
import { keys } from '../../lambdas/cases/store/tables.ts'
import { NoTurnError, sendingTurns } from '../../lambdas/messages/sending-turn.ts'
import { tablesForTests } from '../cases/tables-for-tests.ts'

const fixture = await tablesForTests()
const { tables } = fixture
afterAll(() => fixture.close())

const START = Date.parse('2026-03-02T09:00:00.250Z')

/** Functions that share the tables, and a clock that moves when one of them sleeps, and stands still otherwise. */
function functionsFrom(startsAt: number, emailsPerSecond: number) {
  const clock = { now: startsAt }
  const sentAt: number[] = []
  const waiting = sendingTurns({
    tables,
    emailsPerSecond,
    now: () => new Date(clock.now),
    sleep: async (milliseconds) => {
      clock.now += milliseconds
    },
    random: () => 0,
  })
  const send = async () => {
    await waiting()
    sentAt.push(clock.now)
  }
  return { clock, sentAt, send }
}

describe('the turns to send', () => {
  it('lets as many go in a second as the account may send, and the next in the second after', async () => {
    const { send, sentAt } = functionsFrom(START, 3)
    for (let count = 0; count < 7; count += 1) await send()
    const seconds = sentAt.map((at) => Math.floor(at / 1000) - Math.floor(START / 1000))
    expect(seconds).toEqual([0, 0, 0, 1, 1, 1, 2])
  })

  it('is shared: functions that ask at the same moment get no more together', async () => {
    const functions = Array.from({ length: 10 }, () => functionsFrom(START + 60_000, 2))
    await Promise.all(functions.map(({ send }) => send()))
    const perSecond = Map.groupBy(
      functions.flatMap(({ sentAt }) => sentAt),
      (at) => Math.floor(at / 1000),
    )
    expect([...perSecond.values()].map((sent) => sent.length)).toEqual([2, 2, 2, 2, 2])
  })

  it('gives up after five seconds with words that say why, so that it is tried again later', async () => {
    const full = START + 120_000
    const slept: number[] = []
    const others = functionsFrom(full, 1)
    const waitForTurn = sendingTurns({
      tables,
      emailsPerSecond: 1,
      now: () => new Date(others.clock.now),
      // Somebody else takes the turn of each second first.
      sleep: async (milliseconds) => {
        slept.push(milliseconds)
        others.clock.now += milliseconds
        await others.send()
      },
      random: () => 0.5,
    })
    await others.send()
    const failure = await waitForTurn().catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(NoTurnError)
    expect(failure).toMatchObject({
      name: 'NoTurn',
      message: 'For 5 seconds there was no turn to send an email: the account may send 1 in a second.',
    })
    expect(slept).toEqual([1000, 1000, 1000, 1000, 1000])
  })

  it('waits for a function whose clock is a second ahead', async () => {
    const [ahead, behind] = [functionsFrom(START + 241_000, 5), functionsFrom(START + 240_000, 5)]
    await ahead.send()
    await behind.send()
    expect(Math.floor((behind.sentAt[0] ?? 0) / 1000)).toBe(Math.floor((START + 241_000) / 1000))
  })

  it('keeps one row, that reads as every other', async () => {
    const { Item } = await tables.client.send(new GetCommand({ TableName: 'cases', Key: keys.sendingSecond() }))
    expect(contentOf('sending-second', Item ?? {})).toMatchObject({
      second: expect.any(Number),
      taken: expect.any(Number),
    })
  })
})
