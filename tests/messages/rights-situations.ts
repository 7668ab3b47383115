import { DECISION_KINDS, type DecisionKind } from '../../lambdas/law/appealable-decisions.ts'
import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { aCase, type CaseBuilder } from '../cases/case-builder.ts'
import { certified, lateSpoken, registered, situation, spoken, YOUNG_PERSON } from './situations.ts'

/** The first message about each decision: for a parent and a young person, in time and after the last day to speak to the adviser. */
export const RIGHTS_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  ...Object.fromEntries(DECISION_KINDS.flatMap(ofEachKind)),
  'rights, the parts of the plan are known': situation(
    'rights',
    '00001',
    aCase({ sections: ['B', 'F'] }),
    '2026-02-10',
  ),
  'rights, the plan is amended and only the school is disputed': situation(
    'rights',
    '00001',
    aCase({ decisionKind: 'refusal-to-amend-plan', placementOnly: true }),
    '2026-02-10',
  ),
  'rights again, the decision was another one': situation(
    'rights',
    '00002',
    aCase().correct('case-opened', '00001', { decisionKind: 'refusal-to-issue-plan' }, '2026-02-20'),
    '2026-02-20',
  ),
  'rights again, only the school is disputed': situation(
    'rights',
    '00002',
    aCase().correct('case-opened', '00001', { placementOnly: true }, '2026-02-20'),
    '2026-02-20',
  ),
  'rights again, after a talk with the adviser': again(spoken, '2026-03-16'),
  'rights again, after a talk in time, when its last day has gone by': again(spoken, '2026-04-20'),
  'rights again, after a late talk': again(lateSpoken, '2026-03-30'),
  'rights again, after the certificate': again(certified, '2026-04-20'),
  'rights again, when every date has passed': again(certified, '2026-06-01'),
  'rights again, after appealing': again(registered, '2026-06-01'),
  'rights again, after an appeal has ended': again(
    registered.and('appeal-withdrawn', { withdrawnOn: '2026-06-01' }),
    '2026-06-08',
  ),
}

const neverSent = aCase().and('notice-at-fault', { foundOn: '2026-03-20', fault: 'never-sent' })
const incomplete = aCase().and('notice-at-fault', {
  foundOn: '2026-03-20',
  fault: 'incomplete',
  lacks: ['right-to-appeal', 'time-limits'],
})

/** What was found wrong with the letter, and the full letter after it. */
export const LETTER_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  'the letter was never sent': situation('rights', '00002', neverSent, '2026-03-20'),
  'the letter was never sent, young person': situation('rights', '00002', neverSent, '2026-03-20', {
    contact: YOUNG_PERSON,
  }),
  'the letter was never sent, and is sent now': situation(
    'rights',
    '00003',
    neverSent.and('full-notice-sent', { printedOn: '2026-03-25', sentOn: '2026-03-26' }),
    '2026-03-26',
  ),
  'the letter left out the right of appeal': situation('rights', '00002', incomplete, '2026-03-20'),
  'the letter left out the right of appeal, found when its time was over': situation(
    'rights',
    '00002',
    aCase().and('notice-at-fault', { foundOn: '2026-05-20', fault: 'incomplete', lacks: ['right-to-appeal'] }),
    '2026-05-20',
  ),
  'the letter left out the right of appeal, and a full one is sent': situation(
    'rights',
    '00003',
    incomplete.and('full-notice-sent', { printedOn: '2026-03-25', sentOn: '2026-03-26' }),
    '2026-03-26',
  ),
  'the letter went to the wrong person': situation(
    'rights',
    '00002',
    aCase().and('notice-at-fault', { foundOn: '2026-03-20', fault: 'wrong-person' }),
    '2026-03-20',
    { contact: YOUNG_PERSON },
  ),
  'the letter went to the wrong person, found after appealing': situation(
    'rights',
    '00004',
    registered.and('notice-at-fault', { foundOn: '2026-06-01', fault: 'wrong-person' }),
    '2026-06-01',
  ),
}

const placement = aCase({ decisionKind: 'plan-contents', placementOnly: true, sections: ['I'] })
const contents = aCase({ decisionKind: 'plan-contents', sections: ['B', 'F', 'I'] })
const widened = placement.and('dispute-changed', { changedOn: '2026-03-10', sections: ['F', 'I'] })

/** The family disagrees with more than before, or with less. */
export const DISPUTE_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  'the family disagrees with more than the school': situation('what-you-disagree-with', '00002', widened, '2026-03-10'),
  'the family disagrees with more than the school, after the time for the adviser': situation(
    'what-you-disagree-with',
    '00002',
    placement.and('dispute-changed', { changedOn: '2026-05-11', sections: ['B'] }),
    '2026-05-11',
  ),
  'the family disagrees with the school alone now': situation(
    'what-you-disagree-with',
    '00002',
    contents.and('dispute-changed', { changedOn: '2026-03-10', sections: ['I'] }),
    '2026-03-10',
  ),
  'the family disagrees with other contents': situation(
    'what-you-disagree-with',
    '00003',
    spoken.and('dispute-changed', { changedOn: '2026-03-20', sections: ['F'] }),
    '2026-03-20',
  ),
  'the family disagrees with other contents, with its certificate': situation(
    'what-you-disagree-with',
    '00004',
    certified.and('dispute-changed', { changedOn: '2026-04-20', sections: ['B'] }),
    '2026-04-20',
  ),
  'the family disagrees with more, and has appealed': situation(
    'what-you-disagree-with',
    '00005',
    registered.and('dispute-changed', { changedOn: '2026-06-01', sections: ['B', 'F'] }),
    '2026-06-01',
  ),
}

/** The decision corrected when the family has come this far: the rights come again whatever it has done by then. */
function again(before: CaseBuilder, on: string): MessageSituation {
  const builder = before.correct('case-opened', '00001', { decisionKind: 'refusal-to-amend-plan' }, on)
  return situation('rights', builder.facts.at(-1)?.sequence ?? '', builder, on)
}

function ofEachKind(decisionKind: DecisionKind): [string, MessageSituation][] {
  const opened = aCase({ decisionKind })
  return [
    [`rights, ${decisionKind}`, situation('rights', '00001', opened, '2026-02-10')],
    [
      `rights, ${decisionKind}, young person`,
      situation('rights', '00001', opened, '2026-02-10', { contact: YOUNG_PERSON }),
    ],
    [`rights, ${decisionKind}, recorded late`, situation('rights', '00001', opened, '2026-05-01')],
  ]
}

const NORTH = { id: 'north', name: 'Nordhaus', phone: '01632 960300', email: 'north@example.org' }

/** The same at a council with two mediation advisers. */
export function withNorth(one: MessageSituation): MessageSituation {
  const providers = { ...one.council.providers, otherMediationAdvisers: [NORTH] }
  return { ...one, council: { ...one.council, providers } }
}

/** A council with two mediation advisers, before the family has chosen one. */
export const ADVISER_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  'rights, two advisers to choose among': withNorth(situation('rights', '00001', aCase(), '2026-02-10')),
}

/** The family has chosen the other one. */
export const WITH_THE_OTHER_ADVISER: MessageSituation = withNorth(
  situation(
    'choose',
    '00002',
    aCase().and('adviser-contacted', { contactedOn: '2026-03-02', adviser: 'north' }),
    '2026-03-02',
  ),
)
