import { describe, expect, it } from 'vitest'
import { hasNoWrittenNotice } from '../../../lambdas/cases/case.ts'
import { APPEALABLE_DECISIONS, DECISION_KINDS } from '../../../lambdas/law/appealable-decisions.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import type { Block } from '../../../lambdas/messages/content.ts'
import { REGULATION_32_ITEMS, regulation32 } from '../../../lambdas/messages/passages/regulation-32.ts'
import { aCase } from '../../cases/case-builder.ts'
import { expectOfAll, missing } from '../../rule.ts'
import { textOf } from '../composed.ts'
import { messagesToTry } from '../every-message.ts'
import { EVERY_SITUATION } from '../every-situation.ts'
import { wordsOf } from '../read-message.ts'
import { council, SITUATIONS, situation, YOUNG_PERSON } from '../situations.ts'

/** The notice of a decision has to carry all six items, for every kind of decision and whatever of it is disputed. */
const NOTICES = [
  ...DECISION_KINDS.flatMap((decisionKind) => [
    [`${decisionKind}`, situation('rights', '00001', aCase({ decisionKind }), '2026-02-10')] as const,
    [
      `${decisionKind}, young person, opened late`,
      situation('rights', '00001', aCase({ decisionKind }), '2026-05-01', { contact: YOUNG_PERSON }),
    ] as const,
  ]),
  ...(['plan-contents', 'refusal-to-amend-plan'] as const).map(
    (decisionKind) =>
      [
        `${decisionKind}, placement only`,
        situation('rights', '00001', aCase({ decisionKind, placementOnly: true }), '2026-02-10'),
      ] as const,
  ),
  ...Object.entries(EVERY_SITUATION).filter(
    ([name, { kind, subject }]) =>
      kind === 'rights' &&
      !hasNoWrittenNotice(subject) &&
      !name.includes('appeal has ended') &&
      !name.includes('appealing'),
  ),
]

const RIGHTS = messagesToTry(Object.fromEntries(NOTICES))

describe('the notice of a decision', () => {
  it('carries every item of regulation 32 word for word', () =>
    expectOfAll(RIGHTS, ({ situation, message }) => {
      const items = regulation32(situation)
      return REGULATION_32_ITEMS.flatMap((item) => missing(message.text, ...items[item].flatMap(textsOf)))
    }))

  it('says of each item something that stands nowhere else, so that it cannot be left out', () =>
    expectOfAll(RIGHTS, ({ situation, message: { text } }) => {
      const items = regulation32(situation)
      const isOnce = (words: string) => text.split(words).length === 2
      return REGULATION_32_ITEMS.filter((item) => !items[item].flatMap(textsOf).some(isOnce)).map(
        (item) => `says all of item (${item}) elsewhere too`,
      )
    }))

  it('says what regulation 32 asks for', () =>
    expectOfAll(RIGHTS, ({ message }) =>
      missing(
        message.text,
        'You have the right to mediation about this decision.',
        /You (need|do not need) a certificate/,
        council.providers.mediationAdviser.phone,
        /mediation adviser (on or before|was|is) \w+day \d/,
        /\* that you want mediation\n\* what you disagree with\n\* if health care is part of it/,
        /Who to tell at the council\n-+\n\nStatutory Special Educational Needs Service/,
      ),
    ))

  it('says that there is a right of appeal, and until when', () =>
    expectOfAll(RIGHTS, ({ message }) =>
      missing(
        message.text,
        'You have the right to appeal against this decision to the First-tier Tribunal (SEND).',
        /5pm on:?\s\w+day \d|You then have 1 month from the date on it/,
      ),
    ))

  it('names the form of the decision', () =>
    expectOfAll(RIGHTS, ({ situation, message }) => {
      const { form } = APPEALABLE_DECISIONS[situation.subject.decision.decisionKind]
      return missing(message.text, `Appeal online on GOV.UK, or on the form ${form}. Use one, not both.`)
    }))
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
    expect(text).toContain('You have the right to mediation about this decision.')
    expect(text).toContain('Mediation does not change the day for your appeal.')
    expect(text).not.toContain('You need a certificate')
    expect(text).not.toContain('and your mediation certificate')
  })

  it.each([
    ['refusal-to-assess', 'order us to carry out the assessment'],
    ['refusal-to-reassess', 'order us to carry out a new assessment'],
    ['refusal-to-issue-plan', 'order us to make a plan'],
    ['refusal-to-amend-plan', 'order us to change the plan'],
    ['ceasing-plan', 'order us to go on with the plan'],
  ] as const)('says what an appeal can ask for: %s', (decisionKind, words) => {
    const { text } = composeMessage(situation('rights', '00001', aCase({ decisionKind }), '2026-02-10'))
    expect(text).toContain(`You can ask the Tribunal to ${words}.`)
    expect(text).not.toContain('(section B)')
  })

  it('names the parts of a plan that can be appealed, and those that are known to be disputed', () => {
    const text = textOf('rights, the parts of the plan are known')
    const [needs, help] = ['* the needs in the plan (section B)', '* the help with learning in the plan (section F)']
    expect(text).toContain(
      `one or more of these:\n\n${needs}\n${help}\n* the school or college in the plan (section I)`,
    )
    expect(text).toContain(
      `Our records show that you disagree with:\n\n${needs}\n${help}\n\nIf that is not right, tell us.`,
    )
    expect(textOf('rights, certificate needed')).not.toContain('Our records show')
  })

  it('speaks of health and social care only where the Tribunal may', () => {
    for (const decisionKind of DECISION_KINDS) {
      const { text } = composeMessage(situation('rights', '00001', aCase({ decisionKind }), '2026-02-10'))
      const speaks = ['look at health and social care', 'The appeal must always be about education as well.']
      expect(speaks.map((words) => text.includes(words))).toEqual(
        speaks.map(() => decisionKind !== 'refusal-to-assess'),
      )
    }
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

  it('promises nobody a certificate for a no after the last day to speak to the adviser', () => {
    const { text } = composeMessage(SITUATIONS['rights, told after every date'] ?? never())
    expect(text).toContain('If you do not want mediation, you get one only if you first spoke to the adviser in time.')
    expect(text).not.toMatch(/gives you one if you do not want mediation|within 3 working days of telling the adviser/)
  })

  it('tells of disagreement resolution, and that nothing stops the time for an appeal', () => {
    for (const [, each] of Object.entries(SITUATIONS).filter(([, { kind }]) => kind === 'rights')) {
      const { text } = composeMessage(each)
      expect(text).toContain('You can ask for disagreement resolution. It is free, voluntary and independent')
      expect(text).toContain('None of this stops the time for an appeal.')
    }
  })

  it('that comes again knows what the family has done by then', () => {
    expect(textOf('rights again, after a talk with the adviser')).toContain(
      'You have spoken to the mediation adviser. You do not have to do that again.',
    )
    expect(textOf('rights again, after the certificate')).toContain(
      'You have your mediation certificate. So you can appeal now.',
    )
    expect(textOf('rights again, after appealing')).toContain('The Tribunal has your appeal.')
    for (const name of [
      'rights again, after a talk with the adviser',
      'rights again, after the certificate',
      'rights again, after appealing',
    ]) {
      expect(textOf(name)).toContain('We have put right what we recorded about our decision.')
      expect(textOf(name)).not.toContain('Speak to the mediation adviser by')
    }
  })

  it('that comes again tells nobody to be late who waits for a certificate', () => {
    const text = textOf('rights again, after a talk in time, when its last day has gone by')
    expect(text).toContain('You can appeal when you have your mediation certificate. You then have 1 month')
    expect(text).not.toMatch(/time limit was|why it is late/)
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
