import { expect, it } from 'vitest'
import { FACT_TYPES } from '../../lambdas/cases/facts.ts'
import { COUNCIL_MESSAGE_KINDS, MESSAGE_KINDS } from '../../lambdas/cases/message.ts'
import { CASE_OUTCOMES, ROUTES } from '../../lambdas/cases/outcome.ts'
import { NEXT_DATE_KINDS } from '../../lambdas/cases/plan/next-date-kind.ts'
import { STAGES, TIME_OUTCOMES, WAIT_NAMES } from '../../lambdas/cases/stages.ts'
import { TASK_KINDS } from '../../lambdas/cases/task.ts'

/** Closed words that stand in code, stored rows and addresses by themselves: who searches for one is to find one thing. */
const VOCABULARIES = {
  facts: FACT_TYPES,
  'messages to families': MESSAGE_KINDS,
  'messages to the council’s own people': COUNCIL_MESSAGE_KINDS,
  'ways in which a wait ends by itself': TIME_OUTCOMES,
  waits: WAIT_NAMES,
  stages: STAGES,
  tasks: TASK_KINDS,
  'ends of a case': CASE_OUTCOMES,
  'routes of a case': ROUTES,
  'what the next date of a case is for': NEXT_DATE_KINDS,
} as const

/** What is in two of them all the same, each with why. A word too many or too few does not compile. */
const IN_TWO: Readonly<Record<WordInTwo, string>> = {
  duties: 'The stage has this one wait.',
}

type Vocabularies = { [Name in keyof typeof VOCABULARIES]: (typeof VOCABULARIES)[Name][number] }
type WordInTwo = {
  [Name in keyof Vocabularies]: Vocabularies[Name] & Vocabularies[Exclude<keyof Vocabularies, Name>]
}[keyof Vocabularies]

it('has each word in one vocabulary', () => {
  const words: readonly string[] = Object.values(VOCABULARIES).flat()
  const twice = words.filter((word, index) => words.indexOf(word) !== index)
  expect(twice.filter((word) => !Object.hasOwn(IN_TWO, word))).toEqual([])
})
