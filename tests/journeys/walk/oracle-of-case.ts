import type { Fact, FactDetails } from '../../../lambdas/cases/fact.ts'
import { oracle } from '../../law/proof/oracle.ts'
import * as dates from '../../law/proof/oracle-of-dispute.ts'
import { workingDaysAfter } from '../../law/proof/plain-days.ts'

/**
 * The dates of a case by the oracle, from its bare facts in their order: neither the case that lambdas/cases builds of
 * them, nor its mapping to the law, nor the law's engine has a part in it.
 */
export interface OracleOfCase {
  readonly dates: Readonly<Record<NameOfDate, dates.OracleDate | undefined>>
  /** The day to aim for while there is no certificate. */
  readonly decisionLimbAim: string
  readonly lateContact: boolean
  /** By the fact that each follows from. */
  readonly duties: ReadonlyMap<string, readonly DutyOfCase[]>
  readonly complaints: ReadonlyMap<string, DatesOfComplaint>
}

type NameOfDate =
  | 'contact'
  | 'certificateBar'
  | 'boardTold'
  | 'mediation'
  | 'meetingNotice'
  | 'certificate'
  | 'agreement'
  | 'appeal'
  | 'response'
  | 'planTransfer'
  | 'tellOfTransfer'
  | 'reviewAfterTransfer'

export interface DutyOfCase extends dates.OracleDuty {
  /** The day of the agreement, the order or the concession. */
  readonly on: string
  readonly isOpen: boolean
  /** The law lets its day pass. */
  readonly mayBeLate: boolean
  /** It binds the council only if there will be no plan. */
  readonly onlyWithoutPlan: boolean
}

export interface DatesOfComplaint {
  readonly acknowledgeBy: string
  readonly answerBy: string
  readonly ombudsman: dates.OracleDate
}

/** A body's own times in working days: not the law. */
export interface TimesOfComplaint {
  readonly acknowledgeWorkingDays: number
  readonly answerWorkingDays: number
}

/** What the facts say, as far as a date hangs on it. */
interface Told {
  decision?: FactDetails['case-opened']
  contactedOn?: string
  sentAgainOn?: string
  declined?: { readonly on: string }
  chosen?: FactDetails['mediation-chosen']
  /** What the family said of it after what a mediation left. */
  dispute?: readonly string[]
  /** What the family said of mediation last. */
  wantsMediation: boolean
  boardToldOn?: string
  plannedMeetingOn?: string
  adjournedOn?: string
  cannotBeArrangedOn?: string
  concluded?: Concluded
  certificateOn?: string
  appeal?: FactDetails['appeal-registered']
  appealCanBeMadeAgain: boolean
}

interface Concluded {
  readonly on: string
  readonly agreed: boolean
  readonly isKnownWhat: boolean
  readonly stillDisputed: readonly string[]
}

/**
 * @param facts as they are right: corrected and without those that never happened
 * @param times the same for every body that is complained to, or each its own
 */
export function oracleOfCase(
  facts: readonly Fact[],
  today: string,
  times: Readonly<Record<string, TimesOfComplaint>>,
): OracleOfCase {
  const told = toldBy(facts)
  const { decision, chosen, concluded, certificateOn, appeal } = told
  if (!decision) throw new Error('A case begins with its decision.')
  const wasPlacementOnly = decision.placementOnly
  const isPlacementOnly = told.dispute
    ? told.dispute.join() === 'I'
    : wasPlacementOnly || concluded?.stillDisputed.join() === 'I'
  /** An appeal about the placement needs no certificate; one that was widened needs one (J13). */
  const placementOnly = wasPlacementOnly && isPlacementOnly
  const isWidened = wasPlacementOnly && !isPlacementOnly
  const { printedOn, sentOn, isBarCertain } = letterOf(facts, today)
  const decided = earlier(printedOn, sentOn)
  const { appealBy, appealAim, decisionLimbAim, lateContact } = oracle({
    decision: decided,
    certificate: certificateOn,
    contact: told.contactedOn,
    // The day for the placement stays where the dispute was widened.
    placementOnly: wasPlacementOnly || isPlacementOnly,
  })
  const aimOfAppeal = isWidened ? dates.withADayInHand(appealAim, decided) : appealAim
  const agreedSomething = concluded?.agreed && !concluded.isKnownWhat
  const isAboutHealth = chosen?.healthIssue === 'some' || chosen?.healthIssue === 'only'
  return {
    dates: {
      contact: placementOnly ? undefined : dates.contactDate(decided),
      certificateBar: placementOnly || !isBarCertain ? undefined : dates.certificateBarDate(printedOn),
      boardTold: chosen && isAboutHealth ? dates.boardToldDate(chosen.councilToldOn) : undefined,
      mediation: chosen && mediationDate(chosen, told.boardToldOn),
      meetingNotice: told.plannedMeetingOn ? dates.meetingNoticeDate(told.plannedMeetingOn) : undefined,
      certificate: certificateDate(facts, today),
      agreement: agreedSomething ? dates.agreementDate(concluded.on) : undefined,
      appeal: { last: appealBy, aim: aimOfAppeal },
      ...datesOfMove(decision, facts),
      response:
        appeal && dates.responseDate(appeal.sentToCouncilOn, responseInTimetable(facts) ?? appeal.responseDueOn),
    },
    decisionLimbAim,
    lateContact,
    duties: dutiesOf(facts),
    complaints: complaintsOf(facts, times),
  }
}

/**
 * The letter from which the months run: the first that was sent. While none was, nothing runs, and what is said of days is said
 * as of a letter of today.
 */
export function letterOf(facts: readonly Fact[], today: string) {
  const opened = facts.find(({ type }) => type === 'case-opened')
  if (opened?.type !== 'case-opened') throw new Error('A case begins with its decision.')
  const { printedOn, sentOn } = opened.details
  const fault = facts.findLast(({ type }) => type === 'notice-at-fault')
  const full = facts.find(({ type }) => type === 'full-notice-sent')
  const later = full?.type === 'full-notice-sent' ? full.details : undefined
  const isNone = fault?.type === 'notice-at-fault' && fault.details.fault === 'never-sent'
  const first = { printedOn, sentOn }
  return {
    ...(isNone ? (later ?? { printedOn: today, sentOn: today }) : first),
    isThere: !isNone || later !== undefined,
    /** What was sent on this day or before it is no second letter. */
    noneBefore: isNone ? (later?.sentOn ?? '9999') : '',
    isBarCertain: !fault || isNone || later !== undefined,
    /** Every day on which the months may have begun. */
    starts: isNone
      ? [later?.printedOn ?? today, later?.sentOn ?? today]
      : [printedOn, sentOn, ...(fault && later ? [later.printedOn, later.sentOn] : [])],
  }
}

/** Regulation 15 speaks of plans. */
function datesOfMove({ decisionKind }: FactDetails['case-opened'], facts: readonly Fact[]) {
  const hasPlan = decisionKind !== 'refusal-to-assess' && decisionKind !== 'refusal-to-issue-plan'
  const moves = facts.findLast(({ type }) => type === 'family-moves')
  const came = facts.find(({ type }) => type === 'case-came-from-council')
  const { transferredOn, madeOrReviewedOn } = came?.type === 'case-came-from-council' ? came.details : {}
  return {
    planTransfer:
      hasPlan && moves?.type === 'family-moves'
        ? dates.planTransferDate(moves.details.movesOn, moves.details.awareOn)
        : undefined,
    tellOfTransfer: hasPlan && transferredOn ? dates.sixWeeksAfter(transferredOn) : undefined,
    reviewAfterTransfer:
      hasPlan && transferredOn && madeOrReviewedOn
        ? dates.reviewAfterTransferDate(madeOrReviewedOn, transferredOn)
        : undefined,
  }
}

function responseInTimetable(facts: readonly Fact[]): string | undefined {
  // What was set for an appeal before it is over.
  const sinceAppeal = facts.slice(facts.findLastIndex(({ type }) => type === 'appeal-registered'))
  const last = sinceAppeal.findLast(({ type }) => type === 'timetable-set')
  return last?.type === 'timetable-set' ? last.details.response : undefined
}

function mediationDate({ councilToldOn, providerAskedOn, healthIssue }: Chosen, boardToldOn: string | undefined) {
  return healthIssue === 'only'
    ? dates.boardMediationDate(councilToldOn, boardToldOn)
    : dates.councilMediationDate(councilToldOn, providerAskedOn)
}
type Chosen = FactDetails['mediation-chosen']

/** What was issued was due on the facts before it, on the day of its issue. */
function certificateDate(facts: readonly Fact[], today: string): dates.OracleDate | undefined {
  const place = facts.findIndex(({ type }) => type === 'certificate-issued')
  const issued = facts[place]
  const issuedOn = issued?.type === 'certificate-issued' ? issued.details.issuedOn : today
  const before = issued ? facts.slice(0, place) : facts
  const startsOn = certificateStartsOn(toldBy(before), letterOf(before, today), earlier(issuedOn, today))
  return startsOn === undefined ? undefined : dates.certificateDate(startsOn)
}

function certificateStartsOn(told: Told, letter: ReturnType<typeof letterOf>, today: string): string | undefined {
  const { chosen, concluded, adjournedOn, declined, cannotBeArrangedOn } = told
  // J8: mediation that goes on another day counts as ended, so that no time is lost.
  const mediatedOn = concluded?.on ?? adjournedOn
  if (mediatedOn) return mediatedOn
  // Regulation 34(2): no certificate for a family that declines after a contact late by both dates of the notice.
  if (!told.wantsMediation) return isContactLate(told, letter) ? undefined : declined?.on
  // Regulation 35 has no certificate for a health board that arranges nothing.
  if (!chosen || chosen.healthIssue === 'only') return undefined
  if (cannotBeArrangedOn) return cannotBeArrangedOn
  const silentUntil = dates.firstDayAfterSilence(chosen.councilToldOn)
  return !told.plannedMeetingOn && today >= silentUntil ? silentUntil : undefined
}

/** Late by every date of the notice, and by one that was sent again, which may begin the time anew (J14). */
function isContactLate({ decision, contactedOn, sentAgainOn }: Told, letter: ReturnType<typeof letterOf>): boolean {
  if (!decision || decision.placementOnly || !contactedOn || !letter.isBarCertain) return false
  return [...letter.starts, ...(sentAgainOn && sentAgainOn > letter.noneBefore ? [sentAgainOn] : [])].every(
    (day) => contactedOn > dates.contactDate(day).last,
  )
}

function toldBy(facts: readonly Fact[]): Told {
  const told: Told = { wantsMediation: false, appealCanBeMadeAgain: false }
  for (const fact of facts) {
    const { details } = fact
    // Only the first certificate counts (J7), and with it what it says of the first contact.
    const isAnother = fact.type === 'certificate-issued' && told.certificateOn !== undefined
    if ('contactedOn' in details && details.contactedOn && !isAnother) {
      told.contactedOn = earlier(told.contactedOn ?? details.contactedOn, details.contactedOn)
    }
    tell(told, fact)
  }
  return told
}

function tell(told: Told, { type, details }: Fact): void {
  switch (type) {
    case 'case-opened':
      told.decision = details
      break
    case 'notice-sent-again':
      told.sentAgainOn = details.sentAgainOn
      break
    case 'dispute-changed':
      told.dispute = details.sections
      break
    case 'mediation-declined':
      told.declined = { on: details.declinedOn }
      told.wantsMediation = false
      delete told.plannedMeetingOn
      break
    case 'mediation-chosen':
      told.chosen = details
      told.wantsMediation = true
      // The board is told of this request anew.
      delete told.boardToldOn
      break
    case 'health-board-told':
      told.boardToldOn = details.boardToldOn
      break
    case 'meeting-arranged':
      told.plannedMeetingOn = details.meetingOn
      break
    case 'meeting-moved':
      if (told.plannedMeetingOn) told.plannedMeetingOn = details.meetingOn
      break
    case 'meeting-cancelled':
      delete told.plannedMeetingOn
      break
    case 'meeting-missed':
      // It counts as not arranged where the one who has to arrange it did not come.
      if (details.absent.includes(told.chosen?.healthIssue === 'only' ? 'health-body' : 'council')) {
        told.cannotBeArrangedOn = earlier(told.cannotBeArrangedOn ?? details.missedOn, details.missedOn)
      }
      delete told.plannedMeetingOn
      break
    case 'mediation-adjourned':
      told.adjournedOn ??= details.adjournedOn
      delete told.plannedMeetingOn
      break
    case 'mediation-cannot-be-arranged':
      told.cannotBeArrangedOn = earlier(told.cannotBeArrangedOn ?? details.adviserToldOn, details.adviserToldOn)
      delete told.plannedMeetingOn
      break
    case 'mediation-agreed':
    case 'mediation-partly-agreed':
      if ('stillDisputed' in details && details.stillDisputed) delete told.dispute
      told.concluded = {
        on: details.concludedOn,
        agreed: true,
        isKnownWhat: (details.duties ?? []).length > 0,
        stillDisputed: ('stillDisputed' in details && details.stillDisputed) || [],
      }
      delete told.plannedMeetingOn
      break
    case 'mediation-not-agreed':
      told.concluded = { on: details.concludedOn, agreed: false, isKnownWhat: false, stillDisputed: [] }
      delete told.plannedMeetingOn
      break
    case 'certificate-issued':
      told.certificateOn ??= details.issuedOn
      break
    case 'appeal-registered':
      if (!told.appeal || told.appealCanBeMadeAgain) {
        told.appeal = details
        told.appealCanBeMadeAgain = false
      }
      break
    case 'appeal-withdrawn':
      told.appealCanBeMadeAgain = true
      break
    case 'appeal-conceded':
      told.appealCanBeMadeAgain = false
      break
    case 'appeal-decided':
      told.appealCanBeMadeAgain = details.decision === 'struck-out'
      if (details.decision === 'not-registered') delete told.appeal
  }
}

/** After an assessment the council says that there will be no plan, or sends one: doing one ends the other. */
const EITHER_OR: readonly (readonly [withoutPlan: string, plan: string])[] = [
  ['D15', 'D16'],
  ['D27', 'D28'],
  ['D34', 'D35'],
]
/** What nobody needs to be told or sent once a later thing was. */
const OVER_WITH: Readonly<Record<string, readonly string[]>> = {
  D14: ['D15', 'D16'],
  D26: ['D27', 'D28'],
  D17: ['D18'],
  D29: ['D30'],
}

function dutiesOf(facts: readonly Fact[]): ReadonlyMap<string, readonly DutyOfCase[]> {
  const found = new Map<string, readonly DutyOfCase[]>()
  for (const [place, fact] of facts.entries()) {
    const outcome = outcomeOf(fact, facts.slice(0, place))
    if (!outcome || outcome.duties.length === 0) continue
    const done = facts.flatMap(({ type, details }) =>
      type === 'duty-done' && details.of === fact.sequence ? [details.rule as string] : [],
    )
    const isSetAside = facts.some(({ type, details }) => type === 'decision-set-aside' && details.of === fact.sequence)
    const days = facts.flatMap(({ type, details }) =>
      type === 'duty-day-set' && details.of === fact.sequence ? [[details.rule as string, details.day] as const] : [],
    )
    const lastSaidOf = (rule: string) =>
      facts.findLast(
        ({ type, details }) =>
          (type === 'duty-excused' || type === 'duty-day-set') && details.of === fact.sequence && details.rule === rule,
      )?.type
    const duties = dates.dutiesAfter({ ...outcome, days: Object.fromEntries(days) }).map((duty): DutyOfCase => {
      const pair = [
        ...(EITHER_OR.find((one) => one.includes(duty.rule)) ?? [duty.rule]),
        ...(OVER_WITH[duty.rule] ?? []),
      ]
      return {
        ...duty,
        on: outcome.on,
        isOpen: !isSetAside && !pair.some((rule) => done.includes(rule)),
        mayBeLate: lastSaidOf(duty.rule) === 'duty-excused',
        onlyWithoutPlan: EITHER_OR.some(([withoutPlan]) => withoutPlan === duty.rule),
      }
    })
    found.set(fact.sequence, duties)
  }
  return found
}

function outcomeOf({ type, details }: Fact, before: readonly Fact[]): dates.OracleOutcome | undefined {
  switch (type) {
    case 'mediation-agreed':
    case 'mediation-partly-agreed': {
      const { concludedOn, agreedOn: on = concludedOn, duties = [], agreedDate, agreedDateFor } = details
      const byBoard = toldBy(before).chosen?.healthIssue === 'only'
      return { source: 'agreement', on, duties, agreedDate, agreedDateFor, byBoard }
    }
    case 'agreed-later': {
      const { agreedOn: on, duties, agreedDate, agreedDateFor } = details
      const byBoard = toldBy(before).chosen?.healthIssue === 'only'
      return { source: 'agreement', on, duties, agreedDate, agreedDateFor, byBoard }
    }
    case 'appeal-decided':
      return {
        source: 'order',
        on: details.decidedOn,
        duties: details.duties,
        agreedDate: details.orderedDate,
        agreedDateFor: details.orderedDateFor,
      }
    case 'appeal-conceded':
      return { source: 'concession', on: details.concededOn, duties: details.duties }
    case 'council-gave-in': {
      const opening = before.find((one) => one.type === 'case-opened')
      const decision = opening?.type === 'case-opened' ? opening.details : undefined
      const { requestReceivedOn } = decision ?? {}
      const isToAssess =
        decision?.decisionKind === 'refusal-to-assess' && details.extent === 'all' && details.duties.includes('assess')
      return isToAssess && requestReceivedOn
        ? { source: 'late-concession', on: details.gaveInOn, duties: ['assess'], from: requestReceivedOn }
        : undefined
    }
    default:
      return undefined
  }
}

function complaintsOf(facts: readonly Fact[], times: Readonly<Record<string, TimesOfComplaint>>) {
  const found = new Map<string, DatesOfComplaint>()
  for (const fact of facts) {
    if (fact.type !== 'complaint-made') continue
    const { madeOn, about, awareOn, stage } = fact.details
    const acknowledged = facts.findLast(
      (one) => one.type === 'complaint-acknowledged' && one.details.of === fact.sequence,
    )
    const promised = acknowledged?.type === 'complaint-acknowledged' ? acknowledged.details.answerPromisedBy : undefined
    const acknowledgedOn =
      acknowledged?.type === 'complaint-acknowledged' ? acknowledged.details.acknowledgedOn : undefined
    const own = about === 'council' ? undefined : (times[about] ?? missingTimes(about))
    found.set(fact.sequence, {
      acknowledgeBy: workingDaysAfter(madeOn, own?.acknowledgeWorkingDays ?? 5),
      answerBy:
        promised ??
        (own
          ? workingDaysAfter(madeOn, own.answerWorkingDays)
          : dates.complaintAnswerDate(madeOn, acknowledgedOn, stage).last),
      ombudsman: dates.ombudsmanDate(awareOn),
    })
  }
  return found
}

function missingTimes(about: string): never {
  throw new Error(`No times are given for a complaint to "${about}".`)
}

function earlier(one: string, other: string): string {
  return one < other ? one : other
}
