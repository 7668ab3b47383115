import { describe, expect, it } from 'vitest'
import type { FactType } from '../../../lambdas/cases/fact.ts'
import { FACT_TYPES } from '../../../lambdas/cases/facts.ts'
import { actionGroups } from '../../../lambdas/staff/cases/action-groups.ts'

describe('what can be recorded', () => {
  it('is in the group of its route, each in one, and nothing is missing', () => {
    // A case is opened by a form of its own, and taking back is reached from what can be corrected.
    const reachedElsewhere: readonly FactType[] = ['case-opened', 'fact-removed']
    const everything = FACT_TYPES.filter((type) => !reachedElsewhere.includes(type))
    const offered = actionGroups('2222-3333', everything).flatMap(({ actions }) => actions.map(({ type }) => type))
    expect(offered.toSorted()).toEqual(everything.toSorted())
  })

  it('leads to its form, a correction to the list of what can be corrected', () => {
    expect(actionGroups('2222-3333', ['note-added', 'fact-corrected', 'fact-removed', 'response-sent'])).toEqual([
      {
        heading: 'Appeal',
        actions: [
          {
            type: 'response-sent',
            name: 'The council sent its response to the Tribunal',
            href: '/cases/2222-3333/record/response-sent',
          },
        ],
      },
      {
        heading: 'The case',
        actions: [
          { type: 'note-added', name: 'Add a note', href: '/cases/2222-3333/record/note-added' },
          { type: 'fact-corrected', name: 'Correct something', href: '/cases/2222-3333/correct' },
        ],
      },
    ])
  })
})
