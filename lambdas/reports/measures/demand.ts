import { DECISION_NAMES } from '../../staff/closed-words.ts'
import { type Counted, measure, NOT_FOLLOWED, NOT_LINKED, NOTHING_LEFT_OUT } from './measure.ts'
import { mediationsAskedFor } from './mediations.ts'

type Step = 'contacted' | 'informed' | 'declined' | 'arranged'

/** T1: how far families went. */
export const stepsTaken = measure({
  id: 'steps',
  table: 'T1',
  title: 'How far families went',
  basis: 'activity',
  things: 'steps',
  rowsAre: 'The decision',
  rows: DECISION_NAMES,
  columns: {
    contacted: 'Spoke to the adviser',
    informed: 'Was given information',
    declined: 'Declined mediation',
    arranged: 'A mediation meeting was arranged',
  },
  addsUp: 'rows',
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { subject } }) => {
    const row = subject.decision.decisionKind
    const of = (column: Step, on: Counted['on'] | undefined) => (on ? [{ row, column, on }] : [])
    return [
      // Telling the adviser that one wants no mediation is speaking to it.
      ...of('contacted', subject.adviserContactedOn ?? subject.declined?.declinedOn),
      ...of('informed', subject.certificate?.informationGiven ? subject.certificate.issuedOn : undefined),
      ...subject.facts.flatMap((fact) => {
        if (fact.type === 'mediation-declined') return of('declined', fact.details.declinedOn)
        return fact.type === 'meeting-arranged' ? of('arranged', fact.details.arrangedOn) : []
      }),
    ]
  },
  definition: {
    counted:
      'A step of a family, on the day on which it was taken. A family that takes several is in several columns. Mediations that were asked for and held are in the table after this one.',
    leftOut: 'Information that was given, where the certificate does not say so.',
    clock: 'None.',
    followUp: NOT_FOLLOWED,
    source: 'SEND Regulations 2014, regulations 33 to 36.',
  },
  figures: [],
})

/** T1: the mediations that were asked for, and what became of each. */
export const mediationsAsked = measure({
  id: 'mediations',
  table: 'T1',
  title: 'Mediations that were asked for',
  basis: 'activity',
  things: 'mediations',
  rowsAre: 'The decision',
  rows: DECISION_NAMES,
  columns: {
    asked: 'Asked for',
    held: 'Held',
    withdrawn: 'The family did not want it any more',
    'case-closed': 'Ended with the case',
  },
  addsUp: 'rows',
  flow: { begun: 'asked', done: ['held', 'withdrawn', 'case-closed'] },
  isPublished: true,
  linked: NOT_LINKED,
  counts: (about) => {
    const row = about.file.subject.decision.decisionKind
    return mediationsAskedFor(about).flatMap(({ askedOn, ended }) => [
      { row, column: 'asked', on: askedOn },
      ...(ended ? [{ row, column: ended.how, on: ended.on }] : []),
    ])
  },
  definition: {
    counted:
      'A mediation, on the day on which the council was told that the family wants it, and on the day on which it ended. Open at the start and asked for are as many as ended and open at the end.',
    leftOut: NOTHING_LEFT_OUT,
    clock: 'None.',
    followUp: 'Those that have not ended are open at the end.',
    source: 'Children and Families Act 2014, sections 53 and 54.',
  },
  figures: [],
})
