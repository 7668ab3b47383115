import { InvalidDateError } from '../../lambdas/law/calendar-date.ts'
import { DateOrderError, HolidaysNotKnownError, RuleNotInForceError } from '../../lambdas/law/law-errors.ts'
import { FactsError } from './facts.ts'

const REFUSALS = [FactsError, DateOrderError, HolidaysNotKnownError, RuleNotInForceError, InvalidDateError]

/**
 * Why facts have no answer, in words for whoever gave them.
 *
 * @throws the error itself when it is none that facts can cause: a fault of the program is not told as one of the row
 */
export function whyNoAnswer(error: unknown): string {
  for (const refusal of REFUSALS) if (error instanceof refusal) return error.message
  throw error
}
