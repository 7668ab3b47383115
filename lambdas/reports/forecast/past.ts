import type { CellsByPeriod } from '../../cases/counted-cells.ts'
import { addMonths, type CalendarDate, daysBetween } from '../../law/calendar-date.ts'
import { firstDayOf, type Month, monthAfter, monthOf, monthsFrom } from '../../law/month.ts'
import { cellsOfMeasure } from '../cells.ts'
import { type Became, type CanCome, KINDS_TO_COME, whatCanCome } from './what-can-come.ts'

/** So many whole months are looked back to. With the present one and all time a page reads 38 rows. */
export const MONTHS_BACK = 36
/** What takes longer counts as taking so many months: few things do. */
const LONGEST = 8

/** By how many months it was after it had begun, from 0. */
export type ByDelay = readonly number[]

/** What happened in one month of those things of which something can come. */
export interface MonthOfCourse {
  /** How many were open at its start, with those that began in it. */
  readonly open: ByDelay
  readonly happened: ByDelay
  readonly noLonger: ByDelay
}

/** What was counted of one kind of thing that can come. */
export interface Course {
  readonly months: readonly MonthOfCourse[]
  /** What is open now. */
  readonly openNow: ByDelay
}

/** What the forecast rests on. */
export interface Past {
  /** The first month in which a case was opened; it need not have been a whole one. The last of `months` is the present one. */
  readonly from: Month
  /** How much of each month has passed: 1 of each but the last. */
  readonly passed: readonly number[]
  /** How many cases were opened in each. */
  readonly opened: readonly number[]
  readonly courses: Readonly<Record<CanCome, Course>>
}

/**
 * Reads the past from the cells of the last months.
 * @param cells as `cellsOfMonths` reads them, from `MONTHS_BACK` months before the present one on
 * @param today the day in England
 * @returns undefined where no case was opened in that time
 */
export function pastOf(cells: CellsByPeriod, today: CalendarDate): Past | undefined {
  const present = monthOf(today)
  const counted = countedIn(cells, { from: monthAfter(present, -MONTHS_BACK), to: present })
  const from = counted
    .flatMap(({ row, column, month }) => (row === 'appeal' && column !== 'taken-over' ? [month] : []))
    .sort()[0]
  if (from === undefined) return undefined
  const size = monthsFrom(from, present)
  const begun = new Map(
    KINDS_TO_COME.map((kind) => [
      kind,
      beginningsOf(
        counted.filter(({ row }) => row === kind),
        from,
        size,
      ),
    ]),
  )
  const courses = Object.fromEntries([...begun].map(([kind, own]) => [kind, courseOf(own, size)])) as Record<
    CanCome,
    Course
  >
  return {
    from,
    passed: [...Array<number>(size - 1).fill(1), shareOfMonth(today)],
    // Every case is one of which an appeal can come.
    opened: (begun.get('appeal') ?? []).map(({ own }) => own),
    courses,
  }
}

interface CountedThing {
  readonly month: Month
  readonly row: CanCome
  readonly column: Became
  readonly delay: number
  readonly count: number
}

function countedIn(
  cells: CellsByPeriod,
  { from, to }: { readonly from: Month; readonly to: Month },
): readonly CountedThing[] {
  return cellsOfMeasure(cells, whatCanCome).flatMap(({ period, row, column, days = 0, number }): CountedThing[] => {
    if (period < from || period > to || number === 0) return []
    // Its rows and columns are closed lists.
    return [{ month: period as Month, row: row as CanCome, column: column as Became, delay: days, count: number }]
  })
}

/** What began in one month, and what became of it by the number of months after. */
interface Beginning {
  /** Without cases that were taken over. */
  own: number
  takenOver: number
  readonly happened: number[]
  readonly noLonger: number[]
}

function beginningsOf(counted: readonly CountedThing[], from: Month, size: number): readonly Beginning[] {
  const all = Array.from({ length: size }, (): Beginning => ({ own: 0, takenOver: 0, happened: [], noLonger: [] }))
  for (const { month, column, delay, count } of counted) {
    // What was taken over can have begun before everything else.
    const one = all[Math.max(0, monthsFrom(from, month) - 1)]
    if (!one) continue
    if (column === 'taken-over') one.takenOver += count
    else one.own += count
    const ends = column === 'happened' ? one.happened : column === 'no-longer' ? one.noLonger : undefined
    if (ends) ends[delay] = (ends[delay] ?? 0) + count
  }
  return all
}

function courseOf(begun: readonly Beginning[], size: number): Course {
  const months = Array.from({ length: size }, () => ({ open: noneYet(), happened: noneYet(), noLonger: noneYet() }))
  const openNow = noneYet()
  begun.forEach(({ own, takenOver, happened, noLonger }, first) => {
    let open = own
    months.slice(first).forEach((month, after) => {
      const delay = Math.min(after, LONGEST)
      const [came, ended] = [happened[after] ?? 0, noLonger[after] ?? 0]
      add(month.open, delay, open)
      add(month.happened, delay, came)
      add(month.noLonger, delay, ended)
      open -= came + ended
    })
    add(openNow, Math.min(size - 1 - first, LONGEST), open + takenOver)
  })
  return { months, openNow }
}

function noneYet(): number[] {
  return Array<number>(LONGEST + 1).fill(0)
}

function add(counts: number[], place: number, number: number): void {
  counts[place] = (counts[place] ?? 0) + number
}

/** How much of the month has passed by the middle of a day. */
function shareOfMonth(today: CalendarDate): number {
  const first = firstDayOf(monthOf(today))
  return (daysBetween(first, today) + 0.5) / daysBetween(first, addMonths(first, 1))
}
