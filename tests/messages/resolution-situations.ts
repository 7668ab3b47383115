import {
  RESOLUTION_OCCASIONS,
  RESOLUTION_RESULTS,
  RESOLUTION_SUBJECTS,
} from '../../lambdas/cases/resolution/closed-words.ts'
import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import type { CaseBuilder, PlainDetails } from '../cases/case-builder.ts'
import { certified, lateSpoken, placement, plain, registered, situation, spoken, YOUNG_PERSON } from './situations.ts'

const ASKED: PlainDetails<'disagreement-resolution-asked'> = {
  askedOn: '2026-03-09',
  askedBy: 'family',
  subject: 'special-educational-provision',
  occasion: 'at-another-time',
  parties: ['family', 'school-or-college', 'council'],
}

/** A case with a disagreement resolution that was asked for, and the sequence of the asking. */
function asked(before: CaseBuilder, changes: Partial<typeof ASKED> = {}) {
  const builder = before.and('disagreement-resolution-asked', { ...ASKED, ...changes })
  return { builder, of: builder.facts.at(-1)?.sequence ?? '' }
}

function agreed(before: CaseBuilder) {
  const { builder, of } = asked(before)
  const everyone = builder
    .and('disagreement-resolution-answered', { of, party: 'school-or-college', agrees: true, answeredOn: '2026-03-12' })
    .and('disagreement-resolution-answered', { of, party: 'council', agrees: true, answeredOn: '2026-03-16' })
  return { builder: everyone, of }
}

function withMeeting(before: CaseBuilder) {
  const { builder, of } = agreed(before)
  return {
    builder: builder.and(
      'disagreement-resolution-meeting',
      { of, meetingOn: '2026-04-14', startsAt: '10:00', format: 'in-person' },
      '2026-03-20',
    ),
    of,
  }
}

function about(
  kind: MessageSituation['kind'],
  builder: CaseBuilder,
  today: string,
  other?: Parameters<typeof situation>[4],
): MessageSituation {
  return situation(kind, builder.facts.at(-1)?.sequence ?? '', builder, today, other)
}

const met = withMeeting(plain)
const movedMeeting = met.builder.and(
  'disagreement-resolution-meeting',
  { of: met.of, meetingOn: '2026-04-21', startsAt: '13:15', format: 'online' },
  '2026-04-01',
)
const { builder: askedOnce, of } = asked(plain)
const answered = { of, answeredOn: '2026-03-12' }

export const RESOLUTION_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  ...Object.fromEntries(
    RESOLUTION_SUBJECTS.map((subject) => [
      `resolution asked, about ${subject}`,
      about('resolution-asked', asked(plain, { subject }).builder, '2026-03-09'),
    ]),
  ),
  ...Object.fromEntries(
    RESOLUTION_OCCASIONS.map((occasion) => [
      `resolution asked, ${occasion}`,
      about('resolution-asked', asked(spoken, { occasion }).builder, '2026-03-09'),
    ]),
  ),
  'resolution asked by the council': about(
    'resolution-asked',
    asked(plain, { askedBy: 'council' }).builder,
    '2026-03-09',
    { contact: YOUNG_PERSON },
  ),
  'resolution asked, the family takes no part': about(
    'resolution-asked',
    asked(plain, { askedBy: 'council', parties: ['council', 'health-body'] }).builder,
    '2026-03-09',
  ),
  'resolution asked by the council, the family has answered': situation(
    'resolution-asked',
    '00002',
    asked(plain, { askedBy: 'council' }).builder.and('disagreement-resolution-answered', {
      of: '00002',
      party: 'family',
      agrees: true,
      answeredOn: '2026-03-10',
    }),
    '2026-03-10',
  ),
  'resolution asked by the health body': about(
    'resolution-asked',
    asked(plain, { askedBy: 'health-body', parties: ['health-body', 'family'] }).builder,
    '2026-03-09',
  ),
  'resolution asked by the school': about(
    'resolution-asked',
    asked(certified, { askedBy: 'school-or-college', askedOn: '2026-04-20' }).builder,
    '2026-04-20',
  ),
  'resolution asked, placement only': about('resolution-asked', asked(placement).builder, '2026-03-09'),
  'resolution asked, after a late talk': about(
    'resolution-asked',
    asked(lateSpoken, { askedOn: '2026-03-30' }).builder,
    '2026-03-30',
  ),
  'resolution asked, after every date': about(
    'resolution-asked',
    asked(plain, { askedOn: '2026-06-01' }).builder,
    '2026-06-01',
  ),
  'resolution asked, the Tribunal has the appeal': about(
    'resolution-asked',
    asked(registered, { askedOn: '2026-06-01', occasion: 'while-waiting-for-tribunal' }).builder,
    '2026-06-01',
  ),
  'resolution asked, the appeal has ended': about(
    'resolution-asked',
    asked(registered.and('appeal-withdrawn', { withdrawnOn: '2026-05-20' }), { askedOn: '2026-06-01' }).builder,
    '2026-06-01',
  ),
  'resolution agreed': situation('resolution-agreed', agreed(plain).of, agreed(plain).builder, '2026-03-16'),
  'resolution agreed, young person': situation(
    'resolution-agreed',
    agreed(plain).of,
    agreed(plain).builder,
    '2026-03-16',
    { contact: YOUNG_PERSON },
  ),
  'resolution meeting': about('resolution-invitation', met.builder, '2026-03-20'),
  'resolution meeting, place not known, young person': about('resolution-invitation', met.builder, '2026-03-20', {
    words: {},
    contact: YOUNG_PERSON,
  }),
  'resolution meeting on another day': about('resolution-invitation', movedMeeting, '2026-04-01'),
  'resolution declined by the school': about(
    'resolution-declined',
    askedOnce.and('disagreement-resolution-answered', { ...answered, party: 'school-or-college', agrees: false }),
    '2026-03-12',
  ),
  'resolution declined by the family': about(
    'resolution-declined',
    askedOnce.and('disagreement-resolution-answered', { ...answered, party: 'family', agrees: false }),
    '2026-03-12',
  ),
  'resolution declined by the council before the school said yes': about(
    'resolution-declined',
    askedOnce
      .and('disagreement-resolution-answered', { ...answered, party: 'council', agrees: false })
      .and('disagreement-resolution-answered', {
        of,
        party: 'school-or-college',
        agrees: true,
        answeredOn: '2026-03-13',
      }),
    '2026-03-13',
    { contact: YOUNG_PERSON },
  ),
  ...Object.fromEntries(
    RESOLUTION_RESULTS.map((result) => [
      `resolution ended, ${result}`,
      about(
        'resolution-ended',
        met.builder.and('disagreement-resolution-ended', {
          of: met.of,
          endedOn: result === 'not-held' ? '2026-04-07' : '2026-04-14',
          result,
        }),
        result === 'not-held' ? '2026-04-07' : '2026-04-14',
      ),
    ]),
  ),
  'resolution ended, not-held, no meeting was planned': about(
    'resolution-ended',
    agreed(plain).builder.and('disagreement-resolution-ended', {
      of: agreed(plain).of,
      endedOn: '2026-04-07',
      result: 'not-held',
    }),
    '2026-04-07',
    { contact: YOUNG_PERSON },
  ),
}
