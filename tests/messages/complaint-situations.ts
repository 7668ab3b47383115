import { COMPLAINT_BODIES, COMPLAINT_POINTS, COMPLAINT_RESULTS } from '../../lambdas/cases/complaint/closed-words.ts'
import type { ComplaintStage } from '../../lambdas/law/other-deadlines.ts'
import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import type { CaseBuilder, PlainDetails } from '../cases/case-builder.ts'
import { lateSpoken, placement, plain, registered, situation, YOUNG_PERSON } from './situations.ts'

const MADE: PlainDetails<'complaint-made'> = {
  madeOn: '2026-03-09',
  about: 'council',
  points: ['is-in-writing'],
  awareOn: '2026-01-12',
}

function made(before: CaseBuilder, changes: Partial<typeof MADE> = {}) {
  const details = { ...MADE, ...changes }
  const builder = before.and('complaint-made', details, details.madeOn)
  return { builder, of: builder.facts.at(-1)?.sequence ?? '' }
}

function ofEachBody(about: (typeof COMPLAINT_BODIES)[number], stage?: ComplaintStage): [string, MessageSituation][] {
  const body = stage ? `${about}, ${stage} stage` : about
  const { builder, of } = made(plain, { about, ...(stage && { stage }) })
  const acknowledged = builder.and('complaint-acknowledged', { of, acknowledgedOn: '2026-03-11' })
  return [
    [`complaint recorded, ${body}`, situation('complaint-recorded', of, builder, '2026-03-09')],
    [`complaint recorded late, ${body}`, situation('complaint-recorded', of, builder, '2026-05-18')],
    [`complaint acknowledged, ${body}`, situation('complaint-received', '00003', acknowledged, '2026-03-11')],
    [`complaint overdue, ${body}`, situation('complaint-overdue', of, acknowledged, '2026-05-08')],
    ...COMPLAINT_RESULTS.map((result): [string, MessageSituation] => [
      `complaint answered, ${body}, ${result}`,
      situation(
        'complaint-outcome',
        '00004',
        acknowledged.and('complaint-answered', { of, answeredOn: '2026-03-23', result }),
        '2026-03-23',
      ),
    ]),
  ]
}

const promised = made(plain).builder.and(
  'complaint-acknowledged',
  { of: '00002', acknowledgedOn: '2026-03-11', answerPromisedBy: '2026-04-13' },
  '2026-03-11',
)
const longAgo = made(plain, { awareOn: '2025-03-10' })

export const COMPLAINT_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  ...Object.fromEntries(COMPLAINT_BODIES.flatMap((body) => ofEachBody(body))),
  ...Object.fromEntries(ofEachBody('council', 'second')),
  'complaint recorded, no point is met, young person': situation(
    'complaint-recorded',
    '00002',
    made(plain, { points: [], about: 'college' }).builder,
    '2026-03-09',
    { contact: YOUNG_PERSON },
  ),
  'complaint recorded, every point is met': situation(
    'complaint-recorded',
    '00002',
    made(plain, { points: [...COMPLAINT_POINTS], answerAskedBy: '2026-04-20' }).builder,
    '2026-03-09',
  ),
  'complaint recorded, placement only': situation(
    'complaint-recorded',
    '00002',
    made(placement, { about: 'school' }).builder,
    '2026-03-09',
  ),
  'complaint recorded, after a late talk': situation(
    'complaint-recorded',
    '00003',
    made(lateSpoken, { madeOn: '2026-03-30' }).builder,
    '2026-03-30',
  ),
  'complaint recorded, the Tribunal has the appeal': situation(
    'complaint-recorded',
    '00005',
    made(registered, { madeOn: '2026-06-01' }).builder,
    '2026-06-01',
  ),
  'complaint recorded, the Ombudsman’s time ends before the answer': situation(
    'complaint-recorded',
    '00002',
    made(plain, { awareOn: '2025-03-16' }).builder,
    '2026-03-09',
  ),
  'complaint acknowledged, a day was promised': situation('complaint-received', '00003', promised, '2026-03-11'),
  'complaint acknowledged, recorded late': situation('complaint-received', '00003', promised, '2026-05-06', {
    contact: YOUNG_PERSON,
  }),
  'complaint overdue, a day was promised': situation('complaint-overdue', '00002', promised, '2026-04-14'),
  'complaint overdue, never acknowledged, young person': situation(
    'complaint-overdue',
    '00002',
    made(plain).builder,
    '2026-04-01',
    { contact: YOUNG_PERSON },
  ),
  'complaint answered, the Ombudsman’s time is nearly over': situation(
    'complaint-outcome',
    '00003',
    longAgo.builder.and('complaint-answered', { of: longAgo.of, answeredOn: '2026-03-09', result: 'not-upheld' }),
    '2026-03-09',
  ),
  'complaint answered, the Ombudsman’s time has passed': situation(
    'complaint-outcome',
    '00003',
    longAgo.builder.and('complaint-answered', { of: longAgo.of, answeredOn: '2026-03-16', result: 'not-upheld' }),
    '2026-03-16',
    { contact: YOUNG_PERSON },
  ),
}

const asked = plain.and('ombudsman-asked', { ombudsman: 'council', askedOn: '2026-03-20' })
const askedAfterAppealing = registered.and('ombudsman-asked', { ombudsman: 'health', askedOn: '2026-06-01' })

/** What a family took to an Ombudsman. */
export const OMBUDSMAN_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  'the family went to the Ombudsman': situation('with-the-ombudsman', '00002', asked, '2026-03-20'),
  'the family went to the Ombudsman for health, and has appealed': situation(
    'with-the-ombudsman',
    '00005',
    askedAfterAppealing,
    '2026-06-01',
  ),
  'the Ombudsman asked for a remedy': situation(
    'what-the-ombudsman-decided',
    '00003',
    asked.and('ombudsman-decided', {
      of: '00002',
      decidedOn: '2026-04-01',
      result: 'fault-and-remedy',
      remedyBy: '2026-05-01',
    }),
    '2026-04-02',
  ),
  'the Ombudsman asked for a remedy, of which its day has gone by': situation(
    'what-the-ombudsman-decided',
    '00003',
    asked.and('ombudsman-decided', {
      of: '00002',
      decidedOn: '2026-04-01',
      result: 'fault-and-remedy',
      remedyBy: '2026-05-01',
    }),
    '2026-05-20',
  ),
  'the Ombudsman asked for a remedy without a day': situation(
    'what-the-ombudsman-decided',
    '00003',
    asked.and('ombudsman-decided', { of: '00002', decidedOn: '2026-04-01', result: 'fault-and-remedy' }),
    '2026-04-02',
  ),
  ...Object.fromEntries(
    (['fault', 'no-fault', 'not-looked-at'] as const).map((result) => [
      `the Ombudsman decided: ${result}`,
      situation(
        'what-the-ombudsman-decided',
        '00006',
        askedAfterAppealing.and('ombudsman-decided', { of: '00005', decidedOn: '2026-07-01', result }),
        '2026-07-02',
      ),
    ]),
  ),
}
