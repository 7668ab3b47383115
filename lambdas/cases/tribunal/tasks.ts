import type { Case } from '../case.ts'
import { type AboutFact, type AboutRound, aboutFact, aboutRound } from '../task-about.ts'
import { lawDay, NO_DETAILS, OWN_DEED, type TaskRules, UNTIL_NEWS } from '../task-rules.ts'

/** The dates in the Tribunal's letter about the appeal are added to it. */
export const recordTribunalLetter: TaskRules<AboutFact> = {
  ...OWN_DEED,
  ...NO_DETAILS,
  about: aboutFact,
  isStillToDo: (subject) =>
    !subject.appeal?.sentToCouncilOn && !subject.appeal?.responseDueOn && isToBeAnswered(subject),
}

/** The Tribunal is owed the council's response to the appeal. */
export const sendResponse: TaskRules<AboutFact> = {
  ...OWN_DEED,
  about: aboutFact,
  isStillToDo: isToBeAnswered,
  details: (_task, { dates }) => lawDay(dates.response),
}

/** The same for the named officer, because it is late. */
export const escalateResponse: TaskRules<AboutFact> = { ...sendResponse, isWorkAhead: false }

/** Months have gone by since the fact, and nothing has happened. */
export const askTribunal: TaskRules<AboutRound> = { ...OWN_DEED, ...UNTIL_NEWS, ...NO_DETAILS, about: aboutRound }

function isToBeAnswered({ response, appealEnded }: Case): boolean {
  return !response && !appealEnded
}
