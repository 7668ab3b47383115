import { describe, expect, it } from 'vitest'
import { certificateBarDeadline } from '../../lambdas/law/adviser-contact-deadline.ts'
import { DECISION_KINDS, hasPlan } from '../../lambdas/law/appealable-decisions.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { judgement } from '../../lambdas/law/judgements.ts'
import { afterDecisionDeadline, complaintAcknowledgementDeadline } from '../../lambdas/law/other-deadlines.ts'
import { planTransferDeadline } from '../../lambdas/law/plan-deadlines.ts'
import { whichDates } from '../../lambdas/law/which-dates.ts'
import { workingDayOnOrBefore, workingDaysBetween } from '../../lambdas/law/working-days.ts'

describe('a day shows its working', () => {
  it('to whoever asks the Tribunal again', () => {
    expect(afterDecisionDeadline('challenge', day('2026-09-10')).working).toEqual([
      '28 days after Thursday 10 September 2026 is Thursday 8 October 2026.',
    ])
  })

  it('to whoever asks until when a contact leads to a certificate', () => {
    const deadline = certificateBarDeadline({ printedOn: day('2026-02-10'), sentOn: day('2026-02-10') })
    expect(deadline.working[0]).toBe('2 months after Tuesday 10 February 2026 is Friday 10 April 2026.')
  })
})

it('acknowledges the second stage of a complaint in the time of that stage', () => {
  expect(complaintAcknowledgementDeadline(day('2026-12-01'), 'first').ruleId).toBe('D46a')
  expect(complaintAcknowledgementDeadline(day('2026-12-01'), 'second').ruleId).toBe('D47a')
})

it('leaves nothing to argue about a move that was known in time', () => {
  const known = planTransferDeadline({ movedOn: day('2027-02-26'), becameAwareOn: day('2027-01-04') })
  expect(known).toMatchObject({ lawDate: '2027-02-26', judgements: [], certainty: 'certain' })
})

it('keeps the day of an order for what it is for', () => {
  const { duties } = whichDates({
    order: {
      on: day('2026-09-01'),
      duties: ['amend-contents', 'amend-placement'],
      orderedDate: day('2026-09-04'),
      orderedDateFor: ['amend-placement'],
    },
  })
  expect(Object.fromEntries(duties.map(({ deed, lawDate }) => [deed, lawDate]))).toEqual({
    'send-placement-amended': '2026-09-04',
    'send-contents-amended': '2026-10-06',
  })
})

it('knows a plan behind every decision but a refusal to assess or to issue one', () => {
  expect(DECISION_KINDS.filter(hasPlan)).toEqual([
    'refusal-to-reassess',
    'plan-contents',
    'refusal-to-amend-plan',
    'ceasing-plan',
  ])
})

it('says what is not settled about a letter that was at fault', () => {
  expect(judgement('J24').reason).toContain('It may have started no time')
  expect(judgement('J25').reason).toContain('We keep the earlier date')
})

describe('working days', () => {
  it('are counted after the first day, up to the last and with it', () => {
    expect(workingDaysBetween(day('2026-12-24'), day('2026-12-29'))).toBe(1)
    expect(workingDaysBetween(day('2026-12-04'), day('2026-12-07'))).toBe(1)
    expect(workingDaysBetween(day('2026-12-07'), day('2026-12-07'))).toBe(0)
    expect(workingDaysBetween(day('2026-12-08'), day('2026-12-07'))).toBe(0)
  })

  it('lead back from a day that is none', () => {
    expect(workingDayOnOrBefore(day('2026-12-27'))).toBe('2026-12-24')
    expect(workingDayOnOrBefore(day('2026-12-24'))).toBe('2026-12-24')
  })
})
