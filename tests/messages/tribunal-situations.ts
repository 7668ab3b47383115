import { ASKERS, FURTHER_APPEAL_STEPS, TRIBUNAL_DECISIONS } from '../../lambdas/cases/tribunal/closed-words.ts'
import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { arranged, certified, placement, plain, registered, situation, YOUNG_PERSON } from './situations.ts'

const withLetter = certified.and('appeal-registered', {
  receivedOn: '2026-05-08',
  sentToCouncilOn: '2026-05-13',
})
const responded = withLetter.and('response-sent', { sentOn: '2026-06-22' })

export const TRIBUNAL_SITUATIONS: Readonly<Record<string, MessageSituation>> = {
  'appeal registered, the day for the response is counted': situation(
    'appeal-at-tribunal',
    '00004',
    withLetter,
    '2026-05-14',
  ),
  'appeal registered, the letter gives the day for the response': situation(
    'appeal-at-tribunal',
    '00004',
    certified.and(
      'appeal-registered',
      {
        receivedOn: '2026-05-08',
        sentToCouncilOn: '2026-05-13',
        responseDueOn: '2026-06-30',
      },
      '2026-05-14',
    ),
    '2026-05-14',
  ),
  'appeal registered, late, and the Tribunal let it go ahead': situation(
    'appeal-at-tribunal',
    '00004',
    certified.and('appeal-registered', { receivedOn: '2026-07-06', letGoAhead: 'yes' }, '2026-07-07'),
    '2026-07-07',
  ),
  'appeal registered, and a judge has still to decide': situation(
    'appeal-at-tribunal',
    '00004',
    certified.and('appeal-registered', { receivedOn: '2026-05-08', letGoAhead: 'not-yet' }, '2026-05-14'),
    '2026-05-14',
  ),
  'appeal registered, over August': situation(
    'appeal-at-tribunal',
    '00002',
    placement.and('appeal-registered', { receivedOn: '2026-07-08', sentToCouncilOn: '2026-07-13' }),
    '2026-07-14',
    { contact: YOUNG_PERSON },
  ),
  'appeal registered, the response is late already': situation('appeal-at-tribunal', '00004', withLetter, '2026-07-06'),
  'appeal registered, told after the response': situation('appeal-at-tribunal', '00004', responded, '2026-06-22'),
  'appeal registered while a meeting is planned': situation(
    'appeal-at-tribunal',
    '00004',
    arranged.and('appeal-registered', { receivedOn: '2026-03-20' }),
    '2026-03-20',
  ),
  'response sent, learnt after it was told as late': situation(
    'council-has-responded',
    '00006',
    withLetter.and('note-added', {}, '2026-06-26').and('response-sent', { sentOn: '2026-06-22' }, '2026-07-01'),
    '2026-07-01',
  ),
  'the Tribunal sets its days': situation(
    'tribunal-timetable',
    '00005',
    withLetter.and(
      'timetable-set',
      {
        setOn: '2026-05-20',
        response: '2026-06-24',
        evidence: '2026-07-22',
        attendanceForm: '2026-07-22',
        caseReviewForm: '2026-07-24',
        workingDocument: '2026-08-17',
        bundle: '2026-08-26',
        hearing: '2026-09-17',
        hearingIs: 'oral',
      },
      '2026-05-21',
    ),
    '2026-05-21',
  ),
  'the Tribunal changes its days, and takes the hearing away': situation(
    'tribunal-timetable',
    '00006',
    withLetter
      .and(
        'timetable-set',
        { setOn: '2026-05-20', evidence: '2026-07-22', hearing: '2026-09-17', hearingIs: 'oral' },
        '2026-05-21',
      )
      .and('timetable-set', { setOn: '2026-06-15', evidence: '2026-08-12', hearingIs: 'no-date-yet' }, '2026-06-16'),
    '2026-06-16',
    { contact: YOUNG_PERSON },
  ),
  'the last day for evidence is near': situation(
    'evidence-closing',
    '00005',
    withLetter.and('timetable-set', { setOn: '2026-05-20', evidence: '2026-07-22' }, '2026-05-21'),
    '2026-07-08',
  ),
  'the decision is set aside': situation(
    'appeal-open-again',
    '00007',
    responded
      .and('appeal-decided', { decidedOn: '2026-07-20', decision: 'decided-for-appellant', duties: ['amend-contents'] })
      .and('decision-set-aside', { of: '00006', setAsideOn: '2026-07-27', how: 'set-aside' }),
    '2026-07-27',
  ),
  'the Upper Tribunal sent the appeal back': situation(
    'appeal-open-again',
    '00007',
    responded
      .and('appeal-decided', { decidedOn: '2026-07-20', decision: 'decided-for-council', duties: [] })
      .and('decision-set-aside', { of: '00006', setAsideOn: '2026-09-28', how: 'sent-back' }),
    '2026-09-28',
  ),
  'the appeal that was taken back is open again': situation(
    'appeal-open-again',
    '00007',
    responded
      .and('appeal-withdrawn', { withdrawnOn: '2026-07-20' })
      .and('decision-set-aside', { of: '00006', setAsideOn: '2026-07-27', how: 'reinstated' }),
    '2026-07-27',
  ),
  ...Object.fromEntries(
    FURTHER_APPEAL_STEPS.flatMap((step) =>
      ASKERS.flatMap((askedBy) =>
        ['2026-09-10', '2026-10-11', '2026-11-02'].map((today) => [
          `the Upper Tribunal: ${step}, by the ${askedBy}, told on ${today}`,
          situation(
            'to-the-upper-tribunal',
            '00007',
            responded
              .and('appeal-decided', {
                decidedOn: '2026-07-20',
                decision: 'decided-in-part',
                duties: step === 'decision-stands' ? [] : ['amend-contents'],
              })
              .and('further-appeal', { of: '00006', step, askedBy, stepOn: '2026-09-10' }),
            today,
          ),
        ]),
      ),
    ),
  ),
  'given in late, everything, with a day': situation(
    'council-has-given-in',
    '00006',
    responded.and('council-gave-in', {
      gaveInOn: '2026-07-20',
      extent: 'all',
      duties: ['amend-contents'],
      promisedDate: '2026-09-07',
    }),
    '2026-07-20',
  ),
  'given in, in part, with no day': situation(
    'council-has-given-in',
    '00006',
    responded.and('council-gave-in', { gaveInOn: '2026-07-20', extent: 'part', sections: ['B'], duties: [] }),
    '2026-07-20',
  ),
  'response sent': situation('council-has-responded', '00005', responded, '2026-06-22'),
  'response sent late, young person': situation(
    'council-has-responded',
    '00005',
    withLetter.and('response-sent', { sentOn: '2026-07-01' }),
    '2026-07-01',
    { contact: YOUNG_PERSON },
  ),
  'response overdue': situation('response-overdue', '00004', withLetter, '2026-06-26'),
  'appeal conceded, duties recorded': situation(
    'council-does-not-oppose',
    '00005',
    withLetter.and('appeal-conceded', { concededOn: '2026-06-01', duties: ['amend-contents'] }),
    '2026-06-01',
  ),
  'appeal conceded, no duties recorded, young person': situation(
    'council-does-not-oppose',
    '00005',
    withLetter.and('appeal-conceded', { concededOn: '2026-06-01', duties: [] }),
    '2026-06-01',
    { contact: YOUNG_PERSON },
  ),
  'appeal withdrawn': situation(
    'appeal-taken-back',
    '00005',
    registered.and('appeal-withdrawn', { withdrawnOn: '2026-06-01' }),
    '2026-06-01',
  ),
  ...Object.fromEntries(
    TRIBUNAL_DECISIONS.map((decision) => [
      `appeal ended, ${decision}`,
      situation(
        'what-the-tribunal-decided',
        '00006',
        responded.and('appeal-decided', { decidedOn: '2026-09-15', decision, duties: [] }),
        '2026-09-17',
      ),
    ]),
  ),
  'appeal decided, duties recorded, young person': situation(
    'what-the-tribunal-decided',
    '00006',
    responded.and('appeal-decided', {
      decidedOn: '2026-09-15',
      decision: 'decided-for-appellant',
      duties: ['amend-contents'],
    }),
    '2026-09-17',
    { contact: YOUNG_PERSON },
  ),
  'appeal not registered, its time still runs': situation(
    'what-the-tribunal-decided',
    '00005',
    registered.and('appeal-decided', { decidedOn: '2026-05-09', decision: 'not-registered', duties: [] }),
    '2026-05-10',
  ),
  'appeal not registered, for want of a certificate': situation(
    'what-the-tribunal-decided',
    '00003',
    plain
      .and('appeal-registered', { receivedOn: '2026-03-02' })
      .and('appeal-decided', { decidedOn: '2026-03-09', decision: 'not-registered', duties: [] }),
    '2026-03-10',
  ),
  'appeal not registered, for want of a certificate, after the last day for the adviser': situation(
    'what-the-tribunal-decided',
    '00003',
    plain
      .and('appeal-registered', { receivedOn: '2026-04-09' })
      .and('appeal-decided', { decidedOn: '2026-04-20', decision: 'not-registered', duties: [] }),
    '2026-04-21',
  ),
  'agreement reached while the Tribunal has the appeal': situation(
    'closing-after-agreement',
    '00005',
    registered.and('agreement-reached', { agreedOn: '2026-06-01' }),
    '2026-06-01',
  ),
  'case withdrawn while the Tribunal has the appeal': situation(
    'closing-after-withdrawal',
    '00005',
    registered.and('case-withdrawn', { withdrawnOn: '2026-06-01', reason: 'family-does-not-want-to-go-on' }),
    '2026-06-01',
  ),
  'case withdrawn after an appeal, other routes go on': situation(
    'closing-after-withdrawal',
    '00008',
    registered
      .and('appeal-withdrawn', { withdrawnOn: '2026-06-01' })
      .and('complaint-made', {
        madeOn: '2026-06-08',
        about: 'school',
        points: ['is-in-writing'],
        awareOn: '2026-05-04',
      })
      .and('disagreement-resolution-asked', {
        askedOn: '2026-06-09',
        askedBy: 'family',
        subject: 'duties',
        occasion: 'at-review',
        parties: ['family', 'school-or-college'],
      })
      .and('case-withdrawn', { withdrawnOn: '2026-06-15', reason: 'family-does-not-want-to-go-on' }),
    '2026-06-15',
  ),
  'case withdrawn while a meeting is planned': situation(
    'closing-after-withdrawal',
    '00004',
    arranged.and('case-withdrawn', { withdrawnOn: '2026-03-20', reason: 'family-does-not-want-to-go-on' }),
    '2026-03-20',
  ),
  'no news after an appeal has ended': situation(
    'closing-without-news',
    '00005',
    registered.and('appeal-withdrawn', { withdrawnOn: '2026-06-01' }),
    '2027-03-01',
  ),
  'no news of mediation while the Tribunal has the appeal': situation(
    'closing-without-news',
    '00004',
    registered,
    '2027-03-01',
  ),
}
