import { addDays, parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import {
  boundsOf,
  ESTIMATED,
  type Estimate,
  type Estimated,
  forecastOf,
} from '../../../lambdas/reports/forecast/forecast.ts'
import { poisson } from '../../../lambdas/reports/forecast/random.ts'
import { cameIn, cellsOf, madeUpCouncil } from './made-up-council.ts'

/** A council is looked at on some day of this year. */
const FIRST_DAY = parseCalendarDate('2026-01-01')
const DAYS = 365
/** Councils with so many cases a year or more are told apart from smaller ones. */
const SIZES = [5, 30, 150, 500] as const
const LARGER = 150
/** So many draws stand for a count of which the mean is known. */
const DRAWS = 1000

/** How often what came lay within the bounds. */
export interface Held {
  readonly estimates: number
  readonly inside: number
  readonly below: number
  readonly above: number
}

export interface Calibration {
  readonly councils: number
  readonly cases: number
  /** Of these nothing was said: it was too early. */
  readonly tooEarly: number
  readonly of: Readonly<Record<Estimated, Held>>
  readonly all: Held
  /** By the least number of cases a year. */
  readonly bySize: ReadonlyMap<number, Held>
  /**
   * The same of larger councils with bounds as if the rates were known, around the same middle: chance alone is left. They have to be too
   * narrow. Of small councils chance is most of what is not known.
   */
  readonly ratesKnown: Held
}

const NOTHING: Held = { estimates: 0, inside: 0, below: 0, above: 0 }
const KINDS = Object.keys(ESTIMATED) as readonly Estimated[]

/**
 * Makes councils, forecasts what they will bring from what is counted of their past, and looks what they bring. Small councils are as many
 * as large ones, by their order of magnitude.
 * @param random numbers from 0 up to 1
 */
export function proveForecast(
  random: () => number,
  { councils, fewest, most }: { readonly councils: number; readonly fewest: number; readonly most: number },
  tell: (line: string) => void,
): Calibration {
  const of = { held: NOTHING, certificate: NOTHING, appeal: NOTHING }
  const bySize = new Map<number, Held>(SIZES.map((size) => [size, NOTHING]))
  let [all, ratesKnown, cases, tooEarly] = [NOTHING, NOTHING, 0, 0]
  for (let council = 1; council <= councils; council += 1) {
    const today = addDays(FIRST_DAY, Math.floor(random() * DAYS))
    const one = madeUpCouncil(random, today, { fewest, most })
    cases += one.cases.length
    const { quarter, estimates } = forecastOf(cellsOf(one, today), today)
    if (!estimates) tooEarly += 1
    else {
      const size = SIZES.findLast((least) => one.casesAYear >= least) ?? SIZES[0]
      for (const kind of KINDS) {
        const came = cameIn(one, kind, quarter.from, quarter.to)
        const estimate = estimates[kind]
        of[kind] = and(of[kind], came, estimate)
        all = and(all, came, estimate)
        bySize.set(size, and(bySize.get(size) ?? NOTHING, came, estimate))
        if (size >= LARGER) ratesKnown = and(ratesKnown, came, ofChanceAlone(random, estimate))
      }
    }
    if (council % 250 === 0) tell(`${council} councils: ${inWords(all)}`)
  }
  return { councils, cases, tooEarly, of, all, bySize, ratesKnown }
}

type Bounds = Pick<Estimate, 'low' | 'high'>

function and({ estimates, inside, below, above }: Held, came: number, { low, high }: Bounds): Held {
  return {
    estimates: estimates + 1,
    inside: inside + (came >= low && came <= high ? 1 : 0),
    below: below + (came < low ? 1 : 0),
    above: above + (came > high ? 1 : 0),
  }
}

/** The bounds of a Poisson count with the same middle, whose mean is about a third more. */
function ofChanceAlone(random: () => number, { middle }: Estimate): Bounds {
  return boundsOf(Array.from({ length: DRAWS }, () => poisson(random, middle + 1 / 3)))
}

/** What share lay inside, from 0 to 1. */
export function shareInside({ inside, estimates }: Held): number {
  return inside / estimates
}

/** "81.2% of 300 inside, 9.4% below, 9.4% above" */
export function inWords({ estimates, inside, below, above }: Held): string {
  const percent = (count: number) => `${((100 * count) / estimates).toFixed(1)}%`
  return `${percent(inside)} of ${estimates} inside, ${percent(below)} below, ${percent(above)} above`
}
