import { whichDates } from '../../lambdas/law/which-dates.ts'
import type { DateReading } from '../../lambdas/spreadsheet/date-cell.ts'
import type { InputColumn } from './columns.ts'
import { readFacts } from './facts.ts'
import { inWords } from './in-words.ts'
import { answerJson } from './json-format.ts'
import { missingFacts } from './missing-facts.ts'
import { flagOf } from './question.ts'

/**
 * Answers one question, typed as flags: in words, or as one JSON object on a line.
 *
 * @throws as `readFacts` and `whichDates`, when the facts have no answer
 */
export function answerQuestion(
  typed: ReadonlyMap<InputColumn, string>,
  reading: DateReading,
  format: 'words' | 'json',
): string {
  const read = readFacts((column) => typed.get(column) ?? '', flagOf, reading)
  const { dates } = whichDates(read.facts)
  if (format === 'words') return inWords(dates, missingFacts(read, dates), read.notes)
  return `${JSON.stringify({ input: Object.fromEntries(typed), error: null, ...answerJson(read, dates) })}\n`
}
