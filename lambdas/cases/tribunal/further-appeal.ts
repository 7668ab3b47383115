import * as v from 'valibot'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { whichDates } from '../../law/which-dates.ts'
import type { Case } from '../case.ts'
import { calendarDay, type Details } from '../details.ts'
import type { FactDetails } from '../fact.ts'
import { AN_EVENT, type FactKind, NOTHING_TO_SAY, STARTS_NOTHING } from '../fact-kind.ts'
import { type CheckSituation, type FactProblem, firstOf, notBefore, notInFuture, problem } from '../fact-problem.ts'
import { sequenceOfFact } from '../sequence.ts'
import { ASKERS, FURTHER_APPEAL_STEPS, type TribunalDecision } from './closed-words.ts'

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
  ...AN_EVENT,
  ...NOTHING_TO_SAY,
  ...STARTS_NOTHING,
  tells: 'to-the-upper-tribunal',
  details: stepDetails,
  happenedOn: ({ stepOn }) => stepOn,
  canHappenAgain: true,
  belongsTo: ['appeal-decided'],
  changes: (before, { sequence, details }) => ({ ...before, furtherAppeal: { sequence, ...details } }),
  problems: furtherAppealProblems,
  expectedOnOpenCase: () => false,
  expectedOnClosedCase: () => false,
  canBeRecorded: ({ subject }) => decisionToAppeal(subject) !== undefined,
}

/** The Tribunal's decision that stands as the end of the appeal, if one does. One that it did not register it did not decide. */
export function decisionToAppeal({ appealEnded, facts }: Case) {
  const ended = facts.find(({ sequence }) => sequence === appealEnded?.sequence)
  return ended?.type === 'appeal-decided' && ended.details.decision !== 'not-registered' ? ended : undefined
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

/** After a consent order nobody has lost, and an appeal that was not registered can be sent again. */
const NOT_CHALLENGED: readonly TribunalDecision[] = ['consent-order', 'not-registered']

/** Until when somebody can ask that an appeal that has ended goes on, by name, as far as anything is left to ask for. */
export type AfterAppealDates = Readonly<
  Partial<Record<'challengeDecision' | 'reinstateAppeal' | 'permissionOfUpperTribunal', Deadline>>
>

/**
 * The days after the end of an appeal: 28 for the Tribunal to look at its decision again or to open an appeal that was taken back
 * (D41, D43), a month for the Upper Tribunal where the Tribunal refused permission (D42).
 */
export function afterAppealDates(subject: Case): AfterAppealDates {
  const { appealEnded, furtherAppeal: last } = subject
  if (appealEnded?.outcome === 'withdrawn') {
    return { reinstateAppeal: reinstatementDate(appealEnded.on) }
  }
  const decided = decisionToAppeal(subject)
  if (!decided || NOT_CHALLENGED.includes(decided.details.decision)) return {}
  if (last?.of !== decided.sequence) return { challengeDecision: challengeDate(decided.details.decidedOn) }
  return last.step === 'tribunal-refused' ? { permissionOfUpperTribunal: upperTribunalDate(last.stepOn) } : {}
}

/** The last day to ask the Tribunal to look again at a decision of this day, or to permit an appeal (D41). */
export function challengeDate(decidedOn: CalendarDate): Deadline {
  return whichDates({ tribunalDecidedOn: decidedOn }).dates.challengeDecision
}

/** The last day to ask the Tribunal to open again an appeal that was taken back on this day (D43). */
export function reinstatementDate(withdrawnOn: CalendarDate): Deadline {
  return whichDates({ appealWithdrawnOn: withdrawnOn }).dates.reinstateAppeal
}

/** The last day to ask the Upper Tribunal for permission that the Tribunal refused in a letter received on this day (D42). */
export function upperTribunalDate(permissionRefusedOn: CalendarDate): Deadline {
  return whichDates({ permissionRefusedOn }).dates.permissionOfUpperTribunal
}
