import { DECISION_NAMES } from '../../staff/closed-words.ts'
import { measure, NOT_FOLLOWED, NOT_LINKED, NOTHING_LEFT_OUT } from '../measures/measure.ts'

/**
 * The decisions by the day on which each was sent. Every case that stands behind one is counted once, so that those of a year are found
 * without reading the others. It is no table of its own.
 */
export const decisionsSent = measure({
  id: 'decisions-sent',
  table: 'T1',
  title: 'Decisions of which the service has a case',
  basis: 'cohort',
  things: 'decisions',
  rowsAre: 'The decision',
  rows: DECISION_NAMES,
  columns: { sent: 'Sent' },
  addsUp: 'both',
  isPublished: false,
  linked: NOT_LINKED,
  counts: ({ file: { subject } }) => [
    { row: subject.decision.decisionKind, column: 'sent', on: subject.decision.sentOn },
  ],
  definition: {
    counted: 'A decision of which there is a case, on the day on which its letter was sent.',
    leftOut: NOTHING_LEFT_OUT,
    clock: 'None.',
    followUp: NOT_FOLLOWED,
    source: 'The decisions of a year for SEN2, the return to the Department for Education, are found by it.',
  },
  figures: [],
})
