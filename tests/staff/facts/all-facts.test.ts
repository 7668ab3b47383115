import { describe, expect, it } from 'vitest'
import { FACT_TYPES, kindOf } from '../../../lambdas/cases/facts.ts'
import { formOnCasePage, STAFF_FACTS } from '../../../lambdas/staff/facts/all-facts.ts'
import type { StaffFacts } from '../../../lambdas/staff/facts/staff-fact.ts'

describe('every kind of fact', () => {
  it('can be corrected by a form, unless it is no event of the case', () => {
    const cannot = FACT_TYPES.filter((type) => !STAFF_FACTS[type].correction)
    expect(cannot).toEqual(FACT_TYPES.filter((type) => kindOf(type).about !== 'the-case'))
    for (const type of FACT_TYPES) {
      const { correction, form } = STAFF_FACTS[type]
      expect([type, correction !== undefined && form === undefined]).toEqual([type, false])
    }
  })

  it('has to be there, with every member: what is missing does not compile', () => {
    const note = STAFF_FACTS['note-added']
    // @ts-expect-error A fact is missing.
    const withoutOne: StaffFacts<'note-added' | 'case-withdrawn'> = { 'note-added': note }
    const { effect, ...rest } = note
    // @ts-expect-error A member is missing, though it may be nothing.
    const withoutMember: StaffFacts<'note-added'> = { 'note-added': rest }
    expect(Object.keys(withoutOne)).toEqual(['note-added'])
    expect([effect, 'effect' in withoutMember['note-added']]).toEqual([undefined, false])
  })
})

describe('an address of a form', () => {
  it('leads to a fact that is recorded on the page of a case', () => {
    expect(formOnCasePage('note-added')?.type).toBe('note-added')
  })

  it.each(['case-opened', 'fact-corrected', 'fact-removed', 'nothing', 'toString', ''])('leads nowhere: %s', (word) => {
    expect(formOnCasePage(word)).toBeUndefined()
  })
})
