import type { CalendarDate } from '../law/calendar-date.ts'
import { earlierOf } from '../law/calendar-date.ts'
import type { Fact, FactDetails, FactType, MeetingDetails } from './fact.ts'

/** How a mediation meeting ended. */
export type MediationResult = 'agreed' | 'partly-agreed' | 'not-agreed'

/** Why the adviser issues a certificate. Each has its own 3 working days (rules D02, D06, D08). */
export type CertificateGround = 'declined' | 'not-arranged' | 'mediated'

export interface Meeting extends MeetingDetails {
  /** The sequence of the fact that arranged it: the meeting's identity while it is moved. */
  readonly arrangedBy: string
  /** The sequence of the latest fact about it. */
  readonly lastChangedBy: string
  /** 0 when arranged, then one more each time it is moved or cancelled (a calendar file's SEQUENCE). */
  readonly revision: number
  readonly state: 'planned' | 'cancelled' | 'held'
}

/** What is so, on the facts recorded up to now. Built from them by `buildCase`; never stored by itself. */
export interface Case {
  readonly caseId: string
  /** The number of facts. */
  readonly version: number
  readonly openedAt: string
  readonly decision: FactDetails['case-opened']
  /** The first day on which the family is known to have spoken to the adviser. */
  readonly adviserContactedOn?: CalendarDate
  readonly declined?: Heard & { readonly declinedOn: CalendarDate }
  readonly chosen?: Heard & { readonly councilToldOn: CalendarDate }
  /** Every meeting, in the order in which they were arranged. The last is the present one. */
  readonly meetings: readonly Meeting[]
  readonly cannotBeArranged?: Heard & { readonly adviserToldOn: CalendarDate }
  readonly mediationResult?: Heard & { readonly result: MediationResult; readonly concludedOn: CalendarDate }
  /** The first certificate (J7: a later one is not relied on). */
  readonly certificate?: Heard & { readonly issuedOn: CalendarDate; readonly ground: CertificateGround }
  readonly appeal?: Heard & { readonly receivedOn: CalendarDate }
  readonly agreement?: Heard & { readonly agreedOn: CalendarDate }
  readonly withdrawn?: Heard & FactDetails['case-withdrawn']
  readonly facts: readonly Fact[]
}

interface Heard {
  /** The fact that said so. */
  readonly sequence: string
}

/**
 * Builds the case from its facts, in their order.
 * @throws Error when the first fact is not `case-opened`: the stored case is damaged and a person has to look.
 */
export function buildCase(caseId: string, facts: readonly Fact[]): Case {
  const [opened, ...rest] = facts
  if (opened?.type !== 'case-opened') {
    throw new Error(
      `Case ${caseId} does not begin with the fact "case-opened" but with "${opened?.type ?? 'nothing'}".`,
    )
  }
  const start: Case = {
    caseId,
    version: 1,
    openedAt: opened.recordedAt,
    decision: opened.details,
    meetings: [],
    facts,
  }
  return rest.reduce<Case>((soFar, fact) => ({ ...apply(soFar, fact), version: soFar.version + 1 }), start)
}

function apply(before: Case, fact: Fact): Case {
  const { sequence } = fact
  switch (fact.type) {
    case 'adviser-contacted':
      return contacted(before, fact.details)
    case 'mediation-declined':
      return { ...callOffMeeting(contacted(before, fact.details), sequence), declined: { sequence, ...fact.details } }
    case 'mediation-chosen':
      // Telling the council is not speaking to the adviser: that day is asked for by itself.
      return { ...contacted(before, fact.details), chosen: { sequence, ...fact.details } }
    case 'meeting-arranged': {
      const meeting: Meeting = {
        ...fact.details,
        arrangedBy: sequence,
        lastChangedBy: sequence,
        revision: 0,
        state: 'planned',
      }
      return { ...before, meetings: [...before.meetings, meeting] }
    }
    case 'meeting-moved':
      return changeLastMeeting(before, sequence, fact.details)
    case 'meeting-cancelled':
      return changeLastMeeting(before, sequence, { state: 'cancelled' })
    case 'mediation-cannot-be-arranged':
      return { ...callOffMeeting(before, sequence), cannotBeArranged: { sequence, ...fact.details } }
    case 'mediation-agreed':
      return concluded(before, sequence, 'agreed', fact.details.concludedOn)
    case 'mediation-partly-agreed':
      return concluded(before, sequence, 'partly-agreed', fact.details.concludedOn)
    case 'mediation-not-agreed':
      return concluded(before, sequence, 'not-agreed', fact.details.concludedOn)
    case 'certificate-issued':
      return certified(before, fact)
    case 'appeal-registered':
      return before.appeal ? before : { ...before, appeal: { sequence, ...fact.details } }
    case 'agreement-reached':
      return { ...before, agreement: { sequence, ...fact.details } }
    case 'case-withdrawn':
      return { ...before, withdrawn: { sequence, ...fact.details } }
    case 'contact-details-changed':
    case 'note-added':
      return before
    case 'case-opened':
      throw new Error(`Case ${before.caseId} was opened twice: fact ${sequence} says "case-opened" again.`)
  }
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
  const changed: Meeting = { ...last, ...change, lastChangedBy: sequence, revision: last.revision + 1 }
  return { ...before, meetings: [...before.meetings.slice(0, -1), changed] }
}

function concluded(before: Case, sequence: string, result: MediationResult, concludedOn: CalendarDate): Case {
  const held = before.meetings.map((meeting, index) =>
    index === before.meetings.length - 1 && meeting.state === 'planned'
      ? { ...meeting, state: 'held' as const }
      : meeting,
  )
  return { ...before, meetings: held, mediationResult: { sequence, result, concludedOn } }
}

function certified(before: Case, fact: Fact<'certificate-issued'>): Case {
  if (before.certificate) return before
  const { issuedOn } = fact.details
  return {
    ...contacted(before, fact.details),
    certificate: { sequence: fact.sequence, issuedOn, ground: certificateGround(before) },
  }
}

/** Why a certificate issued now would be issued. */
export function certificateGround(subject: Case): CertificateGround {
  if (subject.mediationResult) return 'mediated'
  const declinedLast = (subject.declined?.sequence ?? '') > (subject.chosen?.sequence ?? '')
  return subject.chosen && !declinedLast ? 'not-arranged' : 'declined'
}

/** The meeting that is planned now, if there is one. */
export function plannedMeeting(subject: Case): Meeting | undefined {
  const last = subject.meetings.at(-1)
  return last?.state === 'planned' ? last : undefined
}

/** The first fact of one of these types that was recorded after `heard`. */
export function firstFactAfter(subject: Case, heard: string, types: readonly FactType[]): Fact | undefined {
  return subject.facts.find((fact) => fact.sequence > heard && types.includes(fact.type))
}

/** The case as it was when the fact `heard` had just been recorded: what a journey that has acted on that fact knows. */
export function caseAsHeard(subject: Case, heard: string): Case {
  return buildCase(
    subject.caseId,
    subject.facts.filter(({ sequence }) => sequence <= heard),
  )
}
