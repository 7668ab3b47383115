import { TRIBUNAL_DECISIONS } from '../../lambdas/cases/tribunal/closed-words.ts'
import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { aCase, type CaseBuilder } from '../cases/case-builder.ts'
import {
  arranged,
  august,
  certified,
  chosen,
  lateSpoken,
  moved,
  PLACE,
  placement,
  plain,
  registered,
  situation,
  spoken,
  YOUNG_PERSON,
} from './situations.ts'

type Other = Parameters<typeof situation>[4]

/** One message for the last so many facts of the case, which were recorded on its last day. */
function learnt(builder: CaseBuilder, howMany: number, other?: Other, today?: string): MessageSituation {
  const news = builder.facts.slice(-howMany).map(({ sequence }) => sequence)
  return told(builder, news, { ...other, news }, today)
}

/** The first message to somebody who gets our messages from today on. */
function toSomebodyNew(builder: CaseBuilder, today: string, other?: Other): MessageSituation {
  return aboutTheLast(builder.and('contact-details-changed', {}, today), today, other)
}

/** The message of a case that was taken over, whose history is complete today. */
function takenOver(builder: CaseBuilder, today: string): MessageSituation {
  return aboutTheLast(builder.and('history-complete', {}, today), today)
}

function aboutTheLast(builder: CaseBuilder, today: string, other?: Other): MessageSituation {
  return told(
    builder,
    builder.facts.slice(-1).map(({ sequence }) => sequence),
    other,
    today,
  )
}

function told(builder: CaseBuilder, facts: readonly string[], other?: Other, today?: string): MessageSituation {
  const recordedOn = builder.facts.at(-1)?.recordedAt.slice(0, 10) ?? ''
  return situation('where-your-case-stands', facts.at(-1) ?? '', builder, today ?? recordedOn, other)
}

const TODAY = '2026-04-20'

/** Not to assess, printed and sent in May 2025; the case was opened in September, and the appeal learnt of first. */
const learntBackwards = aCase({ sentOn: '2025-05-20', decisionKind: 'refusal-to-assess' })
  .and('appeal-registered', { receivedOn: '2025-08-12' }, '2025-09-03')
  .and('certificate-issued', { issuedOn: '2025-07-15' }, '2025-09-05')
  .and('adviser-contacted', { contactedOn: '2025-07-01' }, '2025-09-05')

const withLetter = certified.and('appeal-registered', { receivedOn: '2026-05-08', sentToCouncilOn: '2026-05-13' })
const responded = withLetter.and('response-sent', { sentOn: '2026-06-22' })

const parties = ['family', 'school-or-college', 'council'] as const
const asked = plain.and('disagreement-resolution-asked', {
  askedOn: '2026-03-09',
  askedBy: 'council',
  subject: 'special-educational-provision',
  occasion: 'at-review',
  parties: [...parties],
})
const allAgreed = asked
  .and('disagreement-resolution-answered', { of: '00002', party: 'family', agrees: true, answeredOn: '2026-03-11' })
  .and('disagreement-resolution-answered', {
    of: '00002',
    party: 'school-or-college',
    agrees: true,
    answeredOn: '2026-03-12',
  })
const resolutionMeeting = { of: '00002', meetingOn: '2026-05-14', startsAt: '10:00', format: 'in-person' } as const
const complaint = { madeOn: '2026-03-09', about: 'council', points: ['is-in-writing'], awareOn: '2026-01-12' } as const
const complained = plain.and('complaint-made', { ...complaint, points: [...complaint.points] }, '2026-03-16')

const LEARNT_OF_THE_APPEAL: Readonly<Record<string, MessageSituation>> = {
  'standing: spoke to the adviser, letter sent again': learnt(
    spoken.and('notice-sent-again', { sentAgainOn: '2026-03-16' }, '2026-03-23'),
    2,
  ),
  'standing: letter sent again and sections known, nobody spoken to': learnt(
    aCase({ sections: ['B', 'I'], requestReceivedOn: '2025-10-06' })
      .and('notice-sent-again', { sentAgainOn: '2026-03-16' }, '2026-03-23')
      .and(
        'complaint-made',
        { madeOn: '2026-03-16', about: 'school', points: [], awareOn: '2026-03-02' },
        '2026-03-23',
      ),
    2,
  ),
  'standing: spoke late and chose nothing': learnt(
    lateSpoken.and(
      'complaint-made',
      { madeOn: '2026-03-24', about: 'college', points: [], awareOn: '2026-01-12' },
      '2026-04-01',
    ),
    2,
  ),
  'standing: a no that did not happen was removed, and the choice of mediation learnt': learnt(
    spoken
      .and('mediation-declined', { declinedOn: '2026-03-04' }, '2026-03-05')
      .and('fact-removed', { removes: '00003' }, '2026-03-16')
      .and('mediation-chosen', { councilToldOn: '2026-03-04' }, '2026-03-16'),
    2,
  ),
  'standing: the certificate and the talk with the adviser corrected': learnt(
    spoken
      .and('mediation-declined', { declinedOn: '2026-03-04' }, '2026-03-05')
      .and('certificate-issued', { issuedOn: '2026-03-06' }, '2026-03-09')
      .correct('certificate-issued', '00004', { issuedOn: '2026-03-09' }, '2026-03-16')
      .correct('adviser-contacted', '00002', { contactedOn: '2026-03-03' }, '2026-03-16'),
    2,
  ),
  'standing: opened late, and its certificate': learnt(
    aCase({ sentOn: '2026-02-10' })
      .and('adviser-contacted', { contactedOn: '2026-03-02' }, TODAY)
      .and('certificate-issued', { issuedOn: '2026-04-02' }, TODAY),
    3,
  ),
  'standing: opened late, with a mediation that has ended and its certificate': learnt(
    aCase({ sentOn: '2026-02-10' })
      .and('mediation-chosen', { councilToldOn: '2026-03-02', contactedOn: '2026-03-02' }, TODAY)
      .and('mediation-not-agreed', { concludedOn: '2026-03-24' }, TODAY)
      .and('certificate-issued', { issuedOn: '2026-03-27' }, TODAY),
    4,
  ),
  'standing: declined, certificate to come': learnt(
    spoken.and('mediation-declined', { declinedOn: '2026-04-14' }, TODAY),
    2,
  ),
  'standing: declined, certificate overdue': learnt(
    plain
      .and('adviser-contacted', { contactedOn: '2026-03-02' }, TODAY)
      .and('mediation-declined', { declinedOn: '2026-03-04' }, TODAY),
    2,
  ),
  'standing: spoke late and declined, no certificate': learnt(
    lateSpoken.and('mediation-declined', { declinedOn: '2026-03-24' }, TODAY),
    2,
  ),
  'standing: declined and certificate, a later day': learnt(
    plain
      .and('adviser-contacted', { contactedOn: '2026-03-30' }, '2026-04-13')
      .and('mediation-declined', { declinedOn: '2026-03-31' }, '2026-04-13')
      .and('certificate-issued', { issuedOn: '2026-04-02' }, '2026-04-13'),
    3,
  ),
  'standing: certificate learnt, the first talk is not known': learnt(
    chosen
      .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-04-08' }, TODAY)
      .and('certificate-issued', { issuedOn: '2026-04-14' }, TODAY),
    2,
  ),
  'standing: certificate after a late talk': learnt(
    lateSpoken
      .and('mediation-declined', { declinedOn: '2026-03-23' }, '2026-04-01')
      .and('certificate-issued', { issuedOn: '2026-03-26' }, '2026-04-01'),
    2,
  ),
  'standing: the talk was late after all, a wrong day was told': learnt(
    plain
      .and('certificate-issued', { issuedOn: '2026-04-14' }, '2026-04-15')
      .and('adviser-contacted', { contactedOn: '2026-04-13' }, '2026-05-05')
      .and('mediation-declined', { declinedOn: '2026-04-13' }, '2026-05-05'),
    2,
  ),
  'standing: August, spoke after the day and the appeal is still ahead': learnt(
    august
      .and('adviser-contacted', { contactedOn: '2026-08-31' }, '2026-09-01')
      .and('mediation-declined', { declinedOn: '2026-08-31' }, '2026-09-01'),
    2,
  ),
  'standing: placement only, two complaints': learnt(
    placement
      .and('complaint-made', { madeOn: '2026-03-02', about: 'school', points: [], awareOn: '2026-02-09' }, '2026-03-09')
      .and(
        'complaint-made',
        { madeOn: '2026-03-03', about: 'health-body', points: [], awareOn: '2026-02-09' },
        '2026-03-09',
      ),
    2,
  ),
  'standing: the opening is among what was learnt': learnt(
    plain.and('adviser-contacted', { contactedOn: '2026-03-02' }),
    2,
  ),
  'standing: the opening is among what was learnt, after every date': learnt(
    plain.and('complaint-made', { madeOn: '2026-03-02', about: 'school', points: [], awareOn: '2026-02-09' }, TODAY),
    2,
  ),
  'standing: one fact alone': told(plain.and('adviser-contacted', { contactedOn: '2026-03-02' }, '2026-03-16'), [
    '00002',
  ]),
  'standing: the appeal was in time after all': learnt(learntBackwards, 2),
  'standing: the appeal may count as late after all': learnt(
    plain
      .and('certificate-issued', { issuedOn: '2026-04-08' }, '2026-04-09')
      .and('appeal-registered', { receivedOn: '2026-05-05' }, '2026-05-06')
      .and('adviser-contacted', { contactedOn: '2026-04-13' }, '2026-05-18')
      .and('mediation-declined', { declinedOn: '2026-04-13' }, '2026-05-18'),
    2,
  ),
  'standing: appeal and its letter': learnt(withLetter, 2, undefined, '2026-05-18'),
  'standing: appeal late, a judge has let it go ahead': learnt(
    certified.and(
      'appeal-registered',
      { receivedOn: '2026-07-06', sentToCouncilOn: '2026-07-09', letGoAhead: 'yes' },
      '2026-07-20',
    ),
    2,
  ),
  'standing: appeal without a certificate': learnt(
    spoken.and('appeal-registered', { receivedOn: '2026-04-07', letGoAhead: 'not-yet' }, TODAY),
    2,
  ),
  'standing: appeal, the Tribunal has not written for weeks': learnt(
    spoken.and('appeal-registered', { receivedOn: '2026-03-16' }, TODAY),
    2,
  ),
  'standing: appeal, response overdue': learnt(withLetter, 2, undefined, '2026-07-06'),
  'standing: appeal and a response that was late': learnt(
    withLetter.and('response-sent', { sentOn: '2026-07-01' }, '2026-07-13'),
    2,
    { contact: YOUNG_PERSON },
  ),
  'standing: appeal, response and withdrawal': learnt(
    responded.and('appeal-withdrawn', { withdrawnOn: '2026-06-24' }, '2026-07-06'),
    3,
  ),
  'standing: conceded, duties recorded': learnt(
    withLetter.and('appeal-conceded', { concededOn: '2026-06-01', duties: ['amend-contents'] }, '2026-06-08'),
    2,
  ),
  'standing: conceded, no duties recorded': learnt(
    withLetter.and('appeal-conceded', { concededOn: '2026-06-01', duties: [] }, '2026-06-08'),
    2,
  ),
  ...Object.fromEntries(
    TRIBUNAL_DECISIONS.map((decision) => [
      `standing: ${decision}`,
      learnt(responded.and('appeal-decided', { decidedOn: '2026-09-15', decision, duties: [] }, '2026-09-28'), 2),
    ]),
  ),
  'standing: decided, and permission to appeal further was refused': learnt(
    responded
      .and('appeal-decided', { decidedOn: '2026-09-15', decision: 'decided-for-council', duties: [] }, '2026-09-28')
      .and(
        'further-appeal',
        { of: '00006', step: 'tribunal-refused', askedBy: 'family', stepOn: '2026-09-25' },
        '2026-09-28',
      ),
    3,
  ),
  'standing: decided, one thing done and one late': learnt(
    responded
      .and(
        'appeal-decided',
        { decidedOn: '2026-09-15', decision: 'decided-in-part', duties: ['amend-contents', 'amend-placement'] },
        '2026-11-02',
      )
      .and('duty-done', { of: '00006', rule: 'D18', doneOn: '2026-09-28' }, '2026-11-02'),
    2,
  ),
  'standing: you and we agreed': learnt(spoken.and('agreement-reached', { agreedOn: '2026-03-16' }, '2026-03-23'), 2),
  'standing: you and we agreed while the Tribunal has the appeal': learnt(
    registered.and('agreement-reached', { agreedOn: '2026-06-01' }, '2026-06-08'),
    2,
  ),
  'standing: the family does not go on': learnt(
    arranged.and(
      'case-withdrawn',
      { withdrawnOn: '2026-03-18', reason: 'family-does-not-want-to-go-on' },
      '2026-03-23',
    ),
    2,
  ),
  'standing: the family does not go on, the Tribunal has its appeal': learnt(
    registered.and(
      'case-withdrawn',
      { withdrawnOn: '2026-06-01', reason: 'family-does-not-want-to-go-on' },
      '2026-06-08',
    ),
    2,
  ),
  'standing: the council decided anew': learnt(
    spoken.and('case-withdrawn', { withdrawnOn: '2026-03-16', reason: 'council-changed-decision' }, '2026-03-23'),
    2,
  ),
  'standing: opened by mistake': learnt(
    spoken.and('case-withdrawn', { withdrawnOn: '2026-03-16', reason: 'opened-in-error' }, '2026-03-23'),
    2,
  ),
}

const wantsMediation = { councilToldOn: '2026-03-04' }
const meeting = { meetingOn: '2026-03-30', startsAt: '14:30', format: 'in-person' } as const

const LEARNT_OF_MEDIATION: Readonly<Record<string, MessageSituation>> = {
  'standing: mediation is to be arranged': learnt(spoken.and('mediation-chosen', wantsMediation, '2026-03-12'), 2),
  'standing: mediation is to be arranged, the health body takes part': learnt(
    spoken.and('mediation-chosen', { ...wantsMediation, healthIssue: 'some' }, '2026-03-12'),
    2,
  ),
  'standing: mediation is to be arranged, the health body was told': learnt(
    spoken
      .and('mediation-chosen', { ...wantsMediation, healthIssue: 'some' }, '2026-03-12')
      .and('health-board-told', { boardToldOn: '2026-03-05' }, '2026-03-12'),
    2,
  ),
  'standing: mediation about health care alone, the health body is to be told': learnt(
    spoken.and('mediation-chosen', { councilToldOn: '2026-03-11', healthIssue: 'only' }, '2026-03-12'),
    2,
  ),
  'standing: mediation about health care alone, the health body was not told in time': learnt(
    spoken.and('mediation-chosen', { ...wantsMediation, healthIssue: 'only' }, '2026-03-16'),
    2,
  ),
  'standing: mediation about health care alone, the health body arranges it': learnt(
    spoken
      .and('mediation-chosen', { ...wantsMediation, healthIssue: 'only' }, '2026-03-16')
      .and('health-board-told', { boardToldOn: '2026-03-05' }, '2026-03-16'),
    2,
  ),
  'standing: mediation about health care alone is late': learnt(
    spoken
      .and('mediation-chosen', { ...wantsMediation, healthIssue: 'only' }, '2026-05-11')
      .and('health-board-told', { boardToldOn: '2026-03-05' }, '2026-05-11'),
    2,
  ),
  'standing: mediation was not arranged': learnt(spoken.and('mediation-chosen', wantsMediation, TODAY), 2),
  'standing: mediation cannot be arranged in time': learnt(
    spoken
      .and('mediation-chosen', wantsMediation, '2026-03-25')
      .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-03-18' }, '2026-03-25'),
    2,
  ),
  'standing: mediation chosen and its meeting': learnt(
    plain.and('mediation-chosen', wantsMediation, '2026-03-16').and('meeting-arranged', meeting, '2026-03-16'),
    2,
    { words: { place: PLACE } },
  ),
  'standing: meeting and then a complaint, so its place is not told': learnt(
    chosen
      .and('meeting-arranged', meeting, '2026-03-16')
      .and(
        'complaint-made',
        { madeOn: '2026-03-12', about: 'school', points: [], awareOn: '2026-02-09' },
        '2026-03-19',
      ),
    2,
  ),
  'standing: meeting moved': learnt(
    arranged
      .and('complaint-made', { madeOn: '2026-03-16', about: 'school', points: [], awareOn: '2026-02-09' }, '2026-03-23')
      .and(
        'meeting-moved',
        { meetingOn: '2026-04-01', startsAt: '10:00', format: 'online', movedBy: 'council', reason: 'illness' },
        '2026-03-23',
      ),
    2,
  ),
  'standing: meeting cancelled and another arranged': learnt(
    arranged
      .and('meeting-cancelled', { cancelledBy: 'council', cancelledOn: '2026-03-18' }, '2026-03-23')
      .and('meeting-arranged', { meetingOn: '2026-04-02', startsAt: '09:30', format: 'by-phone' }, '2026-03-23'),
    2,
  ),
  'standing: meeting cancelled and mediation cannot be arranged': learnt(
    moved
      .and('meeting-cancelled', { cancelledBy: 'health-body', cancelledOn: '2026-03-23' }, '2026-03-27')
      .and('mediation-cannot-be-arranged', { adviserToldOn: '2026-03-24' }, '2026-03-27'),
    2,
  ),
  'standing: mediation not wanted any more, with a meeting planned': learnt(
    arranged
      .and('adviser-contacted', { contactedOn: '2026-03-02' }, '2026-03-23')
      .and('mediation-declined', { declinedOn: '2026-03-17' }, '2026-03-23'),
    2,
  ),
  'standing: the day of the meeting has gone by': learnt(
    spoken
      .and('mediation-chosen', wantsMediation, '2026-04-08')
      .and('meeting-arranged', { ...meeting, arrangedOn: '2026-03-16' }, '2026-04-08'),
    2,
  ),
  'standing: the day of the meeting has gone by, placement only': learnt(
    placement
      .and('mediation-chosen', wantsMediation, '2026-04-08')
      .and('meeting-arranged', { ...meeting, arrangedOn: '2026-03-16' }, '2026-04-08'),
    2,
    { contact: YOUNG_PERSON },
  ),
  'standing: the meeting goes on another day': learnt(
    arranged
      .and('adviser-contacted', { contactedOn: '2026-03-02' }, '2026-04-02')
      .and('mediation-adjourned', { adjournedOn: '2026-03-30', decisionMaker: 'absent' }, '2026-04-02'),
    2,
  ),
  'standing: certificate while mediation is still to be arranged': learnt(
    spoken.and('mediation-chosen', wantsMediation, TODAY).and('certificate-issued', { issuedOn: '2026-04-08' }, TODAY),
    2,
  ),
  'standing: appeal while a meeting is planned': learnt(
    spoken
      .and('mediation-chosen', { councilToldOn: '2026-03-30' }, '2026-04-08')
      .and('appeal-registered', { receivedOn: '2026-04-01' }, '2026-04-08')
      .and('meeting-arranged', { meetingOn: '2026-04-22', startsAt: '14:30', format: 'online' }, '2026-04-08'),
    3,
  ),
  'standing: mediation agreed, nothing recorded of what': learnt(
    arranged
      .and('adviser-contacted', { contactedOn: '2026-03-02' }, '2026-04-08')
      .and('mediation-agreed', { concludedOn: '2026-03-30', decisionMaker: 'present' }, '2026-04-08'),
    2,
  ),
  'standing: mediation agreed by the health body': learnt(
    spoken
      .and('mediation-chosen', { ...wantsMediation, healthIssue: 'only' }, '2026-04-20')
      .and('mediation-agreed', { concludedOn: '2026-03-30', duties: ['not-appealable'] }, '2026-04-20'),
    2,
  ),
  'standing: mediation agreed and all done': learnt(
    arranged
      .and('mediation-agreed', { concludedOn: '2026-03-30', duties: ['not-appealable'] }, '2026-04-20')
      .and('duty-done', { of: '00004', rule: 'D12', doneOn: '2026-04-10' }, '2026-04-20'),
    2,
  ),
  'standing: mediation agreed, an assessment': learnt(
    aCase({ decisionKind: 'refusal-to-assess' })
      .and('mediation-chosen', wantsMediation, '2026-03-12')
      .and(
        'mediation-agreed',
        { concludedOn: '2026-03-30', duties: ['assess'], agreedDate: '2026-04-30', agreedDateFor: ['assess'] },
        '2026-04-08',
      ),
    2,
  ),
  'standing: mediation agreed in part, needs left, nobody could decide': learnt(
    arranged
      .and('adviser-contacted', { contactedOn: '2026-03-02' }, '2026-04-08')
      .and(
        'mediation-partly-agreed',
        { concludedOn: '2026-03-30', decisionMaker: 'absent', stillDisputed: ['B', 'I'] },
        '2026-04-08',
      ),
    2,
  ),
  'standing: mediation agreed in part, only the school left': learnt(
    arranged
      .and('adviser-contacted', { contactedOn: '2026-03-02' }, TODAY)
      .and(
        'mediation-partly-agreed',
        { concludedOn: '2026-03-30', duties: ['amend-contents'], stillDisputed: ['I'] },
        TODAY,
      ),
    2,
  ),
  'standing: mediation agreed in part, the Tribunal has the appeal': learnt(
    registered
      .and('mediation-chosen', { councilToldOn: '2026-05-11' }, '2026-06-08')
      .and('mediation-partly-agreed', { concludedOn: '2026-06-01', stillDisputed: ['F'] }, '2026-06-08'),
    2,
  ),
  'standing: mediation not agreed, and the certificate': learnt(
    spoken
      .and('mediation-chosen', wantsMediation, TODAY)
      .and('mediation-not-agreed', { concludedOn: '2026-03-30' }, TODAY)
      .and('certificate-issued', { issuedOn: '2026-04-02' }, TODAY),
    3,
  ),
  'standing: mediation chosen and not agreed, the appeal has ended': learnt(
    registered
      .and('appeal-withdrawn', { withdrawnOn: '2026-06-01' })
      .and('mediation-chosen', { councilToldOn: '2026-05-11' }, '2026-06-08')
      .and(
        'complaint-made',
        { madeOn: '2026-06-01', about: 'school', points: [], awareOn: '2026-05-04' },
        '2026-06-08',
      ),
    2,
  ),
}

const LEARNT_OF_OTHER_ROUTES: Readonly<Record<string, MessageSituation>> = {
  'standing: disagreement resolution, the family is asked': learnt(
    spoken.and('disagreement-resolution-asked', {
      askedOn: '2026-03-09',
      askedBy: 'school-or-college',
      subject: 'duties',
      occasion: 'at-another-time',
      parties: ['family', 'school-or-college'],
    }),
    2,
    undefined,
    '2026-03-16',
  ),
  'standing: disagreement resolution, everyone agreed': learnt(allAgreed, 2, undefined, '2026-03-23'),
  'standing: disagreement resolution, somebody said no': learnt(
    asked
      .and(
        'disagreement-resolution-answered',
        { of: '00002', party: 'family', agrees: true, answeredOn: '2026-03-11' },
        '2026-03-18',
      )
      .and(
        'disagreement-resolution-answered',
        { of: '00002', party: 'school-or-college', agrees: false, answeredOn: '2026-03-12' },
        '2026-03-18',
      ),
    2,
  ),
  'standing: disagreement resolution has a meeting': learnt(
    allAgreed.and('disagreement-resolution-meeting', resolutionMeeting, '2026-03-23'),
    2,
    { words: { place: PLACE } },
  ),
  'standing: disagreement resolution has another meeting': learnt(
    allAgreed
      .and('disagreement-resolution-meeting', resolutionMeeting, '2026-03-16')
      .and(
        'complaint-made',
        { madeOn: '2026-03-12', about: 'health-body', points: [], awareOn: '2025-04-07' },
        '2026-03-23',
      )
      .and('disagreement-resolution-meeting', { ...resolutionMeeting, meetingOn: '2026-05-19' }, '2026-03-23'),
    2,
  ),
  'standing: the day of the disagreement resolution meeting has gone by': learnt(
    allAgreed.and(
      'disagreement-resolution-meeting',
      { ...resolutionMeeting, meetingOn: '2026-04-14', arrangedOn: '2026-03-16' },
      TODAY,
    ),
    2,
  ),
  ...Object.fromEntries(
    (['agreed', 'partly-agreed', 'not-agreed', 'not-held'] as const).map((result) => [
      `standing: disagreement resolution, ${result}`,
      learnt(
        allAgreed
          .and('disagreement-resolution-meeting', { ...resolutionMeeting, arrangedOn: '2026-03-16' }, TODAY)
          .and('disagreement-resolution-ended', { of: '00002', endedOn: '2026-04-14', result }, TODAY),
        2,
      ),
    ]),
  ),
  'standing: complaint overdue, its arrival learnt': learnt(
    complained.and('complaint-acknowledged', { of: '00002', acknowledgedOn: '2026-03-11' }, TODAY),
    2,
  ),
  'standing: complaint answered': learnt(
    complained
      .and('complaint-acknowledged', { of: '00002', acknowledgedOn: '2026-03-11' }, TODAY)
      .and('complaint-answered', { of: '00002', answeredOn: '2026-03-18', result: 'partly-upheld' }, TODAY),
    2,
  ),
  'standing: complaint answered, nothing was wrong': learnt(
    complained
      .and('complaint-acknowledged', { of: '00002', acknowledgedOn: '2026-03-11' }, TODAY)
      .and('complaint-answered', { of: '00002', answeredOn: '2026-03-18', result: 'not-upheld' }, TODAY),
    2,
  ),
  'standing: complaint with all that it needs, the Ombudsman is near': learnt(
    spoken.and(
      'complaint-made',
      {
        madeOn: '2026-03-09',
        about: 'council',
        points: [
          'has-spoken-to-the-right-people',
          'is-in-writing',
          'says-all-the-issues',
          'says-what-should-happen',
          'gives-a-time-to-answer',
        ],
        awareOn: '2025-03-17',
        answerAskedBy: '2026-03-25',
      },
      '2026-03-12',
    ),
    2,
  ),
}

const LONG = responded
  .and('mediation-chosen', { councilToldOn: '2026-05-11', contactedOn: '2026-03-30' })
  .and('meeting-arranged', { meetingOn: '2026-06-15', startsAt: '10:00', format: 'online' }, '2026-05-20')
  .and('mediation-not-agreed', { concludedOn: '2026-06-15', decisionMaker: 'present' })
  .and('complaint-made', { madeOn: '2026-06-16', about: 'school', points: [], awareOn: '2026-05-04' })
  .and('disagreement-resolution-asked', {
    askedOn: '2026-06-17',
    askedBy: 'family',
    subject: 'health-or-social-care',
    occasion: 'while-waiting-for-tribunal',
    parties: ['family', 'health-body'],
  })

const FIRST_MESSAGES: Readonly<Record<string, MessageSituation>> = {
  'standing: taken over with a meeting of which the result is not known, and the last day is tomorrow': takenOver(
    plain
      .and('mediation-chosen', { councilToldOn: '2026-03-04' }, '2026-04-08')
      .and('meeting-arranged', { ...meeting, arrangedOn: '2026-03-16' }, '2026-04-08'),
    '2026-04-09',
  ),
  'standing: taken over, spoken to the adviser': takenOver(spoken, '2026-03-16'),
  'standing: taken over, the Tribunal has the appeal': takenOver(withLetter, '2026-05-18'),
  'standing: to somebody new, nothing has happened yet': toSomebodyNew(plain, '2026-02-16'),
  'standing: to a young person, nothing has happened yet': toSomebodyNew(plain, '2026-02-16', {
    contact: YOUNG_PERSON,
  }),
  'standing: to somebody new, after every date': toSomebodyNew(plain, TODAY),
  'standing: to somebody new, spoken to the adviser': toSomebodyNew(spoken, '2026-03-16'),
  'standing: to somebody new, certificate held': toSomebodyNew(certified, '2026-04-13'),
  'standing: to a young person, placement only': toSomebodyNew(placement, '2026-02-16', { contact: YOUNG_PERSON }),
  'standing: to somebody new, placement only, after its day': toSomebodyNew(placement, TODAY),
  'standing: to somebody new, a meeting is planned': toSomebodyNew(moved, '2026-03-23'),
  'standing: to somebody new, the Tribunal has the appeal': toSomebodyNew(withLetter, '2026-05-18'),
  'standing: to somebody new, a long case': toSomebodyNew(LONG, '2026-06-22'),
  'standing: to somebody new, reminders stopped': toSomebodyNew(
    plain.and('case-withdrawn', { withdrawnOn: '2026-03-02', reason: 'family-does-not-want-to-go-on' }),
    '2026-03-09',
  ),
  'standing: to somebody new, opened by mistake': toSomebodyNew(
    plain.and('case-withdrawn', { withdrawnOn: '2026-03-02', reason: 'opened-in-error' }),
    '2026-03-09',
  ),
  'standing: to somebody new, the plan ends': toSomebodyNew(aCase({ decisionKind: 'ceasing-plan' }), '2026-02-16'),
}

/** Where a case stands, in each way in which it can come out differently. */
export const STANDING_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  ...LEARNT_OF_THE_APPEAL,
  ...LEARNT_OF_MEDIATION,
  ...LEARNT_OF_OTHER_ROUTES,
  ...FIRST_MESSAGES,
}
