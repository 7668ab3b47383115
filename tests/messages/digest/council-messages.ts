import { sequenceOf } from '../../../lambdas/cases/sequence.ts'
import { type AdviserWork, adviserWork } from '../../../lambdas/cases/work/adviser-work.ts'
import { type OfficerWork, officerWork } from '../../../lambdas/cases/work/officer-work.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { addWorkingDays } from '../../../lambdas/law/working-days.ts'
import {
  type CouncilSituation,
  type CouncilWords,
  composeForCouncil,
} from '../../../lambdas/messages/digest/council-situation.ts'
import { adviserDigest, adviserToday } from '../../../lambdas/messages/digest/words/adviser.ts'
import { type OfficerDigest, officerDigest, officerToday } from '../../../lambdas/messages/digest/words/officer.ts'
import { aCase, type CaseBuilder } from '../../cases/case-builder.ts'
import { aFile, given, type WaitForTests } from '../../cases/work/file-for-tests.ts'
import { council } from '../situations.ts'

/** Monday. Good Friday was 3 April, and Monday 6 April is Easter Monday. */
export const TODAY = parseCalendarDate('2026-03-30')
export const SITUATION: CouncilSituation = { council, publicAddress: 'https://send.example.gov.uk', today: TODAY }
const SETTINGS = { ...council.ownTimes, today: TODAY, until: addWorkingDays(TODAY, 5) }

type StoredCase = readonly [builder: CaseBuilder, waits: readonly WaitForTests[]]

const opened = (number: number, sentOn = '2026-02-10') => aCase({ sentOn }, `7K2M-4Q${String(number).padStart(2, '2')}`)
const SOON_25 = {
  compulsorySchoolAgeEndsOn: parseCalendarDate('2017-06-30'),
  youngPersonUntil: parseCalendarDate('2026-06-30'),
}
const meeting = { startsAt: '14:30', format: 'online' } as const
const complaint = { points: [], awareOn: '2026-02-02' } as const
const appealed = (number: number, days: { receivedOn: string; sentToCouncilOn?: string }) =>
  opened(number, '2026-01-05').and('appeal-registered', days, days.receivedOn)
const resolution = {
  askedOn: '2026-03-13',
  askedBy: 'family',
  subject: 'special-educational-provision',
  occasion: 'at-review',
  parties: ['family', 'council', 'school-or-college'],
} as const
const wanted = opened(23).and('mediation-chosen', { councilToldOn: '2026-03-10' })
const agreed = { of: '00002', agrees: true, answeredOn: '2026-03-16' } as const
const resolving = opened(24).and('disagreement-resolution-asked', resolution)

/** One case for each thing that can be to do, on a day on which it is. */
const CASES: Readonly<Record<string, StoredCase>> = {
  'mediation to arrange': [wanted, [['meeting-date', '00002', '00002']]],
  'mediation late': [
    opened(25).and('mediation-chosen', { councilToldOn: '2026-02-20' }),
    [['certificate-without-meeting', '00002', '00002']],
  ],
  'mediation late, no certificate needed': [
    aCase({ placementOnly: true }, '7K2M-4Q26').and('mediation-chosen', { councilToldOn: '2026-02-20' }),
    [['meeting-date', '00002', '00002']],
  ],
  'health body to tell': [
    opened(27).and('mediation-chosen', { councilToldOn: '2026-03-27', healthIssue: 'some' }),
    [['meeting-date', '00002', '00002']],
  ],
  'health body late': [
    opened(28).and('mediation-chosen', { councilToldOn: '2026-02-20', healthIssue: 'only' }),
    [['meeting-date', '00002', '00002']],
  ],
  'health body arranges': [
    opened(29)
      .and('mediation-chosen', { councilToldOn: '2026-03-20', healthIssue: 'only' })
      .and('health-board-told', { boardToldOn: '2026-03-23' }),
    [['meeting-date', '00003', '00002']],
  ],
  'meeting ahead': [
    wanted.and('meeting-arranged', { ...meeting, meetingOn: '2026-04-01' }, '2026-03-16'),
    [['meeting', '00003', '00002']],
  ],
  'meeting without result': [
    wanted.and('meeting-arranged', { ...meeting, meetingOn: '2026-03-25' }, '2026-03-16'),
    [['meeting', '00003', '00002']],
  ],
  'meeting goes on': [
    opened(30)
      .and('mediation-chosen', { councilToldOn: '2026-03-02' })
      .and('meeting-arranged', { ...meeting, meetingOn: '2026-03-26' }, '2026-03-13')
      .and('mediation-adjourned', { adjournedOn: '2026-03-26' }),
    [['adjourned', '00004', '00002']],
  ],
  'certificate late': [
    opened(32).and('mediation-declined', { declinedOn: '2026-03-23' }),
    [['certificate-after-declining', '00002']],
  ],
  'certificate due': [
    opened(33).and('mediation-declined', { declinedOn: '2026-03-30' }),
    [['certificate-after-declining', '00002']],
  ],
  'certificate after mediation': [
    opened(34)
      .and('mediation-chosen', { councilToldOn: '2026-03-02' })
      .and('meeting-arranged', { ...meeting, meetingOn: '2026-03-25' }, '2026-03-13')
      .and('mediation-not-agreed', { concludedOn: '2026-03-25' }),
    [['certificate-after-meeting', '00004', '00002']],
  ],
  'certificate, no mediation arranged': [
    opened(35)
      .and('mediation-chosen', { councilToldOn: '2026-03-02' })
      .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-03-27' }),
    [['certificate-without-meeting', '00003', '00002']],
  ],
  'certificate, information not known': [
    opened(49)
      .and('mediation-declined', { declinedOn: '2026-03-25' })
      .and('certificate-issued', { issuedOn: '2026-03-30' }),
    [['appeal', '00003', '00003']],
  ],
  'response due': [
    appealed(36, { receivedOn: '2026-02-17', sentToCouncilOn: '2026-02-20' }),
    [['council-response', '00002', '00002']],
  ],
  'response late': [
    appealed(37, { receivedOn: '2026-02-10', sentToCouncilOn: '2026-02-11' }),
    [['council-response', '00002', '00002']],
  ],
  'letter of the Tribunal': [appealed(38, { receivedOn: '2026-03-06' }), [['council-response', '00002', '00002']]],
  'duties of an agreement': [
    opened(39).and('mediation-agreed', { concludedOn: '2026-03-02', duties: ['make-plan', 'not-appealable'] }),
    [['duties', '00002', '00002']],
  ],
  'duties of an order': [
    appealed(40, { receivedOn: '2026-01-20' }).and('appeal-decided', {
      decidedOn: '2026-03-16',
      decision: 'decided-in-part',
      duties: ['amend-placement', 'continue'],
    }),
    [['duties', '00003', '00003']],
  ],
  'duties of a concession': [
    appealed(42, { receivedOn: '2026-02-20' }).and('appeal-conceded', {
      concededOn: '2026-03-20',
      duties: ['amend-placement'],
    }),
    [['duties', '00003', '00003']],
  ],
  'parties to ask': [resolving, [['parties-agree', '00002', '00002']]],
  'resolution meeting to fix': [
    resolving
      .and('disagreement-resolution-answered', { ...agreed, party: 'council' })
      .and('disagreement-resolution-answered', { ...agreed, party: 'school-or-college' }),
    [['resolution-meeting', '00004', '00002']],
  ],
  'resolution without result': [
    resolving.and(
      'disagreement-resolution-meeting',
      { of: '00002', ...meeting, meetingOn: '2026-03-26' },
      '2026-03-17',
    ),
    [['resolution-meeting', '00003', '00002']],
  ],
  'complaint about the school': [
    opened(43).and('complaint-made', { ...complaint, madeOn: '2026-02-25', about: 'school' }),
    [['complaint-acknowledgement', '00002', '00002']],
  ],
  'complaint about the council': [
    opened(44).and('complaint-made', { ...complaint, madeOn: '2026-02-25', about: 'council' }),
    [['complaint-acknowledgement', '00002', '00002']],
  ],
  'being taken over': [aCase({ history: 'being-recorded', sentOn: '2026-03-02' }, '7K2M-4Q46'), []],
  'nobody says who the party is': [
    aCase(
      {
        decisionKind: 'refusal-to-assess',
        sentOn: '2026-02-10',
        daysOfAge: { compulsorySchoolAgeEndsOn: '2026-03-20' as never },
      },
      '7K2M-4Q47',
    ),
    [],
  ],
  'no news': [opened(45, '2025-08-10'), [['late-contact', '00001']]],
}

function fileOf([builder, waits]: StoredCase) {
  return aFile(builder, waits)
}

function officerWorkOf(name: string): readonly OfficerWork[] {
  return officerWork(fileOf(CASES[name] as StoredCase), SETTINGS)
}

function adviserWorkOf(name: string): readonly AdviserWork[] {
  return adviserWork(fileOf(CASES[name] as StoredCase), TODAY)
}

const NAMES = Object.keys(CASES)
export const OFFICER_WORK = [
  ...NAMES.flatMap(officerWorkOf),
  ...[
    given('tell-adviser-not-arranged', sequenceOf(2), '2026-03-30'),
    given('seek-consent-order', sequenceOf(4), '2026-03-30'),
    given('keep-promise', sequenceOf(4), '2026-03-31'),
    given('prepare-for-tribunal', { fact: sequenceOf(4), moment: 'bundle' }, '2026-03-31'),
    given('name-who-comes', sequenceOf(3), '2026-03-31'),
    given('send-full-notice', sequenceOf(2), '2026-03-31'),
    given('open-case-for-new-plan', sequenceOf(2), '2026-03-31'),
    given('do-remedy', sequenceOf(3), '2026-03-31'),
    given('pass-case-on', sequenceOf(2), '2026-03-31'),
    given('tell-tribunal-of-move', sequenceOf(4), '2026-03-31'),
    given('tell-of-transfer', sequenceOf(2), '2026-03-31'),
    given('review-transferred-plan', sequenceOf(2), '2026-03-31'),
    given('warn-of-birthday', sequenceOf(1), '2026-03-31'),
    given('ask-tribunal', { fact: sequenceOf(3), round: 1 }, '2026-03-30'),
    given('tell-family-another-way', { message: 'rights_00001' }, '2026-03-27'),
    given('tell-family-safely', { message: 'rights_00001' }, '2026-03-27'),
    given('make-other-format', { message: 'rights_00001' }, '2026-03-31'),
  ].flatMap((task) => officerWork(aFile(taskCase(task.kind), [], { tasks: [task] }), SETTINGS)),
  ...(['tell-family-another-way', 'tell-family-safely'] as const).flatMap((kind) =>
    officerWork(
      aFile(wanted.and('meeting-arranged', { ...meeting, meetingOn: '2026-04-10' }, '2026-03-27'), [], {
        tasks: [given(kind, { message: 'meeting-invitation_00003' }, '2026-03-27')],
      }),
      SETTINGS,
    ),
  ),
]
export const ADVISER_WORK = NAMES.flatMap(adviserWorkOf)

function taskCase(kind: string): CaseBuilder {
  if (kind === 'warn-of-birthday') return aCase({ sentOn: '2026-02-10', daysOfAge: SOON_25 }, '7K2M-4Q52')
  if (kind === 'pass-case-on') {
    return opened(53).and('family-moves', { awareOn: '2026-03-10', movesOn: '2026-03-31' })
  }
  if (kind === 'tell-tribunal-of-move') {
    return opened(54)
      .and('certificate-issued', { issuedOn: '2026-03-02', contactedOn: '2026-03-02' })
      .and('appeal-registered', { receivedOn: '2026-03-05' })
      .and('family-moves', { awareOn: '2026-03-10', movesOn: '2026-03-31' })
  }
  if (kind === 'tell-of-transfer' || kind === 'review-transferred-plan') {
    return opened(55).and('case-came-from-council', { transferredOn: '2026-01-01', madeOrReviewedOn: '2025-03-31' })
  }
  if (kind === 'do-remedy') {
    return opened(56).and('ombudsman-asked', { ombudsman: 'council', askedOn: '2026-03-02' }).and('ombudsman-decided', {
      of: '00002',
      result: 'fault-and-remedy',
      decidedOn: '2026-03-16',
      remedyBy: '2026-03-31',
    })
  }
  if (kind === 'open-case-for-new-plan') {
    return opened(57).and('plan-issued-again', { printedOn: '2026-03-20', sentOn: '2026-03-20' })
  }
  if (kind === 'send-full-notice')
    return opened(52).and('notice-at-fault', { foundOn: '2026-03-20', fault: 'never-sent' })
  if (kind === 'name-who-comes') {
    return opened(51)
      .and('mediation-chosen', { councilToldOn: '2026-03-16' })
      .and('meeting-arranged', { ...meeting, meetingOn: '2026-04-10' }, '2026-03-27')
  }
  if (kind === 'tell-adviser-not-arranged') return opened(46).and('mediation-chosen', { councilToldOn: '2026-02-27' })
  if (kind === 'seek-consent-order' || kind === 'keep-promise') {
    return opened(49, '2025-07-07')
      .and('appeal-registered', { receivedOn: '2025-08-11' })
      .and('response-sent', { sentOn: '2025-09-22' })
      .and('council-gave-in', { gaveInOn: '2026-03-23', extent: 'all', duties: [], promisedDate: '2026-03-31' })
  }
  if (kind === 'prepare-for-tribunal') {
    return opened(50, '2025-07-07')
      .and('appeal-registered', { receivedOn: '2025-08-11' })
      .and('response-sent', { sentOn: '2025-09-22' })
      .and('timetable-set', { setOn: '2026-03-02', bundle: '2026-04-09', hearing: '2026-05-05' }, '2026-03-03')
  }
  return kind === 'ask-tribunal'
    ? opened(47, '2025-07-07')
        .and('appeal-registered', { receivedOn: '2025-08-11' })
        .and('response-sent', { sentOn: '2025-09-22' })
    : opened(48)
}

/** So many cases that no email can tell of them all. */
const CROWD = Array.from({ length: 60 }, (_, number) => {
  const builder = aCase({}, `7K2M-9${String(number).padStart(3, '2')}`)
  return fileOf([
    builder.and('mediation-declined', { declinedOn: '2026-03-20' }),
    [['certificate-after-declining', '00002']],
  ])
})

const only = <Work extends { readonly standing: string }>(work: readonly Work[], standing: string) =>
  work.filter((one) => one.standing === standing)

/** The digest of an officer with nothing to do but what is given. */
const officers = (given: Partial<OfficerDigest>): CouncilWords =>
  officerDigest({
    ...SITUATION,
    reader: SITUATION.council.contacts.officer.name,
    withoutOwner: [],
    work: [],
    unread: [],
    stopped: [],
    letters: { count: 0 },
    bankHolidaysEnd: undefined,
    root: undefined,
    ...given,
  })

/** Every message to the officer and to the mediation adviser, in each of its variants. */
const ADVISER = SITUATION.council.providers.mediationAdviser.name

const WORDS: Readonly<Record<string, CouncilWords>> = {
  'officer digest': officers({ work: OFFICER_WORK }),
  'officer digest, only what comes up': officers({ work: only(OFFICER_WORK, 'soon') }),
  'officer digest, one thing': officers({ work: only(OFFICER_WORK, 'today').slice(0, 1) }),
  'officer digest, some cases not read': officers({ work: only(OFFICER_WORK, 'today'), unread: ['7K2M-4QXP'] }),
  'officer digest, no case read': officers({ unread: ['7K2M-4QXP'] }),
  'officer digest, only a journey that has stopped': officers({
    stopped: [{ caseId: '7K2M-4QXP', goesOnAt: '2026-03-31T07:00:00Z' }],
  }),
  'officer digest, many cases': officers({
    stopped: CROWD.map(({ record }) => ({ caseId: record.caseId, goesOnAt: '2026-03-31T07:00:00Z' })),
    work: CROWD.flatMap((file) => officerWork(file, SETTINGS)),
    unread: CROWD.map(({ record }) => record.caseId),
    letters: { count: 12, since: parseCalendarDate('2026-02-27') },
  }),
  'officer digest, only letters': officers({ letters: { count: 1, since: parseCalendarDate('2026-02-27') } }),
  'officer digest, only a case that needs an owner': officers({ withoutOwner: ['7K2M-4QXP'] }),
  'officer digest, with the mark of the entries': officers({
    work: only(OFFICER_WORK, 'today').slice(0, 1),
    root: { day: '2026-03-30', root: 'c0ffee'.repeat(10) },
  }),
  'officer digest, bank holidays run out': officers({
    work: only(OFFICER_WORK, 'today').slice(0, 1),
    bankHolidaysEnd: parseCalendarDate('2026-07-28'),
  }),
  'officer digest, bank holidays have run out': officers({
    work: only(OFFICER_WORK, 'today').slice(0, 1),
    bankHolidaysEnd: parseCalendarDate('2025-12-31'),
  }),
  'adviser digest': adviserDigest({ ...SITUATION, reader: ADVISER, work: ADVISER_WORK }),
  'adviser digest, one thing': adviserDigest({ ...SITUATION, reader: ADVISER, work: ADVISER_WORK.slice(0, 1) }),
  'adviser digest, many cases': adviserDigest({
    ...SITUATION,
    reader: ADVISER,
    work: CROWD.flatMap((file) => adviserWork(file, TODAY)),
  }),
  ...Object.fromEntries(
    OFFICER_WORK.filter(({ standing }) => standing !== 'soon').map((work, index) => [
      `officer today, ${work.kind} (${index})`,
      officerToday(work, SITUATION.council.contacts.officer.name, SITUATION),
    ]),
  ),
  ...Object.fromEntries(
    ADVISER_WORK.filter(({ standing }) => standing !== 'soon').map((work, index) => [
      `adviser today, ${work.kind} (${index})`,
      adviserToday(work, ADVISER, SITUATION),
    ]),
  ),
}

export const COUNCIL_MESSAGES = Object.entries(WORDS).map(
  ([name, words]) => [name, composeForCouncil(words, SITUATION)] as const,
)
