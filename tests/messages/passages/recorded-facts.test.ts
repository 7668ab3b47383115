import { isDeepStrictEqual } from 'node:util'
import { describe, it } from 'vitest'
import type { CorrectableType, Fact } from '../../../lambdas/cases/fact.ts'
import { statementsOf } from '../../../lambdas/messages/passages/recorded-facts.ts'
import type { PlainDetails } from '../../cases/case-builder.ts'
import { expectOfAll, missing } from '../../rule.ts'
import { sentencesIn, wordsOf } from '../read-message.ts'

/** Two facts of each type that can be corrected: each detail of the second is another one than in the first. */
const EXAMPLES: { readonly [Type in CorrectableType]: readonly [PlainDetails<Type>, PlainDetails<Type>] } = {
  'case-opened': [
    {
      decisionKind: 'plan-contents',
      placementOnly: false,
      printedOn: '2026-02-10',
      sentOn: '2026-02-10',
      sections: ['B'],
      requestReceivedOn: '2025-10-01',
    },
    {
      decisionKind: 'ceasing-plan',
      placementOnly: true,
      printedOn: '2026-02-11',
      sentOn: '2026-02-12',
      sections: ['F'],
      requestReceivedOn: '2025-10-02',
    },
  ],
  'notice-sent-again': [{ sentAgainOn: '2026-02-10' }, { sentAgainOn: '2026-02-11' }],
  'adviser-contacted': [{ contactedOn: '2026-02-10' }, { contactedOn: '2026-02-11' }],
  'mediation-declined': [
    { declinedOn: '2026-02-10', contactedOn: '2026-02-10' },
    { declinedOn: '2026-02-11', contactedOn: '2026-02-11' },
  ],
  'mediation-chosen': [
    { councilToldOn: '2026-02-10', contactedOn: '2026-02-10', providerAskedOn: '2026-02-09', healthIssue: 'some' },
    { councilToldOn: '2026-02-11', contactedOn: '2026-02-11', providerAskedOn: '2026-02-10', healthIssue: 'only' },
  ],
  'health-board-told': [{ boardToldOn: '2026-02-10' }, { boardToldOn: '2026-02-11' }],
  'meeting-arranged': [
    { meetingOn: '2026-03-10', startsAt: '10:00', format: 'online', shortNoticeAgreed: true },
    { meetingOn: '2026-03-11', startsAt: '11:00', format: 'by-phone', shortNoticeAgreed: false },
  ],
  'meeting-moved': [
    {
      meetingOn: '2026-03-10',
      startsAt: '10:00',
      format: 'online',
      shortNoticeAgreed: true,
      movedBy: 'council',
      reason: 'illness',
    },
    {
      meetingOn: '2026-03-11',
      startsAt: '11:00',
      format: 'by-phone',
      shortNoticeAgreed: false,
      movedBy: 'family',
      reason: 'not-ready',
    },
  ],
  'meeting-cancelled': [
    { cancelledBy: 'council', cancelledOn: '2026-02-10', reason: 'illness' },
    { cancelledBy: 'family', cancelledOn: '2026-02-11', reason: 'another-reason' },
  ],
  'meeting-missed': [
    { missedOn: '2026-02-10', absent: ['family'], knownBefore: true },
    { missedOn: '2026-02-11', absent: ['council'], knownBefore: false },
  ],
  'mediation-adjourned': [
    { adjournedOn: '2026-02-10', decisionMaker: 'present' },
    { adjournedOn: '2026-02-11', decisionMaker: 'absent' },
  ],
  'mediation-cannot-be-arranged': [{ adviserToldOn: '2026-02-10' }, { adviserToldOn: '2026-02-11' }],
  'mediation-agreed': [
    {
      concludedOn: '2026-02-10',
      decisionMaker: 'present',
      agreedOn: '2026-02-12',
      duties: ['assess'],
      agreedDate: '2026-03-10',
    },
    {
      concludedOn: '2026-02-11',
      decisionMaker: 'absent',
      agreedOn: '2026-02-13',
      duties: ['make-plan'],
      agreedDate: '2026-03-11',
    },
  ],
  'mediation-partly-agreed': [
    {
      concludedOn: '2026-02-10',
      decisionMaker: 'present',
      duties: ['assess'],
      agreedDate: '2026-03-10',
      stillDisputed: ['B'],
    },
    {
      concludedOn: '2026-02-11',
      decisionMaker: 'absent',
      duties: ['reconsider'],
      agreedDate: '2026-03-11',
      stillDisputed: ['I'],
    },
  ],
  'mediation-not-agreed': [
    { concludedOn: '2026-02-10', decisionMaker: 'present' },
    { concludedOn: '2026-02-11', decisionMaker: 'absent' },
  ],
  'certificate-issued': [
    { issuedOn: '2026-02-10', contactedOn: '2026-02-10' },
    { issuedOn: '2026-02-11', contactedOn: '2026-02-11' },
  ],
  'appeal-registered': [
    { receivedOn: '2026-02-10', sentToCouncilOn: '2026-02-12', responseDueOn: '2026-04-10' },
    { receivedOn: '2026-02-11', sentToCouncilOn: '2026-02-13', responseDueOn: '2026-04-13' },
  ],
  'timetable-set': [
    {
      setOn: '2026-03-02',
      response: '2026-03-24',
      evidence: '2026-04-14',
      attendanceForm: '2026-04-15',
      caseReviewForm: '2026-04-16',
      workingDocument: '2026-04-17',
      bundle: '2026-05-05',
      hearing: '2026-06-09',
      hearingIs: 'oral',
    },
    {
      setOn: '2026-03-03',
      response: '2026-03-25',
      evidence: '2026-04-21',
      attendanceForm: '2026-04-22',
      caseReviewForm: '2026-04-23',
      workingDocument: '2026-04-24',
      bundle: '2026-05-12',
      hearing: '2026-06-16',
      hearingIs: 'on-paper',
    },
  ],
  'response-sent': [{ sentOn: '2026-02-10' }, { sentOn: '2026-02-11' }],
  'council-gave-in': [
    { gaveInOn: '2026-02-10', extent: 'all', sections: ['B'], duties: ['assess'], promisedDate: '2026-03-10' },
    { gaveInOn: '2026-02-11', extent: 'part', sections: ['F'], duties: ['make-plan'], promisedDate: '2026-03-11' },
  ],
  'appeal-conceded': [
    { concededOn: '2026-02-10', duties: ['amend-contents'] },
    { concededOn: '2026-02-11', duties: ['amend-placement'] },
  ],
  'appeal-withdrawn': [{ withdrawnOn: '2026-02-10' }, { withdrawnOn: '2026-02-11' }],
  'appeal-decided': [
    { decidedOn: '2026-02-10', decision: 'decided-for-appellant', duties: ['continue'], orderedDate: '2026-03-10' },
    { decidedOn: '2026-02-11', decision: 'decided-for-council', duties: ['cease'], orderedDate: '2026-03-11' },
  ],
  'attendance-named': [
    { namedOn: '2026-02-10', role: 'manager', canDecide: true },
    { namedOn: '2026-02-11', role: 'somebody-else', canDecide: false },
  ],
  'notice-at-fault': [
    { foundOn: '2026-02-20', fault: 'never-sent', lacks: ['time-limits'] },
    { foundOn: '2026-02-23', fault: 'incomplete', lacks: ['right-to-appeal'] },
  ],
  'dispute-changed': [
    { changedOn: '2026-02-20', sections: ['I'] },
    { changedOn: '2026-02-23', sections: ['B', 'F'] },
  ],
  'plan-issued-again': [
    { printedOn: '2026-02-20', sentOn: '2026-02-23', newCase: '7K2M-4QXP' },
    { printedOn: '2026-02-24', sentOn: '2026-02-25', newCase: '8K2M-4QXP' },
  ],
  'new-plan-in-appeal': [
    { decidedOn: '2026-02-20', allowed: true },
    { decidedOn: '2026-02-23', allowed: false },
  ],
  'ombudsman-asked': [
    { askedOn: '2026-02-20', ombudsman: 'council' },
    { askedOn: '2026-02-23', ombudsman: 'health' },
  ],
  'ombudsman-decided': [
    { of: '00004', decidedOn: '2026-02-20', result: 'fault-and-remedy', remedyBy: '2026-03-20' },
    { of: '00005', decidedOn: '2026-02-23', result: 'no-fault', remedyBy: '2026-03-23' },
  ],
  'remedy-done': [
    { of: '00004', doneOn: '2026-02-20' },
    { of: '00005', doneOn: '2026-02-23' },
  ],
  'case-came-from-council': [
    { transferredOn: '2026-02-20', madeOrReviewedOn: '2025-09-15' },
    { transferredOn: '2026-02-23', madeOrReviewedOn: '2025-09-16' },
  ],
  'family-moves': [
    { awareOn: '2026-02-20', movesOn: '2026-03-20' },
    { awareOn: '2026-02-23', movesOn: '2026-03-23' },
  ],
  'case-passed-on': [{ passedOn: '2026-02-20' }, { passedOn: '2026-02-23' }],
  'case-came-back': [{ cameBackOn: '2026-02-20' }, { cameBackOn: '2026-02-23' }],
  'full-notice-sent': [
    { printedOn: '2026-02-20', sentOn: '2026-02-23' },
    { printedOn: '2026-02-24', sentOn: '2026-02-25' },
  ],
  'decision-set-aside': [
    { of: '00004', setAsideOn: '2026-02-10', how: 'set-aside' },
    { of: '00005', setAsideOn: '2026-02-11', how: 'sent-back' },
  ],
  'further-appeal': [
    { of: '00004', step: 'asked-tribunal', askedBy: 'family', stepOn: '2026-02-10' },
    { of: '00005', step: 'tribunal-refused', askedBy: 'council', stepOn: '2026-02-11' },
  ],
  'way-forward-meeting': [
    { askedOn: '2026-02-10', meetingOn: '2026-03-10' },
    { askedOn: '2026-02-11', meetingOn: '2026-03-11' },
  ],
  'agreed-later': [
    { agreedOn: '2026-02-10', points: ['back-to-panel'], duties: ['reconsider'], agreedDate: '2026-03-10' },
    { agreedOn: '2026-02-11', points: ['other-support'], duties: ['assess'], agreedDate: '2026-03-11' },
  ],
  'agreement-reached': [{ agreedOn: '2026-02-10' }, { agreedOn: '2026-02-11' }],
  'duty-day-set': [
    { of: '00005', rule: 'D14', setOn: '2026-02-10', day: '2026-03-10' },
    { of: '00005', rule: 'D17', setOn: '2026-02-11', day: '2026-03-11' },
  ],
  'duty-excused': [
    { of: '00005', rule: 'D14', excusedOn: '2026-02-10', reason: 'family-away' },
    { of: '00005', rule: 'D17', excusedOn: '2026-02-11', reason: 'institution-closed' },
  ],
  'duty-done': [
    { of: '00005', rule: 'D14', doneOn: '2026-02-10' },
    { of: '00005', rule: 'D17', doneOn: '2026-02-11' },
  ],
  'disagreement-resolution-asked': [
    {
      askedOn: '2026-02-10',
      askedBy: 'family',
      subject: 'duties',
      occasion: 'at-review',
      parties: ['family', 'council'],
    },
    {
      askedOn: '2026-02-11',
      askedBy: 'council',
      subject: 'health-or-social-care',
      occasion: 'during-assessment',
      parties: ['family', 'health-body'],
    },
  ],
  'disagreement-resolution-answered': [
    { of: '00002', party: 'council', agrees: true, answeredOn: '2026-02-10' },
    { of: '00002', party: 'school-or-college', agrees: false, answeredOn: '2026-02-11' },
  ],
  'disagreement-resolution-meeting': [
    { of: '00002', meetingOn: '2026-03-10', startsAt: '10:00', format: 'online', shortNoticeAgreed: true },
    { of: '00002', meetingOn: '2026-03-11', startsAt: '11:00', format: 'in-person', shortNoticeAgreed: false },
  ],
  'disagreement-resolution-ended': [
    { of: '00002', endedOn: '2026-02-10', result: 'agreed' },
    { of: '00002', endedOn: '2026-02-11', result: 'not-held' },
  ],
  'complaint-made': [
    {
      madeOn: '2026-02-10',
      about: 'school',
      points: ['is-in-writing'],
      awareOn: '2026-01-10',
      answerAskedBy: '2026-03-10',
    },
    { madeOn: '2026-02-11', about: 'council', points: [], awareOn: '2026-01-11', answerAskedBy: '2026-03-11' },
  ],
  'complaint-acknowledged': [
    { of: '00002', acknowledgedOn: '2026-02-10', answerPromisedBy: '2026-03-10' },
    { of: '00002', acknowledgedOn: '2026-02-11', answerPromisedBy: '2026-03-11' },
  ],
  'complaint-answered': [
    { of: '00002', answeredOn: '2026-02-10', result: 'upheld' },
    { of: '00002', answeredOn: '2026-02-11', result: 'not-upheld' },
  ],
  'child-died': [{ toldOn: '2026-02-10' }, { toldOn: '2026-02-11' }],
  'case-withdrawn': [
    { withdrawnOn: '2026-02-10', reason: 'opened-in-error' },
    { withdrawnOn: '2026-02-11', reason: 'council-changed-decision' },
  ],
}

function told(type: CorrectableType, details: object): readonly string[] {
  return statementsOf({ type, details, sequence: '00002', recordedAt: '', recordedBy: '' } as Fact<CorrectableType>)
}

const FACTS = Object.entries(EXAMPLES).map(([name, [one, other]]) => {
  const example: Readonly<Record<string, unknown>> = one
  const wrong: Readonly<Record<string, unknown>> = other
  return [name, { type: name as CorrectableType, one: example, other: wrong }] as const
})

describe('a fact of any type', () => {
  it('that was wrong in any of its details is told with what is right', () =>
    expectOfAll(FACTS, ({ type, one, other }) =>
      Object.keys(one)
        .filter((detail) => detail !== 'of')
        .filter((detail) => isDeepStrictEqual(told(type, { ...one, [detail]: other[detail] }), told(type, one)))
        .map((detail) => `is told alike with another ${detail}`),
    ))

  it('is told in short sentences that end as such', () =>
    expectOfAll(FACTS, ({ type, one, other }) =>
      [...told(type, one), ...told(type, other)].flatMap((statement) => [
        ...missing(statement, /^[A-Z].*\.$/),
        ...sentencesIn(statement).filter((sentence) => wordsOf(sentence).length >= 25),
      ]),
    ))
})
