import { describe, expect, it } from 'vitest'
import { FACT_TYPES } from '../../lambdas/cases/facts.ts'
import { mayRecord } from '../../lambdas/recording/actor.ts'
import { NOBODY, OFFICER } from './recording-for-tests.ts'

const EVERYTHING = [...FACT_TYPES, 'task-done', 'letter-done'] as const

describe('who may record what', () => {
  it.each(EVERYTHING)('a case officer may record %s, and somebody without a role may not', (what) => {
    expect([mayRecord(OFFICER, what), mayRecord(NOBODY, what)]).toEqual([true, false])
  })
})
