import { describe, expect, it } from 'vitest'
import type { Sequence } from '../../../lambdas/cases/sequence.ts'
import { TASK_KINDS } from '../../../lambdas/cases/tasks.ts'
import { formOnCasePage } from '../../../lambdas/staff/facts/all-facts.ts'
import { STAFF_TASKS, type StaffTask } from '../../../lambdas/staff/tasks/all-tasks.ts'

describe('every kind of task', () => {
  it('has a name of its own', () => {
    const names = TASK_KINDS.map((kind) => STAFF_TASKS[kind].name)
    expect(new Set(names).size).toBe(names.length)
  })

  it.each(TASK_KINDS)('%s: leads to a form on the page of the case, a correction or nowhere', (kind) => {
    const { recordedBy } = STAFF_TASKS[kind]
    if (typeof recordedBy === 'string') expect(formOnCasePage(recordedBy)?.type).toBe(recordedBy)
  })

  it('has to say what it leads to: what is left out does not compile', () => {
    const { recordedBy, ...rest } = STAFF_TASKS['chase-acknowledgement']
    // @ts-expect-error What "Record it" leads to is missing.
    const task: StaffTask<Sequence> = rest
    expect([recordedBy, task]).toEqual(['complaint-acknowledged', rest])
  })
})
