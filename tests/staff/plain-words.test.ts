import { describe, expect, it } from 'vitest'
import { APPEAL_OUTCOMES } from '../../lambdas/cases/tribunal/closed-words.ts'
import { DECISION_KINDS } from '../../lambdas/law/appealable-decisions.ts'
import { NEXT_DATE_WORDS, OUTCOME_EXPLANATIONS, WAIT_WORDS } from '../../lambdas/staff/cases/journey-words.ts'
import { DECISION_FORM } from '../../lambdas/staff/cases/opening-form.ts'
import { describeAppeal } from '../../lambdas/staff/facts/decision-words.ts'
import { FACT_FORMS, type RecordedType } from '../../lambdas/staff/facts/fact-form.ts'
import { FACT_NAMES, factTitle } from '../../lambdas/staff/facts/fact-names.ts'
import { correctionEffect, recordingEffect, removalEffect } from '../../lambdas/staff/facts/recording-words.ts'
import { APPEAL_OUTCOME_WORDS } from '../../lambdas/staff/facts/tribunal-words.ts'
import { TASK_WORDS } from '../../lambdas/staff/tasks/task-words.ts'
import { aCase } from '../cases/case-builder.ts'

const TYPES = Object.keys(FACT_FORMS) as RecordedType[]
const subject = aCase({ sections: ['B', 'F', 'I'] }).build()

/** Everything that the pages say in words of their own. */
const SAID: readonly string[] = [
  ...[DECISION_FORM, ...TYPES.map((type) => FACT_FORMS[type](subject))].flatMap(({ fields }) =>
    fields.flatMap((field) => [
      field.label,
      field.hint ?? '',
      ...('options' in field ? field.options.flatMap(({ text, hint }) => [text, hint ?? '']) : []),
    ]),
  ),
  ...TYPES.flatMap((type) => [recordingEffect(type, 'open') ?? '', recordingEffect(type, 'closed') ?? '']),
  ...(['open', 'closed'] as const).flatMap((status) => [
    ...correctionEffect('certificate-issued', status),
    ...correctionEffect('meeting-moved', status),
    ...removalEffect(status),
  ]),
  ...Object.values(FACT_NAMES),
  ...Object.values(WAIT_WORDS).flatMap(({ what, why }) => [what, why]),
  ...Object.values(NEXT_DATE_WORDS).flatMap(({ what, passed }) => [what, passed]),
  ...Object.values(OUTCOME_EXPLANATIONS),
  ...Object.values(TASK_WORDS),
  ...Object.values(APPEAL_OUTCOME_WORDS),
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
    const names = Object.values(FACT_NAMES)
    expect(new Set(names).size).toBe(names.length)
    const silent = TYPES.filter((type) => recordingEffect(type, 'open') === undefined)
    expect(silent).toEqual(['contact-details-changed', 'note-added'])
  })

  it('is told on the timeline as something that happened', () => {
    for (const type of Object.keys(FACT_NAMES) as (keyof typeof FACT_NAMES)[]) {
      expect(factTitle(type)).not.toMatch(/^(End|Change|Add|Correct|Take) /)
    }
  })

  it('that can end an appeal has a line in the table of outcomes', () => {
    expect(Object.keys(APPEAL_OUTCOME_WORDS).sort()).toEqual([...APPEAL_OUTCOMES, 'open'].sort())
  })
})
