import type { FactDetails, FactType } from '../../../lambdas/cases/fact.ts'
import { allOf, appealOf, type Known, knownBefore } from './known-case.ts'
import type { Sentence } from './plain-text.ts'

/** What a sentence says: the days and times in it, in their order. */
export interface Said {
  readonly days: readonly string[]
  readonly times: readonly string[]
  readonly sentence: Sentence
  /** What the same list has said before it: the working of a day goes from line to line. */
  readonly working: Working
}

/** How far the working of a day has come. */
export interface Working {
  /** The day from which is counted. */
  from?: string
  /** The day on which the time ends, so far, and every end that was said. */
  end?: string
  readonly ends: string[]
}

/** @returns what is so instead; undefined where what is said is so */
export type Check = (said: Said, known: Known) => string | undefined

type Day = string | undefined

/** All of these are so. */
export function all(...checks: readonly Check[]): Check {
  return (said, known) => {
    for (const check of checks) {
      const problem = check(said, known)
      if (problem) return problem
    }
    return undefined
  }
}

/** The day in it, the first unless another is asked for, is this one, or one of these. */
export function isDay(what: string, of: (known: Known) => Day | readonly Day[], place = 0): Check {
  return ({ days }, known) => {
    const found = of(known)
    const right = (Array.isArray(found) ? found : [found]).filter((one) => one !== undefined)
    if (right.includes(days[place])) return undefined
    return `${what} is ${right.length > 0 ? [...new Set(right)].join(' or ') : 'not there'}`
  }
}

/** Its day and time are those of one of these meetings. */
export function isMoment(
  what: string,
  of: (known: Known) => readonly { readonly meetingOn: string; readonly startsAt: string }[],
): Check {
  return ({ days, times }, known) => {
    const right = of(known).map(({ meetingOn, startsAt }) => `${meetingOn} ${startsAt}`)
    const said = [days[0], times[0]].join(' ')
    if (right.some((one) => one === said || (times.length === 0 && one.startsWith(said.trim())))) return undefined
    return `${what} is ${right.length > 0 ? right.join(' or ') : 'not there'}`
  }
}

/** One of the facts of a kind has this day. */
export function isRecorded<Type extends FactType>(type: Type, member: keyof FactDetails[Type]): Check {
  return isDay(`the day of "${type}"`, (known) => allOf(known, type).map((details) => details[member] as Day))
}

/** Something else is so, whatever its days. */
export function isSo(otherwise: string, holds: (known: Known) => boolean): Check {
  return (_said, known) => (holds(known) ? undefined : otherwise)
}

/** The day has not gone by. */
export const ahead: Check = ({ days: [day = ''] }, { today }) => (day >= today ? undefined : `it was ${today} already`)

/** The day has gone by. */
export const past: Check = ({ days: [day = ''] }, { today }) => (day < today ? undefined : `it was only ${today}`)

export const isToday: Check = isDay('the day of the message', ({ today }) => today)

/** No appeal has been made, so that it can be told to be sent. */
export const noAppeal: Check = (_said, known) => {
  const { state } = appealOf(known)
  return state === 'none' ? undefined : `an appeal is ${state}`
}

/** An appeal is with the Tribunal. */
export const appealMade: Check = (_said, known) => {
  const { state } = appealOf(known)
  return state === 'made' ? undefined : `the appeal is ${state}`
}

/**
 * The day was told before: by an earlier message, where those were kept, or else as it followed from what had been known.
 */
export const wasTold: Check = ({ days }, known) => {
  const untold = days.filter((day) => !(known.named?.has(day) ?? wouldHaveBeenTold(day, known)))
  return untold.length === 0 ? undefined : `${untold.join(' and ')} was never told`
}

function wouldHaveBeenTold(day: string, known: Known): boolean {
  return knownBefore(known).some((before) => daysOf(before).has(day))
}

/** Every day that stands in the facts or follows from them. */
function daysOf({ law, facts }: Known): ReadonlySet<string> {
  return new Set(
    JSON.stringify([law.dates, [...law.duties.values()], [...law.complaints.values()], facts]).match(
      /\d{4}-\d\d-\d\d/g,
    ),
  )
}

/** It was so before something was recorded, whatever is so now: of what a correction takes back. */
export function wasSo(check: Check): Check {
  return (said, known) =>
    knownBefore(known).some((before) => check(said, before) === undefined) ? undefined : 'it was never recorded so'
}
