import * as v from 'valibot'
import { formatDate } from '../../law/calendar-date.ts'
import { type Case, isOpenedInError } from '../case.ts'
import { calendarDay, type Details } from '../details.ts'
import { A_SELDOM_EVENT, type FactKind } from '../fact-kind.ts'
import { firstOf, happened, notBefore, notInFuture, notRecorded } from '../fact-problem.ts'

const movesDetails = v.strictObject({
  /** When the council became aware of the move. */
  awareOn: calendarDay,
  /** The day of the move, which can lie ahead. */
  movesOn: calendarDay,
})

/**
 * The family moves into the area of another council, which is named in the words of the fact. No day of the family's changes (SEND
 * Regulations 2014, regulation 15(3)); the case goes on here until it is passed on.
 */
export const familyMoves: FactKind<Details<typeof movesDetails>> = {
  ...A_SELDOM_EVENT,
  details: movesDetails,
  happenedOn: ({ awareOn }) => awareOn,
  canHappenAgain: true,
  tells: 'your-case-moves',
  changes: (before, { sequence, details }) => ({ ...before, moves: { sequence, ...details } }),
  problems: (situation, { awareOn }) =>
    happened(situation, { field: 'awareOn', what: 'The date the council knew of the move', day: awareOn }),
}

const passedDetails = v.strictObject({ passedOn: calendarDay })

/**
 * Another council has the case now: the plan was transferred, and the Tribunal, where it has an appeal, has put that council in the
 * place of this one. Everything under way here ends; what is still open is that council's, and late for nobody here.
 */
export const casePassedOn: FactKind<Details<typeof passedDetails>> = {
  ...A_SELDOM_EVENT,
  details: passedDetails,
  happenedOn: ({ passedOn }) => passedOn,
  canHappenAgain: true,
  expectedOnOpenCase: ({ subject }) => subject.moves !== undefined,
  changes: (before, { sequence, details: { passedOn } }) => ({
    ...before,
    withdrawn: { sequence, withdrawnOn: passedOn, reason: 'passed-on' },
  }),
  problems: (situation, { passedOn }) =>
    happened(situation, { field: 'passedOn', what: 'The date the case was passed on', day: passedOn }),
}

const cameBackDetails = v.strictObject({ cameBackOn: calendarDay })

/** The case is this council's again. It goes on as if it had never left: see `undoes`. */
export const caseCameBack: FactKind<Details<typeof cameBackDetails>> = {
  ...A_SELDOM_EVENT,
  details: cameBackDetails,
  happenedOn: ({ cameBackOn }) => cameBackOn,
  canHappenAgain: true,
  belongsTo: ['case-passed-on'],
  undoes: 'case-passed-on',
  tells: 'your-case-moves',
  canBeRecorded: ({ subject }) => isPassedOn(subject),
  expectedOnClosedCase: ({ subject }) => isPassedOn(subject),
  // Where it is to be passed on again, that is another move.
  changes: ({ moves: _moves, ...before }) => before,
  problems: (situation, { cameBackOn }) =>
    firstOf(
      happened(situation, { field: 'cameBackOn', what: 'The date the case came back', day: cameBackOn }),
      situation.subject.recorded.some(({ type }) => type === 'case-passed-on')
        ? []
        : notRecorded('cameBackOn', 'case-passed-on'),
    ),
}

/** Whether another council has the case. */
export function isPassedOn({ withdrawn }: Pick<Case, 'withdrawn'>): boolean {
  return withdrawn?.reason === 'passed-on'
}

const cameDetails = v.strictObject({
  /** When the plan was transferred, or the family became this council's. */
  transferredOn: calendarDay,
  /** When the plan was made or last reviewed. Absent: it is not known, or there is no plan. */
  madeOrReviewedOn: v.optional(calendarDay),
})

/**
 * The case came from another council, which is named in the words of the fact. The plan counts as made on the day on which that
 * council made it (SEND Regulations 2014, regulation 15(3)).
 */
export const caseCameFromCouncil: FactKind<Details<typeof cameDetails>> = {
  ...A_SELDOM_EVENT,
  details: cameDetails,
  happenedOn: ({ transferredOn }) => transferredOn,
  canHappenAgain: false,
  tells: 'your-case-moves',
  canBeRecorded: ({ subject }) => !subject.cameFrom && !isOpenedInError(subject),
  changes: (before, { sequence, details }) => ({ ...before, cameFrom: { sequence, ...details } }),
  problems: (situation, { transferredOn, madeOrReviewedOn }) => {
    const given = { field: 'transferredOn', what: 'The date the case came to this council', day: transferredOn }
    const made = {
      field: 'madeOrReviewedOn',
      what: 'The date the plan was made or reviewed',
      day: madeOrReviewedOn ?? transferredOn,
    }
    return firstOf(
      happened(situation, given),
      notInFuture(made, situation.today),
      madeOrReviewedOn
        ? notBefore(given, madeOrReviewedOn, `the plan was made or last reviewed, on ${formatDate(madeOrReviewedOn)}`)
        : [],
    )
  },
}
