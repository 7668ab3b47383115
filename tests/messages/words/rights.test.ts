import { describe, expect, it } from 'vitest'
import { DECISION_KINDS } from '../../../lambdas/cases/fact.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import type { Block } from '../../../lambdas/messages/content.ts'
import { REGULATION_32_ITEMS, regulation32 } from '../../../lambdas/messages/passages/regulation-32.ts'
import { aCase } from '../../cases/case-builder.ts'
import { wordsOf } from '../read-message.ts'
import { council, SITUATIONS, situation, YOUNG_PERSON } from '../situations.ts'

const NEEDING_A_CERTIFICATE = Object.entries(SITUATIONS).filter(
  ([, { kind, subject }]) => kind === 'rights' && !subject.decision.placementOnly,
)

describe.each(NEEDING_A_CERTIFICATE)('%s', (_name, situation) => {
  const { text } = composeMessage(situation)

  it.each(REGULATION_32_ITEMS)('carries item (%s) of regulation 32 word for word', (item) => {
    for (const block of regulation32(situation)[item]) {
      for (const words of textsOf(block)) expect(text).toContain(words)
    }
  })

  it('says what regulation 32 asks for', () => {
    expect(text).toContain('You have the right to mediation about this decision.')
    expect(text).toContain('You need a certificate from the mediation adviser before you appeal.')
    expect(text).toContain(council.mediationAdviser.phone)
    expect(text).toMatch(/speak to the mediation adviser (on or before|was) \w+day \d/)
    expect(text).toMatch(/\* that you want mediation\n\* what you disagree with\n\* if health care is part of it/)
    expect(text).toMatch(/Who to tell at the council\n-+\n\nStatutory Special Educational Needs Service/)
  })

  it('says that there is a right of appeal, and until when', () => {
    expect(text).toContain('You have the right to appeal against this decision to the First-tier Tribunal (SEND).')
    expect(text).toMatch(/5pm on:?\s\w+day \d/)
  })
})

describe('the first message', () => {
  it('asks for the adviser first on the day to aim for, then names the last day in the law', () => {
    const { text, subject } = composeMessage(SITUATIONS['rights, refusal to assess, August'] ?? never())
    expect(subject).toBe('Your right to appeal: speak to the mediation adviser by Friday 28 August 2026')
    expect(text).toMatch(/by:\nFriday 28 August 2026\nThe last day in the law is Sunday 30 August 2026\./)
    expect(text).toMatch(
      /midday on:\nFriday 28 August 2026\nThe last moment in the law is by 5pm on Tuesday 1 September 2026\./,
    )
  })

  it('asks for no certificate and no adviser when only the school named is in dispute', () => {
    const { text, subject } = composeMessage(SITUATIONS['rights, placement only'] ?? never())
    expect(subject).toBe('Your right to appeal: send your appeal by Monday 30 March 2026')
    expect(text).toContain('So you do not need a mediation certificate.')
    expect(text).toContain('You can still choose mediation')
    expect(text).toContain('Mediation does not change the day for your appeal.')
    expect(text).not.toContain('You need a certificate')
    expect(text).not.toContain('and your mediation certificate')
  })

  it.each(DECISION_KINDS)('names the right form, and health and social care where it may: %s', (decisionKind) => {
    const { text } = composeMessage(situation('rights', '00001', aCase({ decisionKind }), '2026-02-10'))
    const toAssess = decisionKind === 'refusal-to-assess'
    expect(text).toContain(`the appeal form ${toAssess ? 'SEND35A' : 'SEND35'} from`)
    expect(text.includes('health and social care')).toBe(!toAssess)
  })

  it('says that a plan goes on while an appeal against its end can be made', () => {
    expect(composeMessage(SITUATIONS['rights, plan ends, Christmas'] ?? never()).text).toContain(
      'We must keep the plan going while you can appeal in time, and until an appeal has ended.',
    )
  })

  it('asks a young person what health care they want for themselves', () => {
    const { text } = composeMessage(situation('rights', '00001', aCase(), '2026-02-10', { contact: YOUNG_PERSON }))
    expect(text).toContain('what health care you want for yourself')
  })

  it('tells a family that hears of it late to appeal today', () => {
    const { text } = composeMessage(SITUATIONS['rights, told after every date'] ?? never())
    expect(text).toContain('You can still appeal. Send it today and say why it is late. A judge decides.')
    expect(text).not.toContain('A certificate can make this day later')
  })

  it('tells of disagreement resolution, and that nothing stops the time for an appeal', () => {
    for (const [, each] of Object.entries(SITUATIONS).filter(([, { kind }]) => kind === 'rights')) {
      const { text } = composeMessage(each)
      expect(text).toContain('You can ask for disagreement resolution. It is free, voluntary and independent')
      expect(text).toContain('None of this stops the time for an appeal.')
    }
  })

  it('is no longer than it has to be', () => {
    expect(wordsOf(composeMessage(SITUATIONS['rights, certificate needed'] ?? never()).text).length).toBeLessThan(900)
  })
})

function textsOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'calendar-file':
      return [block.text]
    case 'list':
    case 'steps':
      return block.items
    case 'contact':
      return [block.point.name, block.point.phone, block.point.email]
    case 'date':
      return [block.label, block.date, ...block.notes]
    case 'link':
      return [block.text, block.url]
  }
}

function never(): never {
  throw new Error('situations.ts has no situation of that name.')
}
