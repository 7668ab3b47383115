import * as v from 'valibot'
import { formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { whichDates } from '../../law/which-dates.ts'
import type { FactOf } from '../basis.ts'
import type { Case } from '../case.ts'
import { calendarDay, type Details } from '../details.ts'
import type { FactDetails } from '../fact.ts'
import { A_SELDOM_EVENT, type FactKind } from '../fact-kind.ts'
import { type CheckSituation, type FactProblem, firstOf, notBefore, notInFuture, problem } from '../fact-problem.ts'
import { sequenceOfFact } from '../sequence.ts'
import { ASKERS, FURTHER_APPEAL_STEPS } from './closed-words.ts'
import { endToSetAside } from './facts.ts'

const stepDetails = v.strictObject({
  /** The sequence of the Tribunal's decision. */
  of: sequenceOfFact,
  step: v.picklist(FURTHER_APPEAL_STEPS),
  /** Who wants to appeal further. */
  askedBy: v.picklist(ASKERS),
  /** The day of the step: of a letter, the day on which whoever asked had it. */
  stepOn: calendarDay,
})

/**
 * A step on the way to the Upper Tribunal, which hears appeals on points of law alone and with permission (Tribunals, Courts and
 * Enforcement Act 2007, section 11). None of them stops what the Tribunal ordered, unless a judge says so: what does is that the
 * decision is set aside or the appeal sent back.
 */
export const furtherAppeal: FactKind<Details<typeof stepDetails>> = {
  ...A_SELDOM_EVENT,
  tells: 'to-the-upper-tribunal',
  details: stepDetails,
  happenedOn: ({ stepOn }) => stepOn,
  canHappenAgain: true,
  belongsTo: ['appeal-decided'],
  changes: (before, { sequence, details }) => ({ ...before, furtherAppeal: { sequence, ...details } }),
  problems: furtherAppealProblems,
  canBeRecorded: ({ subject }) => decisionToAppeal(subject) !== undefined,
}

/** The Tribunal's decision that stands as the end of the appeal, if one does. One that it did not register it did not decide. */
export function decisionToAppeal(subject: Case): FactOf<'appeal-decided'> | undefined {
  const end = endToSetAside(subject)
  return end?.type === 'appeal-decided' ? end : undefined
}

function furtherAppealProblems(
  { subject, today }: CheckSituation,
  { of, stepOn }: FactDetails['further-appeal'],
): readonly FactProblem[] {
  const decided = subject.facts.find(({ sequence }) => sequence === of)
  if (decided?.type !== 'appeal-decided') {
    return problem('', 'It is not recorded that the Tribunal decided. Record that first')
  }
  const { decidedOn } = decided.details
  const given = { field: 'stepOn', what: 'The date', day: stepOn }
  return firstOf(notBefore(given, decidedOn, `the decision, of ${formatDate(decidedOn)}`), notInFuture(given, today))
}

/** Until when somebody can ask that an appeal that has ended goes on, by name, as far as anything is left to ask for. */
export type AfterAppealDates = Readonly<
  Partial<Record<'challengeDecision' | 'reinstateAppeal' | 'permissionOfUpperTribunal', Deadline>>
>

/**
 * The days after the end of an appeal: 28 for the Tribunal to look at its decision again or to open an appeal that was taken back
 * (D41, D43), a month for the Upper Tribunal where the Tribunal refused permission (D42).
 */
export function afterAppealDates(subject: Case): AfterAppealDates {
  const { furtherAppeal: last } = subject
  const end = endToSetAside(subject)
  if (end?.type === 'appeal-withdrawn') {
    return { reinstateAppeal: whichDates({ appealWithdrawnOn: end.details.withdrawnOn }).dates.reinstateAppeal }
  }
  // After a consent order nobody has lost.
  if (!end || end.details.decision === 'consent-order') return {}
  if (last?.of !== end.sequence) {
    return { challengeDecision: whichDates({ tribunalDecidedOn: end.details.decidedOn }).dates.challengeDecision }
  }
  if (last.step !== 'tribunal-refused') return {}
  return {
    permissionOfUpperTribunal: whichDates({ permissionRefusedOn: last.stepOn }).dates.permissionOfUpperTribunal,
  }
}
