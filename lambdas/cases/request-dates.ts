import type { Deadline } from '../law/deadline.ts'
import { otherDeadline } from '../law/other-deadlines.ts'
import type { Decision } from './opening/facts.ts'

/** What the council has to do by a time that runs from the request for an assessment. */
export interface RequestDates {
  readonly decideOnRequest: Deadline
  readonly refusePlanAfterRequest: Deadline
  readonly sendPlanAfterRequest: Deadline
}

/**
 * The times that run from the day on which the request for an assessment was received (D33 to D35): 6, 16 and 20 weeks.
 * Undefined while that day is not known.
 *
 * @throws RuleNotInForceError when the request is before 1 September 2014
 * @throws HolidaysNotKnownError when a date lies beyond the bank holidays that can be computed
 */
export function requestDates({ requestReceivedOn }: Pick<Decision, 'requestReceivedOn'>): RequestDates | undefined {
  return (
    requestReceivedOn && {
      decideOnRequest: otherDeadline('decideOnRequest', requestReceivedOn),
      refusePlanAfterRequest: otherDeadline('refusePlanAfterRequest', requestReceivedOn),
      sendPlanAfterRequest: otherDeadline('sendPlanAfterRequest', requestReceivedOn),
    }
  )
}
