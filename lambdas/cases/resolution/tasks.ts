import { type AboutParty, aboutParty } from '../about.ts'
import type { Case, Resolution } from '../case.ts'
import { meetingDay } from '../meeting/tasks.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { DUE_AFTER, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'

/** A party has not said whether it takes part. */
export const askParty: TaskRules<AboutParty> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  about: aboutParty,
  isStillToDo: (subject, about) =>
    resolutionOf(subject, about.fact)?.answers.every(({ party }) => party !== about.party) ?? false,
  details: ({ about: { party } }) => ({ party }),
}

/** Everybody agreed, and there is no meeting yet. */
export const fixResolutionMeeting: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: (subject, about) => {
    const resolution = resolutionOf(subject, about)
    return !resolution?.meeting && !resolution?.ended
  },
}

/** The meeting that the fact has set is over. */
export const recordResolutionResult: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  about: sequenceOfFact,
  isStillToDo: (subject, about) => {
    const resolution = withMeeting(subject, about)
    return resolution !== undefined && !resolution.ended
  },
  details: ({ about }, { subject }) => meetingDay(withMeeting(subject, about)?.meeting),
}

function resolutionOf({ resolutions }: Case, fact: Sequence): Resolution | undefined {
  return resolutions.find(({ of }) => of === fact)
}

function withMeeting({ resolutions }: Case, fact: Sequence): Resolution | undefined {
  return resolutions.find(({ meeting }) => meeting?.sequence === fact)
}
