import { type AboutFact, aboutFact } from '../task-about.ts'
import { ASKS_AFTER, lawDay, NO_DETAILS, OWN_DEED, type TaskRules, UNTIL_NEWS } from '../task-rules.ts'

/** The adviser is late with the certificate that the fact has started the time for. */
export const chaseCertificate: TaskRules<AboutFact> = {
  ...ASKS_AFTER,
  about: aboutFact,
  isStillToDo: ({ certificate }) => !certificate,
  details: (_task, { dates }) => lawDay(dates.certificate),
}

/** Nothing has happened since the fact. The family is asked how it wants to go on. */
export const checkNoNews: TaskRules<AboutFact> = { ...OWN_DEED, ...UNTIL_NEWS, ...NO_DETAILS, about: aboutFact }
