import { boardArranges, type Case, disputesPlacementOnly, hasNoWrittenNotice } from '../../cases/case.ts'
import { isPassedOn } from '../../cases/moving/facts.ts'
import { isBeingTakenOver } from '../../cases/taking-over/history.ts'
import { hasPlan } from '../../law/appealable-decisions.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { MediationAskedFor } from '../measures/mediations.ts'
import type { Appeal } from '../measures/tribunal.ts'
import { type Referral, type Sen2Map, yearOf } from './maps.ts'

/** A decision, and what stands behind its flags. */
export interface Decided {
  readonly subject: Case
  readonly map: Sen2Map
  /** Every mediation that the family asked for, in their order. */
  readonly mediations: readonly MediationAskedFor[]
  /** The first that was held. */
  readonly heldOn?: CalendarDate
  /** Every appeal that the Tribunal received, in their order. */
  readonly appeals: readonly Appeal[]
  /** The first that it did not refuse to register, if there is one. */
  readonly appeal?: Appeal
}

/** Why a flag of a decision could be set otherwise. */
interface DoubtKind {
  /** The head of the list of those of which it is so. */
  readonly title: string
  /** Which flags it is about. */
  readonly about: readonly Referral[]
  /** What is so, in sentences. Undefined where it is not. */
  readonly words: (decided: Decided) => string | undefined
}

const BOTH: readonly Referral[] = ['mediation', 'tribunal']

/** A doubt by its own name, with its object checked. */
function doubts<const Id extends string>(kinds: Readonly<Record<Id, DoubtKind>>): Readonly<Record<Id, DoubtKind>> {
  return kinds
}

/** Everything that the facts of a case can show against a flag. A decision can have several. */
export const DOUBTS = doubts({
  'asked-not-held': {
    title: 'Mediation was asked for and not held',
    about: ['mediation'],
    words: ({ subject, mediations, heldOn }) => {
      const last = mediations.at(-1)
      return last && !heldOn ? [askedInWords(last), ...whatCameOfMeetings(subject)].join(' ') : undefined
    },
  },
  'mediation-in-another-year': {
    title: 'Mediation was asked for or held after the year of the decision',
    about: ['mediation'],
    words: ({ map, mediations: [first], heldOn }) => {
      if (first && isAfter(first.askedOn, map)) {
        return `Asked for on ${formatDate(first.askedOn)}, after the year of the decision${censusInWords(first.askedOn, map)}.`
      }
      return first && heldOn && isAfter(heldOn, map)
        ? `Asked for on ${formatDate(first.askedOn)} and held on ${formatDate(heldOn)}, after the year of the decision${censusInWords(heldOn, map)}.`
        : undefined
    },
  },
  'held-not-asked': {
    title: 'Mediation was held, and it is not recorded when it was asked for',
    about: ['mediation'],
    words: ({ subject, mediations, heldOn }) => {
      const held = mediations.find(({ ended }) => ended?.how === 'held' && ended.on === heldOn)
      if (!held || held.askedOn !== heldOn) return undefined
      const isAsked = subject.facts.some(
        (fact) => fact.type === 'mediation-chosen' && fact.details.councilToldOn === held.askedOn,
      )
      return isAsked ? undefined : `Held on ${formatDate(heldOn)}. The day of the request is taken to be that day.`
    },
  },
  'agreed-on-another-decision': {
    title: 'What was agreed at mediation is about another decision',
    about: ['mediation'],
    words: ({ subject }) => {
      const { decisionKind } = subject.decision
      const points = subject.facts.flatMap((fact) =>
        fact.type === 'mediation-agreed' || fact.type === 'mediation-partly-agreed' ? (fact.details.points ?? []) : [],
      )
      const amends = points.some((point) => point === 'amend-b' || point === 'amend-f' || point === 'amend-i')
      if (!hasPlan(decisionKind) && amends) {
        return 'It was agreed to amend a plan, and with this decision there is none. Look whether mediation was about another decision.'
      }
      return hasPlan(decisionKind) && points.includes('issue-plan')
        ? 'It was agreed to issue a plan, and with this decision there is one. Look whether mediation was about another decision.'
        : undefined
    },
  },
  'health-care-alone': {
    title: 'Mediation is about health care alone',
    about: ['mediation'],
    words: ({ subject, mediations }) =>
      mediations.length > 0 && boardArranges(subject)
        ? 'The health board (integrated care board) arranges it, and the council need not take part. The meaning of the flag does not say whether it counts.'
        : undefined,
  },
  'another-meeting': {
    title: 'There was another meeting, which is no mediation',
    about: ['mediation'],
    words: ({ subject, mediations }) => {
      if (mediations.length > 0) return undefined
      const wayForward = subject.facts.flatMap((fact) =>
        fact.type === 'way-forward-meeting' && fact.details.meetingOn ? [fact.details.meetingOn] : [],
      )
      const resolution = subject.resolutions.flatMap(({ meeting }) => (meeting ? [meeting.meetingOn] : []))
      const meetings = [
        ...wayForward.map((day) => `A way forward meeting of the council’s own: ${formatDate(day)}.`),
        ...resolution.map((day) => `Disagreement resolution: ${formatDate(day)}.`),
      ]
      return meetings.length > 0 ? ['Mediation was not asked for.', ...meetings].join(' ') : undefined
    },
  },
  'appeal-not-registered': {
    title: 'The Tribunal did not register the appeal',
    about: ['tribunal'],
    words: ({ appeals, appeal }) => {
      const last = appeals.at(-1)
      return last?.ended && !appeal
        ? `Received on ${formatDate(last.receivedOn)}, and not registered: ${formatDate(last.ended.on)}.`
        : undefined
    },
  },
  'appeal-may-not-go-ahead': {
    title: 'The Tribunal has not said yet whether the appeal can go ahead',
    about: ['tribunal'],
    words: ({ appeal }) =>
      appeal?.letGoAhead === 'not-yet' && !appeal.ended
        ? `Received on ${formatDate(appeal.receivedOn)}, late or without a certificate that it needs.`
        : undefined,
  },
  'appeal-without-certificate': {
    title: 'An appeal without a certificate that it needs',
    about: ['tribunal'],
    words: ({ subject, appeal }) => {
      if (!appeal || appeal.letGoAhead || disputesPlacementOnly(subject)) return undefined
      const { certificate } = subject
      if (certificate && certificate.issuedOn <= appeal.receivedOn) return undefined
      const before = `Received on ${formatDate(appeal.receivedOn)}, and no certificate from before that is recorded`
      return `${before}${certificate ? `: the first is of ${formatDate(certificate.issuedOn)}` : ''}. Look whether the appeal is about this decision.`
    },
  },
  'appeal-in-another-year': {
    title: 'The appeal came after the year of the decision',
    about: ['tribunal'],
    words: ({ map, appeal }) =>
      appeal && isAfter(appeal.receivedOn, map)
        ? `Received on ${formatDate(appeal.receivedOn)}${censusInWords(appeal.receivedOn, map)}.`
        : undefined,
  },
  'plan-issued-again': {
    title: 'The plan was issued again while mediation or an appeal was under way',
    about: BOTH,
    words: ({ subject, mediations, appeals }) => {
      const { newPlan, newPlanInAppeal } = subject
      if (!newPlan) return undefined
      const wasOpen = [
        ...mediations.map(({ askedOn, ended }) => ({ from: askedOn, to: ended?.on })),
        ...appeals.map(({ receivedOn, ended }) => ({ from: receivedOn, to: ended?.on })),
      ].some(({ from, to }) => from <= newPlan.sentOn && (!to || to >= newPlan.sentOn))
      if (!wasOpen) return undefined
      return [
        `Issued again on ${formatDate(newPlan.sentOn)}: that is a decision of its own${newPlan.newCase ? `, in case ${newPlan.newCase}` : ', and has no case yet'}.`,
        ...(newPlanInAppeal?.allowed ? ['The Tribunal lets the appeal be about the new plan.'] : []),
        'The flags stand with the first decision alone.',
      ].join(' ')
    },
  },
  'came-from-council': {
    title: 'Another council made the decision',
    about: BOTH,
    words: ({ subject: { cameFrom } }) =>
      cameFrom &&
      `The case came to this council on ${formatDate(cameFrom.transferredOn)}. Settle with the other council who reports it.`,
  },
  'passed-on': {
    title: 'Another council has the case now',
    about: BOTH,
    words: ({ subject }) =>
      isPassedOn(subject) && subject.withdrawn
        ? `It was passed on to that council on ${formatDate(subject.withdrawn.withdrawnOn)}. What came after that is not known here. Settle with the other council who reports it.`
        : undefined,
  },
  'letter-of-another-year': {
    title: 'The letter is dated in the year before',
    about: BOTH,
    words: ({ subject: { decision } }) =>
      yearOf(decision.printedOn) === yearOf(decision.sentOn)
        ? undefined
        : `Dated ${formatDate(decision.printedOn)} and sent on ${formatDate(decision.sentOn)}. It stands in the year in which it was sent.`,
  },
  'letter-at-fault': {
    title: 'The decision letter was never sent, or a full one followed in another year',
    about: BOTH,
    words: ({ subject }) => {
      const { decision, fullNotice } = subject
      if (hasNoWrittenNotice(subject)) return 'It was found that the letter was never sent.'
      return fullNotice && yearOf(fullNotice.sentOn) !== yearOf(decision.sentOn)
        ? `The first letter was at fault. A full one was sent on ${formatDate(fullNotice.sentOn)}.`
        : undefined
    },
  },
  'history-not-complete': {
    title: 'What happened before the case was opened is not all recorded',
    about: BOTH,
    words: ({ subject }) =>
      isBeingTakenOver(subject)
        ? 'The case was under way when it was opened, and is still being taken over.'
        : undefined,
  },
})
export type DoubtId = keyof typeof DOUBTS
export const DOUBT_IDS = Object.keys(DOUBTS) as readonly DoubtId[]

/** A doubt about a decision, in words. */
export interface Doubt {
  readonly id: DoubtId
  readonly words: string
}

/** Everything that the facts show against the flags of a decision, in the order of the table above. */
export function doubtsAbout(decided: Decided): readonly Doubt[] {
  return DOUBT_IDS.flatMap((id) => {
    const words = DOUBTS[id].words(decided)
    return words === undefined ? [] : [{ id, words }]
  })
}

function isAfter(day: CalendarDate, { year }: Sen2Map): boolean {
  return yearOf(day) > year
}

/** Whether that was known on the day of the census. */
function censusInWords(day: CalendarDate, { censusOn }: Sen2Map): string {
  return day > censusOn ? ` and after the census on ${formatDate(censusOn)}` : ''
}

function askedInWords({ askedOn, ended }: MediationAskedFor): string {
  const asked = `Asked for on ${formatDate(askedOn)}`
  if (!ended) return `${asked}, and not held yet.`
  return ended.how === 'withdrawn'
    ? `${asked}. The family did not want it any more on ${formatDate(ended.on)}.`
    : `${asked}, and not held when the case was closed on ${formatDate(ended.on)}.`
}

/** What there was of meetings without an end. */
function whatCameOfMeetings({ facts, cannotBeArranged, certificate }: Case): readonly string[] {
  return [
    ...facts.flatMap((fact) => {
      if (fact.type === 'mediation-adjourned')
        return [`A meeting was held on ${formatDate(fact.details.adjournedOn)}, to go on another day.`]
      return fact.type === 'meeting-missed'
        ? [`A meeting on ${formatDate(fact.details.missedOn)} was not held, because somebody did not come.`]
        : []
    }),
    ...(cannotBeArranged && cannotBeArranged.because !== 'absent' ? ['It could not be arranged in its 30 days.'] : []),
    ...(certificate ? [`A certificate was issued on ${formatDate(certificate.issuedOn)}.`] : []),
  ]
}
