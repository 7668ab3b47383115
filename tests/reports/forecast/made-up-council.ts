import { addDays, type CalendarDate, daysBetween } from '../../../lambdas/law/calendar-date.ts'
import { monthOf, monthsFrom } from '../../../lambdas/law/month.ts'

/** Numbers from 0 up to 1. */
type Random = () => number

/** What happens on a case, each thing on its day; absent where it never does. Some of it is in the future of whoever looks. */
export interface MadeUpCase {
  readonly openedOn: CalendarDate
  readonly declinedOn?: CalendarDate
  readonly askedOn?: CalendarDate
  readonly heldOn?: CalendarDate
  /** The family does not want the mediation any more. */
  readonly notWantedOn?: CalendarDate
  readonly certificateOn?: CalendarDate
  readonly appealOn?: CalendarDate
  readonly closedOn?: CalendarDate
}

/** What a council is like. Nobody who forecasts knows any of it. */
export interface MadeUpCouncil {
  readonly casesAYear: number
  /** The service is there from this day on. */
  readonly from: CalendarDate
  readonly cases: readonly MadeUpCase[]
}

/**
 * A council with a past before a day and a future after it, made day by day. It shares nothing with the forecast: there are no months,
 * levels or forces in it. Decisions come in batches after a panel, more before the summer and few in August, more each year or fewer.
 * Families take days to speak to the adviser; mediation waits for a room, and for September. Habits change as the years go.
 * @param mostYears how long the service has been there at most
 */
export function madeUpCouncil(
  random: Random,
  today: CalendarDate,
  { fewest, most }: { readonly fewest: number; readonly most: number },
): MadeUpCouncil {
  const casesAYear = fewest * (most / fewest) ** random()
  const days = Math.floor(240 + random() * 1100)
  const from = addDays(today, -days)
  const between = (low: number, high: number) => low + random() * (high - low)
  const habits = {
    growth: between(-0.15, 0.35),
    summer: between(0, 0.5),
    panel: random() < 0.5 ? 7 : 14,
    unsteady: between(0, 0.5),
    asks: between(0.25, 0.65),
    asksMore: between(-0.08, 0.08),
    speaksAfter: between(12, 40),
    meetsAfter: between(18, 45),
    withdraws: between(0.03, 0.2),
    august: random() < 0.6,
    silent: between(0.05, 0.3),
    appealsAfterMediation: between(0.1, 0.35),
    appealsWithout: between(0.2, 0.6),
    placementOnly: between(0, 0.12),
    certificateAfter: between(1, 5),
  }
  const cases: MadeUpCase[] = []
  let pressure = 1
  // Half a year before the service: it has no cases of it. A third of a year after today: the future.
  for (let day = 0; day < days + 140; day += habits.panel) {
    const panelOn = addDays(from, day)
    // A council is busier for some weeks, or slower.
    pressure = Math.max(0.2, 1 + 0.75 * (pressure - 1) + (random() + random() - 1) * habits.unsteady)
    const growth = (1 + habits.growth) ** ((day - days) / 365)
    const mean = (casesAYear * habits.panel * growth * pressure * summerOf(panelOn, habits.summer)) / 365
    for (let count = countOf(random, mean); count > 0; count -= 1) {
      const openedOn = addDays(panelOn, Math.floor(random() * Math.min(5, habits.panel)))
      cases.push(madeUpCase(random, openedOn, habits, (day - days) / 365))
    }
  }
  return { casesAYear, from, cases }
}

interface Habits {
  readonly asks: number
  readonly asksMore: number
  readonly speaksAfter: number
  readonly meetsAfter: number
  readonly withdraws: number
  readonly august: boolean
  readonly silent: number
  readonly appealsAfterMediation: number
  readonly appealsWithout: number
  readonly placementOnly: number
  readonly certificateAfter: number
}

/** The last day to appeal counts from the decision, or from the certificate. */
const TWO_MONTHS = 61
const ONE_MONTH = 31

function madeUpCase(random: Random, openedOn: CalendarDate, habits: Habits, years: number): MadeUpCase {
  const happens = (share: number) => random() < share
  const within = (most: number) => Math.floor(random() * most)
  // As two waits one after the other: seldom at once, and long now and then.
  const wait = (mean: number) => Math.round((-Math.log(1 - random()) - Math.log(1 - random())) * (mean / 2))
  const appealBy = (from: CalendarDate, lastDay: number) => addDays(from, Math.max(1, lastDay - wait(9)))

  if (happens(habits.placementOnly)) {
    return happens(habits.appealsWithout)
      ? { openedOn, appealOn: appealBy(openedOn, TWO_MONTHS) }
      : { openedOn, closedOn: addDays(openedOn, TWO_MONTHS + within(10)) }
  }
  if (happens(habits.silent)) return { openedOn, closedOn: addDays(openedOn, TWO_MONTHS + within(14)) }
  const spokeOn = addDays(openedOn, Math.min(TWO_MONTHS + 5, 1 + wait(habits.speaksAfter)))
  const certificateSoon = (after: CalendarDate) => addDays(after, 1 + within(habits.certificateAfter * 2))
  const ending = (certificateOn: CalendarDate, appeals: number) => {
    const lastDay = Math.max(TWO_MONTHS - daysBetween(openedOn, certificateOn), ONE_MONTH)
    if (happens(appeals)) return { certificateOn, appealOn: appealBy(certificateOn, lastDay) }
    return { certificateOn, closedOn: addDays(certificateOn, lastDay + within(14)) }
  }
  if (!happens(Math.min(0.9, Math.max(0.05, habits.asks + habits.asksMore * years)))) {
    const declinedOn = spokeOn
    return { openedOn, declinedOn, ...ending(certificateSoon(declinedOn), habits.appealsWithout) }
  }
  const askedOn = spokeOn
  if (happens(habits.withdraws)) {
    const notWantedOn = addDays(askedOn, 3 + within(20))
    return { openedOn, askedOn, notWantedOn, ...ending(certificateSoon(notWantedOn), habits.appealsWithout) }
  }
  const heldOn = meetingDay(addDays(askedOn, 5 + wait(habits.meetsAfter)), habits.august, within(21))
  // A certificate is due after 30 days where nothing was arranged, with the mediation still to come.
  const notArranged = daysBetween(askedOn, heldOn) > 45 && happens(0.5)
  const certificateOn = certificateSoon(notArranged ? addDays(askedOn, 30) : heldOn)
  return { openedOn, askedOn, heldOn, ...ending(certificateOn, habits.appealsAfterMediation) }
}

/** Nobody meets at Christmas and, at some councils, in August. */
function meetingDay(day: CalendarDate, august: boolean, later: number): CalendarDate {
  const monthAndDay = day.slice(5)
  if (monthAndDay >= '12-20') return addDays(day, 14 + Math.floor(later / 3))
  return august && monthAndDay >= '08-01' && monthAndDay <= '08-28' ? addDays(day, 15 + later) : day
}

/** More decisions before the summer, fewer in it: mild, as councils differ. */
function summerOf(day: CalendarDate, much: number): number {
  const month = Number(day.slice(5, 7))
  if (month === 8) return 1 - much
  if (month === 7) return 1 + much * 0.6
  return month === 12 ? 1 - much / 3 : 1 + much * 0.07
}

/** A Poisson count, by the waits between. */
function countOf(random: Random, mean: number): number {
  let count = -1
  for (let waited = 0; waited <= mean; count += 1) waited -= Math.log(1 - random())
  return count
}

/** The things of which the forecast says how many come, and the day of each on a case. */
export const DAYS_OF = {
  held: ({ heldOn }: MadeUpCase) => heldOn,
  certificate: ({ certificateOn }: MadeUpCase) => certificateOn,
  appeal: ({ appealOn }: MadeUpCase) => appealOn,
} as const

/** How many came in months. */
export function cameIn({ cases }: MadeUpCouncil, what: keyof typeof DAYS_OF, from: string, to: string): number {
  return cases.filter((one) => {
    const month = DAYS_OF[what](one)?.slice(0, 'yyyy-mm'.length)
    return month !== undefined && month >= from && month <= to
  }).length
}

/** What is counted of a council's cases on a day: written down from their days, and not by the code that counts cases. */
export function cellsOf({ cases }: MadeUpCouncil, today: CalendarDate): Record<string, Record<string, number>> {
  const cells: Record<string, Record<string, number>> = {}
  const note = (
    row: string,
    since: CalendarDate,
    happenedOn: CalendarDate | undefined,
    endedOn: readonly (CalendarDate | undefined)[],
  ) => {
    const known = (day: CalendarDate | undefined) => (day !== undefined && day <= today ? day : undefined)
    const happened = known(happenedOn)
    const ended = endedOn
      .map(known)
      .filter((day) => day !== undefined)
      .sort()[0]
    const last = happened ?? ended
    const after = last === undefined ? '' : `/${monthsFrom(monthOf(since), monthOf(last)) - 1}`
    const name = `coming/${row}/${happened ? 'happened' : ended ? 'no-longer' : 'open'}${after}`
    cells[monthOf(since)] ??= {}
    const own = cells[monthOf(since)]
    if (own) own[name] = (own[name] ?? 0) + 1
  }
  for (const one of cases) {
    if (one.openedOn > today) continue
    const { openedOn, declinedOn, askedOn, heldOn, notWantedOn, certificateOn, appealOn, closedOn } = one
    note('asked', openedOn, askedOn, [declinedOn, closedOn])
    if (askedOn && askedOn <= today)
      note('held', askedOn, heldOn, [notWantedOn, heldOn === undefined ? closedOn : undefined])
    note('certificate', openedOn, certificateOn, [appealOn, closedOn])
    note('appeal', openedOn, appealOn, [closedOn])
  }
  return cells
}
