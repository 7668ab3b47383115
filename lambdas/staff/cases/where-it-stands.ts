import { STAGES } from '../../cases/stages.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Tag } from '../tag.ts'
import type { dateCards } from './date-cards.ts'
import type { undertakingViews } from './duties-view.ts'
import { NEXT_DATE_WORDS } from './journey-words.ts'
import { type NextStep, WORKING } from './next-steps.ts'

/** Those by which the family comes to its appeal, one after the other. The others go on beside them. */
const MAIN_ROUTE = new Set(STAGES.slice(0, STAGES.indexOf('tribunal') + 1))

/**
 * Where a case stands on the way to an appeal, in one sentence. What goes on beside that is among its next steps.
 * @param steps what is next on the case, at least one
 */
export function whereItStands(steps: readonly NextStep[]): string {
  const standing = steps.filter(({ stands }) => stands !== undefined)
  const onMainRoute = standing
    .filter(({ stage }) => stage && MAIN_ROUTE.has(stage))
    .toSorted((one, other) => placeOf(other) - placeOf(one))
  const first = onMainRoute[0] ?? standing[0]
  // Nothing has come to a wait: the case is closed, or the service is at work on it.
  if (!first) return `${steps.find(({ stage }) => stage === undefined)?.what ?? WORKING.what}.`
  return `${first.stands}.`
}

function placeOf({ stage }: NextStep): number {
  return stage ? STAGES.indexOf(stage) : -1
}

/** The next date of a case and why it is that day. */
export interface NextDate {
  readonly date: CalendarDate
  readonly dateInWords: string
  readonly what: string
  /** Which one it is, of those that a case can have several of. */
  readonly about?: string
  /** How the day was worked out; where the law sets none, why the case waits for it. */
  readonly because: string
  /** Below which page of the case the whole working stands. */
  readonly workedOutOn?: 'dates' | 'duties'
  readonly tag?: Tag
}

/** The next date of a case; undefined while nothing of it waits for a day. @param steps the earliest date first */
export function nextDateOf(
  steps: readonly NextStep[],
  dates: ReturnType<typeof dateCards>,
  undertakings: ReturnType<typeof undertakingViews>,
): NextDate | undefined {
  const next = steps.find(({ date }) => date !== undefined)
  if (!next?.date || !next.kind || !next.dateInWords) return undefined
  const { date, kind, dateInWords, about, why, tag } = next
  const { what, workedOutAs } = NEXT_DATE_WORDS[kind]
  const worked =
    workedOutAs === 'duty'
      ? undertakings.flatMap(({ duties }) => duties).find(({ aimDate }) => aimDate === date)
      : dates.find((card) => card.kind === workedOutAs && card.aimDate === date)
  return {
    date,
    dateInWords,
    what,
    ...(about && { about }),
    because: worked?.working[0] ?? why,
    ...(worked && { workedOutOn: workedOutAs === 'duty' ? ('duties' as const) : ('dates' as const) }),
    ...(tag && { tag }),
  }
}
