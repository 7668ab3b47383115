import { describe, expect, it } from 'vitest'
import { FACT_TYPES } from '../../lambdas/cases/facts.ts'
import { APPEAL_OUTCOMES } from '../../lambdas/cases/tribunal/closed-words.ts'
import { DECISION_KINDS } from '../../lambdas/law/appealable-decisions.ts'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { NEXT_DATE_WORDS, OUTCOME_EXPLANATIONS, WAIT_WORDS } from '../../lambdas/staff/cases/journey-words.ts'
import * as closedWords from '../../lambdas/staff/closed-words.ts'
import { asksFor, STAFF_FACTS } from '../../lambdas/staff/facts/all-facts.ts'
import { describeAppeal } from '../../lambdas/staff/facts/describe-route.ts'
import { correctionEffect, recordingEffect, removalEffect } from '../../lambdas/staff/facts/recording-words.ts'
import { STAFF_TASKS } from '../../lambdas/staff/tasks/all-tasks.ts'
import { aCase } from '../cases/case-builder.ts'

const FACTS = Object.values(STAFF_FACTS)
const subject = aCase({ sections: ['B', 'F', 'I'] }).build()

/** Everything that the pages say in words of their own. */
const SAID: readonly string[] = [
  ...FACT_TYPES.flatMap((type) => asksFor(type)?.(subject, parseCalendarDate('2026-03-10'), []).fields ?? []).flatMap(
    (field) => [
      field.label,
      field.hint ?? '',
      ...('options' in field ? field.options.flatMap(({ text, hint }) => [text, hint ?? '']) : []),
    ],
  ),
  ...FACTS.flatMap(({ name, title }) => [name, title]),
  ...FACT_TYPES.flatMap((type) => [...recordingEffect(type, 'open'), ...recordingEffect(type, 'closed')]),
  ...(['open', 'closed'] as const).flatMap((status) => [
    ...correctionEffect('certificate-issued', status),
    ...correctionEffect('meeting-moved', status),
    ...removalEffect(status),
  ]),
  ...Object.values(WAIT_WORDS).flatMap(({ what, why }) => [what, why]),
  ...Object.values(NEXT_DATE_WORDS).flatMap(({ what, passed }) => [what, passed]),
  ...Object.values(OUTCOME_EXPLANATIONS),
  ...Object.values(STAFF_TASKS).map(({ name }) => name),
  ...Object.values(closedWords).flatMap((words) => (typeof words === 'object' ? Object.values(words) : [])),
  ...DECISION_KINDS.map(describeAppeal),
].filter((text) => text !== '')

describe('the words of the staff pages', () => {
  it('come in sentences of 25 words at most', () => {
    const long = SAID.flatMap((text) => text.split(/(?<=[.?!:])\s/)).filter((one) => one.split(/\s+/).length > 25)
    expect(long).toEqual([])
  })

  it('have no contractions, no Latin and no words of programmers', () => {
    expect(
      SAID.filter((text) => /n['’]t\b|['’](re|ve|ll)\b|\b(e\.?g|i\.?e|etc|via|null|undefined|ID|JSON)\b/.test(text)),
    ).toEqual([])
  })

  it('write the right apostrophe', () => {
    expect(SAID.filter((text) => text.includes("'"))).toEqual([])
  })
})

describe('every fact', () => {
  it('has a name of its own, and says what recording it sets in motion, unless nothing does', () => {
    const names = FACTS.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const silent = FACT_TYPES.filter((type) => STAFF_FACTS[type].form && STAFF_FACTS[type].effect === undefined)
    expect(silent).toEqual(['case-opened', 'contact-details-changed', 'note-added'])
  })

  it('is told on the timeline as something that happened', () => {
    for (const { title } of FACTS) expect(title).not.toMatch(/^(End|Change|Add|Correct|Take) /)
  })

  it('that can end an appeal has a line in the table of outcomes', () => {
    expect(Object.keys(closedWords.APPEAL_OUTCOME_WORDS).sort()).toEqual([...APPEAL_OUTCOMES, 'open'].sort())
  })
})
