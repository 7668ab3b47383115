import { REASONS_TO_BE_LATE } from '../../lambdas/cases/duties/closed-words.ts'
import { dutyDates } from '../../lambdas/cases/duty-dates.ts'
import type { Duty, DutySource } from '../../lambdas/law/compliance-deadlines.ts'
import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { aCase, type CaseBuilder, type PlainDetails } from '../cases/case-builder.ts'
import { arranged, certified, situation, YOUNG_PERSON } from './situations.ts'

const appealed = certified.and('appeal-registered', { receivedOn: '2026-05-08', sentToCouncilOn: '2026-05-13' })

const refusedToAssess = aCase({
  sentOn: '2026-02-12',
  decisionKind: 'refusal-to-assess',
  requestReceivedOn: '2026-01-07',
})
  .and('certificate-issued', { issuedOn: '2026-03-10', contactedOn: '2026-03-02' })
  .and('appeal-registered', { receivedOn: '2026-04-08', sentToCouncilOn: '2026-04-13' })

/** What each of the sources can lead to (lambdas/law/compliance-deadlines.ts). */
const DUTIES_OF: Readonly<Record<DutySource, readonly Duty[]>> = {
  agreement: [
    'assess',
    'make-plan',
    'reconsider',
    'amend-contents',
    'amend-placement',
    'continue',
    'continue-and-amend',
    'cease',
    'not-appealable',
  ],
  order: [
    'assess',
    'make-plan',
    'reconsider',
    'amend-contents',
    'amend-placement',
    'continue',
    'continue-and-amend',
    'cease',
  ],
  concession: ['assess', 'make-plan', 'amend-contents', 'amend-placement'],
  'late-concession': ['assess'],
}

/** Monday 6 July 2026. */
const ON = '2026-07-06'

function undertaken(source: DutySource, duties: readonly Duty[]): CaseBuilder {
  switch (source) {
    case 'agreement':
      return arranged.and('mediation-agreed', { concludedOn: ON, duties })
    case 'order':
      return appealed.and('appeal-decided', { decidedOn: ON, decision: 'decided-for-appellant', duties })
    case 'concession':
      return appealed.and('appeal-conceded', { concededOn: ON, duties })
    case 'late-concession':
      return refusedToAssess.and('council-gave-in', { gaveInOn: ON, extent: 'all', duties })
  }
}

function last(builder: CaseBuilder): string {
  return builder.facts.at(-1)?.sequence ?? ''
}

function everyDuty(): [string, MessageSituation][] {
  return (Object.keys(DUTIES_OF) as DutySource[]).flatMap((source) =>
    DUTIES_OF[source].flatMap((duty): [string, MessageSituation][] => {
      const builder = undertaken(source, [duty])
      const of = last(builder)
      const [undertaking] = builder.build().undertakings
      const dates = undertaking ? dutyDates(undertaking) : []
      const done = dates
        .filter(({ onlyWithoutPlan }) => !onlyWithoutPlan)
        .reduce((told, { rule }) => told.and('duty-done', { of, rule, doneOn: '2026-07-15' }), builder)
      return [
        [`duties set, ${source}: ${duty}`, situation('duties-set', of, builder, ON)],
        ...dates
          .filter(({ onlyWithoutPlan }) => !onlyWithoutPlan)
          .map(({ rule }): [string, MessageSituation] => [
            `duty overdue, ${source}: ${duty}, ${rule}`,
            situation('duty-overdue', `${of}-${rule}`, builder, '2026-10-13'),
          ]),
        [`duties done, ${source}: ${duty}`, situation('duties-done', of, done, '2026-07-15')],
      ]
    }),
  )
}

/** A message about the last fact. */
function atTheEndOf(kind: 'duties-set' | 'duty-changed', builder: CaseBuilder, today: string): MessageSituation {
  return situation(kind, last(builder), builder, today)
}

function changed<Type extends 'duty-day-set' | 'duty-excused'>(
  source: DutySource,
  duty: Duty,
  type: Type,
  details: Omit<PlainDetails<Type>, 'of'>,
): CaseBuilder {
  const builder = undertaken(source, [duty])
  return builder.and(type, { of: last(builder), ...details } as PlainDetails<Type>)
}

const assessedWithoutPlan = undertaken('agreement', ['assess'])

export const DUTY_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  ...Object.fromEntries(everyDuty()),
  'duties set, several, young person': situation(
    'duties-set',
    '00004',
    undertaken('agreement', ['amend-contents', 'amend-placement', 'not-appealable']),
    ON,
    { contact: YOUNG_PERSON },
  ),
  'duties set, a day was set in writing': situation(
    'duties-set',
    '00004',
    arranged.and('mediation-agreed', { concludedOn: ON, duties: ['not-appealable'], agreedDate: '2026-09-30' }, ON),
    ON,
  ),
  'duties set, on a bank holiday': situation(
    'duties-set',
    '00004',
    arranged.and('mediation-agreed', { concludedOn: '2026-04-20', duties: ['not-appealable', 'amend-contents'] }),
    '2026-04-20',
  ),
  'duties set, recorded late': situation(
    'duties-set',
    '00004',
    undertaken('agreement', ['not-appealable']),
    '2026-08-03',
  ),
  'duties set, one is done': situation(
    'duties-set',
    '00004',
    undertaken('agreement', ['assess']).and('duty-done', { of: '00004', rule: 'D14', doneOn: '2026-07-13' }),
    '2026-07-13',
  ),
  'duties set, the health body agreed': situation(
    'duties-set',
    '00005',
    certified
      .and('mediation-chosen', { councilToldOn: '2026-06-01', healthIssue: 'only' })
      .and('mediation-agreed', { concludedOn: ON, duties: ['not-appealable'] }),
    ON,
  ),
  'duty overdue, the health body may be late': situation(
    'duty-overdue',
    '00005-D12',
    certified
      .and('mediation-chosen', { councilToldOn: '2026-06-01', healthIssue: 'some' })
      .and('mediation-agreed', { concludedOn: ON, duties: ['not-appealable'] }),
    '2026-07-21',
  ),
  'duties set, the order names a day': atTheEndOf(
    'duties-set',
    appealed.and('appeal-decided', {
      decidedOn: ON,
      decision: 'consent-order',
      duties: ['amend-contents', 'amend-placement'],
      orderedDate: '2026-07-13',
      orderedDateFor: ['amend-placement'],
    }),
    ON,
  ),
  'duties set, the agreement was signed later': atTheEndOf(
    'duties-set',
    arranged.and('mediation-agreed', { concludedOn: ON, agreedOn: '2026-07-15', duties: ['amend-contents'] }),
    '2026-07-15',
  ),
  'duties set, back to panel weeks after mediation': atTheEndOf(
    'duties-set',
    arranged
      .and('mediation-not-agreed', { concludedOn: ON })
      .and('agreed-later', { agreedOn: '2026-07-27', duties: ['reconsider'], points: ['back-to-panel'] }),
    '2026-07-27',
  ),
  'duties set, agreed without mediation': atTheEndOf(
    'duties-set',
    certified.and('agreed-later', { agreedOn: ON, duties: ['reconsider'], agreedDate: '2026-07-20' }),
    ON,
  ),
  'duty changed, the Tribunal set another day': atTheEndOf(
    'duty-changed',
    changed('order', 'make-plan', 'duty-day-set', { rule: 'D17', setOn: '2026-07-20', day: '2026-09-01' }),
    '2026-07-20',
  ),
  'duty changed, another day was agreed in writing': atTheEndOf(
    'duty-changed',
    changed('agreement', 'not-appealable', 'duty-day-set', { rule: 'D12', setOn: '2026-07-13', day: '2026-08-10' }),
    '2026-07-13',
  ),
  ...Object.fromEntries(
    REASONS_TO_BE_LATE.map((reason) => [
      `duty changed, it may be late: ${reason}`,
      atTheEndOf(
        'duty-changed',
        changed('order', 'make-plan', 'duty-excused', { rule: 'D17', excusedOn: '2026-07-20', reason }),
        '2026-07-20',
      ),
    ]),
  ),
  'duties done, no plan after the assessment': situation(
    'duties-done',
    '00004',
    assessedWithoutPlan
      .and('duty-done', { of: '00004', rule: 'D14', doneOn: '2026-07-13' })
      .and('duty-done', { of: '00004', rule: 'D15', doneOn: '2026-09-07' }),
    '2026-09-07',
  ),
}
