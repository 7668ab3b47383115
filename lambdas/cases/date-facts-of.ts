import { hasPlan } from '../law/appealable-decisions.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { deedOf } from '../law/compliance-deadlines.ts'
import type { DaysOfDeeds } from '../law/date-facts.ts'
import type { DecisionNotice } from '../law/decision-day.ts'
import type { DateFacts } from '../law/which-dates.ts'
import {
  type Case,
  type Complaint,
  isWidened,
  placementOnlySince,
  plannedMeeting,
  sentAgainOn,
  type Undertaking,
} from './case.ts'

/** What the law is told of a case: always its decision, and never a claim of discrimination, which is no case of ours. */
export type DateFactsOfCase = Omit<
  DateFacts,
  'printedOn' | 'sentOn' | 'placementOnly' | 'firstNotice' | 'fullNotice' | 'discriminationActOn'
> &
  Pick<Case['decision'], 'printedOn' | 'sentOn' | 'placementOnly'> &
  NoticeFacts

/** A letter that was sent, or a full notice. */
type NoticeFacts =
  | { readonly firstNotice?: 'at-fault'; readonly fullNotice?: DecisionNotice }
  | { readonly firstNotice: 'never-sent'; readonly fullNotice: DecisionNotice }

/**
 * The case in the law's own terms: everything recorded that bears on its dates. What was agreed, ordered or conceded is
 * asked for by itself (`dateFactsOfUndertaking`), and so is a complaint: a case can have several of each.
 *
 * @param today the day in England
 */
export function dateFactsOf(subject: Case, today: CalendarDate): DateFactsOfCase {
  const { decision, chosen, certificate, mediationResult, appeal } = subject
  return {
    printedOn: decision.printedOn,
    sentOn: decision.sentOn,
    ...noticeFacts(subject, today),
    reissuedOn: sentAgainOn(subject),
    placementOnly: decision.placementOnly,
    narrowedOn: placementOnlySince(subject),
    widenedOn: isWidened(subject) ? subject.dispute?.changedOn : undefined,
    adviserContactedOn: subject.adviserContactedOn,
    declinedToldOn: subject.declined?.declinedOn,
    providerAskedOn: chosen?.providerAskedOn,
    councilToldOn: chosen?.councilToldOn,
    healthIssue: chosen?.healthIssue ?? 'none',
    boardToldOn: subject.boardToldOn,
    meetingOn: plannedMeeting(subject)?.meetingOn,
    adjournedOn: subject.adjourned?.adjournedOn,
    mediationConcludedOn: mediationResult?.concludedOn,
    cannotArrangeToldOn: subject.cannotBeArranged?.firstOn,
    certificatesIssuedOn: certificate && [certificate.issuedOn, ...(subject.laterCertificatesOn ?? [])],
    ...placesOfPlan(subject),
    agreement: agreementOf(subject),
    appealSentToCouncilOn: appeal?.sentToCouncilOn,
    responseDueInLetter: subject.timetable?.days.response ?? appeal?.responseDueOn,
    askedOn: today,
  }
}

/** Which council has the plan, and whether it is to end. Without a plan there is nothing to transfer. */
function placesOfPlan({ decision, moves, cameFrom }: Case): Pick<DateFacts, 'move' | 'transfer' | 'ceasesPlan'> {
  if (!hasPlan(decision.decisionKind)) return {}
  return {
    move: moves && { movedOn: moves.movesOn, becameAwareOn: moves.awareOn },
    transfer: cameFrom && { transferredOn: cameFrom.transferredOn, madeOrReviewedOn: cameFrom.madeOrReviewedOn },
    ceasesPlan: decision.decisionKind === 'ceasing-plan' || undefined,
  }
}

/**
 * While there is no written notice at all, the dates are those that one of today would give: nothing is late by them, nobody is
 * reminded of them, and no family is shown them (see `hasNoWrittenNotice`).
 */
function noticeFacts({ noticeFault, fullNotice }: Case, today: CalendarDate): NoticeFacts {
  if (!noticeFault) return {}
  const full = fullNotice && { printedOn: fullNotice.printedOn, sentOn: fullNotice.sentOn }
  return noticeFault.fault === 'never-sent'
    ? { firstNotice: 'never-sent', fullNotice: full ?? { printedOn: today, sentOn: today } }
    : { firstNotice: 'at-fault', ...(full && { fullNotice: full }) }
}

/** An agreement while it is not recorded what was agreed: as soon as it is, each thing has its own date. */
function agreementOf({ mediationResult, undertakings }: Case): DateFacts['agreement'] {
  if (!mediationResult || mediationResult.result === 'not-agreed') return undefined
  const isKnown = undertakings.some(({ of }) => of === mediationResult.sequence)
  return isKnown ? undefined : { on: mediationResult.concludedOn }
}

/** What was agreed, ordered or conceded, in the law's own terms. */
export function dateFactsOfUndertaking(undertaking: Undertaking): DateFacts {
  const {
    source,
    on,
    duties,
    agreedDate,
    agreedDateFor,
    orderedDate,
    orderedDateFor,
    days,
    byBoard,
    requestReceivedOn,
  } = undertaking
  const daysOfDeeds: DaysOfDeeds | undefined =
    days.length > 0 ? Object.fromEntries(days.map(({ rule, day }) => [deedOf(rule), day])) : undefined
  switch (source) {
    case 'agreement':
      return { agreement: { on, duties, agreedDate, agreedDateFor, daysOfDeeds, councilTookPart: !byBoard } }
    case 'order':
      return { order: { on, duties, orderedDate, orderedDateFor, daysOfDeeds } }
    case 'concession':
      return { concession: { on, duties } }
    case 'late-concession':
      return requestReceivedOn ? { lateConcession: { requestReceivedOn } } : {}
  }
}

/** A complaint, in the law's own terms: what the body's own procedure says is not the law. */
export function dateFactsOfComplaint({
  about,
  awareOn,
  madeOn,
  stage,
  acknowledged,
}: Pick<Complaint, 'about' | 'awareOn' | 'madeOn' | 'stage' | 'acknowledged'>) {
  return {
    becameAwareOn: awareOn,
    ...(about === 'council' && {
      complaintReceivedOn: madeOn,
      ...(stage && { complaintStage: stage }),
      ...(acknowledged && { complaintAcknowledgedOn: acknowledged.acknowledgedOn }),
    }),
  } satisfies DateFacts
}
