import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { aCase } from '../cases/case-builder.ts'
import { certified, plain, registered, situation } from './situations.ts'

const words = { otherCouncil: 'Mendip Council' }
const moves = { awareOn: '2026-03-10', movesOn: '2026-04-20' } as const

/** A family that moves to another council, or came from one. */
export const MOVING_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  'the family moves': situation('your-case-moves', '00002', plain.and('family-moves', moves), '2026-03-10', { words }),
  'the family has moved, and the plan should have gone with it': situation(
    'your-case-moves',
    '00002',
    plain.and('family-moves', { awareOn: '2026-03-10', movesOn: '2026-03-02' }),
    '2026-04-10',
    { words },
  ),
  'the family moves, and there is no plan': situation(
    'your-case-moves',
    '00002',
    aCase({ decisionKind: 'refusal-to-assess' }).and('family-moves', moves),
    '2026-03-10',
    { words },
  ),
  'the family moves, and has appealed': situation(
    'your-case-moves',
    '00005',
    registered.and('family-moves', { awareOn: '2026-06-01', movesOn: '2026-07-13' }),
    '2026-06-01',
    { words },
  ),
  'another council has the case': situation(
    'closing-after-withdrawal',
    '00003',
    plain.and('family-moves', moves).and('case-passed-on', { passedOn: '2026-04-20' }),
    '2026-04-20',
    { words },
  ),
  'another council has the case, and the appeal': situation(
    'closing-after-withdrawal',
    '00005',
    registered.and('case-passed-on', { passedOn: '2026-07-20' }),
    '2026-07-20',
    { words },
  ),
  'the case came back': situation(
    'your-case-moves',
    '00005',
    certified.and('case-passed-on', { passedOn: '2026-04-20' }).and('case-came-back', { cameBackOn: '2026-04-27' }),
    '2026-04-27',
    { words },
  ),
  'the case came from another council': situation(
    'your-case-moves',
    '00002',
    plain.and('case-came-from-council', { transferredOn: '2026-03-16', madeOrReviewedOn: '2026-02-10' }),
    '2026-03-16',
    { words },
  ),
  'the case came from another council, without a plan': situation(
    'your-case-moves',
    '00002',
    aCase({ decisionKind: 'refusal-to-assess' }).and('case-came-from-council', { transferredOn: '2026-03-16' }),
    '2026-03-16',
    { words },
  ),
}

const issued = { printedOn: '2026-03-16', sentOn: '2026-03-17' } as const
const appealedBefore = registered.and('plan-issued-again', { printedOn: '2026-06-01', sentOn: '2026-06-01' })

/** The plan was issued again while a case about the old one was under way. */
export const NEW_PLAN_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  'the plan was issued again': situation(
    'your-plan-was-issued-again',
    '00002',
    plain.and('plan-issued-again', issued),
    '2026-03-17',
  ),
  'the plan was issued again during mediation': situation(
    'your-plan-was-issued-again',
    '00003',
    plain.and('mediation-chosen', { councilToldOn: '2026-03-02' }).and('plan-issued-again', issued),
    '2026-03-17',
  ),
  'the plan was issued again, recorded when its time was over': situation(
    'your-plan-was-issued-again',
    '00002',
    plain.and('plan-issued-again', issued),
    '2026-07-01',
  ),
  'the plan was issued again during an appeal': situation(
    'your-plan-was-issued-again',
    '00005',
    appealedBefore,
    '2026-06-01',
  ),
  'the Tribunal lets the appeal be about the new plan': situation(
    'your-plan-was-issued-again',
    '00006',
    appealedBefore.and('new-plan-in-appeal', { decidedOn: '2026-06-15', allowed: true }),
    '2026-06-16',
  ),
  'the Tribunal does not let the appeal be about the new plan': situation(
    'your-plan-was-issued-again',
    '00006',
    appealedBefore.and('new-plan-in-appeal', { decidedOn: '2026-06-15', allowed: false }),
    '2026-06-16',
  ),
}
