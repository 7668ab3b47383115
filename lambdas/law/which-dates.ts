import { formatDate } from './calendar-date.ts'
import type { DutyDeadline } from './compliance-deadlines.ts'
import type { DateFacts, MissingFact } from './date-facts.ts'
import type { AppealDeadline } from './deadline.ts'
import { decisionDate, knownNotice } from './decision-day.ts'
import { discriminationClaimDeadline } from './discrimination-deadline.ts'
import { DateOrderError, NotEnoughFactsError } from './law-errors.ts'
import { type Dates, type DatesOn, NO_DATES } from './named-dates.ts'
import { ombudsmanDeadline } from './ombudsman-deadline.ts'
import {
  afterDecisionDeadline,
  complaintAcknowledgementDeadline,
  complaintAnswerDeadline,
  type OtherTime,
  otherDeadline,
} from './other-deadlines.ts'
import { keepPlanDeadline, planTransferDeadline, reviewAfterTransferDeadline } from './plan-deadlines.ts'
import { appealDates } from './which-appeal-dates.ts'
import { mediationDates } from './which-mediation-dates.ts'
import { outcomeDates } from './which-outcome-dates.ts'

export type { AgreementFacts, DateFacts, MissingFact, OutcomeFacts } from './date-facts.ts'
export type { Dates, DatesOn, NamedDates } from './named-dates.ts'

/** Every date that applies, and what is not known. */
export interface WhichDates<Facts extends DateFacts = DateFacts> {
  /** Each date under its name. */
  readonly dates: DatesOn<Facts>
  /** What an agreement, an order or a concession leaves to be done, in the order of its dates. */
  readonly duties: readonly DutyDeadline[]
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
export function whichDates<const Facts extends DateFacts>(facts: Facts): WhichDates<Facts>
export function whichDates(facts: DateFacts): WhichDates {
  if (facts.discriminationActOn !== undefined) {
    const discriminationClaim = discriminationClaimDeadline({ actOn: facts.discriminationActOn })
    return { dates: { ...NO_DATES, discriminationClaim }, duties: [], missing: [] }
  }
  refuseBeforeDecision(facts)
  const appeal = appealDates(facts)
  const [mediation, outcome] = [mediationDates(facts, appeal.dates), outcomeDates(facts)]
  const afterRequest = (time: OtherTime) => facts.requestReceivedOn && otherDeadline(time, facts.requestReceivedOn)
  const dates: Dates = {
    ...appeal.dates,
    ...mediation.dates,
    ...outcome.dates,
    ...datesAfterAppeal(facts),
    ...planDates(facts, appeal.dates.appeal),
    ombudsman: facts.becameAwareOn && ombudsmanDeadline({ awareOn: facts.becameAwareOn }),
    ...complaintDates(facts),
    decideOnRequest: afterRequest('decideOnRequest'),
    refusePlanAfterRequest: afterRequest('refusePlanAfterRequest'),
    sendPlanAfterRequest: afterRequest('sendPlanAfterRequest'),
    discriminationClaim: undefined,
  }
  if (outcome.duties.length === 0 && Object.values(dates).every((date) => date === undefined)) {
    throw new NotEnoughFactsError(
      'No date can be worked out: nothing is known from which a time runs. Enter the date on the decision letter.',
    )
  }
  return { dates, duties: outcome.duties, missing: [...appeal.missing, ...mediation.missing, ...outcome.missing] }
}

/** What can be asked for once an appeal has ended (D41 to D43). */
function datesAfterAppeal({
  tribunalDecidedOn,
  appealWithdrawnOn,
  permissionRefusedOn,
}: DateFacts): Pick<Dates, 'challengeDecision' | 'reinstateAppeal' | 'permissionOfUpperTribunal'> {
  return {
    challengeDecision: tribunalDecidedOn && afterDecisionDeadline('challenge', tribunalDecidedOn),
    reinstateAppeal: appealWithdrawnOn && afterDecisionDeadline('reinstate', appealWithdrawnOn),
    permissionOfUpperTribunal: permissionRefusedOn && otherDeadline('permissionOfUpperTribunal', permissionRefusedOn),
  }
}

/** A plan after a move (D36 to D38), and one that is to end (D55). */
function planDates(
  { move, transfer, ceasesPlan }: DateFacts,
  appeal: AppealDeadline | undefined,
): Pick<Dates, 'planTransfer' | 'tellOfTransfer' | 'reviewAfterTransfer' | 'keepPlan'> {
  const { transferredOn, madeOrReviewedOn } = transfer ?? {}
  return {
    planTransfer: move && planTransferDeadline(move),
    tellOfTransfer: transferredOn && otherDeadline('tellOfTransfer', transferredOn),
    reviewAfterTransfer:
      transferredOn && madeOrReviewedOn && reviewAfterTransferDeadline({ transferredOn, madeOrReviewedOn }),
    keepPlan: ceasesPlan && appeal ? keepPlanDeadline(appeal) : undefined,
  }
}

function complaintDates({
  complaintReceivedOn: receivedOn,
  complaintStage: stage = 'first',
  complaintAcknowledgedOn: acknowledgedOn,
}: DateFacts): Pick<Dates, 'complaintAcknowledgement' | 'complaintAnswer'> {
  return {
    complaintAcknowledgement: receivedOn && complaintAcknowledgementDeadline(receivedOn, stage),
    complaintAnswer: receivedOn && complaintAnswerDeadline({ receivedOn, acknowledgedOn, stage }),
  }
}

/** What cannot have happened before the decision, as it reads after "The". */
const AFTER_THE_DECISION = {
  declinedToldOn: 'day the adviser was told that mediation is not wanted is',
  providerAskedOn: 'day the mediation provider was asked is',
  councilToldOn: 'day the council was told that mediation is wanted is',
  boardToldOn: 'day the integrated care board was told is',
  meetingOn: 'meeting is planned for',
  adjournedOn: 'mediation was adjourned on',
  mediationConcludedOn: 'mediation was concluded on',
  cannotArrangeToldOn: 'day the adviser was told that mediation cannot be arranged is',
  reissuedOn: 'notice was sent again on',
  narrowedOn: 'dispute was narrowed on',
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
