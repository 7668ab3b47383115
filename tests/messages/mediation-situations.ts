import type { FactDetails } from '../../lambdas/cases/fact.ts'
import type { HealthIssue } from '../../lambdas/cases/mediation/closed-words.ts'
import type { MessageKind } from '../../lambdas/cases/message.ts'
import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { aCase, type CaseBuilder, type PlainDetails } from '../cases/case-builder.ts'
import {
  arranged,
  chosen,
  lateSpoken,
  moved,
  PLACE,
  placement,
  plain,
  situation,
  spoken,
  YOUNG_PERSON,
} from './situations.ts'

/** Where a family can stand when it is in mediation: what it needs for an appeal, and whether it has made one. */
const STANDINGS: Readonly<Record<string, CaseBuilder>> = {
  'talk not known': plain,
  'talked in time': spoken,
  'talked late': lateSpoken,
  'placement only': placement,
  'certificate held': plain
    .and('adviser-contacted', { contactedOn: '2026-02-16' })
    .and('certificate-issued', { issuedOn: '2026-02-27' }),
  'appeal made': plain
    .and('adviser-contacted', { contactedOn: '2026-02-16' })
    .and('certificate-issued', { issuedOn: '2026-02-27' })
    .and('appeal-registered', { receivedOn: '2026-03-02' }),
}
const HEALTH_ISSUES: readonly HealthIssue[] = ['none', 'some', 'only']

/** A step of a mediation: its facts, and the message about the last of them on a day. */
interface Step {
  readonly kind: MessageKind
  /** The facts, after the choice of mediation. */
  readonly facts: (chosen: CaseBuilder) => CaseBuilder
  readonly on: string
  /** The message is about the choice, not about the last fact. */
  readonly aboutChoice?: true
}

const meeting: PlainDetails<'meeting-arranged'> = { meetingOn: '2026-04-15', startsAt: '14:30', format: 'online' }
const withMeeting = (builder: CaseBuilder) => builder.and('meeting-arranged', meeting, '2026-03-30')
const adjourned = (builder: CaseBuilder, decisionMaker: FactDetails['mediation-adjourned']['decisionMaker']) =>
  withMeeting(builder).and('mediation-adjourned', { adjournedOn: '2026-04-15', decisionMaker })

const named = (builder: CaseBuilder, who: Pick<FactDetails['attendance-named'], 'role' | 'canDecide'>) =>
  withMeeting(builder).and('attendance-named', { namedOn: '2026-04-13', ...who })
const refused = (builder: CaseBuilder) =>
  builder.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-03-30', because: 'refused' })
const missed = (builder: CaseBuilder, absent: FactDetails['meeting-missed']['absent']) =>
  withMeeting(builder).and('meeting-missed', { missedOn: '2026-04-15', absent })

const STEPS: Readonly<Record<string, Step>> = {
  'mediation requested': { kind: 'mediation-requested', facts: (builder) => builder, on: '2026-03-26' },
  'health board told': {
    kind: 'health-board-knows',
    facts: (builder) => builder.and('health-board-told', { boardToldOn: '2026-03-30' }),
    on: '2026-03-30',
  },
  'health board told, recorded late': {
    kind: 'health-board-knows',
    facts: (builder) => builder.and('health-board-told', { boardToldOn: '2026-03-30' }, '2026-05-11'),
    on: '2026-05-11',
  },
  'mediation late': { kind: 'mediation-late', facts: (builder) => builder, on: '2026-04-27', aboutChoice: true },
  'mediation cannot be arranged': {
    kind: 'mediation-late',
    facts: (builder) => builder.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-04-08' }),
    on: '2026-04-08',
  },
  'mediation with a meeting cannot be arranged after all': {
    kind: 'mediation-late',
    facts: (builder) => withMeeting(builder).and('mediation-cannot-be-arranged', { adviserToldOn: '2026-04-08' }),
    on: '2026-04-08',
  },
  'mediation cannot be arranged, told after day 30': {
    kind: 'mediation-late',
    facts: (builder) => builder.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-04-27' }),
    on: '2026-04-27',
  },
  'mediation is refused': { kind: 'mediation-late', facts: refused, on: '2026-03-30' },
  'mediation is refused, a certificate follows': { kind: 'mediation-not-arranged', facts: refused, on: '2026-03-30' },
  'mediation is refused after the 30 days': {
    kind: 'mediation-late',
    facts: (builder) =>
      builder.and('mediation-cannot-be-arranged', { adviserToldOn: '2026-04-27', because: 'refused' }),
    on: '2026-04-27',
  },
  'whoever arranged the meeting did not come': {
    kind: 'mediation-late',
    facts: (builder) => missed(builder, ['council', 'health-body']),
    on: '2026-04-15',
  },
  'whoever arranged the meeting did not come, a certificate follows': {
    kind: 'mediation-not-arranged',
    facts: (builder) => missed(builder, ['council', 'health-body']),
    on: '2026-04-15',
  },
  'the family did not come to the meeting': {
    kind: 'meeting-did-not-happen',
    facts: (builder) => missed(builder, ['family']),
    on: '2026-04-15',
  },
  'the health body did not come to the meeting': {
    kind: 'meeting-did-not-happen',
    facts: (builder) => missed(builder, ['health-body']),
    on: '2026-04-15',
  },
  'mediation given up, with a meeting planned': {
    kind: 'mediation-given-up',
    facts: (builder) => withMeeting(builder).and('mediation-declined', { declinedOn: '2026-04-08' }),
    on: '2026-04-08',
  },
  'mediation given up after it was adjourned': {
    kind: 'mediation-given-up',
    facts: (builder) => adjourned(builder, 'present').and('mediation-declined', { declinedOn: '2026-04-20' }),
    on: '2026-04-20',
  },
  'meeting arranged in time': { kind: 'meeting-invitation', facts: withMeeting, on: '2026-03-30' },
  'meeting arranged after the 30 days': {
    kind: 'meeting-invitation',
    facts: (builder) => builder.and('meeting-arranged', { ...meeting, meetingOn: '2026-05-06' }, '2026-04-20'),
    on: '2026-04-20',
  },
  'meeting moved by somebody who was ill': {
    kind: 'meeting-new-time',
    facts: (builder) =>
      withMeeting(builder).and(
        'meeting-moved',
        { ...meeting, meetingOn: '2026-04-22', movedBy: 'council', reason: 'illness' },
        '2026-04-10',
      ),
    on: '2026-04-10',
  },
  'who comes is not said': { kind: 'who-comes', facts: withMeeting, on: '2026-04-13' },
  'who comes can decide': {
    kind: 'who-comes',
    facts: (builder) => named(builder, { role: 'head-of-service', canDecide: true }),
    on: '2026-04-13',
  },
  'who comes cannot decide': {
    kind: 'who-comes',
    facts: (builder) => named(builder, { role: 'case-officer', canDecide: false }),
    on: '2026-04-13',
  },
  'meeting cancelled in the 30 days': {
    kind: 'meeting-is-off',
    facts: (builder) =>
      withMeeting(builder).and('meeting-cancelled', {
        cancelledBy: 'health-body',
        cancelledOn: '2026-04-10',
        reason: 'not-available',
      }),
    on: '2026-04-10',
  },
  'meeting cancelled after the 30 days': {
    kind: 'meeting-is-off',
    facts: (builder) =>
      builder
        .and('meeting-arranged', { ...meeting, meetingOn: '2026-05-06' }, '2026-04-20')
        .and('meeting-cancelled', { cancelledBy: 'council', cancelledOn: '2026-04-28', reason: 'not-ready' }),
    on: '2026-04-28',
  },
  'mediation adjourned, nobody could decide': {
    kind: 'meeting-goes-on-another-day',
    facts: (builder) => adjourned(builder, 'absent'),
    on: '2026-04-15',
  },
  'mediation adjourned, recorded late': {
    kind: 'meeting-goes-on-another-day',
    facts: (builder) => adjourned(builder, 'present'),
    on: '2026-04-24',
  },
  'next meeting cancelled': {
    kind: 'meeting-is-off',
    facts: (builder) =>
      adjourned(builder, 'present')
        .and('meeting-arranged', { ...meeting, meetingOn: '2026-05-06' }, '2026-04-20')
        .and('meeting-cancelled', { cancelledBy: 'mediation-provider', cancelledOn: '2026-04-28' }),
    on: '2026-04-28',
  },
  'meeting result unknown': {
    kind: 'meeting-result-unknown',
    facts: withMeeting,
    on: '2026-04-22',
  },
  'mediation ended, agreed': {
    kind: 'mediation-ended',
    facts: (builder) => withMeeting(builder).and('mediation-agreed', { concludedOn: '2026-04-15' }),
    on: '2026-04-15',
  },
  'mediation ended, agreed, duties recorded': {
    kind: 'mediation-ended',
    facts: (builder) =>
      withMeeting(builder).and('mediation-agreed', {
        concludedOn: '2026-04-15',
        decisionMaker: 'present',
        duties: ['amend-contents', 'not-appealable'],
      }),
    on: '2026-04-15',
  },
  'mediation ended, agreed in part, needs left': {
    kind: 'mediation-ended',
    facts: (builder) =>
      withMeeting(builder).and('mediation-partly-agreed', {
        concludedOn: '2026-04-15',
        decisionMaker: 'absent',
        stillDisputed: ['B', 'I'],
      }),
    on: '2026-04-15',
  },
  'mediation ended, agreed in part, only the school left': {
    kind: 'mediation-ended',
    facts: (builder) =>
      withMeeting(builder).and('mediation-partly-agreed', {
        concludedOn: '2026-04-15',
        duties: ['amend-contents'],
        stillDisputed: ['I'],
      }),
    on: '2026-04-15',
  },
  'mediation ended, not agreed, nobody could decide': {
    kind: 'mediation-ended',
    facts: (builder) =>
      withMeeting(builder).and('mediation-not-agreed', { concludedOn: '2026-04-15', decisionMaker: 'absent' }),
    on: '2026-04-15',
  },
}

/** Every step for every standing and every health issue. The council was told on Wednesday 25 March 2026. */
function everyStep(): [string, MessageSituation][] {
  return Object.entries(STANDINGS).flatMap(([standing, before]) =>
    HEALTH_ISSUES.flatMap((healthIssue) =>
      Object.entries(STEPS).flatMap(([step, { kind, facts, on, aboutChoice }]): [string, MessageSituation][] => {
        const withChoice = before.and('mediation-chosen', { councilToldOn: '2026-03-25', healthIssue })
        const builder = facts(withChoice)
        const about = (aboutChoice ? withChoice : builder).facts.at(-1)?.sequence ?? ''
        return isPossible(kind, standing, healthIssue)
          ? [[`${step}: ${standing}, health ${healthIssue}`, situation(kind, about, builder, on)]]
          : []
      }),
    ),
  )
}

/** When lambdas/cases/mediation/plan.ts asks for these messages. */
function isPossible(kind: MessageKind, standing: string, healthIssue: HealthIssue): boolean {
  if (kind === 'health-board-knows') return healthIssue === 'only'
  if (kind === 'mediation-late') return healthIssue === 'only' || !standing.startsWith('talk')
  if (kind === 'mediation-not-arranged') return healthIssue !== 'only' && standing.startsWith('talk')
  if (kind === 'mediation-given-up') return !standing.startsWith('talk')
  return true
}

export const MEDIATION_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  ...Object.fromEntries(everyStep()),
  'mediation requested, the provider was asked first': situation(
    'mediation-requested',
    '00002',
    plain.and('mediation-chosen', { councilToldOn: '2026-03-11', providerAskedOn: '2026-03-04' }),
    '2026-03-11',
  ),
  'mediation requested, in the family’s own words': situation(
    'mediation-requested',
    '00002',
    plain.and('mediation-chosen', { councilToldOn: '2026-03-25', healthIssue: 'some' }),
    '2026-03-25',
    { words: { issues: 'More help to read, and a quiet place.', healthProvision: 'Speech therapy, an hour a week.' } },
  ),
  'mediation requested, the board was told the same day': situation(
    'mediation-requested',
    '00002',
    plain
      .and('mediation-chosen', { councilToldOn: '2026-03-25', healthIssue: 'only' })
      .and('health-board-told', { boardToldOn: '2026-03-25' }),
    '2026-03-25',
  ),
  'mediation requested, the board should have been told': situation(
    'mediation-requested',
    '00002',
    plain.and('mediation-chosen', { councilToldOn: '2026-03-25', healthIssue: 'some' }, '2026-04-10'),
    '2026-04-10',
  ),
  'mediation requested, health only, the board should have been told': situation(
    'mediation-requested',
    '00002',
    plain.and('mediation-chosen', { councilToldOn: '2026-03-25', healthIssue: 'only' }, '2026-04-10'),
    '2026-04-10',
    { contact: YOUNG_PERSON },
  ),
  'mediation late after it was adjourned': situation(
    'mediation-late',
    '00002',
    arranged.and('mediation-adjourned', { adjournedOn: '2026-03-30' }),
    '2026-04-04',
  ),
  'mediation late, young person': situation(
    'mediation-late',
    '00002',
    placement.and('mediation-chosen', { councilToldOn: '2026-03-04' }),
    '2026-04-04',
    { contact: YOUNG_PERSON },
  ),
  'mediation adjourned, young person': situation(
    'meeting-goes-on-another-day',
    '00004',
    arranged.and('mediation-adjourned', { adjournedOn: '2026-03-30' }),
    '2026-03-30',
    { contact: YOUNG_PERSON },
  ),
  'mediation adjourned a second time': situation(
    'meeting-goes-on-another-day',
    '00006',
    arranged
      .and('mediation-adjourned', { adjournedOn: '2026-03-30' })
      .and('meeting-arranged', { meetingOn: '2026-04-20', startsAt: '10:00', format: 'online' }, '2026-04-01')
      .and('mediation-adjourned', { adjournedOn: '2026-04-20' }),
    '2026-04-20',
  ),
  'meeting arranged, the family agreed to short notice': situation(
    'meeting-invitation',
    '00003',
    chosen.and(
      'meeting-arranged',
      { meetingOn: '2026-03-30', startsAt: '14:30', format: 'in-person', shortNoticeAgreed: true },
      '2026-03-26',
    ),
    '2026-03-26',
  ),
  'meeting moved by the family': situation(
    'meeting-new-time',
    '00004',
    arranged.and(
      'meeting-moved',
      { meetingOn: '2026-04-02', startsAt: '10:00', format: 'online', movedBy: 'family', reason: 'illness' },
      '2026-03-20',
    ),
    '2026-03-20',
  ),
  'meeting moved by the provider': situation(
    'meeting-new-time',
    '00004',
    arranged.and(
      'meeting-moved',
      {
        meetingOn: '2026-04-02',
        startsAt: '10:00',
        format: 'online',
        movedBy: 'mediation-provider',
        reason: 'another-reason',
      },
      '2026-03-20',
    ),
    '2026-03-20',
  ),
  'meeting corrected': situation(
    'meeting-new-time',
    '00004',
    arranged.correct('meeting-arranged', '00003', { meetingOn: '2026-03-31' }, '2026-03-18'),
    '2026-03-18',
  ),
  'meeting corrected after it was moved': situation(
    'meeting-new-time',
    '00005',
    moved.correct('meeting-moved', '00004', { startsAt: '11:30' }, '2026-03-23'),
    '2026-03-23',
    { words: { place: PLACE } },
  ),
  'certificate issued, mediation left only the school': situation(
    'last-day-to-appeal',
    '00005',
    spoken
      .and('mediation-chosen', { councilToldOn: '2026-03-04' })
      .and('mediation-partly-agreed', { concludedOn: '2026-04-01', stillDisputed: ['I'] })
      .and('certificate-issued', { issuedOn: '2026-04-02' }),
    '2026-04-02',
  ),
  'certificate issued while a meeting is planned': situation(
    'last-day-to-appeal',
    '00004',
    aCase()
      .and('mediation-chosen', { councilToldOn: '2026-02-16', contactedOn: '2026-02-12' })
      .and('meeting-arranged', { meetingOn: '2026-03-16', startsAt: '10:00', format: 'online' }, '2026-02-18')
      .and('certificate-issued', { issuedOn: '2026-03-02' }),
    '2026-03-02',
  ),
  'notice sent again': situation(
    'first-dates-stay',
    '00002',
    plain.and('notice-sent-again', { sentAgainOn: '2026-03-02' }),
    '2026-03-02',
  ),
  'notice sent again, young person, placement only': situation(
    'first-dates-stay',
    '00002',
    placement.and('notice-sent-again', { sentAgainOn: '2026-03-02' }),
    '2026-03-02',
    { contact: YOUNG_PERSON },
  ),
  'notice sent again, after a talk with the adviser': situation(
    'first-dates-stay',
    '00003',
    spoken.and('notice-sent-again', { sentAgainOn: '2026-03-16' }),
    '2026-03-16',
  ),
  'notice sent again, after every date': situation(
    'first-dates-stay',
    '00002',
    plain.and('notice-sent-again', { sentAgainOn: '2026-05-06' }),
    '2026-05-06',
  ),
}
