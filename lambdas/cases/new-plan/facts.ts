import * as v from 'valibot'
import { hasPlan } from '../../law/appealable-decisions.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type Case, isOpenedInError } from '../case.ts'
import { isCaseId } from '../case-id.ts'
import { calendarDay, type Details } from '../details.ts'
import { A_SELDOM_EVENT, type FactKind } from '../fact-kind.ts'
import { firstOf, happened, problem } from '../fact-problem.ts'

const issuedDetails = v.strictObject({
  /** The two dates of the notice that came with the new plan. */
  printedOn: calendarDay,
  sentOn: calendarDay,
  /** The case that was opened for the new plan. Absent: none yet. */
  newCase: v.optional(v.string()),
})

/**
 * The plan was issued again with real changes: the new one can be appealed too, with dates of its own, in a case of its own (Children
 * and Families Act 2014, section 51(3)). The mediation and the appeal about the old one go on here (J32, J33).
 */
export const planIssuedAgain: FactKind<Details<typeof issuedDetails>> = {
  ...A_SELDOM_EVENT,
  details: issuedDetails,
  happenedOn: ({ sentOn }) => sentOn,
  canHappenAgain: true,
  tells: 'your-plan-was-issued-again',
  canBeRecorded: ({ subject }) => hasPlan(subject.decision.decisionKind) && !isOpenedInError(subject),
  changes: (before, { sequence, details }) => ({ ...before, newPlan: { sequence, ...details } }),
  problems: (situation, { printedOn, sentOn, newCase }) =>
    firstOf(
      happened(situation, { field: 'printedOn', what: 'The date printed on the letter', day: printedOn }),
      happened(situation, { field: 'sentOn', what: 'The date the new plan was sent', day: sentOn }),
      sentOn < printedOn
        ? problem(
            'sentOn',
            `The new plan was sent on or after the date printed on its letter (${formatDate(printedOn)})`,
          )
        : [],
      newCase !== undefined && !isCaseId(newCase)
        ? problem('newCase', 'A reference has eight letters and digits, like 7K2M-4QXP. Check it, or leave this blank')
        : [],
      newCase === situation.subject.caseId
        ? problem('newCase', 'This is the case about the old plan. Enter the reference of the other')
        : [],
    ),
}

/** The plan that was issued again and has no case of its own yet, if there is one. */
export function planWithoutCase({ newPlan }: Pick<Case, 'newPlan'>): Case['newPlan'] {
  return newPlan?.newCase ? undefined : newPlan
}

const takenInDetails = v.strictObject({
  decidedOn: calendarDay,
  /** Whether the Tribunal lets the appeal be about the new plan. */
  allowed: v.boolean(),
})

/** The Tribunal has said whether the appeal about the old plan can be about the new one (its Rules of 2008, rule 5(3)). */
export const newPlanInAppeal: FactKind<Details<typeof takenInDetails>> = {
  ...A_SELDOM_EVENT,
  details: takenInDetails,
  happenedOn: ({ decidedOn }) => decidedOn,
  canHappenAgain: true,
  belongsTo: ['appeal-registered'],
  tells: 'your-plan-was-issued-again',
  canBeRecorded: ({ subject }) => subject.appeal !== undefined && !isOpenedInError(subject),
  expectedOnOpenCase: ({ subject }) => subject.newPlan !== undefined && subject.appeal !== undefined,
  changes: (before, { sequence, details }) => ({ ...before, newPlanInAppeal: { sequence, ...details } }),
  problems: (situation, { decidedOn }) =>
    happened(situation, { field: 'decidedOn', what: 'The date of the Tribunal’s letter', day: decidedOn }),
}
