import * as v from 'valibot'
import type { Case, Undertaking } from '../case.ts'
import { changedOne } from '../changed-one.ts'
import { calendarDay, type Details } from '../details.ts'
import { canBeExcused, dutyDates, hasADayOfItsOwn, openDuties } from '../duty-dates.ts'
import { A_SELDOM_EVENT, AN_AWAITED_EVENT, type FactKind, STARTS_NOTHING } from '../fact-kind.ts'
import type { Sequence } from '../sequence.ts'
import { dutyDayProblems, dutyDoneProblems, dutyExcusedProblems } from './checks.ts'
import { REASONS_TO_BE_LATE } from './closed-words.ts'
import { dutyOfFact } from './duty-of-fact.ts'

const doneDetails = v.strictObject({ ...dutyOfFact.entries, doneOn: calendarDay })

/** The council did what an agreement, an order or a concession asked of it. */
export const dutyDone: FactKind<Details<typeof doneDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: doneDetails,
  happenedOn: ({ doneOn }) => doneOn,
  canHappenAgain: false,
  changes: (before, { details: { of, rule, doneOn } }) =>
    changed(before, of, (one) => ({ ...one, done: [...one.done, { rule, doneOn }] })),
  problems: dutyDoneProblems,
  canBeRecorded: ({ subject }) =>
    subject.undertakings.some((one) => dutyDates(one).some((duty) => duty.canHaveBeenDone)),
}

const daySetDetails = v.strictObject({ ...dutyOfFact.entries, setOn: calendarDay, day: calendarDay })

/**
 * One thing got a day of its own: the Tribunal directed it (regulation 44(1), "any direction made by the First-tier Tribunal"), or
 * the parties agreed it in writing (regulation 42(5)).
 */
export const dutyDaySet: FactKind<Details<typeof daySetDetails>> = {
  ...A_SELDOM_EVENT,
  details: daySetDetails,
  happenedOn: ({ setOn }) => setOn,
  canHappenAgain: true,
  changes: (before, { details: { of, rule, day } }) =>
    changed(before, of, (one) => ({
      ...one,
      days: [...one.days.filter((other) => other.rule !== rule), { rule, day }],
      // Whoever sets a new day knew why it was late.
      excused: one.excused.filter((other) => other.rule !== rule),
    })),
  problems: dutyDayProblems,
  canBeRecorded: ({ subject }) =>
    subject.undertakings.some((one) => hasADayOfItsOwn(one) && openDuties(one).length > 0),
}

const excusedDetails = v.strictObject({
  ...dutyOfFact.entries,
  excusedOn: calendarDay,
  reason: v.picklist(REASONS_TO_BE_LATE),
})

/** The law lets the day of one thing pass, because of the family or a school (regulations 44(3) and 45(7)). */
export const dutyExcused: FactKind<Details<typeof excusedDetails>> = {
  ...A_SELDOM_EVENT,
  details: excusedDetails,
  happenedOn: ({ excusedOn }) => excusedOn,
  canHappenAgain: false,
  changes: (before, { details: { of, rule, reason } }) =>
    changed(before, of, (one) => ({ ...one, excused: [...one.excused, { rule, reason }] })),
  problems: dutyExcusedProblems,
  canBeRecorded: ({ subject }) =>
    subject.undertakings.some((one) => openDuties(one).some((duty) => canBeExcused(duty) && !duty.excused)),
}

function changed(before: Case, of: Sequence, change: (one: Undertaking) => Undertaking): Case {
  return { ...before, undertakings: changedOne(before.undertakings, of, change) }
}
