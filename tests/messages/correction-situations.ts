import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { aCase, type CaseBuilder } from '../cases/case-builder.ts'
import { withNorth } from './rights-situations.ts'
import {
  arranged,
  certified,
  chosen,
  lateSpoken,
  moved,
  placement,
  plain,
  registered,
  situation,
  spoken,
  YOUNG_PERSON,
} from './situations.ts'

/** The message about the last fact of the case, which is a correction, on the day on which it was recorded. */
function corrected(builder: CaseBuilder, other?: Parameters<typeof situation>[4]): MessageSituation {
  const last = builder.facts.at(-1)
  return situation('dates-corrected', last?.sequence ?? '', builder, last?.recordedAt.slice(0, 10) ?? '', other)
}

const dutiesAgreed = arranged.and('mediation-agreed', {
  concludedOn: '2026-03-30',
  duties: ['amend-contents', 'not-appealable'],
})
const complained = plain.and(
  'complaint-made',
  { madeOn: '2026-03-09', about: 'council', points: [], awareOn: '2026-01-12' },
  '2026-03-09',
)
const asked = plain.and('disagreement-resolution-asked', {
  askedOn: '2026-03-09',
  askedBy: 'family',
  subject: 'duties',
  occasion: 'at-review',
  parties: ['family', 'council'],
})
const metForResolution = asked
  .and('disagreement-resolution-answered', { of: '00002', party: 'council', agrees: true, answeredOn: '2026-03-11' })
  .and(
    'disagreement-resolution-meeting',
    { of: '00002', meetingOn: '2026-04-14', startsAt: '10:00', format: 'in-person' },
    '2026-03-16',
  )

const ofDutiesToldAsLate = dutiesAgreed.and('note-added', {}, '2026-05-06')
const assessed = arranged
  .and('mediation-agreed', { concludedOn: '2026-03-30', duties: ['assess'] })
  .and('note-added', {}, '2026-08-10')

export const CORRECTION_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  'learnt late: a duty that was told as late was done in time': corrected(
    ofDutiesToldAsLate.and('duty-done', { of: '00004', rule: 'D12', doneOn: '2026-04-10' }, '2026-05-11'),
  ),
  'learnt late: a plan that was told as late is not to be, and that was told in time': corrected(
    assessed.and('duty-done', { of: '00004', rule: 'D15', doneOn: '2026-06-01' }, '2026-08-12'),
  ),
  'corrected: the letter was sent later': corrected(
    plain.correct('case-opened', '00001', { printedOn: '2026-02-17', sentOn: '2026-02-17' }, '2026-03-02'),
  ),
  'corrected: the letter was sent earlier, young person': corrected(
    plain.correct('case-opened', '00001', { printedOn: '2026-01-27', sentOn: '2026-01-27' }, '2026-03-02'),
    { contact: YOUNG_PERSON },
  ),
  'corrected: the letter was sent so early that every date has passed': corrected(
    plain.correct('case-opened', '00001', { printedOn: '2025-12-22', sentOn: '2025-12-22' }, '2026-03-16'),
  ),
  'corrected: into August': corrected(
    plain.correct('case-opened', '00001', { printedOn: '2026-06-15', sentOn: '2026-06-15' }, '2026-06-22'),
  ),
  'corrected: the letter, after the certificate': corrected(
    certified.correct('case-opened', '00001', { printedOn: '2026-03-10', sentOn: '2026-03-10' }, '2026-04-13'),
  ),
  'corrected: the decision was another one': corrected(
    plain.correct('case-opened', '00001', { decisionKind: 'refusal-to-assess' }, '2026-03-02'),
  ),
  'corrected: only the school is disputed': corrected(
    plain.correct('case-opened', '00001', { placementOnly: true }, '2026-03-02'),
  ),
  'corrected: more than the school is disputed': corrected(
    placement.correct('case-opened', '00001', { placementOnly: false }, '2026-03-02'),
  ),
  'corrected: the talk with the adviser was in time': corrected(
    lateSpoken.correct('adviser-contacted', '00002', { contactedOn: '2026-03-02' }, '2026-03-24'),
  ),
  'corrected: the first talk with the adviser was added': corrected(
    certified
      .and('note-added', {}, '2026-04-14')
      .correct('mediation-declined', '00002', { declinedOn: '2026-04-02', contactedOn: '2026-03-02' }, '2026-04-15'),
  ),
  'corrected: the first talk came after the last day': corrected(
    spoken
      .and('mediation-declined', { declinedOn: '2026-04-13' })
      .and('certificate-issued', { issuedOn: '2026-04-14' })
      .correct('adviser-contacted', '00002', { contactedOn: '2026-04-13' }, '2026-04-15'),
  ),
  'corrected: the date on the certificate': corrected(
    certified.correct('certificate-issued', '00003', { issuedOn: '2026-04-08' }, '2026-04-13'),
  ),
  'removed: the certificate': corrected(certified.and('fact-removed', { removes: '00003' }, '2026-04-13')),
  'removed: the certificate, so early that no date changes': corrected(
    plain
      .and('mediation-declined', { declinedOn: '2026-02-16' })
      .and('certificate-issued', { issuedOn: '2026-02-18' })
      .and('fact-removed', { removes: '00003' }, '2026-02-20'),
  ),
  'removed: the appeal': corrected(registered.and('fact-removed', { removes: '00004' }, '2026-05-09')),
  'removed: the appeal, after its time': corrected(registered.and('fact-removed', { removes: '00004' }, '2026-06-01')),
  'removed: the choice of mediation': corrected(chosen.and('fact-removed', { removes: '00002' }, '2026-03-09')),
  'corrected: a planned meeting was on a day that has gone by': corrected(
    arranged.correct('meeting-arranged', '00003', { meetingOn: '2026-03-17' }, '2026-03-19'),
  ),
  'corrected: a disagreement resolution meeting was on a day that has gone by': corrected(
    metForResolution.correct('disagreement-resolution-meeting', '00004', { meetingOn: '2026-03-17' }, '2026-03-19'),
  ),
  'removed: a planned meeting': corrected(arranged.and('fact-removed', { removes: '00003' }, '2026-03-18')),
  'removed: the move of a meeting': corrected(moved.and('fact-removed', { removes: '00004' }, '2026-03-23')),
  'removed: the cancellation of a meeting': corrected(
    arranged
      .and('meeting-cancelled', { cancelledBy: 'council', cancelledOn: '2026-03-17' })
      .and('fact-removed', { removes: '00004' }, '2026-03-18'),
  ),
  'corrected: the day the council was told': corrected(
    chosen.correct('mediation-chosen', '00002', { councilToldOn: '2026-03-02' }, '2026-03-09'),
  ),
  'corrected: it is about health care': corrected(
    chosen.correct('mediation-chosen', '00002', { healthIssue: 'only' }, '2026-03-09'),
  ),
  'corrected: when the family declined': corrected(
    plain
      .and('mediation-declined', { declinedOn: '2026-03-09', contactedOn: '2026-03-02' })
      .correct('mediation-declined', '00002', { declinedOn: '2026-03-10' }, '2026-03-11'),
  ),
  'corrected: the day of the response in the letter': corrected(
    registered.correct('appeal-registered', '00004', { responseDueOn: '2026-06-30' }, '2026-05-18'),
  ),
  'corrected: the day on which an agreement was made': corrected(
    dutiesAgreed.correct('mediation-agreed', '00004', { concludedOn: '2026-03-27' }, '2026-04-01'),
  ),
  'corrected: one thing more was agreed': corrected(
    dutiesAgreed.correct(
      'mediation-agreed',
      '00004',
      { duties: ['amend-contents', 'not-appealable', 'amend-placement'] },
      '2026-04-01',
    ),
  ),
  'corrected: one thing less was agreed': corrected(
    dutiesAgreed.correct('mediation-agreed', '00004', { duties: ['amend-contents'] }, '2026-04-01'),
  ),
  'corrected: the day of an agreement without duties': corrected(
    arranged
      .and('mediation-agreed', { concludedOn: '2026-03-30' })
      .correct('mediation-agreed', '00004', { concludedOn: '2026-03-27' }, '2026-04-01'),
  ),
  'corrected: the day of a complaint': corrected(
    complained.correct('complaint-made', '00002', { madeOn: '2026-03-04', awareOn: '2025-12-01' }, '2026-03-11'),
  ),
  'removed: a complaint, young person': corrected(complained.and('fact-removed', { removes: '00002' }, '2026-03-11'), {
    contact: YOUNG_PERSON,
  }),
  'corrected: the meeting of a disagreement resolution': corrected(
    metForResolution.correct('disagreement-resolution-meeting', '00004', { meetingOn: '2026-04-15' }, '2026-03-18'),
  ),
  'removed: the meeting of a disagreement resolution': corrected(
    metForResolution.and('fact-removed', { removes: '00004' }, '2026-03-18'),
  ),
  'corrected: who came to the meeting': corrected(
    arranged
      .and('mediation-not-agreed', { concludedOn: '2026-03-30' })
      .correct('mediation-not-agreed', '00004', { decisionMaker: 'absent' }, '2026-04-01'),
  ),
  'corrected: why the family moved a meeting, which it knows': corrected(
    asked.correct('disagreement-resolution-asked', '00002', { occasion: 'at-review' }, '2026-03-11'),
  ),
}

/** The family was given the details of another adviser than the one that it has. */
export const OF_THE_WRONG_ADVISER: MessageSituation = withNorth(
  corrected(
    aCase()
      .and('adviser-contacted', { contactedOn: '2026-03-02', adviser: 'first' })
      .correct('adviser-contacted', '00002', { contactedOn: '2026-03-02', adviser: 'north' }, '2026-03-04'),
  ),
)
