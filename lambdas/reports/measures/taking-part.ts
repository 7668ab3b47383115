import { DECISION_MAKER_WORDS, MEETING_FORMAT_WORDS, YOUNG_PERSONS_PART_WORDS } from '../../staff/closed-words.ts'
import { type Counted, measure, NOT_FOLLOWED, NOT_LINKED, NOTHING_LEFT_OUT } from './measure.ts'
import { isEndOfMediation } from './mediations.ts'

const DEFINITION = {
  counted: 'A mediation that was held to its end, on the day on which it ended.',
  leftOut: NOTHING_LEFT_OUT,
  clock: 'None.',
  followUp: NOT_FOLLOWED,
} as const

/** T6: whether somebody was there who could decide. */
export const decisionMakerThere = measure({
  id: 'decision-maker',
  table: 'T6',
  title: 'Whether somebody was at mediation who could decide',
  basis: 'activity',
  things: 'mediations',
  rowsAre: 'Of',
  rows: { mediations: 'Mediations that were held' },
  columns: { ...DECISION_MAKER_WORDS, 'not-recorded': 'Not recorded' },
  addsUp: 'both',
  isPublished: true,
  linked: { what: 'total', measure: 'mediations', column: 'held' },
  counts: ({ file: { subject } }) =>
    subject.facts.filter(isEndOfMediation).map((fact) => ({
      row: 'mediations',
      column: fact.details.decisionMaker ?? 'not-recorded',
      on: fact.details.concludedOn,
    })),
  definition: { ...DEFINITION, source: 'SEND Regulations 2014, regulation 37; SEND Code of Practice 11.38.' },
  figures: [
    {
      kind: 'share',
      id: 'present',
      title: 'Somebody could decide, of those of which it is known',
      numerator: ['present'],
      denominator: ['present', 'absent'],
    },
  ],
})

/** T6: what part the child or young person had. */
export const youngPersonsPart = measure({
  id: 'young-person',
  table: 'T6',
  title: 'The child’s or young person’s part in mediation',
  basis: 'activity',
  things: 'mediations',
  rowsAre: 'Their part',
  rows: { ...YOUNG_PERSONS_PART_WORDS, 'not-recorded': 'Not recorded' },
  columns: { mediations: 'Mediations' },
  addsUp: 'both',
  isPublished: true,
  linked: { what: 'total', measure: 'mediations', column: 'held' },
  counts: ({ file: { subject } }) =>
    subject.facts.filter(isEndOfMediation).map((fact) => ({
      row: fact.details.youngPersonsPart ?? 'not-recorded',
      column: 'mediations',
      on: fact.details.concludedOn,
    })),
  definition: { ...DEFINITION, source: 'SEND Regulations 2014, regulation 38(1)(d) and (3).' },
  figures: [],
})

/** T6: how people met, and whether the council had said before who comes. */
export const howPeopleMet = measure({
  id: 'how-people-met',
  table: 'T6',
  title: 'How people met, and whether it was said before who comes',
  basis: 'activity',
  things: 'meetings',
  rowsAre: 'How',
  rows: MEETING_FORMAT_WORDS,
  columns: { named: 'It was said before who comes', 'not-named': 'It was not said' },
  addsUp: 'both',
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { subject } }) => {
    const named = subject.facts.flatMap((fact) => (fact.type === 'attendance-named' ? [fact.details.namedOn] : []))
    return subject.meetings
      .filter(({ state }) => state === 'held' || state === 'adjourned')
      .map(({ format, meetingOn }): Counted<typeof format, 'named' | 'not-named'> => {
        const isNamed = named.some((day) => day <= meetingOn)
        return { row: format, column: isNamed ? 'named' : 'not-named', on: meetingOn }
      })
  },
  definition: {
    ...DEFINITION,
    counted: 'A mediation meeting that was held, on its day. One mediation can have several.',
    leftOut: 'Mediations that were held without a meeting on record.',
    source: 'SEND Regulations 2014, regulation 37; SEND Code of Practice 11.38.',
  },
  figures: [],
})
