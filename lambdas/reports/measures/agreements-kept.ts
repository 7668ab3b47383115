import { dutyDates } from '../../cases/duty-dates.ts'
import { daysBetween } from '../../law/calendar-date.ts'
import { DUTY_SOURCE_WORDS } from '../../staff/closed-words.ts'
import { IN_TIME_WORDS, inTime, SHARE_IN_TIME } from './in-time.ts'
import { measure, NOT_LINKED } from './measure.ts'

/** T7: what was agreed, ordered or conceded, and whether it was done by its day. */
export const agreementsKept = measure({
  id: 'agreements-kept',
  table: 'T7',
  title: 'Things that were to be done after an agreement, an order or a concession',
  basis: 'cohort',
  things: 'things to be done',
  rowsAre: 'What it follows from',
  rows: DUTY_SOURCE_WORDS,
  columns: IN_TIME_WORDS,
  addsUp: 'both',
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { subject }, today }) =>
    subject.undertakings.flatMap((undertaking) =>
      dutyDates(undertaking).map(({ deadline, doneOn, fellAway, excused, onlyWithoutPlan }) => {
        const { lawDate } = deadline
        const isOver = fellAway || (!doneOn && excused !== undefined) || (!doneOn && onlyWithoutPlan)
        return {
          row: undertaking.source,
          column: inTime({ dueOn: lawDate, doneOn, isOver }, today),
          on: subject.decision.sentOn,
          ...(doneOn && doneOn > lawDate && { days: daysBetween(lawDate, doneOn) }),
        }
      }),
    ),
  definition: {
    counted:
      'Each thing that an agreement, an order or a concession asks of the council, by the day on which the decision was sent.',
    leftOut: 'Promises without an order: the law gives them no day.',
    clock: 'The day in law, or the one that was agreed or ordered. Days late are calendar days.',
    followUp: 'Until it is done. What is not done and whose day has not come is not yet due.',
    source: 'SEND Regulations 2014, regulations 42, 44 and 45.',
  },
  figures: [
    SHARE_IN_TIME,
    {
      kind: 'time',
      id: 'days-late',
      title: 'Days late, median of what was late',
      centile: 50,
      of: ['late'],
      inTotal: true,
    },
  ],
})
