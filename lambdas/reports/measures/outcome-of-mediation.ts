import { AGREED_POINT_WORDS, DECISION_NAMES, MEDIATION_RESULT_WORDS } from '../../staff/closed-words.ts'
import { measure, NOT_FOLLOWED, NOT_LINKED, NOTHING_LEFT_OUT } from './measure.ts'
import { isEndOfMediation, resultOf } from './mediations.ts'

/** T4: what came of the mediations that were held. */
export const outcomeOfMediation = measure({
  id: 'outcome-of-mediation',
  table: 'T4',
  title: 'What came of the mediations that were held',
  basis: 'activity',
  things: 'mediations',
  rowsAre: 'The decision',
  rows: DECISION_NAMES,
  columns: MEDIATION_RESULT_WORDS,
  addsUp: 'both',
  isPublished: true,
  linked: { what: 'rows', measure: 'mediations', column: 'held' },
  counts: ({ file: { subject } }) =>
    subject.facts.filter(isEndOfMediation).map((fact) => ({
      row: subject.decision.decisionKind,
      column: resultOf(fact),
      on: fact.details.concludedOn,
    })),
  definition: {
    counted: 'A mediation that was held to its end, on the day on which it ended.',
    leftOut: 'Meetings that go on another day, and way forward meetings, which are no mediation.',
    clock: 'None.',
    followUp: NOT_FOLLOWED,
    source: 'SEND Regulations 2014, regulation 42.',
  },
  figures: [
    {
      kind: 'share',
      id: 'agreed',
      title: 'Agreed in full or in part',
      numerator: ['agreed', 'partly-agreed'],
      denominator: ['agreed', 'partly-agreed', 'not-agreed'],
    },
  ],
})

/** T4: what the parties agreed on. */
export const agreedOn = measure({
  id: 'agreed-on',
  table: 'T4',
  title: 'What was agreed on',
  basis: 'activity',
  things: 'agreements',
  rowsAre: 'What was agreed on',
  rows: { ...AGREED_POINT_WORDS, 'not-recorded': 'Not recorded' },
  columns: { 'at-mediation': 'At mediation', later: 'Later, or without mediation' },
  addsUp: 'nothing',
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { subject } }) =>
    subject.facts.flatMap((fact) => {
      const isLater = fact.type === 'agreed-later'
      if (!isLater && fact.type !== 'mediation-agreed' && fact.type !== 'mediation-partly-agreed') return []
      const { details } = fact
      const on = 'concludedOn' in details ? details.concludedOn : details.agreedOn
      const points = details.points ?? []
      const rows = points.length > 0 ? points : (['not-recorded'] as const)
      return rows.map((row) => ({ row, column: isLater ? ('later' as const) : ('at-mediation' as const), on }))
    }),
  definition: {
    counted:
      'A thing that was agreed on, on the day on which mediation ended or the agreement was made. One agreement can be in several rows.',
    leftOut: NOTHING_LEFT_OUT,
    clock: 'None.',
    followUp: NOT_FOLLOWED,
    source: 'Reports of mediation providers; SEND Regulations 2014, regulation 42.',
  },
  figures: [],
})
