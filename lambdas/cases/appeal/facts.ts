import * as v from 'valibot'
import { calendarDay, type Details } from '../details.ts'
import { AN_AWAITED_EVENT, type FactKind, STARTS_NOTHING } from '../fact-kind.ts'
import { happened } from '../fact-problem.ts'

const agreementDetails = v.strictObject({ agreedOn: calendarDay })

/** The family and the council agreed without an appeal. */
export const agreementReached: FactKind<Details<typeof agreementDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: agreementDetails,
  happenedOn: ({ agreedOn }) => agreedOn,
  canHappenAgain: true,
  changes: (before, { sequence, details }) => ({ ...before, agreement: { sequence, ...details } }),
  problems: (situation, { agreedOn }) =>
    happened(situation, { field: 'agreedOn', what: 'The date of the agreement', day: agreedOn }),
}
