import * as v from 'valibot'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { othersOf } from '../basis.ts'
import { type Case, isOpenedInError } from '../case.ts'
import { changedOne } from '../changed-one.ts'
import { calendarDay, type Details } from '../details.ts'
import type { Fact } from '../fact.ts'
import { AN_AWAITED_EVENT, AN_EVENT, type FactKind, NOTHING_TO_SAY, STARTS_NOTHING } from '../fact-kind.ts'
import {
  type CheckSituation,
  type FactProblem,
  firstOf,
  type GivenDay,
  notBefore,
  notInFuture,
  notRecorded,
  problem,
} from '../fact-problem.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { OMBUDSMAN_RESULTS, OMBUDSMEN } from './closed-words.ts'

const askedDetails = v.strictObject({
  askedOn: calendarDay,
  ombudsman: v.picklist(OMBUDSMEN),
})

/** The family took a complaint to an Ombudsman (Local Government Act 1974, section 26A; Health Service Commissioners Act 1993). */
export const ombudsmanAsked: FactKind<Details<typeof askedDetails>> = {
  ...AN_EVENT,
  ...NOTHING_TO_SAY,
  details: askedDetails,
  happenedOn: ({ askedOn }) => askedOn,
  canHappenAgain: true,
  changes: (before, { sequence, details }) => ({
    ...before,
    ombudsmen: [...before.ombudsmen, { ...details, of: sequence }],
  }),
  problems: ({ today }, { askedOn }) =>
    notInFuture({ field: 'askedOn', what: 'The date the family went to the Ombudsman', day: askedOn }, today),
  expectedOnOpenCase: ({ subject }) => subject.complaints.length > 0,
  expectedOnClosedCase: ({ subject }) => subject.complaints.length > 0 && !isOpenedInError(subject),
  canStart: ['ombudsman'],
  starts: () => ['ombudsman'],
}

const decidedDetails = v.strictObject({
  of: sequenceOfFact,
  decidedOn: calendarDay,
  result: v.picklist(OMBUDSMAN_RESULTS),
  /** The day by which the council is to have done what the decision asks for, as the decision names it. */
  remedyBy: v.optional(calendarDay),
})

export const ombudsmanDecided: FactKind<Details<typeof decidedDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: decidedDetails,
  happenedOn: ({ decidedOn }) => decidedOn,
  canHappenAgain: false,
  changes: (before, { sequence, details: { of, ...decided } }) =>
    changed(before, of, (one) => ({ ...one, decided: { sequence, ...decided } })),
  problems: (situation, { of, decidedOn, result, remedyBy }) => {
    const given = { field: 'decidedOn', what: 'The date of the decision', day: decidedOn }
    const remedy = { field: 'remedyBy', what: 'The day for the remedy', day: remedyBy ?? decidedOn }
    return firstOf(
      onlyOnce(situation, of),
      afterAsking(situation, of, given),
      remedyBy && result !== 'fault-and-remedy'
        ? problem('remedyBy', 'Leave this blank, or choose that the Ombudsman found fault and asked for a remedy')
        : [],
      notBefore(remedy, decidedOn, `the decision, on ${formatDate(decidedOn)}`),
    )
  },
}

const remedyDetails = v.strictObject({ of: sequenceOfFact, doneOn: calendarDay })

/** All that the Ombudsman asked for is done. */
export const remedyDone: FactKind<Details<typeof remedyDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: remedyDetails,
  happenedOn: ({ doneOn }) => doneOn,
  canHappenAgain: false,
  changes: (before, { sequence, details: { of, ...done } }) =>
    changed(before, of, (one) => ({ ...one, remedied: { sequence, ...done } })),
  problems: (situation, { of, doneOn }) => {
    const given = { field: 'doneOn', what: 'The date it was done', day: doneOn }
    const decided = situation.subject.ombudsmen.find((one) => one.of === of)?.decided
    return firstOf(
      onlyOnce(situation, of),
      afterAsking(situation, of, given),
      decided
        ? notBefore(given, decided.decidedOn, `the decision, on ${formatDate(decided.decidedOn)}`)
        : notRecorded('of', 'ombudsman-decided'),
    )
  },
}

function onlyOnce({ subject, fact }: CheckSituation, of: Sequence): readonly FactProblem[] {
  return othersOf(subject, fact, [fact.type]).some((other) => isAbout(other, of))
    ? problem('of', 'That is recorded already')
    : []
}

function isAbout({ details }: Fact, of: Sequence): boolean {
  return 'of' in details && details.of === of
}

function afterAsking({ subject, today }: CheckSituation, of: Sequence, given: GivenDay): readonly FactProblem[] {
  const asked: CalendarDate | undefined = subject.ombudsmen.find((one) => one.of === of)?.askedOn
  if (!asked) return notRecorded('of', 'ombudsman-asked')
  return firstOf(
    notBefore(given, asked, `the family went to the Ombudsman, on ${formatDate(asked)}`),
    notInFuture(given, today),
  )
}

function changed(
  before: Case,
  of: Sequence,
  change: (one: Case['ombudsmen'][number]) => Case['ombudsmen'][number],
): Case {
  return { ...before, ombudsmen: changedOne(before.ombudsmen, of, change) }
}
