import { type CalendarDate, formatDate } from '../law/calendar-date.ts'
import { type FactProblem, notInFuture, problem } from './fact-problem.ts'
import type { Letter } from './letter.ts'

/**
 * Checks the day on which a letter was posted, or the family was told another way.
 * @param today the day in England
 * @returns every problem; none when the day can be recorded
 */
export function checkLetterDone(
  { wantedOn }: Pick<Letter, 'wantedOn'>,
  doneOn: CalendarDate,
  today: CalendarDate,
): readonly FactProblem[] {
  const future = notInFuture({ field: 'doneOn', what: 'The date', day: doneOn }, today)
  if (future.length > 0) return future
  if (doneOn < wantedOn) {
    return problem(
      'doneOn',
      `The date cannot be ${formatDate(doneOn)}: the letter has been wanted only since ${formatDate(wantedOn)}`,
    )
  }
  return []
}
