import * as v from 'valibot'
import { PLAN_SECTIONS } from '../../law/appealable-decisions.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { DUTIES } from '../../law/compliance-deadlines.ts'
import type { FactOf } from '../basis.ts'
import { type Case, canAppeal, disputesPlacementOnly, isOpenedInError } from '../case.ts'
import { changedOne } from '../changed-one.ts'
import { calendarDay, type Details } from '../details.ts'
import { dutiesStage, undertaken } from '../duties/undertakings.ts'
import {
  A_SELDOM_EVENT,
  AN_AWAITED_EVENT,
  AN_EVENT,
  type FactKind,
  NOTHING_TO_SAY,
  STARTS_NOTHING,
} from '../fact-kind.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import type { Stage } from '../stages.ts'
import {
  appealProblems,
  concessionProblems,
  decisionOfTribunalProblems,
  duringAppeal,
  promiseProblems,
  responseProblems,
  setAsideProblems,
  timetableProblems,
} from './checks.ts'
import { type AppealOutcome, EXTENTS, LET_GO_AHEAD, TRIBUNAL_DECISIONS, WAYS_TO_OPEN_AGAIN } from './closed-words.ts'
import { eachDay, HEARINGS } from './timetable.ts'

const registeredDetails = v.strictObject({
  receivedOn: calendarDay,
  /** The day on which the Tribunal sent the appeal to the council: its 30 working days run from it. */
  sentToCouncilOn: v.optional(calendarDay),
  /** The day for the council's response in the Tribunal's letter: it replaces the 30 days. */
  responseDueOn: v.optional(calendarDay),
  /** Whether the Tribunal has let an appeal go ahead that is late, or has no certificate though it needs one. */
  letGoAhead: v.optional(v.picklist(LET_GO_AHEAD)),
})

export const appealRegistered: FactKind<Details<typeof registeredDetails>> = {
  ...AN_EVENT,
  ...NOTHING_TO_SAY,
  details: registeredDetails,
  happenedOn: ({ receivedOn }) => receivedOn,
  canHappenAgain: true,
  changes: (before, { sequence, details }) => {
    if (!canAppeal(before)) return before
    // An appeal that the Tribunal opens again, or that is sent again, is answered and decided anew.
    const { appealEnded: _appealEnded, response: _response, timetable: _timetable, ...rest } = before
    return { ...rest, appeal: { sequence, ...details } }
  },
  problems: appealProblems,
  expectedOnOpenCase: ({ subject }) => canAppeal(subject),
  expectedOnClosedCase: (situation) => !isOpenedInError(situation.subject) && canAppeal(situation.subject),
  canStart: ['tribunal'],
  starts: (_details, before) => (canAppeal(before) ? ['tribunal'] : []),
}

const timetableDetails = v.strictObject({
  setOn: calendarDay,
  ...eachDay(() => v.optional(calendarDay)),
  hearingIs: v.optional(v.picklist(HEARINGS)),
})

/** The Tribunal set its timetable, or changed it. A letter gives all of it: what it does not name is not there any more. */
export const timetableSet: FactKind<Details<typeof timetableDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: timetableDetails,
  happenedOn: ({ setOn }) => setOn,
  canHappenAgain: true,
  belongsTo: ['appeal-registered'],
  changes: (before, { sequence, details: { setOn, hearingIs, ...days } }) =>
    before.appeal
      ? { ...before, timetable: { sequence, setOn, days, ...(hearingIs && { hearing: hearingIs }) } }
      : before,
  problems: timetableProblems,
}

const responseDetails = v.strictObject({ sentOn: calendarDay })

/** The council sent the Tribunal its response. */
export const responseSent: FactKind<Details<typeof responseDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: responseDetails,
  happenedOn: ({ sentOn }) => sentOn,
  canHappenAgain: false,
  belongsTo: ['appeal-registered'],
  changes: (before, { sequence, details }) => ({ ...before, response: { sequence, ...details } }),
  problems: (situation, { sentOn }) =>
    responseProblems(situation, { field: 'sentOn', what: 'The date the response was sent', day: sentOn }),
}

const concededDetails = v.strictObject({ concededOn: calendarDay, duties: v.array(v.picklist(DUTIES)) })

/** The council told the Tribunal, before its response, that it does not oppose the appeal (regulation 45). */
export const appealConceded: FactKind<Details<typeof concededDetails>> = {
  ...AN_AWAITED_EVENT,
  details: concededDetails,
  happenedOn: ({ concededOn }) => concededOn,
  canHappenAgain: false,
  belongsTo: ['appeal-registered'],
  changes: (before, fact) => {
    const { concededOn } = fact.details
    return undertaken(ended(before, fact.sequence, 'conceded', concededOn), fact, 'concession', concededOn)
  },
  problems: concessionProblems,
  canStart: ['duties'],
  starts: dutiesStage,
}

const gaveInDetails = v.strictObject({
  gaveInOn: calendarDay,
  extent: v.picklist(EXTENTS),
  /** The parts of the plan that it is about, where it is about a part of them. */
  sections: v.optional(v.array(v.picklist(PLAN_SECTIONS))),
  /** What the council says that it will do. */
  duties: v.array(v.picklist(DUTIES)),
  /** By when it says so. The law sets no day for a promise (J21, J22). */
  promisedDate: v.optional(calendarDay),
})

/**
 * The council gave in without an order: after its response, in part, or by an undertaking. Neither regulation 44 nor 45 applies, and
 * the appeal goes on until the Tribunal ends it. Where it agrees to assess, the times run from the family's request.
 */
export const councilGaveIn: FactKind<Details<typeof gaveInDetails>> = {
  ...A_SELDOM_EVENT,
  details: gaveInDetails,
  happenedOn: ({ gaveInOn }) => gaveInOn,
  canHappenAgain: true,
  belongsTo: ['appeal-registered'],
  changes: (before, { sequence, details }) => {
    const after = { ...before, promises: [...before.promises, { sequence, ...details }] }
    const requestReceivedOn = requestOfLateConcession(details, before)
    if (!requestReceivedOn) return after
    const bound = { sequence, details: { duties: ['assess'], requestReceivedOn } } as const
    return undertaken(after, bound, 'late-concession', details.gaveInOn)
  },
  problems: promiseProblems,
  canStart: ['duties'],
  starts: (details, before) => (requestOfLateConcession(details, before) ? ['duties'] : []),
}

/** When the request was received from which the 20 weeks run that a late agreement to assess has to keep. */
function requestOfLateConcession(
  { extent, duties }: Details<typeof gaveInDetails>,
  { decision }: Case,
): CalendarDate | undefined {
  const isToAssess = decision.decisionKind === 'refusal-to-assess' && extent === 'all' && duties.includes('assess')
  return isToAssess ? decision.requestReceivedOn : undefined
}

const withdrawnDetails = v.strictObject({ withdrawnOn: calendarDay })

export const appealWithdrawn: FactKind<Details<typeof withdrawnDetails>> = {
  ...AN_AWAITED_EVENT,
  ...STARTS_NOTHING,
  details: withdrawnDetails,
  happenedOn: ({ withdrawnOn }) => withdrawnOn,
  canHappenAgain: false,
  belongsTo: ['appeal-registered'],
  changes: (before, { sequence, details }) => ended(before, sequence, 'withdrawn', details.withdrawnOn),
  problems: (situation, { withdrawnOn }) =>
    duringAppeal(situation, { field: 'withdrawnOn', what: 'The date the appeal was withdrawn', day: withdrawnOn }),
}

const decidedDetails = v.strictObject({
  decidedOn: calendarDay,
  decision: v.picklist(TRIBUNAL_DECISIONS),
  duties: v.array(v.picklist(DUTIES)),
  /** A day that the order names, which stands instead of the times in law (regulation 44(1)). */
  orderedDate: v.optional(calendarDay),
  /** What that day is for. Absent where it is for everything. */
  orderedDateFor: v.optional(v.array(v.picklist(DUTIES))),
})

/** The Tribunal ended the appeal. */
export const appealDecided: FactKind<Details<typeof decidedDetails>> = {
  ...AN_AWAITED_EVENT,
  details: decidedDetails,
  happenedOn: ({ decidedOn }) => decidedOn,
  canHappenAgain: false,
  belongsTo: ['appeal-registered'],
  changes: (before, fact) => {
    const { decision, decidedOn } = fact.details
    const then = decision === 'not-registered' ? appealNotMade(before) : before
    return undertaken(ended(then, fact.sequence, decision, decidedOn), fact, 'order', decidedOn)
  },
  problems: decisionOfTribunalProblems,
  canStart: ['duties', 'mediation-advice', 'appeal-window'],
  starts: (details, before) => [
    ...dutiesStage(details),
    ...(details.decision === 'not-registered' ? [stageToAppeal(before)] : []),
  ],
}

const setAsideDetails = v.strictObject({
  /** The sequence of what ended the appeal. */
  of: sequenceOfFact,
  setAsideOn: calendarDay,
  how: v.picklist(WAYS_TO_OPEN_AGAIN),
})

/**
 * The Tribunal set its decision aside or reviewed it (its Rules of 2008, rules 45 and 48), the Upper Tribunal sent the appeal back,
 * or the Tribunal opened again an appeal that the family took back (rule 17(4)). The appeal is open again, what was ordered is not
 * to be done meanwhile, and there is no new time to appeal (J36).
 */
export const decisionSetAside: FactKind<Details<typeof setAsideDetails>> = {
  ...A_SELDOM_EVENT,
  tells: 'appeal-open-again',
  details: setAsideDetails,
  happenedOn: ({ setAsideOn }) => setAsideOn,
  canHappenAgain: false,
  belongsTo: ['appeal-decided', 'appeal-withdrawn'],
  changes: (before, { details: { of } }) => {
    const { appealEnded, ...rest } = before
    const undertakings = changedOne(before.undertakings, of, (one) => ({ ...one, setAside: true as const }))
    // What ended it since stays its end.
    return appealEnded?.sequence === of ? { ...rest, undertakings } : { ...before, undertakings }
  },
  problems: setAsideProblems,
  canBeRecorded: ({ subject }) => endToSetAside(subject) !== undefined,
  canStart: ['tribunal'],
  starts: (details, before) => (before.appealEnded?.sequence === details.of ? ['tribunal'] : []),
}

/** What ended the appeal and can be undone: a decision of the Tribunal, or that the family took the appeal back. */
export function endToSetAside({
  appeal,
  appealEnded,
  facts,
}: Case): FactOf<'appeal-decided' | 'appeal-withdrawn'> | undefined {
  const ended = facts.find(({ sequence }) => sequence === appealEnded?.sequence)
  return appeal && (ended?.type === 'appeal-decided' || ended?.type === 'appeal-withdrawn') ? ended : undefined
}

/** An appeal that the Tribunal did not register has not been made: the time to appeal runs on. */
function appealNotMade({ appeal: _appeal, timetable: _timetable, ...rest }: Case): Case {
  return rest
}

function ended(before: Case, sequence: Sequence, outcome: AppealOutcome, on: CalendarDate): Case {
  return { ...before, appealEnded: { sequence, outcome, on } }
}

/** Where a family goes on whose appeal the Tribunal did not register: it has not appealed, and its time runs on. */
function stageToAppeal(before: Case): Stage {
  return before.certificate || disputesPlacementOnly(before) ? 'appeal-window' : 'mediation-advice'
}
