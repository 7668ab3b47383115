import type { CalendarDate } from '../../law/calendar-date.ts'
import { workingDaysBetween } from '../../law/working-days.ts'
import { CANCELLED_BY_WORDS, CHANGE_REASON_WORDS } from '../../staff/closed-words.ts'
import { type Counted, measure, NOT_FOLLOWED, NOT_LINKED } from './measure.ts'

const NOT_RECORDED = { 'not-recorded': 'Not recorded' } as const
const WHAT = { moved: 'Moved', cancelled: 'Cancelled', missed: 'Somebody did not come' } as const

const DEFINITION = {
  counted:
    'A meeting that was moved, on the day on which that was done, that was cancelled, or that somebody did not come to.',
  leftOut: 'Meetings of disagreement resolution.',
  clock: 'None.',
  followUp: NOT_FOLLOWED,
  source: 'SEND Regulations 2014, regulation 37. Contract reports of mediation providers ask for it.',
} as const

/** T3: meetings that were moved, cancelled or missed, by whom. Two can be missing from one meeting. */
export const notHeldByWhom = measure({
  id: 'not-held-by-whom',
  table: 'T3',
  title: 'Mediation meetings moved, cancelled or missed, by whom',
  basis: 'activity',
  things: 'meetings',
  rowsAre: 'By whom',
  rows: { ...CANCELLED_BY_WORDS, ...NOT_RECORDED },
  columns: WHAT,
  addsUp: 'nothing',
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { subject } }) =>
    subject.facts.flatMap((fact): Counted<keyof typeof CANCELLED_BY_WORDS | 'not-recorded', keyof typeof WHAT>[] => {
      switch (fact.type) {
        case 'meeting-moved':
          return [{ row: fact.details.movedBy ?? 'not-recorded', column: 'moved', on: fact.details.movedOn }]
        case 'meeting-cancelled':
          return [{ row: fact.details.cancelledBy, column: 'cancelled', on: fact.details.cancelledOn }]
        case 'meeting-missed':
          return fact.details.absent.map((row) => ({ row, column: 'missed', on: fact.details.missedOn }))
        default:
          return []
      }
    }),
  definition: DEFINITION,
  figures: [],
})

/** T3: the same by the reason that was given. */
export const notHeldWhy = measure({
  id: 'not-held-why',
  table: 'T3',
  title: 'Mediation meetings moved or cancelled, and why',
  basis: 'activity',
  things: 'meetings',
  rowsAre: 'Why',
  rows: { ...CHANGE_REASON_WORDS, ...NOT_RECORDED },
  columns: { moved: WHAT.moved, cancelled: WHAT.cancelled },
  addsUp: 'both',
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { subject } }) =>
    subject.facts.flatMap(
      (fact): Counted<keyof typeof CHANGE_REASON_WORDS | 'not-recorded', 'moved' | 'cancelled'>[] => {
        if (fact.type === 'meeting-moved') {
          return [{ row: fact.details.reason ?? 'not-recorded', column: 'moved', on: fact.details.movedOn }]
        }
        return fact.type === 'meeting-cancelled'
          ? [{ row: fact.details.reason ?? 'not-recorded', column: 'cancelled', on: fact.details.cancelledOn }]
          : []
      },
    ),
  definition: DEFINITION,
  figures: [],
})

const NOTICE = {
  'under-2': 'Under 2 working days before',
  '2-to-5': '2 to 5 working days before',
  more: 'More than 5 working days before',
  after: 'On the day of the meeting or after it',
  ...NOT_RECORDED,
} as const
type Notice = keyof typeof NOTICE

/** T3: how long before its day a meeting was moved or cancelled. */
export const notHeldNotice = measure({
  id: 'not-held-notice',
  table: 'T3',
  title: 'Mediation meetings moved or cancelled, and how long before',
  basis: 'activity',
  things: 'meetings',
  rowsAre: 'Notice given',
  rows: NOTICE,
  columns: { moved: WHAT.moved, cancelled: WHAT.cancelled },
  addsUp: 'both',
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { subject } }) => {
    const counted: Counted<Notice, 'moved' | 'cancelled'>[] = []
    let planned: CalendarDate | undefined
    for (const fact of subject.facts) {
      if (fact.type === 'meeting-arranged') planned = fact.details.meetingOn
      if (fact.type === 'meeting-moved') {
        counted.push({ row: noticeOf(fact.details.movedOn, planned), column: 'moved', on: fact.details.movedOn })
        planned = fact.details.meetingOn
      }
      if (fact.type === 'meeting-cancelled') {
        const { cancelledOn } = fact.details
        counted.push({ row: noticeOf(cancelledOn, planned), column: 'cancelled', on: cancelledOn })
        planned = undefined
      }
    }
    return counted
  },
  definition: { ...DEFINITION, clock: 'Working days from the day of the change to the day that had been planned.' },
  figures: [],
})

function noticeOf(changedOn: CalendarDate, planned: CalendarDate | undefined): Notice {
  if (!planned) return 'not-recorded'
  if (planned <= changedOn) return 'after'
  const days = workingDaysBetween(changedOn, planned)
  if (days < 2) return 'under-2'
  return days <= 5 ? '2-to-5' : 'more'
}
