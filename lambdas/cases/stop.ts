import { addDays } from '../law/calendar-date.ts'
import type { CaseFile } from './case-file.ts'
import { londonDay, londonInstant, londonTime } from './london.ts'
import type { StageStart } from './start-stages.ts'
import { isLive, type Wait } from './wait.ts'

/** Why a stage does not go on by itself. */
export const STOP_REASONS = ['execution-ended', 'answer-unheard', 'never-begun'] as const
export type StopReason = (typeof STOP_REASONS)[number]

/** A stage that does not go on by itself, and what is done about it. The row of the stage stays as it was. */
export type Stop = Stopped | GoneOn

interface StopOfStage extends StageStart {
  readonly why: StopReason
  /** The run that has stopped. Absent where none was begun. */
  readonly run?: string
  /** How often it has stopped in a row, this time included. */
  readonly stops: number
  /** ISO 8601. */
  readonly stoppedAt: string
}

export interface Stopped extends StopOfStage {
  readonly state: 'stopped'
  /** The instant at which it is to go on, ISO 8601 without parts of a second. */
  readonly goesOnAt: string
}

export interface GoneOn extends StopOfStage {
  readonly state: 'gone-on'
  /** The run that goes on in its place. Absent where the same one does, or where nothing had to go on any more. */
  readonly as?: string
}

/** How long to wait before a stage goes on that has stopped once, twice, and so on, in minutes. The last is for all after. */
const PAUSES_IN_MINUTES = [15, 60, 4 * 60, 24 * 60] as const

/**
 * The times in England between which a stage goes on. What it sends leaves between 8am and 6pm, and an execution that cannot
 * send tries for up to three and a half hours: the retries of the state machines (bin/machines/state-machine.ts).
 */
export const GOES_ON_FROM = '08:00'
export const GOES_ON_UNTIL = '14:00'

/** When a stage goes on that has stopped so many times in a row. */
export function whenItGoesOn(stoppedAt: Date, stops: number): Date {
  const pause = PAUSES_IN_MINUTES[stops - 1] ?? 24 * 60
  return firstByDay(new Date(stoppedAt.getTime() + pause * 60_000))
}

/** The first instant from this one on at which a stage may go on. */
export function firstByDay(instant: Date): Date {
  const day = londonDay(instant)
  const time = londonTime(instant)
  if (time < GOES_ON_FROM) return londonInstant(day, GOES_ON_FROM)
  return time < GOES_ON_UNTIL ? instant : londonInstant(addDays(day, 1), GOES_ON_FROM)
}

/** The stages of a case that have stopped and not gone on. A fact can have begun another run of one meanwhile. */
export function stopped({ record, stops, waits }: Pick<CaseFile, 'record' | 'stops' | 'waits'>): readonly Stopped[] {
  if (record.status === 'closed') return []
  return stops.filter((stop): stop is Stopped => {
    if (stop.state !== 'stopped') return false
    const wait = waits.find(({ stage, startedFrom }) => stage === stop.stage && startedFrom === stop.startedFrom)
    return wait ? isOf(stop, wait) && isLive(wait) : stop.run === undefined
  })
}

/** Whether it is this run of a stage that has stopped. */
export function isOf(stop: Stop, { stage, startedFrom, run }: Wait): boolean {
  return stop.stage === stage && stop.startedFrom === startedFrom && stop.run === run
}
