import { mediationArranger } from '../../cases/case.ts'
import type { Fact } from '../../cases/fact.ts'
import { CASES_OPENED, openedOn } from './cases.ts'
import { measure, NOT_LINKED } from './measure.ts'

/** Something that can happen beside the route and the end of a case: its words, and whether a fact says that it did. */
interface Happening {
  readonly words: string
  readonly isSaidBy: (fact: Fact, arranger: 'council' | 'health-body') => boolean
}

const HAPPENINGS = {
  'plan-issued-again': {
    words: 'The plan was issued again, with real changes',
    isSaidBy: (fact) => fact.type === 'plan-issued-again',
  },
  'came-from-council': {
    words: 'The case came from another council',
    isSaidBy: (fact) => fact.type === 'case-came-from-council',
  },
  'moved-away': {
    words: 'The family moved to another council',
    isSaidBy: (fact) => fact.type === 'family-moves' || fact.type === 'case-passed-on',
  },
  'letter-at-fault': {
    words: 'The decision letter was never sent, went to the wrong person or left something out',
    isSaidBy: (fact) => fact.type === 'notice-at-fault',
  },
  'not-arranged-in-time': {
    words: 'The council or the board said that it cannot arrange mediation in time',
    isSaidBy: (fact) =>
      fact.type === 'mediation-cannot-be-arranged' && (fact.details.because ?? 'not-in-time') === 'not-in-time',
  },
  'mediation-refused': {
    words: 'The council or the board refused mediation',
    isSaidBy: (fact) => fact.type === 'mediation-cannot-be-arranged' && fact.details.because === 'refused',
  },
  'missed-by-arranger': {
    words: 'The council, or the board that arranged it, did not come to the meeting',
    isSaidBy: (fact, arranger) => fact.type === 'meeting-missed' && fact.details.absent.includes(arranger),
  },
  'missed-by-family': {
    words: 'The family did not come to the meeting',
    isSaidBy: (fact) => fact.type === 'meeting-missed' && fact.details.absent.includes('family'),
  },
  'way-forward-meeting': {
    words: 'The family was asked to a way forward meeting',
    isSaidBy: (fact) => fact.type === 'way-forward-meeting',
  },
  'agreed-later': {
    words: 'Agreed weeks after mediation, or without it',
    isSaidBy: (fact) => fact.type === 'agreed-later',
  },
  'gave-in-without-order': {
    words: 'The council gave in without an order',
    isSaidBy: (fact) => fact.type === 'council-gave-in',
  },
  'decision-set-aside': {
    words: 'An appeal that had ended was opened again',
    isSaidBy: (fact) => fact.type === 'decision-set-aside',
  },
  'went-to-upper-tribunal': {
    words: 'The family or the council took steps to the Upper Tribunal',
    isSaidBy: (fact) => fact.type === 'further-appeal',
  },
  complained: { words: 'The family complained', isSaidBy: (fact) => fact.type === 'complaint-made' },
  'went-to-ombudsman': {
    words: 'The family went to an Ombudsman',
    isSaidBy: (fact) => fact.type === 'ombudsman-asked',
  },
  'ombudsman-found-fault': {
    words: 'An Ombudsman found fault',
    isSaidBy: (fact) =>
      fact.type === 'ombudsman-decided' &&
      (fact.details.result === 'fault' || fact.details.result === 'fault-and-remedy'),
  },
} as const satisfies Readonly<Record<string, Happening>>
type HappeningName = keyof typeof HAPPENINGS
const EACH = Object.entries(HAPPENINGS) as (readonly [HappeningName, Happening])[]

/** T0: what else happened in the cases. */
export const whatElseHappened = measure({
  id: 'what-else',
  table: 'T0',
  title: 'What else happened in the cases that were opened',
  basis: 'activity',
  things: 'cases',
  rowsAre: 'What happened',
  rows: Object.fromEntries(EACH.map(([name, { words }]) => [name, words])) as Record<HappeningName, string>,
  columns: { cases: 'Cases' },
  addsUp: 'nothing',
  isPublished: true,
  linked: NOT_LINKED,
  counts: (about) => {
    const { subject } = about.file
    const arranger = mediationArranger(subject)
    return EACH.filter(([, { isSaidBy }]) => subject.facts.some((fact) => isSaidBy(fact, arranger))).map(([row]) => ({
      row,
      column: 'cases',
      on: openedOn(about),
    }))
  },
  definition: {
    ...CASES_OPENED,
    counted:
      'A case, on the day on which it was opened, once in each line that it belongs to. Lines without a case are left out.',
  },
  figures: [],
})
