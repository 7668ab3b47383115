import { whichDates } from '../../lambdas/law/which-dates.ts'
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
export function answerQuestion(typed: ReadonlyMap<InputColumn, string>, json: boolean): string {
  const facts = readFacts((column) => typed.get(column) ?? '', flagOf)
  const { dates } = whichDates(facts)
  const given = (column: InputColumn) => typed.has(column)
  if (!json) return inWords(dates, missingFacts(facts, dates, given))
  return `${JSON.stringify({ input: Object.fromEntries(typed), error: null, ...answerJson(facts, dates, given) })}\n`
}
