import { beforeAll, describe, expect, it } from 'vitest'
import { adviserContactDeadline, certificateBarDeadline } from '../../lambdas/law/adviser-contact-deadline.ts'
import { agreementDeadline } from '../../lambdas/law/agreement-deadline.ts'
import { addDays, addMonths, type CalendarDate, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { certificateDeadline } from '../../lambdas/law/certificate-deadline.ts'
import { complianceDeadlines } from '../../lambdas/law/compliance-deadlines.ts'
import type { Deadline } from '../../lambdas/law/deadline.ts'
import { discriminationClaimDeadline } from '../../lambdas/law/discrimination-deadline.ts'
import { familyReason } from '../../lambdas/law/explanations.ts'
import {
  agreementToldDeadline,
  boardMediationDeadline,
  boardToldDeadline,
} from '../../lambdas/law/health-board-deadlines.ts'
import { mediationDeadline } from '../../lambdas/law/mediation-deadline.ts'
import { meetingNoticeDeadline } from '../../lambdas/law/meeting-notice-deadline.ts'
import { ombudsmanDeadline } from '../../lambdas/law/ombudsman-deadline.ts'
import { afterDecisionDeadline, complaintAnswerDeadline, otherDeadline } from '../../lambdas/law/other-deadlines.ts'
import {
  keepPlanDeadline,
  phaseTransferDeadline,
  planTransferDeadline,
  reviewAfterTransferDeadline,
} from '../../lambdas/law/plan-deadlines.ts'
import { responseDeadline } from '../../lambdas/law/response-deadline.ts'
import { type DateFacts, whichDates } from '../../lambdas/law/which-dates.ts'
import { youngPersonDeadline } from '../../lambdas/law/young-person.ts'
import { appeal, notice } from './notice.ts'

/** Every kind of deadline for a decision of a day, in every branch that changes the words. */
function everyDeadline(day: CalendarDate): Deadline[] {
  return [
    adviserContactDeadline(notice(day)),
    adviserContactDeadline(notice(day, addDays(day, 5))),
    certificateDeadline({ ground: 'declined', startsOn: day }),
    certificateDeadline({ ground: 'not-arranged', startsOn: day }),
    certificateDeadline({ ground: 'mediated', startsOn: day }),
    mediationDeadline({ councilToldOn: day }),
    meetingNoticeDeadline({ meetingOn: day }),
    agreementDeadline({ agreedOn: day }),
    agreementDeadline({ agreedOn: day, agreedDate: addDays(day, 40) }),
    appeal(day),
    appeal(day, { sent: addDays(day, 3), certificate: addDays(day, 45) }),
    appeal(day, { certificate: addDays(day, 50), placementOnly: true }),
    appeal(day, { contact: addDays(day, 80), certificate: addDays(day, 83) }),
    appeal(day, { contact: addDays(day, 80), certificate: addDays(day, 83), ground: 'declined' }),
    appeal(day, { sent: addDays(day, 25), contact: addDays(day, 70), certificate: addDays(day, 83) }),
    certificateBarDeadline(notice(day, addDays(day, 5))),
    mediationDeadline({ councilToldOn: addDays(day, 4), providerAskedOn: day }),
    boardToldDeadline({ councilToldOn: day }),
    boardMediationDeadline({ boardToldOn: day }),
    agreementToldDeadline({ agreedOn: day }),
    responseDeadline({ sentToCouncilOn: day }),
    responseDeadline({ dueInLetter: day }),
    ombudsmanDeadline({ awareOn: day }),
    ...(['assess', 'make-plan', 'amend-contents', 'amend-placement'] as const).flatMap((duty) => [
      ...complianceDeadlines({ source: 'order', on: day, duty }),
      ...complianceDeadlines({ source: 'concession', on: day, duty }),
    ]),
    ...complianceDeadlines({ source: 'order', on: day, duty: 'cease' }),
    ...complianceDeadlines({ source: 'order', on: day, duty: 'amend-contents', orderedDate: addDays(day, 9) }),
    otherDeadline('commentOnDraftPlan', day),
    otherDeadline('boardTellsBoard', day),
    otherDeadline('permissionOfUpperTribunal', day),
    afterDecisionDeadline('challenge', day),
    planTransferDeadline({ movedOn: addDays(day, 30), becameAwareOn: day }),
    reviewAfterTransferDeadline({ madeOrReviewedOn: day, transferredOn: addDays(day, 200) }),
    keepPlanDeadline(appeal(day, { sent: addDays(day, 3) })),
    youngPersonDeadline({ bornOn: addMonths(day, -16 * 12) }),
    phaseTransferDeadline({ year: Number(day.slice(0, 4)) + 1, toPost16: false }),
    ...(day < '2020-07-21' ? [] : [discriminationClaimDeadline({ actOn: day })]),
  ]
}

function appealOn(facts: DateFacts): Deadline | undefined {
  return whichDates(facts).dates.appeal
}

function sentencesOf(reasons: readonly string[]): string[] {
  return reasons.flatMap((reason) => reason.split(/(?<=\.) /))
}

/** Every sentence that a family could read of the dates of six years. */
function everySentence(): readonly string[] {
  const sentences = new Set<string>()
  for (const firstDay of ['2019-12-20', '2022-01-01', '2023-02-20', '2026-01-01', '2027-01-01', '2028-01-01']) {
    // Every day of the week and every stretch of the year comes up over the six years.
    for (let days = 0; days < 366; days += 1) {
      for (const deadline of everyDeadline(addDays(parseCalendarDate(firstDay), days))) {
        for (const sentence of sentencesOf(familyReason(deadline))) sentences.add(sentence)
      }
    }
  }
  return [...sentences]
}

describe('the reason for a family', () => {
  let all: readonly string[] = []
  beforeAll(() => {
    all = everySentence()
  })

  it('has sentences of under 25 words', () => {
    expect(all.length).toBeGreaterThan(5000)
    expect(all.filter((sentence) => sentence.split(' ').length >= 25)).toEqual([])
  })

  it('begins each sentence as a sentence, and ends it with a full stop', () => {
    expect(all.filter((sentence) => !/^[A-Z0-9].*\.$/.test(sentence))).toEqual([])
  })

  it('has no contraction, and no rule, regulation or judgement number', () => {
    const contraction = /\w['’](?:t|re|ve|ll|d|m)\b|\b(?:it|that|there|here|what|let)['’]s\b/i
    expect(all.filter((sentence) => contraction.test(sentence))).toEqual([])
    expect(all.filter((sentence) => /\b[DJ]\d|\brule\b|\bregulation/i.test(sentence))).toEqual([])
  })

  it('writes every date in full', () => {
    const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)'
    const inFull = new RegExp(`(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \\d{1,2} ${month} \\d{4}`, 'g')
    const partly = new RegExp(`\\d{4}-\\d{2}|\\d/\\d|\\d ${month}`)
    const leftOver = all
      .map((sentence) =>
        sentence.replace(inFull, '').replace('25 December to 1 January', '').replace('after 1 January:', ''),
      )
      .filter((sentence) => partly.test(sentence))
    expect(leftOver).toEqual([])
  })

  it('says the last moment, the day to aim for, and what is not sure', () => {
    expect(familyReason(appeal('2028-10-24'))).toEqual([
      '2 months after Tuesday 24 October 2028 is Sunday 24 December 2028.',
      'That day is a Sunday, so the time ends on the next working day: Wednesday 27 December 2028.',
      'Monday 25 December 2028 does not count: it is Christmas Day.',
      'Tuesday 26 December 2028 does not count: it is Boxing Day.',
      'The Tribunal must have your appeal by 5pm on Wednesday 27 December 2028.',
      'It is safer not to use the extra days. Aim for Friday 22 December 2028.',
      'The law is not settled on this point. We have used the earlier date.',
      'Bank holidays for that time are not yet published by the government, so this date may change.',
    ])
    expect(familyReason(mediationDeadline({ councilToldOn: parseCalendarDate('2026-03-04') }))).toContain(
      'Aim for the working day before: Thursday 2 April 2026.',
    )
    expect(familyReason(appeal('2026-02-10'))).toEqual([
      '2 months after Tuesday 10 February 2026 is Friday 10 April 2026.',
      'That day is a working day, so it does not move.',
      'The Tribunal must have your appeal by 5pm on Friday 10 April 2026.',
    ])
  })

  it('never tells a family that was late that it is over, and never shows the certificate date', () => {
    const reasons = familyReason(appeal('2026-01-09', { contact: '2026-03-23', certificate: '2026-03-26' }))
    expect(reasons.at(-1)).toBe(
      'You can still appeal after the time limit. Appeal as soon as you can and say why it is late. A judge decides.',
    )
    expect(reasons).toContain('The time limit is 5pm on Monday 9 March 2026.')
    expect(reasons.join(' ')).not.toMatch(/April|must have|too late|cannot/)
    expect(familyReason(appeal('2026-01-09')).join(' ')).not.toContain('late')
  })

  it('says that the later date was used where that is the safe one (J41)', () => {
    const unsettled = appeal('2026-01-30', { sent: '2026-02-04' })
    expect(familyReason(unsettled)).toContain('The law is not settled on this point. We have used the earlier date.')
    expect(familyReason(keepPlanDeadline(unsettled))).toContain(
      'The law is not settled on this point. We have used the later date.',
    )
  })
})

/** Each point on which the law is not settled, as staff read it beside the date. */
function pointsOf({ judgements, cautions }: Deadline): string[] {
  return [
    ...judgements.map(({ id, reason }) => `Judgement ${id}: ${reason}`),
    ...cautions.map(({ id, reason }) => `Caution ${id}: ${reason}`),
  ]
}

describe('the points on which the law is not settled', () => {
  it('are said in full, with the date of the other reading where it gives one', () => {
    const { cautions } = appeal('2026-02-01', { certificate: '2026-03-22' })
    expect(cautions).toEqual([
      {
        id: 'J2',
        reason:
          'Rule 12(1) ends a day at 5pm but speaks of acts due on or by a particular day. We treat 5pm as the end and advise noon on the working day before.',
      },
      {
        id: 'J3',
        reason:
          'The month from the date of issue is counted from the day after it. If the day of issue itself were counted, the month would end a day earlier, so leave a day in hand.',
        otherReading: '2026-04-21',
      },
    ])
    expect(adviserContactDeadline(notice('2026-12-31')).judgements).toEqual([
      {
        id: 'J4',
        reason:
          'Regulation 33 says nothing of weekends, holidays, August or Christmas. We do not move the contact date, and advise the working day before.',
        otherReading: '2027-03-01',
      },
    ])
  })

  const notice2026 = { ...notice('2026-02-10'), placementOnly: false }
  const inApril = parseCalendarDate('2026-04-08')
  const inMay = parseCalendarDate('2026-05-01')
  it.each<[string, Deadline | undefined, string]>([
    ['Judgement J1', appeal('2026-01-30', { sent: '2026-02-04' }), 'We count from the earlier of the two.'],
    ['Caution J2', appeal('2026-02-10'), 'We treat 5pm as the end and advise noon on the working day before.'],
    ['Caution J3', appeal('2026-02-01', { certificate: '2026-03-22' }), 'leave a day in hand.'],
    ['Judgement J4', adviserContactDeadline(notice('2026-06-30')), 'We do not move the contact date'],
    [
      'Judgement J5',
      appeal('2026-01-09', { contact: '2026-03-23', certificate: '2026-03-26' }),
      'We show only the date counted from the decision.',
    ],
    [
      'Judgement J6',
      appeal('2026-02-10', { certificate: '2026-03-30', placementOnly: true }),
      'We show only the date counted from the decision.',
    ],
    ['Judgement J7', appealOn({ ...notice2026, certificatesIssuedOn: [inApril, inMay] }), 'We count from the earliest'],
    [
      'Caution J9',
      certificateDeadline({ ground: 'not-arranged', startsOn: inApril }),
      'the adviser issues the certificate as if told on day 31.',
    ],
    ['Judgement J10', meetingNoticeDeadline({ meetingOn: inMay }), 'We leave 5 clear working days'],
    ['Judgement J11', agreementDeadline({ agreedOn: parseCalendarDate('2026-03-20') }), 'We do not move it'],
    [
      'Judgement J12',
      certificateDeadline({ ground: 'declined', startsOn: parseCalendarDate('2026-04-04') }),
      'We count from the day it was sent.',
    ],
    [
      'Caution J13',
      appealOn({ ...notice2026, placementOnly: true, widenedOn: inApril }),
      'The date for the place stays; the contents need a certificate',
    ],
    ['Judgement J14', appealOn({ ...notice2026, reissuedOn: inApril }), 'We keep the clock of the first notice.'],
    ['Judgement J16', appeal('2027-05-31'), 'it does not move again, and we show the earlier day.'],
    ['Judgement J18', discriminationClaimDeadline({ actOn: inMay }), 'so we count that day.'],
    [
      'Judgement J19',
      mediationDeadline({ councilToldOn: inMay, providerAskedOn: inApril }),
      'The 30 days run from the day the council was told.',
    ],
    [
      'Caution J20',
      certificateDeadline({ ground: 'mediated', startsOn: inMay, lateContact: true }),
      'the family is told to appeal today and to explain.',
    ],
    [
      'Caution J23',
      complianceDeadlines({ source: 'concession', on: inMay, duty: 'amend-contents' })[0],
      'assume no excuse.',
    ],
    [
      'Judgement J35',
      afterDecisionDeadline('challenge', parseCalendarDate('2026-07-10')),
      'We show the plain 28 days.',
    ],
    ['Judgement J38', phaseTransferDeadline({ year: 2027, toPost16: true }), 'We count the day before as the last'],
    [
      'Judgement J41',
      keepPlanDeadline(appeal('2026-01-30', { sent: '2026-02-04' })),
      'the later reading is the safe one.',
    ],
    [
      'Caution J44',
      complaintAnswerDeadline({ receivedOn: inMay, acknowledgedOn: undefined, stage: 'first' }),
      'We count both times from the day it was received.',
    ],
    [
      'Judgement J45',
      appeal('2026-01-30', { sent: '2026-02-04', contact: '2026-04-01', certificate: '2026-04-02' }),
      'both dates are recorded',
    ],
  ])('says of %s what we do about it', (point, deadline, what) => {
    const points = deadline === undefined ? [] : pointsOf(deadline)
    expect(points.filter((words) => words.startsWith(`${point}: `)).join()).toContain(what)
  })
})
