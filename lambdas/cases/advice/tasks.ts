import { type Sequence, sequenceOfFact } from '../sequence.ts'
import { ASKS_AFTER, DUE_AFTER, hasNoNewsSince, lawDay, NO_DETAILS, OWN_DEED, type TaskRules } from '../task-rules.ts'

/** The adviser is late with the certificate that the fact has started the time for. */
export const chaseCertificate: TaskRules<Sequence> = {
  ...ASKS_AFTER,
  ...DUE_AFTER,
  about: sequenceOfFact,
  isStillToDo: ({ certificate }) => !certificate,
  details: (_task, { dates }) => lawDay(dates.certificate),
}

/**
 * Nobody has recorded that the adviser gave information and advice before the certificate, which a certificate needs
 * (section 55(4) and (5) of the Children and Families Act 2014).
 */
export const askAboutInformation: TaskRules<Sequence> = {
  ...ASKS_AFTER,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: ({ certificate }, about) => certificate?.sequence === about && certificate.informationGiven !== true,
}

/** Nothing has happened since the fact. The family is asked how it wants to go on. */
export const checkNoNews: TaskRules<Sequence> = {
  ...OWN_DEED,
  ...DUE_AFTER,
  ...NO_DETAILS,
  about: sequenceOfFact,
  isStillToDo: hasNoNewsSince,
}
