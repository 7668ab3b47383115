import type { FactDetails } from '../../cases/fact.ts'
import { daysOf, type TimetableDay } from '../../cases/tribunal/timetable.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { MessageSituation } from '../message-situation.ts'
import { nameInCalendar } from '../passages/timetable.ts'
import type { DeadlineEntry } from './calendar-request.ts'

/**
 * The Tribunal's days that are still ahead, as whole days in a calendar. A day that an earlier letter gave and the last one does
 * not is struck out, for a calendar keeps what nobody takes back.
 */
export function timetableEntries({ subject, today }: MessageSituation): readonly DeadlineEntry[] {
  const { timetable } = subject
  if (!timetable || subject.appealEnded) return []
  const entries = daysOf(timetable).map(({ name, day }) => entry(name, day, nameInCalendar(name, timetable.hearing)))
  const gone = [...daysGivenBefore(subject)].filter(([name]) => timetable.days[name] === undefined)
  const off = gone.map(([name, day]) => ({ ...entry(name, day, nameInCalendar(name)), isOff: true }) as const)
  return [...entries, ...off].filter(({ on }) => today <= on)
}

function entry(name: TimetableDay, on: CalendarDate, summary: string): DeadlineEntry {
  return { id: `tribunal-${name}`, on, summary, description: 'The letter of the Tribunal decides.' }
}

/** As the last letter that named each of them had it, also where that was put right since. */
function daysGivenBefore({ recorded }: MessageSituation['subject']): ReadonlyMap<TimetableDay, CalendarDate> {
  const letters = new Set(recorded.flatMap(({ type, sequence }) => (type === 'timetable-set' ? [sequence] : [])))
  const given = recorded.flatMap((fact) => {
    if (fact.type === 'timetable-set') return [fact.details]
    const isCorrected = fact.type === 'fact-corrected' && letters.has(fact.details.corrects)
    return isCorrected ? [fact.details.details as FactDetails['timetable-set']] : []
  })
  return new Map(given.flatMap((days) => daysOf({ days })).map(({ name, day }) => [name, day]))
}
