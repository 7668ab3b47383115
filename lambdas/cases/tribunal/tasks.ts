import { type AboutRound, type AboutTimetableDay, aboutRound, aboutTimetableDay } from '../about.ts'
import type { Case } from '../case.ts'
import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { DUE_AFTER, DUE_BEFORE, hasNoNewsSince, lawDay, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'

/** The dates in the Tribunal's letter about the appeal are added to it. */
export const recordTribunalLetter: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: (subject) =>
    !subject.appeal?.sentToCouncilOn &&
    !subject.appeal?.responseDueOn &&
    !subject.timetable?.days.response &&
    isToBeAnswered(subject),
}

/** The Tribunal is owed the council's response to the appeal. */
export const sendResponse: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_BEFORE,
  about: sequenceOfFact,
  isStillToDo: isToBeAnswered,
  details: (_task, { dates }) => lawDay(dates.response),
}

/** The same for the named officer, because it is late. */
export const escalateResponse: TaskRules<Sequence> = { ...sendResponse, ...DUE_AFTER, isWorkAhead: false }

/** Months have gone by since the fact, and nothing has happened. */
export const askTribunal: TaskRules<AboutRound> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: aboutRound,
  isStillToDo: (subject, { fact }) => hasNoNewsSince(subject, fact),
}

/** The council gave in without an order: an order would bind it. */
export const seekConsentOrder: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: isOnlyPromised,
}

/** The council does what it promised by the day that it named. */
export const keepPromise: TaskRules<Sequence> = { ...seekConsentOrder, ...DUE_BEFORE }

/** What the Tribunal wants by one of its days, or the hearing. Its day is in the details. */
export const prepareForTribunal: TaskRules<AboutTimetableDay> = {
  ...OWN_DEED,
  ...DUE_BEFORE,
  about: aboutTimetableDay,
  // A later letter takes the place of the one before.
  isStillToDo: ({ timetable, appealEnded }, { fact, moment }) =>
    !appealEnded && timetable?.sequence === fact && timetable.days[moment] !== undefined,
  details: ({ about }, { subject }) => {
    const day = subject.timetable?.days[about.moment]
    return day ? { tribunalDay: { name: about.moment, day } } : {}
  },
}

function isOnlyPromised({ promises, appealEnded }: Case, about: Sequence): boolean {
  return !appealEnded && promises.some(({ sequence }) => sequence === about)
}

function isToBeAnswered({ response, appealEnded }: Case): boolean {
  return !response && !appealEnded
}
