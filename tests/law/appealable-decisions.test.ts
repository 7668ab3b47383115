import { describe, expect, it } from 'vitest'
import {
  APPEALABLE_DECISIONS,
  DECISION_KINDS,
  isPlacementOnly,
  noticeContents,
  type PlanSection,
} from '../../lambdas/law/appealable-decisions.ts'

describe('the decisions that can be appealed (CFA 2014, section 51(2))', () => {
  it.each([
    ['refusal-to-assess', '51(2)(a)', 'SEND35A', false, undefined],
    ['refusal-to-issue-plan', '51(2)(b)', 'SEND35', true, undefined],
    ['plan-contents', '51(2)(c)', 'SEND35', true, ['B', 'F', 'I']],
    ['refusal-to-reassess', '51(2)(d)', 'SEND35', true, undefined],
    ['refusal-to-amend-plan', '51(2)(e)', 'SEND35', true, undefined],
    ['ceasing-plan', '51(2)(f)', 'SEND35', true, undefined],
  ] as const)(
    '%s: section %s, on form %s, with recommendations: %s (SI 2017/1306)',
    (kind, section, form, more, parts) => {
      const { provision, form: itsForm, recommendations, sections } = APPEALABLE_DECISIONS[kind]
      expect([itsForm, recommendations, sections]).toEqual([form, more, parts])
      expect(provision.title).toBe(`Children and Families Act 2014, section ${section}`)
      expect(DECISION_KINDS).toContain(kind)
    },
  )

  it.each([
    ['refusal-to-assess', ['5(3)'], false],
    ['refusal-to-issue-plan', ['10(3)'], true],
    ['plan-contents', ['14(2)', '22(5)'], true],
    ['refusal-to-reassess', ['25(2)'], true],
    ['refusal-to-amend-plan', ['20(11)', '21(10)'], true],
    ['ceasing-plan', ['31(3)'], true],
  ] as const)(
    '%s: its notice is that of regulation %j, and names the power to recommend: %s',
    (kind, regulations, more) => {
      expect(APPEALABLE_DECISIONS[kind].notice.map(({ title }) => title)).toEqual(
        regulations.map((one) => `SEND Regulations 2014, regulation ${one}`),
      )
      const always = ['right-to-appeal', 'time-limits', 'mediation-information', 'disagreement-resolution-and-advice']
      expect(noticeContents(kind)).toEqual(more ? [...always, 'recommendations'] : always)
    },
  )

  it('are six', () => {
    expect(DECISION_KINDS).toHaveLength(6)
    expect(Object.keys(APPEALABLE_DECISIONS).sort()).toEqual([...DECISION_KINDS].sort())
  })

  it.each<[PlanSection[], boolean]>([
    [['I'], true],
    [['I', 'I'], true],
    [['F', 'I'], false],
    [['I', 'B'], false],
    [['B'], false],
    [[], false],
  ])('a dispute about %j needs no certificate (section 55(2)): %s', (sections, placementOnly) => {
    expect(isPlacementOnly(sections)).toBe(placementOnly)
  })
})
