import { describe, expect, it } from 'vitest'
import { stageTable } from '../../lambdas/cases/stage.ts'
import { STAGE_TABLES, STAGES, stageOf, WAIT_NAMES } from '../../lambdas/cases/stages.ts'

const named = ['A name', 'A sentence.'] as const
const table = {
  name: 'a-stage',
  says: 'A stage.',
  sideBySide: false,
  outlastsAYear: false,
  beginsWith: 'first',
  end: 'It ends.',
} as const
const closing = { tell: named, messages: { 'case-withdrawn': 'closing-after-withdrawal' } } as const
const states = { tell: named, wait: named, ask: named } as const

describe('the table of a stage', () => {
  it('compiles when every word leads somewhere', () => {
    const stage = stageTable({
      ...table,
      waits: {
        first: {
          ...states,
          facts: { 'certificate-issued': 'second', 'case-withdrawn': 'tell-and-end' },
          timeBrings: 'nothing',
          byItself: { nothing: 'end' },
        },
        second: { ...states, facts: {}, timeBrings: 'nothing', byItself: { nothing: 'first' } },
      },
      closing,
    })
    expect(Object.keys(stage.waits)).toEqual(['first', 'second'])
  })

  it('does not compile with a misspelt wait, fact or word, or without what the family is told', () => {
    const nothing = { timeBrings: 'nothing', byItself: { nothing: 'end' } } as const
    const told = { facts: { 'case-withdrawn': 'tell-and-end' }, ...nothing } as const
    const tables = [
      () =>
        stageTable({
          ...table,
          // @ts-expect-error a wait that the stage has not
          waits: { first: { ...states, ...nothing, facts: { 'certificate-issued': 'frist' } } },
          closing,
        }),
      () =>
        stageTable({
          ...table,
          // @ts-expect-error a fact that there is not
          waits: { first: { ...states, ...nothing, facts: { 'certificate-isued': 'end' } } },
          closing,
        }),
      () =>
        stageTable({
          ...table,
          // @ts-expect-error a first wait that there is not
          beginsWith: 'frist',
          waits: { first: { ...states, ...told } },
          closing,
        }),
      () =>
        stageTable({
          ...table,
          // @ts-expect-error a word for the time that leads nowhere
          waits: { first: { ...states, ...told, timeBrings: 'noting' } },
          closing,
        }),
      () =>
        stageTable({
          ...table,
          waits: { first: { ...states, ...told } },
          // @ts-expect-error no message for a word after which the family is told
          closing: { tell: named, messages: {} },
        }),
    ]
    expect(tables).toHaveLength(5)
  })
})

describe('the stages', () => {
  it('stand under their own names', () => {
    for (const stage of STAGES) expect(STAGE_TABLES[stage].name).toBe(stage)
  })

  it('have no two waits of the same name', () => {
    const names = STAGES.flatMap((stage) => Object.keys(STAGE_TABLES[stage].waits))
    expect(names).toEqual([...new Set(names)])
    for (const name of WAIT_NAMES) expect(Object.keys(STAGE_TABLES[stageOf(name)].waits)).toContain(name)
  })
})
