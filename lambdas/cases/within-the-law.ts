import { type CalendarDate, parseCalendarDate } from '../law/calendar-date.ts'
import { DateOrderError, HolidaysNotKnownError, NoTimeInLawError, RuleNotInForceError } from '../law/law-errors.ts'
import { whichDates } from '../law/which-dates.ts'
import { nextWorkingDayOnOrAfter } from '../law/working-days.ts'
import type { Case } from './case.ts'
import { caseDates } from './case-dates.ts'
import { dateFactsOfComplaint } from './date-facts-of.ts'
import { dutyDates } from './duty-dates.ts'
import { type FactProblem, firstOf, problem } from './fact-problem.ts'
import { requestDates } from './request-dates.ts'

/**
 * Tries whether the law can set the dates of a case: its rules were in force, and its bank holidays are known. An error
 * that says otherwise is a problem with what was typed; any other is a fault of ours and is thrown.
 *
 * @param subject the case with the fact
 * @param details the fact's, of which each date is tried; the first of its dates is the one that a problem is told at
 * @param today the day in England
 */
export function lawProblems(subject: Case, details: object, today: CalendarDate): readonly FactProblem[] {
  const dates = datesIn(details)
  for (const [field, day] of dates) {
    const problems = problemsOf(field, () => nextWorkingDayOnOrAfter(day))
    if (problems.length > 0) return problems
  }
  return firstOf(
    problemsOf(dates[0]?.[0] ?? '', () => {
      caseDates(subject, today)
      for (const undertaking of subject.undertakings) dutyDates(undertaking)
      for (const complaint of subject.complaints) whichDates(dateFactsOfComplaint(complaint))
    }),
    problemsOf('requestReceivedOn', () => requestDates(subject.decision)),
  )
}

function problemsOf(field: string, work: () => unknown): readonly FactProblem[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof RuleNotInForceError) {
      return problem(field, 'This service knows the law from 1 September 2014. Check the year')
    }
    const outside =
      error instanceof HolidaysNotKnownError || error instanceof DateOrderError || error instanceof NoTimeInLawError
    if (!outside) throw error
    return problem(field, error.message)
  }
}

function datesIn(details: object): readonly (readonly [field: string, day: CalendarDate])[] {
  return Object.entries(details).flatMap(([field, value]) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? [[field, parseCalendarDate(value)] as const] : [],
  )
}
