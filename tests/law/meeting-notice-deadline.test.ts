import { describe, expect, it } from 'vitest'
import { parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { meetingNoticeDeadline } from '../../lambdas/law/meeting-notice-deadline.ts'

describe('notice of the meeting (D07, SEND Regulations 2014, regulation 37): 5 clear working days (J10)', () => {
  it.each([
    ['56', '2026-04-20', '2026-04-10', '2026-04-13'],
    ['57', '2027-01-06', '2026-12-24', '2026-12-29'],
    ['a meeting on a Saturday', '2026-04-25', '2026-04-17', '2026-04-20'],
  ])('example %s: meeting on %s, notice by %s; not clear, by %s', (_row, meeting, lawDate, otherReading) => {
    const deadline = meetingNoticeDeadline({ meetingOn: parseCalendarDate(meeting) })
    expect(deadline).toMatchObject({
      ruleId: 'D07',
      lawDate,
      unrolledDate: lawDate,
      aimDate: lawDate,
      certainty: 'judgement',
      judgements: [{ id: 'J10', otherReading }],
    })
  })

  it('counts back, and says what was skipped and why', () => {
    expect(meetingNoticeDeadline({ meetingOn: parseCalendarDate('2026-05-08') }).working).toEqual([
      '5 whole working days must lie before the meeting on Friday 8 May 2026.',
      'Counting back, day 1 is Thursday 7 May 2026.',
      'Counting back, day 2 is Wednesday 6 May 2026.',
      'Counting back, day 3 is Tuesday 5 May 2026.',
      'Monday 4 May 2026 does not count: it is the early May bank holiday.',
      'Saturday 2 May 2026 and Sunday 3 May 2026 do not count: they are a weekend.',
      'Counting back, day 4 is Friday 1 May 2026.',
      'Counting back, day 5 is Thursday 30 April 2026.',
      'So the notice must be given on or before the working day before those: Wednesday 29 April 2026.',
    ])
  })

  it('says what was skipped before the day of the notice itself', () => {
    expect(meetingNoticeDeadline({ meetingOn: parseCalendarDate('2026-04-20') }).working.slice(-3)).toEqual([
      'Counting back, day 5 is Monday 13 April 2026.',
      'Saturday 11 April 2026 and Sunday 12 April 2026 do not count: they are a weekend.',
      'So the notice must be given on or before the working day before those: Friday 10 April 2026.',
    ])
    expect(meetingNoticeDeadline({ meetingOn: parseCalendarDate('2026-04-24') }).working.slice(-2)).toEqual([
      'Counting back, day 5 is Friday 17 April 2026.',
      'So the notice must be given on or before the working day before those: Thursday 16 April 2026.',
    ])
  })

  it('is provisional when days without published bank holidays were counted back over', () => {
    expect(meetingNoticeDeadline({ meetingOn: parseCalendarDate('2028-01-06') })).toMatchObject({
      lawDate: '2027-12-24',
      provisional: true,
    })
    expect(meetingNoticeDeadline({ meetingOn: parseCalendarDate('2028-01-01') }).provisional).toBe(false)
  })
})
