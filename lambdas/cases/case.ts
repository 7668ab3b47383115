import { isPlacementOnly, type PlanSection } from '../law/appealable-decisions.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { earlierOf } from '../law/calendar-date.ts'
import type { Duty, DutySource } from '../law/compliance-deadlines.ts'
import type { PeriodId } from '../law/periods.ts'
import type { ResolutionParty } from './disagreement-resolution.ts'
import { effectiveFacts } from './effective-facts.ts'
import { type DecisionMaker, type Fact, type FactDetails, type FactType, type MeetingDetails, OPENED } from './fact.ts'
import type { AppealOutcome } from './tribunal.ts'

/** How a mediation meeting ended. */
export type MediationResult = 'agreed' | 'partly-agreed' | 'not-agreed'

/** Why the adviser issues a certificate. Each has its own 3 working days (rules D02, D06, D08). */
export type CertificateGround = 'declined' | 'not-arranged' | 'mediated'

export interface Meeting extends MeetingDetails {
  /** The sequence of the fact that arranged it: the meeting's identity while it is moved. */
  readonly arrangedBy: string
  /** The sequence of the latest fact about it. */
  readonly lastChangedBy: string
  readonly state: 'planned' | 'cancelled' | 'held' | 'adjourned'
}

/** What an agreement, an order or a concession asks of the council, and what of it is done. */
export interface Undertaking {
  /** The sequence of the fact that it follows from. */
  readonly of: string
  readonly source: DutySource
  readonly on: CalendarDate
  readonly duties: readonly Duty[]
  /** The day that the parties set in writing, instead of the times in law. */
  readonly agreedDate?: CalendarDate
  /** What that day is for. Absent where it is for everything. */
  readonly agreedDateFor?: readonly Duty[]
  /** The integrated care board made the agreement, about health care alone: the council took no part. */
  readonly byBoard?: true
  readonly done: readonly { readonly rule: PeriodId; readonly doneOn: CalendarDate }[]
}

type ResolutionAsked = FactDetails['disagreement-resolution-asked']
type ComplaintMade = FactDetails['complaint-made']

/** A disagreement resolution, from the asking to its end. */
export interface Resolution extends Omit<ResolutionAsked, 'subject'> {
  readonly of: string
  readonly about: ResolutionAsked['subject']
  /** Who has answered. Whoever asked agrees. */
  readonly answers: readonly { readonly party: ResolutionParty; readonly agrees: boolean }[]
  readonly meeting?: MeetingDetails & { readonly sequence: string }
  readonly ended?: Heard & Pick<FactDetails['disagreement-resolution-ended'], 'endedOn' | 'result'>
}

/** A complaint, from the day it was made to its answer. */
export interface Complaint extends ComplaintMade {
  readonly of: string
  readonly acknowledged?: Heard & Pick<FactDetails['complaint-acknowledged'], 'acknowledgedOn' | 'answerPromisedBy'>
  readonly answered?: Heard & Pick<FactDetails['complaint-answered'], 'answeredOn' | 'result'>
}

/** What is so, on the facts recorded up to now. Built from them by `buildCase`; never stored by itself. */
export interface Case {
  readonly caseId: string
  /** The number of facts that were recorded. */
  readonly version: number
  readonly openedAt: string
  readonly decision: FactDetails['case-opened']
  /** The sequence of the last fact that said what was decided: the opening, or a correction that changed it. */
  readonly decisionStatedBy: string
  /** The last day on which the letter was sent again without a real change (J14). */
  readonly noticeSentAgainOn?: CalendarDate
  /** The first day on which the family is known to have spoken to the adviser. */
  readonly adviserContactedOn?: CalendarDate
  readonly declined?: Heard & { readonly declinedOn: CalendarDate }
  readonly chosen?: Heard & Omit<FactDetails['mediation-chosen'], 'contactedOn'>
  /** When the council told the integrated care board of the health issue. */
  readonly boardToldOn?: CalendarDate
  /** Every meeting, in the order in which they were arranged. The last is the present one. */
  readonly meetings: readonly Meeting[]
  /** The first adjournment: the certificate can be asked for from then on (J8). */
  readonly adjourned?: Heard & { readonly adjournedOn: CalendarDate }
  readonly cannotBeArranged?: Heard & { readonly adviserToldOn: CalendarDate }
  readonly mediationResult?: Heard & {
    readonly result: MediationResult
    readonly concludedOn: CalendarDate
    readonly decisionMaker?: DecisionMaker
    readonly stillDisputed?: readonly PlanSection[]
  }
  /** The first certificate (J7: a later one is not relied on). */
  readonly certificate?: Heard & { readonly issuedOn: CalendarDate }
  readonly appeal?: Heard & FactDetails['appeal-registered']
  /** The council's response to the appeal. */
  readonly response?: Heard & FactDetails['response-sent']
  readonly appealEnded?: Heard & { readonly outcome: AppealOutcome; readonly on: CalendarDate }
  readonly agreement?: Heard & { readonly agreedOn: CalendarDate }
  /** In the order in which they began. */
  readonly undertakings: readonly Undertaking[]
  readonly resolutions: readonly Resolution[]
  readonly complaints: readonly Complaint[]
  readonly withdrawn?: Heard & FactDetails['case-withdrawn']
  /** The facts as they are right: see `effectiveFacts`. */
  readonly facts: readonly Fact[]
  /** The facts as they were recorded. */
  readonly recorded: readonly Fact[]
}

interface Heard {
  /** The fact that said so. */
  readonly sequence: string
}

/**
 * Builds the case from its facts as they were recorded, in their order.
 * @throws Error when the first fact is not `case-opened`: the stored case is damaged and a person has to look.
 */
export function buildCase(caseId: string, recorded: readonly Fact[]): Case {
  return buildFrom(caseId, effectiveFacts(recorded), recorded)
}

function buildFrom(caseId: string, facts: readonly Fact[], recorded: readonly Fact[]): Case {
  const [opened, ...rest] = facts
  if (opened?.type !== 'case-opened') {
    throw new Error(
      `Case ${caseId} does not begin with the fact "case-opened" but with "${opened?.type ?? 'nothing'}".`,
    )
  }
  const start: Case = {
    caseId,
    version: recorded.length,
    openedAt: opened.recordedAt,
    decision: opened.details,
    decisionStatedBy: decisionStatedBy(recorded),
    meetings: [],
    undertakings: [],
    resolutions: [],
    complaints: [],
    facts,
    recorded,
  }
  const built = rest.reduce(apply, start)
  return { ...built, meetings: built.meetings.map((meeting) => withCorrections(meeting, facts, recorded)) }
}

function apply(before: Case, fact: Fact): Case {
  const { sequence } = fact
  switch (fact.type) {
    case 'adviser-contacted':
      return contacted(before, fact.details)
    case 'mediation-declined':
      return { ...callOffMeeting(contacted(before, fact.details), sequence), declined: { sequence, ...fact.details } }
    case 'mediation-chosen': {
      // A family that asks again starts the board's time again: the council tells the board of this request too.
      const { boardToldOn: _ofEarlierRequest, ...rest } = before
      // Telling the council is not speaking to the adviser: that day is asked for by itself.
      return { ...contacted(rest, fact.details), chosen: { sequence, ...fact.details } }
    }
    case 'health-board-told':
      return { ...before, boardToldOn: fact.details.boardToldOn }
    case 'meeting-arranged': {
      const meeting: Meeting = {
        ...fact.details,
        arrangedBy: sequence,
        lastChangedBy: sequence,
        state: 'planned',
      }
      return { ...before, meetings: [...before.meetings, meeting] }
    }
    case 'meeting-moved': {
      const { movedBy: _movedBy, reason: _reason, ...meeting } = fact.details
      return changeLastMeeting(before, sequence, meeting)
    }
    case 'meeting-cancelled':
      return changeLastMeeting(before, sequence, { state: 'cancelled' })
    case 'mediation-adjourned':
      return {
        ...endMeeting(before, 'adjourned'),
        adjourned: before.adjourned ?? { sequence, adjournedOn: fact.details.adjournedOn },
      }
    case 'mediation-cannot-be-arranged':
      return { ...callOffMeeting(before, sequence), cannotBeArranged: { sequence, ...fact.details } }
    case 'mediation-agreed':
      return undertaken(concluded(before, fact, 'agreed'), fact, 'agreement', fact.details.concludedOn)
    case 'mediation-partly-agreed':
      return undertaken(concluded(before, fact, 'partly-agreed'), fact, 'agreement', fact.details.concludedOn)
    case 'mediation-not-agreed':
      return concluded(before, fact, 'not-agreed')
    case 'certificate-issued':
      return certified(before, fact)
    case 'notice-sent-again':
      return { ...before, noticeSentAgainOn: fact.details.sentAgainOn }
    case 'appeal-registered':
      return canAppeal(before) ? appealMade(before, fact) : before
    case 'response-sent':
      return { ...before, response: { sequence, ...fact.details } }
    case 'appeal-conceded':
      return undertaken(
        appealEnded(before, sequence, 'conceded', fact.details.concededOn),
        fact,
        'concession',
        fact.details.concededOn,
      )
    case 'appeal-withdrawn':
      return appealEnded(before, sequence, 'withdrawn', fact.details.withdrawnOn)
    case 'appeal-decided':
      return undertaken(
        appealEnded(
          fact.details.decision === 'not-registered' ? appealNotMade(before) : before,
          sequence,
          fact.details.decision,
          fact.details.decidedOn,
        ),
        fact,
        'order',
        fact.details.decidedOn,
      )
    case 'agreement-reached':
      return { ...before, agreement: { sequence, ...fact.details } }
    case 'duty-done':
      return dutyDone(before, fact.details)
    case 'disagreement-resolution-asked':
    case 'disagreement-resolution-answered':
    case 'disagreement-resolution-meeting':
    case 'disagreement-resolution-ended':
      return { ...before, resolutions: resolutionsAfter(before.resolutions, fact) }
    case 'complaint-made':
    case 'complaint-acknowledged':
    case 'complaint-answered':
      return { ...before, complaints: complaintsAfter(before.complaints, fact) }
    case 'case-withdrawn':
      return { ...before, withdrawn: { sequence, ...fact.details } }
    case 'contact-details-changed':
    case 'note-added':
    case 'fact-corrected':
    case 'fact-removed':
      return before
    case 'case-opened':
      throw new Error(`Case ${before.caseId} was opened twice: fact ${sequence} says "case-opened" again.`)
  }
}

function decisionStatedBy(recorded: readonly Fact[]): string {
  let stated = { by: OPENED, what: '' }
  for (const { sequence, type, details } of recorded) {
    const opening =
      type === 'case-opened'
        ? details
        : type === 'fact-corrected' && details.corrects === OPENED
          ? (details.details as FactDetails['case-opened'])
          : undefined
    const what = opening && [opening.decisionKind, opening.placementOnly, opening.sections ?? ''].join(' ')
    if (what !== undefined && what !== stated.what) stated = { by: sequence, what }
  }
  return stated.by
}

function contacted(before: Case, { contactedOn }: { readonly contactedOn?: CalendarDate }): Case {
  if (!contactedOn) return before
  const first = before.adviserContactedOn ? earlierOf(before.adviserContactedOn, contactedOn) : contactedOn
  return { ...before, adviserContactedOn: first }
}

/** A planned meeting cannot take place any more. */
function callOffMeeting(before: Case, sequence: string): Case {
  return plannedMeeting(before) ? changeLastMeeting(before, sequence, { state: 'cancelled' }) : before
}

function changeLastMeeting(before: Case, sequence: string, change: Partial<Meeting>): Case {
  const last = before.meetings.at(-1)
  if (!last) return before
  const changed: Meeting = { ...last, ...change, lastChangedBy: sequence }
  return { ...before, meetings: [...before.meetings.slice(0, -1), changed] }
}

/** The planned meeting has been held. That is no change for a calendar. */
function endMeeting(before: Case, state: 'held' | 'adjourned'): Case {
  const last = plannedMeeting(before)
  return last ? { ...before, meetings: [...before.meetings.slice(0, -1), { ...last, state }] } : before
}

/** A correction of what was said of a meeting is a change of it, so that the family's calendar follows. */
function withCorrections(meeting: Meeting, facts: readonly Fact[], recorded: readonly Fact[]): Meeting {
  const about = facts.filter(
    ({ sequence, type }) =>
      (type === 'meeting-arranged' || type === 'meeting-moved') &&
      sequence >= meeting.arrangedBy &&
      sequence <= meeting.lastChangedBy,
  )
  const corrections = recorded.filter(
    (fact) => fact.type === 'fact-corrected' && about.some(({ sequence }) => sequence === fact.details.corrects),
  )
  const last = corrections.at(-1)
  if (!last || meeting.state === 'cancelled') return meeting
  const lastChangedBy = last.sequence > meeting.lastChangedBy ? last.sequence : meeting.lastChangedBy
  return { ...meeting, lastChangedBy }
}

function concluded(
  before: Case,
  { sequence, details }: Fact<'mediation-agreed' | 'mediation-partly-agreed' | 'mediation-not-agreed'>,
  result: MediationResult,
): Case {
  const { concludedOn, decisionMaker } = details
  const stillDisputed = 'stillDisputed' in details ? details.stillDisputed : undefined
  return {
    ...endMeeting(before, 'held'),
    mediationResult: {
      sequence,
      result,
      concludedOn,
      ...(decisionMaker && { decisionMaker }),
      ...(stillDisputed && { stillDisputed }),
    },
  }
}

function certified(before: Case, fact: Fact<'certificate-issued'>): Case {
  if (before.certificate) return before
  const { issuedOn } = fact.details
  return {
    ...contacted(before, fact.details),
    certificate: { sequence: fact.sequence, issuedOn },
  }
}

/** An appeal that the Tribunal opens again, or that is sent again, is answered and decided anew. */
function appealMade(before: Case, { sequence, details }: Fact<'appeal-registered'>): Case {
  const { appealEnded: _appealEnded, response: _response, ...rest } = before
  return { ...rest, appeal: { sequence, ...details } }
}

/** An appeal that the Tribunal did not register has not been made: the time to appeal runs on. */
function appealNotMade({ appeal: _appeal, ...rest }: Case): Case {
  return rest
}

function appealEnded(before: Case, sequence: string, outcome: AppealOutcome, on: CalendarDate): Case {
  return { ...before, appealEnded: { sequence, outcome, on } }
}

function undertaken(
  before: Case,
  { sequence, details }: Fact<'mediation-agreed' | 'mediation-partly-agreed' | 'appeal-conceded' | 'appeal-decided'>,
  source: DutySource,
  on: CalendarDate,
): Case {
  const { duties = [] } = details
  if (duties.length === 0) return before
  const { agreedDate, agreedDateFor } = { agreedDate: undefined, agreedDateFor: undefined, ...details }
  const agreed = agreedDate && { agreedDate, ...(agreedDateFor && { agreedDateFor }) }
  const isBoards = source === 'agreement' && before.chosen?.healthIssue === 'only'
  const undertaking: Undertaking = {
    of: sequence,
    source,
    on,
    duties,
    done: [],
    ...agreed,
    ...(isBoards && { byBoard: true }),
  }
  return { ...before, undertakings: [...before.undertakings, undertaking] }
}

function dutyDone(before: Case, { of, rule, doneOn }: FactDetails['duty-done']): Case {
  return {
    ...before,
    undertakings: before.undertakings.map((one) =>
      one.of === of ? { ...one, done: [...one.done, { rule, doneOn }] } : one,
    ),
  }
}

function resolutionsAfter(
  before: readonly Resolution[],
  fact: Extract<Fact, { readonly type: `disagreement-resolution-${string}` }>,
): readonly Resolution[] {
  if (fact.type === 'disagreement-resolution-asked') {
    const { subject, ...asked } = fact.details
    const answers = [{ party: asked.askedBy, agrees: true }]
    return [...before, { ...asked, about: subject, of: fact.sequence, answers }]
  }
  return before.map((one) => (one.of === fact.details.of ? resolutionAfter(one, fact) : one))
}

function resolutionAfter(
  before: Resolution,
  fact: Fact<'disagreement-resolution-answered' | 'disagreement-resolution-meeting' | 'disagreement-resolution-ended'>,
): Resolution {
  const { sequence } = fact
  switch (fact.type) {
    case 'disagreement-resolution-answered': {
      const { party, agrees } = fact.details
      return { ...before, answers: [...before.answers.filter((one) => one.party !== party), { party, agrees }] }
    }
    case 'disagreement-resolution-meeting': {
      const { of: _of, ...meeting } = fact.details
      return { ...before, meeting: { ...meeting, sequence } }
    }
    case 'disagreement-resolution-ended': {
      const { endedOn, result } = fact.details
      return { ...before, ended: { sequence, endedOn, result } }
    }
  }
}

function complaintsAfter(
  before: readonly Complaint[],
  fact: Extract<Fact, { readonly type: `complaint-${string}` }>,
): readonly Complaint[] {
  if (fact.type === 'complaint-made') return [...before, { ...fact.details, of: fact.sequence }]
  return before.map((one) => (one.of === fact.details.of ? complaintAfter(one, fact) : one))
}

function complaintAfter(before: Complaint, fact: Fact<'complaint-acknowledged' | 'complaint-answered'>): Complaint {
  const { sequence } = fact
  if (fact.type === 'complaint-acknowledged') {
    const { of: _of, ...acknowledged } = fact.details
    return { ...before, acknowledged: { sequence, ...acknowledged } }
  }
  const { of: _of, ...answered } = fact.details
  return { ...before, answered: { sequence, ...answered } }
}

/** Why a certificate issued now would be issued. */
export function certificateGround(subject: Case): CertificateGround {
  if (subject.mediationResult || subject.adjourned) return 'mediated'
  return wantsMediation(subject) ? 'not-arranged' : 'declined'
}

/** Whether the last thing that the family said of mediation is that it wants it. */
export function wantsMediation({ chosen, declined }: Case): boolean {
  return chosen !== undefined && (declined?.sequence ?? '') < chosen.sequence
}

/** Whether mediation is about health care, alone or beside other things: the integrated care board then takes part. */
export function hasHealthIssue({ chosen }: Case): boolean {
  return chosen?.healthIssue === 'some' || chosen?.healthIssue === 'only'
}

/** The meeting that is planned now, if there is one. */
export function plannedMeeting(subject: Case): Meeting | undefined {
  const last = subject.meetings.at(-1)
  return last?.state === 'planned' ? last : undefined
}

/**
 * Whether an appeal now would be only about the school or other place: from the start, or because everything else was
 * agreed at mediation. Such an appeal needs no certificate (Children and Families Act 2014, section 55(2)).
 */
export function disputesPlacementOnly({ decision, mediationResult }: Case): boolean {
  return decision.placementOnly || isPlacementOnly(mediationResult?.stillDisputed ?? [])
}

/** Whether a certificate is of no use to the family: it has one, or has appealed, or its appeal needs none. */
export function needsNoCertificate(subject: Case): boolean {
  return subject.certificate !== undefined || subject.appeal !== undefined || disputesPlacementOnly(subject)
}

/**
 * Whether an appeal can be recorded: there is none yet, it was not registered, or it ended in a way after which the
 * Tribunal can open it again (Tribunal Procedure Rules 2008, rules 8(5) and 17(4)).
 */
export function canAppeal({ appeal, appealEnded }: Case): boolean {
  return !appeal || appealEnded?.outcome === 'withdrawn' || appealEnded?.outcome === 'struck-out'
}

/** Whether a fact belongs to the route that `startedFrom` opened. A fact that names no route belongs to all. */
export function belongsTo({ details }: Fact, startedFrom: string): boolean {
  return !('of' in details) || details.of === startedFrom
}

/** The first fact of one of these types, of this route, that was recorded after `heard`. */
export function firstFactAfter(
  subject: Case,
  heard: string,
  types: readonly FactType[],
  startedFrom: string,
): Fact | undefined {
  return subject.facts.find(
    (fact) => fact.sequence > heard && types.includes(fact.type) && belongsTo(fact, startedFrom),
  )
}

/** The case on some of its facts, and with every correction. */
export function caseOf(subject: Case, isKept: (fact: Fact) => boolean): Case {
  return buildFrom(subject.caseId, subject.facts.filter(isKept), subject.recorded)
}

/** The case as it was before a fact, with every correction. */
export function caseBefore(subject: Case, sequence: string): Case {
  return caseOf(subject, (fact) => fact.sequence < sequence)
}
