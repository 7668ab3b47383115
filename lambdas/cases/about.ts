import * as v from 'valibot'
import type { CalendarDate } from '../law/calendar-date.ts'
import type { Details } from './details.ts'
import { type DutyOfFact, dutyId } from './duties/duty-of-fact.ts'
import { RESOLUTION_PARTIES } from './resolution/closed-words.ts'
import { type Sequence, sequenceOfFact } from './sequence.ts'
import { TIMETABLE_DAYS } from './tribunal/timetable.ts'

/** The shapes in which one of several tasks after the same fact is stored. */
export const aboutParty = v.strictObject({ fact: sequenceOfFact, party: v.picklist(RESOLUTION_PARTIES) })
/** How often it has been asked for after the same fact: 1, 2... */
export const aboutRound = v.strictObject({
  fact: sequenceOfFact,
  round: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
/** On which of the 30 days for mediation it is asked for, or after them. */
export const aboutMoment = v.strictObject({ fact: sequenceOfFact, moment: v.picklist(['day-20', 'day-25', 'late']) })
/** One of the days in a letter of the Tribunal. */
export const aboutTimetableDay = v.strictObject({ fact: sequenceOfFact, moment: v.picklist(TIMETABLE_DAYS) })
/** A message, or a copy of it, by its key. */
export const aboutMessage = v.strictObject({ message: v.string() })
/** One thing that somebody has to do on a case: the id of a task, or of the adviser's work. */
export const workOfCase = v.strictObject({ caseId: v.string(), work: v.string() })

export type AboutParty = Details<typeof aboutParty>
export type AboutRound = Details<typeof aboutRound>
export type AboutMoment = Details<typeof aboutMoment>
export type AboutTimetableDay = Details<typeof aboutTimetableDay>
export type AboutMessage = Details<typeof aboutMessage>
export type WorkOfCase = Details<typeof workOfCase>

/**
 * What a task is about: a fact, or one of the things to be done that follow from it, as a message to a family is, or more.
 * With its kind, this tells it from every other task of its case.
 */
export type TaskAbout = Sequence | DutyOfFact | AboutParty | AboutRound | AboutMoment | AboutTimetableDay | AboutMessage

/**
 * What a task or a message is about, as its id or key says it: "00003", "00005-D14", "rights_00001". A digest is about its
 * day, and what the council's own people are told at once about work.
 */
export function aboutKey(about: TaskAbout | CalendarDate | WorkOfCase): string {
  if (typeof about === 'string') return about
  if ('message' in about) return about.message
  if ('work' in about) return `${about.caseId}_${about.work}`
  if ('rule' in about) return dutyId(about.of, about)
  if ('party' in about) return `${about.fact}-${about.party}`
  return `${about.fact}-${'round' in about ? about.round : about.moment}`
}
