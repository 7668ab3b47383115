import { FIRST_ADVISER } from '../../cases/council.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { workingDaysBetween } from '../../law/working-days.ts'
import { type Counted, measure, NOT_FOLLOWED, NOT_LINKED } from '../measures/measure.ts'
import { isEndOfMediation } from '../measures/mediations.ts'

/** What a provider is paid for. */
export const UNIT_WORDS = {
  information: 'Information given to a family',
  certificate: 'Certificate issued',
  'mediation-held': 'Mediation held',
  'cancelled-late': 'Meeting cancelled or moved late',
  'disagreement-resolution': 'Disagreement resolution meeting',
} as const
export type UnitKind = keyof typeof UNIT_WORDS
export const UNIT_KINDS = Object.keys(UNIT_WORDS) as readonly UnitKind[]

/** Stands where disagreement resolution is run by an organisation of its own. */
export const DISAGREEMENT_RESOLUTION = 'disagreement-resolution'

/** A meeting that is called off with fewer working days to go is paid for in most contracts. A choice of ours. */
const LATE_WORKING_DAYS = 2

/** T9: units of work, by what was done and by provider. Its columns are the council's providers, which the reader names. */
export const units = measure<UnitKind, string>({
  id: 'units',
  table: 'T9',
  title: 'Units of work',
  basis: 'activity',
  things: 'units',
  rowsAre: 'What was done',
  rows: UNIT_WORDS,
  columns: {},
  addsUp: 'nothing',
  // Exact units are for whoever pays, and never published.
  isPublished: false,
  linked: NOT_LINKED,
  counts: ({ file: { subject } }) => {
    const column = subject.adviser ?? FIRST_ADVISER
    const one = (row: UnitKind, on: CalendarDate, provider = column): Counted<UnitKind> => ({
      row,
      column: provider,
      on,
    })
    let planned: CalendarDate | undefined
    const late = (changedOn: CalendarDate): Counted<UnitKind>[] => {
      const isLate = planned !== undefined && workingDaysBetween(changedOn, planned) < LATE_WORKING_DAYS
      return isLate ? [one('cancelled-late', changedOn)] : []
    }
    const ofAdviser = subject.facts.flatMap((fact): Counted<UnitKind>[] => {
      switch (fact.type) {
        case 'certificate-issued':
          return [
            one('certificate', fact.details.issuedOn),
            ...(fact.details.informationGiven ? [one('information', fact.details.issuedOn)] : []),
          ]
        case 'meeting-arranged':
          planned = fact.details.meetingOn
          return []
        case 'meeting-moved': {
          const counted = late(fact.details.movedOn)
          planned = fact.details.meetingOn
          return counted
        }
        case 'meeting-cancelled': {
          const counted = late(fact.details.cancelledOn)
          planned = undefined
          return counted
        }
        default:
          return isEndOfMediation(fact) ? [one('mediation-held', fact.details.concludedOn)] : []
      }
    })
    // A meeting that was to be is none: it has happened where the disagreement resolution ended on its day or after it.
    const ofResolution = subject.resolutions.flatMap(({ meeting, ended }) =>
      meeting && ended && ended.endedOn >= meeting.meetingOn
        ? [one('disagreement-resolution', meeting.meetingOn, DISAGREEMENT_RESOLUTION)]
        : [],
    )
    return [...ofAdviser, ...ofResolution]
  },
  definition: {
    counted: 'A unit of work of a provider, on the day on which it was done.',
    leftOut: 'Information that was given where the certificate does not say so.',
    clock: `A meeting is called off late where fewer than ${LATE_WORKING_DAYS} working days are left to its day.`,
    followUp: NOT_FOLLOWED,
    source: 'The prices of the contracts in the council’s file.',
  },
  figures: [],
})
