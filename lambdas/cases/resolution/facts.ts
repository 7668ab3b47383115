import * as v from 'valibot'
import { type Case, isOpenedInError, type Resolution } from '../case.ts'
import { changedOne } from '../changed-one.ts'
import { calendarDay, type Details } from '../details.ts'
import { AN_AWAITED_EVENT, AN_EVENT, type FactKind, NOTHING_TO_SAY, STARTS_NOTHING } from '../fact-kind.ts'
import { meetingEntries } from '../meeting/meetings.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { answerOfPartyProblems, askingProblems, resolutionEndProblems, resolutionMeetingProblems } from './checks.ts'
import { RESOLUTION_OCCASIONS, RESOLUTION_PARTIES, RESOLUTION_RESULTS, RESOLUTION_SUBJECTS } from './closed-words.ts'

const ON_ITS_ROUTE = { ...AN_AWAITED_EVENT, ...STARTS_NOTHING } as const

const askedDetails = v.strictObject({
  askedOn: calendarDay,
  askedBy: v.picklist(RESOLUTION_PARTIES),
  subject: v.picklist(RESOLUTION_SUBJECTS),
  occasion: v.picklist(RESOLUTION_OCCASIONS),
  /** Everybody who would take part. */
  parties: v.array(v.picklist(RESOLUTION_PARTIES)),
})

export const disagreementResolutionAsked: FactKind<Details<typeof askedDetails>> = {
  ...AN_EVENT,
  ...NOTHING_TO_SAY,
  details: askedDetails,
  happenedOn: ({ askedOn }) => askedOn,
  canHappenAgain: true,
  changes: (before, { sequence, details: { subject, ...asked } }) => {
    // Whoever asked agrees.
    const answers = [{ party: asked.askedBy, agrees: true }]
    return { ...before, resolutions: [...before.resolutions, { ...asked, about: subject, of: sequence, answers }] }
  },
  problems: askingProblems,
  expectedOnOpenCase: () => true,
  expectedOnClosedCase: ({ subject }) => !isOpenedInError(subject),
  canStart: ['disagreement-resolution'],
  starts: () => ['disagreement-resolution'],
}

const answeredDetails = v.strictObject({
  of: sequenceOfFact,
  party: v.picklist(RESOLUTION_PARTIES),
  agrees: v.boolean(),
  answeredOn: calendarDay,
})

export const disagreementResolutionAnswered: FactKind<Details<typeof answeredDetails>> = {
  ...ON_ITS_ROUTE,
  details: answeredDetails,
  happenedOn: ({ answeredOn }) => answeredOn,
  canHappenAgain: true,
  changes: (before, { details: { of, party, agrees } }) =>
    changed(before, of, (one) => ({
      ...one,
      answers: [...one.answers.filter((answer) => answer.party !== party), { party, agrees }],
    })),
  problems: answerOfPartyProblems,
}

const meetingDetails = v.strictObject({
  of: sequenceOfFact,
  ...meetingEntries,
  /** The day on which it was fixed. */
  arrangedOn: calendarDay,
})

export const disagreementResolutionMeeting: FactKind<Details<typeof meetingDetails>> = {
  ...ON_ITS_ROUTE,
  details: meetingDetails,
  happenedOn: ({ arrangedOn }) => arrangedOn,
  canHappenAgain: true,
  changes: (before, { sequence, details: { of, arrangedOn: _arrangedOn, ...meeting } }) =>
    changed(before, of, (one) => ({ ...one, meeting: { ...meeting, sequence } })),
  problems: resolutionMeetingProblems,
}

const endedDetails = v.strictObject({
  of: sequenceOfFact,
  endedOn: calendarDay,
  result: v.picklist(RESOLUTION_RESULTS),
})

export const disagreementResolutionEnded: FactKind<Details<typeof endedDetails>> = {
  ...ON_ITS_ROUTE,
  details: endedDetails,
  happenedOn: ({ endedOn }) => endedOn,
  canHappenAgain: false,
  changes: (before, { sequence, details: { of, endedOn, result } }) =>
    changed(before, of, (one) => ({ ...one, ended: { sequence, endedOn, result } })),
  problems: resolutionEndProblems,
}

function changed(before: Case, of: Sequence, change: (one: Resolution) => Resolution): Case {
  return { ...before, resolutions: changedOne(before.resolutions, of, change) }
}
