import { type Level, levelsAfter, moved } from './level.ts'
import type { ByDelay, Course, MonthOfCourse, Past } from './past.ts'
import { binomial, gamma, poisson, type Random } from './random.ts'
import type { CanCome } from './what-can-come.ts'

/** How many of each came in the months asked for, in one run. */
export type Run = Readonly<Record<CanCome, number>>

/** The months after the present one that are asked for. */
export const MONTHS_AHEAD = 3

/**
 * What could come, again and again: the rest of the present month and the three after it, each time with other rates that fit the past.
 * @param runs how many times
 * @returns a run each, of the three whole months
 */
export function simulated(past: Past, random: Random, runs: number): readonly Run[] {
  const opening = levelsOfOpening(past)
  const [asked, held, certificate, appeal] = [
    pathOf(past.courses.asked, past),
    pathOf(past.courses.held, past),
    pathOf(past.courses.certificate, past),
    pathOf(past.courses.appeal, past),
  ]
  const left = 1 - (past.passed.at(-1) ?? 0)
  return Array.from({ length: runs }, () => {
    let level = opening.draw(random)
    const walks = { asked: asked(random), held: held(random), certificate: certificate(random), appeal: appeal(random) }
    const run = { asked: 0, held: 0, certificate: 0, appeal: 0 }
    for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead += 1) {
      const share = ahead === 0 ? left : 1
      if (ahead > 0) level = moved(random, level)
      const cases = poisson(random, opening.usual * Math.exp(level.now) * monthsOwn(random, level) * share)
      const asks = walks.asked(cases, share)
      const came = {
        asked: asks,
        held: walks.held(asks, share),
        certificate: walks.certificate(cases, share),
        appeal: walks.appeal(cases, share),
      }
      if (ahead === 0) continue
      run.asked += came.asked
      run.held += came.held
      run.certificate += came.certificate
      run.appeal += came.appeal
    }
    return run
  })
}

/** The first month is left out: the service need not have been there from its first day, and there is a case in it by definition. */
function levelsOfOpening({ opened, passed }: Past) {
  const [counts, shares] = [opened.slice(1), passed.slice(1)]
  const usual = (sum(counts) + 0.5) / (sum(shares) + 0.5)
  return { usual, draw: levelsAfter({ counts, expected: (month, times) => usual * times * (shares[month] ?? 1) }) }
}

/** By how much a month differs from its level by itself. */
function monthsOwn(random: Random, { spread }: Level): number {
  if (spread === 0) return 1
  const shape = 1 / spread ** 2
  return gamma(random, shape) / shape
}

/** What has begun with the month, and what share of it is meant: answers how many of the open ones it comes of. */
type Walk = (begun: number, share: number) => number

/**
 * The way of what is open through the months to come, as far as it can be told from the past. How soon it comes follows from the numbers
 * of each delay; how much of it comes, from the level of the months.
 */
function pathOf(course: Course, { passed }: Past): (random: Random) => Walk {
  const comes = hazardsOf(course.months, ({ open, happened }) => ({ among: open, counts: happened }), passed)
  const ends = hazardsOf(
    course.months,
    ({ open, happened, noLonger }) => ({
      among: open.map((number, delay) => number - (happened[delay] ?? 0)),
      counts: noLonger,
    }),
    passed,
  )
  const counts = course.months.map(({ happened }) => sum(happened))
  const drawLevel = levelsAfter({
    counts,
    expected: (month, times) => expectedIn(course.months[month], comes, times * (passed[month] ?? 1)),
  })
  return (random) => {
    let level = drawLevel(random)
    let open = course.openNow
    let isPresent = true
    const coming = drawnOf(random, comes)
    const scale = sum(comes.map(({ weight }) => weight)) / sum(coming.map(({ weight }) => weight))
    const ending = drawnOf(random, ends)
    return (begun, share) => {
      if (!isPresent) level = moved(random, level)
      const times = scale * Math.exp(level.now) * monthsOwn(random, level) * share
      let came = 0
      const left = open.map((number, delay) => {
        // What began in the present month had half of it on average, as its numbers say. Now the rest is before it.
        const more = isPresent && delay === 0 ? 2 : 1
        const comesNow = binomial(random, number, chanceOf((coming[delay]?.hazard ?? 0) * times * more))
        came += comesNow
        return (
          number - comesNow - binomial(random, number - comesNow, chanceOf((ending[delay]?.hazard ?? 0) * share * more))
        )
      })
      const comesAtOnce = binomial(random, begun, chanceOf((coming[0]?.hazard ?? 0) * times))
      const begunLeft =
        begun - comesAtOnce - binomial(random, begun - comesAtOnce, chanceOf((ending[0]?.hazard ?? 0) * share))
      left[0] = (left[0] ?? 0) + begunLeft
      isPresent = false
      open = older(left)
      return came + comesAtOnce
    }
  }
}

/** A month later everything is a month older. What is oldest stays so. */
function older(open: readonly number[]): number[] {
  const last = open.length - 1
  const next = [0, ...open.slice(0, last)]
  next[last] = (next[last] ?? 0) + (open[last] ?? 0)
  return next
}

/** How readily something comes after so many months, of what is still open, and on how many things that rests. */
interface Hazard {
  readonly weight: number
  readonly hazard: number
}

/**
 * The hazard of something by delay: of so many that were open, so many in a month. Each delay begins as if one had been looked at, with
 * the chance of all delays together. What the youngest still have before them is in no month yet, so it is not missing.
 */
function hazardsOf(
  months: readonly MonthOfCourse[],
  of: (month: MonthOfCourse) => { readonly among: ByDelay; readonly counts: ByDelay },
  passed: readonly number[],
): readonly Hazard[] {
  const all = months.map(of)
  const delays =
    all[0]?.among.map((_, delay) => ({
      among: sum(all.map(({ among }, month) => (among[delay] ?? 0) * (passed[month] ?? 1))),
      count: sum(all.map(({ counts }) => counts[delay] ?? 0)),
    })) ?? []
  const usual = (sum(delays.map(({ count }) => count)) + 0.5) / (sum(delays.map(({ among }) => among)) + 1)
  return delays.map(({ among, count }) => {
    const weight = count + Math.min(usual, 1)
    return { weight, hazard: -Math.log(1 - Math.min(weight / (among + 1), 0.99)) }
  })
}

/** Other hazards that fit the same numbers: each is known as well as a count of what it rests on. */
function drawnOf(random: Random, hazards: readonly Hazard[]): readonly Hazard[] {
  return hazards.map(({ weight, hazard }) => {
    const other = gamma(random, weight)
    return { weight: other, hazard: (hazard * other) / weight }
  })
}

function expectedIn(month: MonthOfCourse | undefined, hazards: readonly Hazard[], times: number): number {
  return sum((month?.open ?? []).map((number, delay) => number * chanceOf((hazards[delay]?.hazard ?? 0) * times)))
}

function chanceOf(hazard: number): number {
  return 1 - Math.exp(-hazard)
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
