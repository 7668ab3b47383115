import { describe, expect, it } from 'vitest'
import { addDays, type CalendarDate, parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { complianceDeadlines, lateConcessionDeadlines } from '../../lambdas/law/compliance-deadlines.ts'
import type { Deadline } from '../../lambdas/law/deadline.ts'
import { DateOrderError, RuleNotInForceError } from '../../lambdas/law/law-errors.ts'
import {
  afterDecisionDeadline,
  complaintAcknowledgementDeadline,
  complaintAnswerDeadline,
  type OtherTime,
  otherDeadline,
} from '../../lambdas/law/other-deadlines.ts'
import {
  keepPlanDeadline,
  phaseTransferDeadline,
  planTransferDeadline,
  reviewAfterTransferDeadline,
} from '../../lambdas/law/plan-deadlines.ts'
import {
  lastDayAsYoungPerson,
  planMayContinueUntil,
  schoolLeavingDate,
  youngPersonDeadline,
} from '../../lambdas/law/young-person.ts'
import { appeal } from './notice.ts'

/** "D33 2026-06-17", and the day to aim for where it is another: "D34 2027-03-29, aim 2027-03-25". */
function inShort({ ruleId, lawDate, aimDate }: Deadline): string {
  return `${ruleId} ${lawDate}${aimDate === lawDate ? '' : `, aim ${aimDate}`}`
}

function readings({ judgements }: Deadline): string[] {
  return judgements.map(({ id, otherReading }) => `${id} ${otherReading}`)
}

describe('what was conceded or ordered (19.2)', () => {
  it.each([
    ['concession', '2026-11-26', 'assess', ['D26 2026-12-10', 'D27 2027-02-04', 'D28 2027-03-04']],
    ['concession', '2026-11-26', 'make-plan', ['D29 2026-12-31', 'D30 2027-02-11']],
    ['concession', '2026-11-26', 'amend-contents', ['D31 2026-12-31']],
    ['concession', '2026-11-26', 'amend-placement', ['D32 2026-12-10']],
    ['concession', '2026-11-26', 'continue', ['D58 2026-11-26']],
    ['concession', '2026-11-26', 'continue-and-amend', ['D58 2026-11-26', 'D31 2026-12-31']],
    ['order', '2026-11-30', 'assess', ['D14 2026-12-14', 'D15 2027-02-08', 'D16 2027-03-08']],
    ['order', '2026-11-30', 'make-plan', ['D17 2027-01-04', 'D18 2027-02-15']],
    ['order', '2026-11-30', 'reconsider', ['D24 2026-12-14']],
    ['order', '2026-06-01', 'amend-contents', ['D19 2026-07-06']],
  ] as const)('%s of %s, %s', (source, on, duty, expected) => {
    const deadlines = complianceDeadlines({ source, on: day(on), duty })
    expect(deadlines.map(inShort)).toEqual(expected)
    // Staff are warned that it is not settled when regulation 45 applies.
    expect(deadlines.map(({ cautions }) => cautions.map(({ id }) => id).join())).toEqual(
      deadlines.map(() => (source === 'concession' ? 'J23' : '')),
    )
  })

  it('a day that the order names stands instead, earlier or later, and staff keep the other (regulation 44(1))', () => {
    const order = { source: 'order', on: day('2026-06-01'), duty: 'amend-contents' } as const
    const [earlier] = complianceDeadlines({ ...order, orderedDate: day('2026-06-08') })
    expect(earlier).toMatchObject({ ruleId: 'D19', lawDate: '2026-06-08', certainty: 'certain' })
    expect(earlier?.working).toEqual([
      'The order of the Tribunal names another date: Monday 8 June 2026.',
      'That date replaces the time that the law gives after an order.',
      'Without it the time would end on Monday 6 July 2026.',
    ])
    const [later] = complianceDeadlines({ ...order, orderedDate: day('2026-09-01') })
    expect(later?.lawDate).toBe('2026-09-01')
    expect(complianceDeadlines({ ...order, orderedDate: day('2026-06-01') })[0]?.lawDate).toBe('2026-06-01')
    expect(() => complianceDeadlines({ ...order, orderedDate: day('2026-05-31') })).toThrow(
      new DateOrderError(
        'The date that the order names, Sunday 31 May 2026, is before the order of Monday 1 June 2026. Check both dates.',
      ),
    )
    const conceded = complianceDeadlines({ ...order, source: 'concession', orderedDate: day('2026-06-08') })
    expect(conceded[0]?.lawDate).toBe('2026-07-06')
  })

  it('"back to panel" agreed at mediation is 2 weeks on either reading (J43)', () => {
    const agreed = { source: 'agreement', on: day('2026-07-06') } as const
    const dates = (['reconsider', 'not-appealable'] as const).flatMap((duty) =>
      complianceDeadlines({ ...agreed, duty }),
    )
    expect(dates.map(inShort)).toEqual(['D24 2026-07-20', 'D12 2026-07-20'])
  })

  it('a concession after the response on a refusal to assess keeps to the request: R (W) v Hertfordshire', () => {
    const deadlines = lateConcessionDeadlines({ requestReceivedOn: day('2022-12-30') })
    expect(deadlines.map(inShort)).toEqual(['D34 2023-04-21', 'D35 2023-05-19'])
    expect(deadlines.map(({ deed }) => deed)).toEqual(['tell-of-no-plan', 'send-plan-after-assessment'])
  })
})

describe('times that run from one day', () => {
  it.each<[string, OtherTime, string, string]>([
    ['19.2, a request', 'decideOnRequest', '2026-05-06', 'D33 2026-06-17'],
    ['19.2, a request', 'refusePlanAfterRequest', '2026-05-06', 'D34 2026-08-26'],
    ['19.2, a request', 'sendPlanAfterRequest', '2026-05-06', 'D35 2026-09-23'],
    ['19.2, W', 'sendPlanAfterRequest', '2022-12-30', 'D35 2023-05-19'],
    ['19.4, resident from that day', 'decideOnRequest', '2026-12-07', 'D33 2027-01-18'],
    ['19.4, ends on Easter Monday', 'refusePlanAfterRequest', '2026-12-07', 'D34 2027-03-29, aim 2027-03-25'],
    ['19.4, resident from that day', 'sendPlanAfterRequest', '2026-12-07', 'D35 2027-04-26'],
    ['19.4, the transfer', 'tellOfTransfer', '2026-12-31', 'D37 2027-02-11'],
    ['19.4, the board', 'boardTellsBoard', '2026-12-09', 'D39 2026-12-31'],
    ['19.4, the board', 'boardAsksCouncil', '2026-12-09', 'D40 2026-12-31'],
    ['19.8, the Upper Tribunal', 'permissionOfUpperTribunal', '2026-12-31', 'D42 2027-01-31, aim 2027-01-29'],
    ['C3, the recommendation is day 1', 'answerRecommendation', '2026-11-30', 'D44 2027-01-03, aim 2026-12-31'],
    ['C3, the answer is day 1', 'copyAnswerToSecretaryOfState', '2026-12-01', 'D45 2026-12-07'],
    ['19.11, a complaint', 'acknowledgeComplaint', '2026-12-01', 'D46a 2026-12-08'],
    ['19.11, the second stage', 'acknowledgeSecondStage', '2026-12-01', 'D47a 2026-12-08'],
    ['19.11, the second stage', 'answerSecondStage', '2026-12-08', 'D47b 2027-01-08'],
    ['19.11, health', 'complainToHealthService', '2026-03-15', 'D48a 2027-03-15'],
    ['19.11, health', 'healthServiceAcknowledges', '2026-12-24', 'D48b 2026-12-31'],
    ['19.12, a review', 'decideAfterReview', '2026-11-03', 'D49 2026-12-01'],
    ['19.12, a review', 'sendPlanAfterReview', '2026-11-03', 'D50 2027-01-26'],
    ['19.12, the day of service is day 1', 'commentOnDraftPlan', '2026-11-03', 'D52 2026-11-17'],
    ['19.12, a re-assessment', 'answerReassessmentRequest', '2026-11-03', 'D53 2026-11-18'],
    ['19.12, a re-assessment', 'sendPlanAfterReassessment', '2026-11-18', 'D54 2027-02-24'],
  ])('%s: %s from %s', (_where, time, on, expected) => {
    expect(inShort(otherDeadline(time, day(on)))).toBe(expected)
  })

  it('count a first day that is no working day as none', () => {
    expect(inShort(otherDeadline('boardTellsBoard', day('2026-12-12')))).toBe('D39 2027-01-06')
    expect(inShort(otherDeadline('boardTellsBoard', day('2026-12-14')))).toBe('D39 2027-01-06')
    expect(inShort(otherDeadline('boardTellsBoard', day('2026-12-11')))).toBe('D39 2027-01-05')
  })

  it('say in words that the first day counts', () => {
    expect(otherDeadline('answerRecommendation', day('2026-11-30')).working).toEqual([
      'The time is 5 weeks, and Monday 30 November 2026 counts as its first day.',
      'So its last day is Sunday 3 January 2027.',
      'That day is a Sunday, but this time limit does not move to a later day.',
    ])
    expect(otherDeadline('commentOnDraftPlan', day('2026-11-03')).working[0]).toBe(
      'The time is 15 days, and Tuesday 3 November 2026 counts as its first day.',
    )
    expect(otherDeadline('boardTellsBoard', day('2026-12-09')).working.slice(0, 2)).toEqual([
      'The time is 15 working days, counted from Wednesday 9 December 2026.',
      'Day 1 is Wednesday 9 December 2026.',
    ])
  })

  it('give way to a direction of the Tribunal, as the answer to a recommendation does', () => {
    const directed = { date: day('2026-12-14'), by: 'order' } as const
    expect(otherDeadline('answerRecommendation', day('2026-11-30'), directed).lawDate).toBe('2026-12-14')
  })

  it('begin with the law', () => {
    expect(() => otherDeadline('acknowledgeComplaint', day('2014-08-31'))).toThrow(RuleNotInForceError)
    expect(otherDeadline('acknowledgeComplaint', day('2014-09-01')).ruleId).toBe('D46a')
    expect(() => otherDeadline('answerRecommendation', day('2018-04-02'))).toThrow(RuleNotInForceError)
    expect(otherDeadline('answerRecommendation', day('2018-04-03')).ruleId).toBe('D44')
  })
})

describe('a complaint (19.11, Complaint Handling Code)', () => {
  it.each([
    ['first', 'acknowledged on its last day', '2026-12-08', 'D46b 2026-12-22', []],
    ['first', 'acknowledged at once', '2026-12-01', 'D46b 2026-12-15', []],
    ['first', 'never acknowledged (J44)', undefined, 'D46b 2026-12-22', ['J44']],
    // Christmas Day, the day for Boxing Day (Monday 28 December) and New Year's Day do not count.
    ['second', 'acknowledged on its last day', '2026-12-08', 'D47b 2027-01-08', []],
    ['second', 'acknowledged at once', '2026-12-01', 'D47b 2026-12-31', []],
    ['second', 'never acknowledged (J44)', undefined, 'D47b 2027-01-08', ['J44']],
  ] as const)('of 1 December 2026, %s stage, %s', (stage, _how, acknowledged, expected, cautions) => {
    const acknowledgedOn = acknowledged === undefined ? undefined : day(acknowledged)
    expect(inShort(complaintAcknowledgementDeadline(day('2026-12-01'), stage))).toContain('2026-12-08')
    const deadline = complaintAnswerDeadline({ receivedOn: day('2026-12-01'), acknowledgedOn, stage })
    expect(inShort(deadline)).toBe(expected)
    expect(deadline.cautions.map(({ id }) => id)).toEqual(cautions)
  })
})

describe('a move to another council (19.4, regulation 15)', () => {
  it.each([
    ['aware after the move', '2026-12-07', '2026-12-09', 'D36 2026-12-31'],
    ['aware 15 working days before', '2027-02-26', '2027-02-05', 'D36 2027-02-26'],
    ['aware 14 working days before', '2027-02-26', '2027-02-08', 'D36 2027-02-26'],
    ['aware a week before', '2027-02-26', '2027-02-19', 'D36 2027-03-11'],
  ])('%s: moved on %s, aware on %s', (_when, movedOn, becameAwareOn, expected) => {
    expect(inShort(planTransferDeadline({ movedOn: day(movedOn), becameAwareOn: day(becameAwareOn) }))).toBe(expected)
  })

  it('says why the transfer is on the day of the move', () => {
    const told = (on: string) => planTransferDeadline({ movedOn: day('2027-02-27'), becameAwareOn: day(on) })
    expect(told('2027-02-05').working).toEqual([
      'The council knew of the move at least 15 working days before it.',
      'So the plan is transferred on the day of the move: Saturday 27 February 2027.',
    ])
    expect(inShort(told('2027-02-09'))).toBe('D36 2027-03-01')
  })

  it.each([
    ['the transfer is later', '2026-03-10', '2026-12-31', 'D38b 2027-03-30'],
    ['the review is later', '2026-11-10', '2026-12-31', 'D38a 2027-11-09'],
    ['both on one day', '2026-03-31', '2026-12-31', 'D38a 2027-03-30'],
  ])('reviews by the later of two days: %s', (_which, reviewed, transferred, expected) => {
    const facts = { madeOrReviewedOn: day(reviewed), transferredOn: day(transferred) }
    expect(inShort(reviewAfterTransferDeadline(facts))).toBe(expected)
  })

  it('says both days', () => {
    const facts = { madeOrReviewedOn: day('2026-03-10'), transferredOn: day('2026-12-31') }
    expect(reviewAfterTransferDeadline(facts).working).toEqual([
      'The time is 12 months, and Tuesday 10 March 2026 counts as its first day.',
      'So its last day is Tuesday 9 March 2027.',
      'The time is 3 months, and Thursday 31 December 2026 counts as its first day.',
      'So its last day is Tuesday 30 March 2027.',
      'The later of the two days counts: Tuesday 30 March 2027.',
    ])
  })
})

describe('after the Tribunal’s decision (19.8): the plain 28 days are shown, and rule 12(3)(b) beside them (J35)', () => {
  it.each([
    ['challenge', '2026-07-10', 'D41 2026-08-07', ['J35 2026-09-07']],
    ['challenge', '2026-12-04', 'D41 2027-01-01, aim 2026-12-31', ['J35 2027-01-11']],
    ['challenge', '2026-10-01', 'D41 2026-10-29', []],
    ['challenge', '2026-10-03', 'D41 2026-10-31, aim 2026-10-30', ['J35 2026-11-02']],
    ['reinstate', '2026-07-10', 'D43 2026-08-07', ['J35 2026-09-07']],
  ] as const)('%s, %s', (step, on, expected, other) => {
    const deadline = afterDecisionDeadline(step, day(on))
    expect(inShort(deadline)).toBe(expected)
    expect(readings(deadline)).toEqual(other)
  })
})

describe('a transfer between phases of education (19.12, J38)', () => {
  it.each([
    [false, 'D51a 2027-02-14, aim 2027-02-12', 'J38 2027-02-15'],
    [true, 'D51b 2027-03-30', 'J38 2027-03-31'],
  ])('in 2027, to post-16: %s', (toPost16, expected, other) => {
    const deadline = phaseTransferDeadline({ year: 2027, toPost16 })
    expect(inShort(deadline)).toBe(expected)
    expect(readings(deadline)).toEqual([other])
    expect(deadline.working[0]).toMatch(
      /^This must be done before \w+ (?:15 February|31 March) 2027, so its last day is /,
    )
  })
})

describe('keeping a plan that is to cease (D55, J41): the later reading is the safe one', () => {
  it('to at least the end of the time to appeal', () => {
    const deadline = keepPlanDeadline(appeal('2026-09-01', { certificate: '2026-10-30' }))
    expect(inShort(deadline)).toBe('D55 2026-11-30')
    expect(deadline.certainty).toBe('certain')
  })

  it('to the latest day on any reading, with the earlier beside it', () => {
    const twoDates = appeal('2026-01-30', { sent: '2026-02-04' })
    const deadline = keepPlanDeadline(twoDates)
    expect(inShort(deadline)).toBe('D55 2026-04-07')
    expect(readings(deadline)).toEqual(['J41 2026-03-30'])
    expect(deadline.working).toEqual([
      'The last day on which an appeal can be brought, on any reading of the law, is Tuesday 7 April 2026.',
      'The council keeps the plan until then. Once there is an appeal, it keeps the plan until the appeal has been determined.',
    ])
    // Two readings: J1 gives 7 April, J6 30 April.
    const placement = appeal('2026-01-30', { sent: '2026-02-04', certificate: '2026-03-30', placementOnly: true })
    expect(keepPlanDeadline(placement).lawDate).toBe('2026-04-30')
    // J1 gives 26 May, J6 7 April.
    const sentLater = appeal('2026-01-30', { sent: '2026-03-25', certificate: '2026-03-05', placementOnly: true })
    expect(readings(sentLater)).toEqual(['J1 2026-05-26', 'J6 2026-04-07'])
    expect(keepPlanDeadline(sentLater).lawDate).toBe('2026-05-26')
  })
})

describe('the end of compulsory school age (19.5, Education Act 1996, section 8)', () => {
  it.each([
    ['2010-08-14', '2026-06-26', '2026-06-27', 'a young person while still 15'],
    ['2010-09-03', '2027-06-25', '2027-06-26', 'not before the next summer'],
    ['2010-08-31', '2026-06-26', '2026-06-27', 'the last birthday of the school year'],
    ['2010-09-01', '2027-06-25', '2027-06-26', 'the first birthday of the next'],
    ['2010-06-26', '2026-06-26', '2026-06-27', '16 on the day itself'],
    ['2011-12-24', '2028-06-30', '2028-07-01', 'the last Friday is the 30th'],
    ['2010-01-01', '2026-06-26', '2026-06-27', '16 before it'],
  ])('born on %s: leaves on %s, a young person from %s (%s)', (born, leaves, from, _why) => {
    expect(schoolLeavingDate(day(born))).toBe(leaves)
    expect(youngPersonDeadline({ bornOn: day(born) })).toMatchObject({ ruleId: 'D56', lawDate: from, judgements: [] })
  })

  it('is always a last Friday in June', () => {
    for (let born: CalendarDate = day('2004-09-01'); born < '2012-09-01'; born = addDays(born, 17)) {
      const leaves = schoolLeavingDate(born)
      expect(leaves).toMatch(/-06-(?:2[4-9]|30)$/)
      expect(new Date(`${leaves}T12:00:00Z`).getUTCDay()).toBe(5)
    }
  })
})

describe('becoming 25 (19.13, J40)', () => {
  it.each([
    ['2002-03-12', '2027-03-11', '2027-07-31'],
    ['2002-07-31', '2027-07-30', '2027-07-31'],
    ['2002-08-01', '2027-07-31', '2028-07-31'],
  ])('born on %s: a young person until %s, a plan in further education until %s', (born, last, until) => {
    expect(lastDayAsYoungPerson(day(born))).toBe(last)
    expect(planMayContinueUntil({ bornOn: day(born), endsOn: 'academic-year' })).toBe(until)
  })

  it.each([
    ['2027-06-30', '2027-06-30'],
    ['2028-03-11', '2028-03-11'],
    ['2028-03-12', '2028-03-11'],
  ])('a course that ends on %s may keep the plan of somebody born on 12 March 2002 until %s', (ends, until) => {
    expect(planMayContinueUntil({ bornOn: day('2002-03-12'), endsOn: day(ends) })).toBe(until)
  })
})
