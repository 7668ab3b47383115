import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { londonTime } from '../../lambdas/cases/london.ts'
import { sequenceOf } from '../../lambdas/cases/sequence.ts'
import { firstByDay, GOES_ON_UNTIL, type Stop, stopped, whenItGoesOn } from '../../lambdas/cases/stop.ts'
import { waiting } from '../staff/cases/case-file-for-tests.ts'
import { aCase } from './case-builder.ts'
import { aFile } from './work/file-for-tests.ts'

describe('when a stage goes on that has stopped', () => {
  it.each([
    [1, '2026-03-10T09:00:00Z', '2026-03-10T09:15:00.000Z'],
    [2, '2026-03-10T09:00:00Z', '2026-03-10T10:00:00.000Z'],
    [3, '2026-03-10T09:00:00Z', '2026-03-10T13:00:00.000Z'],
    [4, '2026-03-10T09:00:00Z', '2026-03-11T09:00:00.000Z'],
    [9, '2026-03-10T09:00:00Z', '2026-03-11T09:00:00.000Z'],
  ])('waits longer each time: after stop %i at %s until %s', (stops, stoppedAt, goesOnAt) => {
    expect(whenItGoesOn(new Date(stoppedAt), stops).toISOString()).toBe(goesOnAt)
  })

  it.each([
    ['2026-03-10T03:30:00Z', '2026-03-10T08:00:00.000Z', 'in winter it is not earlier than 8am'],
    ['2026-07-10T03:30:00Z', '2026-07-10T07:00:00.000Z', 'nor in summer'],
    ['2026-03-10T08:00:00Z', '2026-03-10T08:00:00.000Z', '8am is day'],
    ['2026-03-10T13:59:59Z', '2026-03-10T13:59:59.000Z', 'and so is the last second before 2pm'],
    ['2026-03-10T14:00:00Z', '2026-03-11T08:00:00.000Z', 'from 2pm on it waits for the morning'],
    ['2026-03-28T15:00:00Z', '2026-03-29T07:00:00.000Z', 'also of the day on which the clocks change'],
  ])('is by day: of %s it is %s (%s)', (instant, goesOnAt) => {
    expect(firstByDay(new Date(instant)).toISOString()).toBe(goesOnAt)
  })

  it('is early enough for everything that is tried after it to be over by 6pm', () => {
    const tries = longestTry('../../lib/constructs/') + longestTry('../../statemachines/')
    expect(tries).toBeGreaterThan(3600)
    const latest = Date.parse(`2026-03-10T${GOES_ON_UNTIL}:00Z`) + tries * 1000
    expect(londonTime(new Date(latest)) <= '18:00', londonTime(new Date(latest))).toBe(true)
  })
})

/** How long a machine of a folder can be at one task before it fails, in seconds: every pause at its longest, every call too. */
function longestTry(path: string): number {
  const folder = new URL(path, import.meta.url)
  const tasks = readdirSync(folder)
    .filter((name) => name.endsWith('.asl.json'))
    .flatMap((name) => Object.values((JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Machine).States))
  return Math.max(...tasks.map(({ Retry = [] }) => Retry.reduce((sum, one) => sum + secondsOf(one), 0)))
}

interface Machine {
  readonly States: Readonly<Record<string, { readonly Retry?: readonly Retry[] }>>
}

interface Retry {
  readonly IntervalSeconds?: number
  readonly BackoffRate?: number
  readonly MaxDelaySeconds?: number
  readonly MaxAttempts: number
}

/** A function that sends has 25 seconds. */
const SECONDS_OF_A_CALL = 25

function secondsOf({ IntervalSeconds = 1, BackoffRate = 2, MaxDelaySeconds = Infinity, MaxAttempts }: Retry): number {
  return Array.from({ length: MaxAttempts }, (_, attempt) =>
    Math.min(IntervalSeconds * BackoffRate ** attempt, MaxDelaySeconds),
  ).reduce((sum, pause) => sum + pause + SECONDS_OF_A_CALL, 0)
}

describe('what has stopped', () => {
  const wait = waiting('adviser-contact', '00001')
  const stop: Stop = {
    stage: 'mediation-advice',
    startedFrom: sequenceOf(1),
    why: 'execution-ended',
    run: '1',
    stops: 1,
    stoppedAt: '2026-03-10T09:00:00.000Z',
    state: 'stopped',
    goesOnAt: '2026-03-10T09:15:00Z',
  }
  const fileWith = (changes: object) => ({ ...aFile(aCase(), []), waits: [wait], stops: [stop], ...changes })

  it('is the run that was noted, until it goes on', () => {
    expect(stopped(fileWith({}))).toEqual([stop])
    expect(stopped(fileWith({ stops: [{ ...stop, state: 'gone-on' }] }))).toEqual([])
  })

  it('is nothing where another run has begun, where the stage is over, and on a closed case', () => {
    expect(stopped(fileWith({ waits: [{ ...wait, run: 'c00002' }] }))).toEqual([])
    expect(stopped(fileWith({ waits: [{ ...wait, state: 'finished', endedWith: 'corrected' }] }))).toEqual([])
    expect(stopped(fileWith({ record: { ...aFile(aCase(), []).record, status: 'closed' } }))).toEqual([])
  })

  it('is a stage that was never begun, until it is', () => {
    const { run: _, ...neverBegun } = { ...stop, why: 'never-begun' } as const
    expect(stopped(fileWith({ waits: [], stops: [neverBegun] }))).toEqual([neverBegun])
    expect(stopped(fileWith({ stops: [neverBegun] }))).toEqual([])
  })
})
