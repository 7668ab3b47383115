import * as v from 'valibot'
import { type Details, periodId } from './details.ts'
import { dutyId } from './duties/duty-of-fact.ts'
import { RESOLUTION_PARTIES } from './resolution/closed-words.ts'
import { sequenceOfFact } from './sequence.ts'

/** The shapes in which what a task is about is stored: a fact by its sequence, or one of several things about it. */
export const aboutFact = v.strictObject({ fact: sequenceOfFact })
export const aboutDuty = v.strictObject({ of: sequenceOfFact, rule: periodId })
export const aboutParty = v.strictObject({ fact: sequenceOfFact, party: v.picklist(RESOLUTION_PARTIES) })
/** How often it has been asked for after the same fact: 1, 2... */
export const aboutRound = v.strictObject({
  fact: sequenceOfFact,
  round: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
/** On which of the 30 days for mediation it is asked for, or after them. */
export const aboutMoment = v.strictObject({ fact: sequenceOfFact, moment: v.picklist(['day-20', 'day-25', 'late']) })
/** A message, or a copy of it, by its key. */
export const aboutMessage = v.strictObject({ message: v.string() })

export type AboutFact = Details<typeof aboutFact>
export type AboutDuty = Details<typeof aboutDuty>
export type AboutParty = Details<typeof aboutParty>
export type AboutRound = Details<typeof aboutRound>
export type AboutMoment = Details<typeof aboutMoment>
export type AboutMessage = Details<typeof aboutMessage>

/** What a task is about. With its kind, this tells it from every other task of its case. */
export type TaskAbout = AboutFact | AboutDuty | AboutParty | AboutRound | AboutMoment | AboutMessage

/** What a task is about as its id says it: "00003", "00005-D14", "rights_00001". */
export function aboutKey(about: TaskAbout): string {
  if ('message' in about) return about.message
  if ('rule' in about) return dutyId(about.of, about)
  if ('party' in about) return `${about.fact}-${about.party}`
  if ('round' in about) return `${about.fact}-${about.round}`
  return 'moment' in about ? `${about.fact}-${about.moment}` : about.fact
}
