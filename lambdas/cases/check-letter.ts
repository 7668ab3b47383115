import { type CalendarDate, formatDate } from '../law/calendar-date.ts'
import type { FactProblem } from './check-fact.ts'
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
  if (doneOn > today) {
    return [
      { field: 'doneOn', message: `The date must be today or in the past. ${formatDate(doneOn)} is in the future` },
    ]
  }
  if (doneOn < wantedOn) {
    return [
      {
        field: 'doneOn',
        message: `The date cannot be ${formatDate(doneOn)}: the letter has been wanted only since ${formatDate(wantedOn)}`,
      },
    ]
  }
  return []
}
