import * as v from 'valibot'
import { calendarDay, type Details } from '../details.ts'
import { openDuties } from '../duty-dates.ts'
import { AN_AWAITED_EVENT, type FactKind, STARTS_NOTHING } from '../fact-kind.ts'
import { dutyDoneProblems } from './checks.ts'
import { dutyOfFact } from './duty-of-fact.ts'

const doneDetails = v.strictObject({ ...dutyOfFact.entries, doneOn: calendarDay })

/** The council did what an agreement, an order or a concession asked of it. */
export const dutyDone: FactKind<Details<typeof doneDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: doneDetails,
  happenedOn: ({ doneOn }) => doneOn,
  canHappenAgain: false,
  changes: (before, { details: { of, rule, doneOn } }) => ({
    ...before,
    undertakings: before.undertakings.map((one) =>
      one.of === of ? { ...one, done: [...one.done, { rule, doneOn }] } : one,
    ),
  }),
  problems: dutyDoneProblems,
  canBeRecorded: ({ subject }) => subject.undertakings.some((one) => openDuties(one).length > 0),
}
