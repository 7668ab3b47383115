import { addMonths, type CalendarDate } from '../../law/calendar-date.ts'
import type { WaitSituation } from './wait-situation.ts'

/**
 * An execution may last a year at most (https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html). Long
 * before that the stage begins again in a new one.
 */
const MONTHS_OF_ONE_EXECUTION = 9

/** The day on which a stage that can outlast a year goes over to a new execution. */
export function dayToRenew({ startedOn }: WaitSituation): CalendarDate {
  return addMonths(startedOn, MONTHS_OF_ONE_EXECUTION)
}
