import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { monthAfter, monthOf } from '../../law/month.ts'
import type { Period } from '../periods.ts'
import { MONTHS_BACK, type Past, pastOf } from './past.ts'
import { randomFromText } from './random.ts'
import { MONTHS_AHEAD, type Run, simulated } from './simulate.ts'

/** What is estimated, in the words of a line. */
export const ESTIMATED = {
  held: 'Mediations held',
  certificate: 'Certificates issued',
  appeal: 'Appeals received by the Tribunal',
} as const
export type Estimated = keyof typeof ESTIMATED

/** With fewer whole months, or fewer cases, nothing is said. Both are choices of ours. */
export const FEWEST_MONTHS = 6
export const FEWEST_CASES = 10

/** So many futures are drawn: the bounds then move by less than one in a hundred of the futures from one seed to another. */
export const RUNS = 1000
/** So much of them lies within the bounds. */
const INSIDE = 0.8

export interface Estimate {
  /** As many of the futures have more as have fewer. */
  readonly middle: number
  /** Nearest to 8 of 10 futures have as many as these or a number between them. */
  readonly low: number
  readonly high: number
  /** Of how many that are open now it can come. Others begin until then. */
  readonly openNow: number
  /** How many there were in the three whole months before the present one. */
  readonly before: number
}

/** What is said of the months to come, or that there is too little to say it from. */
export type Forecast = RestsOn & {
  /** The three whole months after the present one. */
  readonly quarter: Period
  /** Absent: it is too early to say. */
  readonly estimates?: Readonly<Record<Estimated, Estimate>>
}

/** What an estimate rests on. */
export interface RestsOn {
  /** Whole months since the first one with a case: at most three years. */
  readonly months: number
  /** Cases that were opened in that time. */
  readonly cases: number
  /** The three whole months before the present one. */
  readonly quarterBefore: Period
}

/**
 * How many mediations, certificates and appeals the next three whole months will bring, as far as the past can tell: an estimate. The
 * same cells and day give the same numbers.
 * @param cells as `cellsOfMonths` reads them, from `firstMonthFor` on
 * @param today the day in England
 */
export function forecastOf(cells: CellsByPeriod, today: CalendarDate): Forecast {
  const present = monthOf(today)
  const quarter = { from: monthAfter(present, 1), to: monthAfter(present, MONTHS_AHEAD) }
  const quarterBefore = { from: monthAfter(present, -MONTHS_AHEAD), to: monthAfter(present, -1) }
  const past = pastOf(cells, today)
  // The first month need not have been a whole one, and the present one is none.
  const months = Math.max(0, (past?.opened.length ?? 0) - 2)
  const cases = (past?.opened ?? []).reduce((sum, number) => sum + number, 0)
  const about = { quarter, quarterBefore, months, cases }
  if (!past || months < FEWEST_MONTHS || cases < FEWEST_CASES) return about
  const runs = simulated(past, randomFromText(`${today} ${JSON.stringify(past)}`), RUNS)
  const estimate = (one: Estimated): Estimate => ({
    ...boundsOf(runs.map((run: Run) => run[one])),
    ...knownOf(past, one),
  })
  return {
    ...about,
    estimates: { held: estimate('held'), certificate: estimate('certificate'), appeal: estimate('appeal') },
  }
}

/** The first month that has to be read for a forecast on a day. */
export function firstMonthFor(today: CalendarDate) {
  return monthAfter(monthOf(today), -MONTHS_BACK)
}

function knownOf({ courses }: Past, one: Estimated): Pick<Estimate, 'openNow' | 'before'> {
  const { openNow, months } = courses[one]
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
  return {
    openNow: sum(openNow),
    before: sum(months.slice(-1 - MONTHS_AHEAD, -1).map(({ happened }) => sum(happened))),
  }
}

/**
 * The middle of some numbers, and the two between which most nearly 8 of 10 of them lie, as many below as above. They are whole: where
 * there are few, from the 10th to the 90th centile can be 95 of 100, so that a bound is moved in where that is nearer.
 */
export function boundsOf(numbers: readonly number[]): Pick<Estimate, 'middle' | 'low' | 'high'> {
  const sorted = numbers.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  const middle = at(0.5)
  const [first, last] = [at((1 - INSIDE) / 2), at((1 + INSIDE) / 2)]
  const off = ({ low, high }: { readonly low: number; readonly high: number }) =>
    Math.abs(sorted.filter((number) => number >= low && number <= high).length / sorted.length - INSIDE)
  const around = [first, first + 1].flatMap((low) => [last, last - 1].map((high) => ({ low, high })))
  const nearest = around
    .filter(({ low, high }) => low <= middle && middle <= high)
    .reduce((best, one) => (off(one) < off(best) ? one : best))
  return { middle, ...nearest }
}
