import { whichDates } from '../law/which-dates.ts'
import type { Decision } from './opening/facts.ts'

/**
 * The times that run from the day on which the request for an assessment was received (D33 to D35): 6, 16 and 20 weeks.
 * Undefined while that day is not known.
 *
 * @throws RuleNotInForceError when the request is before 1 September 2014
 * @throws HolidaysNotKnownError when a date lies beyond the bank holidays that can be computed
 */
export function requestDates({ requestReceivedOn }: Pick<Decision, 'requestReceivedOn'>) {
  return requestReceivedOn && whichDates({ requestReceivedOn }).dates
}
