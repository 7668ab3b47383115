import { DECISION_KINDS } from '../../lambdas/law/appealable-decisions.ts'
import { addDays, type CalendarDate, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { isWorkingDay } from '../../lambdas/law/working-days.ts'
import { randomFrom } from './random.ts'
import { ROADS, type Road, type RoadStep } from './roads.ts'
import type { Story } from './stories.ts'

/** A case of the year: made up from a seed, with what must come of it. */
export interface YearCase {
  /** Short, to tell the cases apart on the screen. */
  readonly family: string
  readonly opening: Story['opening']
  readonly road: Road
  readonly steps: readonly RoadStep[]
}

const PARENTS = ['Amira Haddad', 'Joan Price', 'Piotr Nowak', 'Grace Mensah', 'Ravi Patel', 'Ellen Walsh', 'Mei Chen']
const CHILDREN = ['Noor', 'Callum', 'Zofia', 'Kofi', 'Anya', 'Finn', 'Lian', 'Rosa', 'Idris']

/** The days on which the year's letters are sent: spread over so many days from its first. */
const DAYS_OF_LETTERS = 270

/**
 * The cases of a council's year, the same for the same seed. Every road is taken, every decision too, as often as `count`
 * allows.
 *
 * @param count at least as many as there are roads
 * @throws RangeError when `count` is too small for every road to be taken
 */
export function makeYear(seed: number, count: number, firstDay: string): readonly YearCase[] {
  if (count < ROADS.length) {
    throw new RangeError(`A year of ${count} cases cannot take all ${ROADS.length} roads. Ask for more cases.`)
  }
  const random = randomFrom(seed)
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value
  const start = parseCalendarDate(firstDay)
  return Array.from({ length: count }, (_, index): YearCase => {
    const road = ROADS[index % ROADS.length] as Road
    const decisions = road.decisions ?? DECISION_KINDS
    // Each decision in turn, so that none is left to chance.
    const decisionKind = decisions[(index + Math.floor(index / ROADS.length)) % decisions.length] ?? pick(decisions)
    const on = workingDayFrom(addDays(start, Math.floor(random() * DAYS_OF_LETTERS)))
    const parent = pick(PARENTS)
    const surname = parent.split(' ').at(-1) ?? parent
    const number = String(index + 1).padStart(2, '0')
    return {
      family: `${surname} ${number}`,
      opening: {
        on,
        decisionKind,
        placementOnly: road.placementOnly ?? false,
        printedOn: on,
        sentOn: on,
        parent,
        child: `${pick(CHILDREN)} ${surname}`,
        email: `family-${number}@example.com`,
      },
      road,
      steps: road.steps(decisionKind, on),
    }
  })
}

function workingDayFrom(day: CalendarDate): CalendarDate {
  return isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1))
}
