import { neverNeededCertificate } from '../../cases/case.ts'
import { londonDay } from '../../cases/london.ts'
import { type CalendarDate, earliestOf } from '../../law/calendar-date.ts'
import { monthOf, monthsFrom } from '../../law/month.ts'
import { openedOn } from '../measures/cases.ts'
import { type CaseToCount, type Counted, measure, NOT_LINKED } from '../measures/measure.ts'
import { mediationsAskedFor } from '../measures/mediations.ts'

/** What can still come: of a case, or of a mediation that was asked for. */
const CAN_COME = {
  asked: 'The family asks for mediation for the first time',
  held: 'A mediation that was asked for is held',
  certificate: 'The first certificate is issued',
  appeal: 'The Tribunal receives the first appeal',
} as const
/** What becomes of that. */
const BECAME = {
  happened: 'Happened',
  'no-longer': 'Cannot happen any more',
  open: 'Can still happen',
  'taken-over': 'Can still happen, in a case that was taken over',
} as const
export type CanCome = keyof typeof CAN_COME
export type Became = keyof typeof BECAME
export const KINDS_TO_COME = Object.keys(CAN_COME) as readonly CanCome[]

/**
 * What the forecast rests on: by the month in which a case was opened or a mediation was asked for, what came of it and after how many
 * months. It is no table of its own.
 *
 * Cases are counted from the day on which they were opened here, not from that of the decision: a case that is opened late is then no
 * case that was missing before. One that was taken over from another record is the exception. It had come some of the way, and those
 * like it that ended before are not here, so nothing is learnt from it: only that it is open, from the day of its decision.
 */
export const whatCanCome = measure({
  id: 'coming',
  table: 'T1',
  title: 'What the estimate of the next months rests on',
  basis: 'activity',
  things: 'cases and mediations',
  rowsAre: 'What can come',
  rows: CAN_COME,
  columns: BECAME,
  addsUp: 'columns',
  // It is counted so finely that much of it is about one family.
  isPublished: false,
  linked: NOT_LINKED,
  counts: (about) => {
    const { record, subject } = about.file
    const { declined, certificate, appeal } = subject
    const closedOn = record.status === 'closed' ? londonDay(new Date(record.closedAt)) : undefined
    const opened = openedOn(about)
    const asked = mediationsAskedFor(about)
    const ofCase = (
      row: CanCome,
      happenedOn: CalendarDate | undefined,
      notAfter: readonly (CalendarDate | undefined)[],
    ) => becameOf(about, row, { since: opened, happenedOn, noLongerOn: firstOf(notAfter) })
    const firstAppeal = subject.facts.find((fact) => fact.type === 'appeal-registered')
    return [
      ...ofCase('asked', asked[0]?.askedOn, [declined?.declinedOn, closedOn]),
      ...asked.flatMap(({ askedOn, ended }) =>
        becameOf(about, 'held', {
          since: askedOn,
          happenedOn: ended?.how === 'held' ? ended.on : undefined,
          noLongerOn: ended?.on,
        }),
      ),
      ...ofCase('certificate', certificate?.issuedOn, [
        appeal?.receivedOn,
        closedOn,
        neverNeededCertificate(subject) ? opened : undefined,
      ]),
      ...ofCase('appeal', firstAppeal?.details.receivedOn, [closedOn]),
    ]
  },
  definition: {
    counted:
      'A case, by the month in which it was opened, and a mediation, by the month in which the family asked for it: whether what can come of it has, and after how many months.',
    leftOut:
      'Of cases that were taken over from another record, everything but what can still come. Second certificates and second appeals.',
    clock:
      'Whole months, from the month in which it began. What happened before a case was opened counts with its opening.',
    followUp: 'Until it has happened, or cannot happen any more.',
    source: 'Worked out for the page of what is coming. It is an estimate’s beginning, and never published.',
  },
  figures: [],
})

interface Course {
  readonly since: CalendarDate
  readonly happenedOn: CalendarDate | undefined
  readonly noLongerOn: CalendarDate | undefined
}

function becameOf(
  { file: { subject } }: CaseToCount,
  row: CanCome,
  { since, happenedOn, noLongerOn }: Course,
): readonly Counted<CanCome, Became>[] {
  const endedOn = happenedOn ?? noLongerOn
  if (subject.history) {
    const { sentOn } = subject.decision
    return endedOn ? [] : [{ row, column: 'taken-over', on: row === 'held' ? since : sentOn }]
  }
  if (!endedOn) return [{ row, column: 'open', on: since }]
  const days = Math.max(0, monthsFrom(monthOf(since), monthOf(endedOn)) - 1)
  return [{ row, column: happenedOn ? 'happened' : 'no-longer', on: since, days }]
}

function firstOf(days: readonly (CalendarDate | undefined)[]): CalendarDate | undefined {
  return earliestOf(days.filter((day) => day !== undefined))
}
