import { dayOf, earliestOf, formatDate } from './calendar-date.ts'
import type { DateFacts, MissingFact } from './date-facts.ts'
import type { AppealDeadline, Deadline } from './deadline.ts'
import { decisionDate, knownNotice } from './decision-day.ts'
import { discriminationClaimDeadline } from './discrimination-deadline.ts'
import { DateOrderError, NotEnoughFactsError } from './law-errors.ts'
import { ombudsmanDeadline } from './ombudsman-deadline.ts'
import { appealDates } from './which-appeal-dates.ts'
import { mediationDates } from './which-mediation-dates.ts'
import { outcomeDates } from './which-outcome-dates.ts'

export type { AgreementFacts, DateFacts, MissingFact, OutcomeFacts } from './date-facts.ts'

/** Every date that applies, and what is not known. */
export interface WhichDates {
  /** In order of the law's dates; the appeal's carries its two limbs. */
  readonly dates: readonly (Deadline | AppealDeadline)[]
  /** Facts without which a date is the earliest that can apply, or is not given. Each with what to find out. */
  readonly missing: readonly MissingFact[]
}

/**
 * Which dates apply to a dispute on the facts that are known: every period of the catalogue (periods.ts) whose starting
 * event is among the facts, each as a deadline with its working, certainty and sources. What is not known is never
 * passed over: the earliest date that can apply is given, and `missing` says what to find out.
 *
 * A discrimination claim has its own date alone: no mediation step and no appeal date (D22).
 *
 * @throws NotEnoughFactsError when no fact is given from which a date runs
 * @throws DateOrderError when two of the dates cannot both be true
 * @throws RuleNotInForceError when an event is before the rule that it starts was the law
 * @throws HolidaysNotKnownError when a date lies beyond the bank holidays that can be computed
 * @throws NoTimeInLawError when an outcome has a duty for which the rules give no time
 */
export function whichDates(facts: DateFacts): WhichDates {
  if (facts.discriminationActOn !== undefined) {
    return { dates: [discriminationClaimDeadline({ actOn: facts.discriminationActOn })], missing: [] }
  }
  refuseBeforeDecision(facts)
  const found = [appealDates(facts), mediationDates(facts), outcomeDates(facts)]
  const ombudsman = facts.becameAwareOn === undefined ? [] : [ombudsmanDeadline({ awareOn: facts.becameAwareOn })]
  const dates = [...found.flatMap((part) => part.dates), ...ombudsman]
  if (dates.length === 0) {
    throw new NotEnoughFactsError(
      'No date can be worked out: nothing is known from which a time runs. Enter the date on the decision letter.',
    )
  }
  return {
    dates: dates.sort((a, b) => dayOf(a.lawDate) - dayOf(b.lawDate)),
    missing: found.flatMap((part) => part.missing),
  }
}

/** What cannot have happened before the decision, as it reads after "The". */
const AFTER_THE_DECISION = {
  declinedToldOn: 'day the adviser was told that mediation is not wanted is',
  providerAskedOn: 'day the mediation provider was asked is',
  councilToldOn: 'day the council was told that mediation is wanted is',
  boardToldOn: 'day the integrated care board was told is',
  meetingOn: 'meeting is planned for',
  mediationConcludedOn: 'mediation was concluded on',
  cannotArrangeToldOn: 'day the adviser was told that mediation cannot be arranged is',
  reissuedOn: 'notice was sent again on',
  widenedOn: 'appeal was widened on',
  appealSentToCouncilOn: 'appeal was sent to the council on',
} as const satisfies Partial<Record<keyof DateFacts, string>>

function refuseBeforeDecision(facts: DateFacts): void {
  const notice = knownNotice(facts)
  if (notice === undefined) return
  const decision = decisionDate(notice)
  const events = [
    ...Object.entries(AFTER_THE_DECISION).map(
      ([fact, what]) => [what, facts[fact as keyof typeof AFTER_THE_DECISION]] as const,
    ),
    ['mediation meeting was on', earliestOf(facts.sessionsHeldOn)] as const,
    ['agreement is of', facts.agreement?.on] as const,
    ['order is of', facts.order?.on] as const,
    ['concession is of', facts.concession?.on] as const,
  ]
  for (const [what, date] of events) {
    if (date !== undefined && date < decision) {
      throw new DateOrderError(
        `The ${what} ${formatDate(date)}, before the decision of ${formatDate(decision)}. Check both dates.`,
      )
    }
  }
}
