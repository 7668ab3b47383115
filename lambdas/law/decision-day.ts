import { type CalendarDate, dayOf, earlierOf, formatDate, laterOf } from './calendar-date.ts'

/** The two dates of a decision notice: the one printed on it and the day it was sent. */
export interface DecisionNotice {
  readonly printedOn: CalendarDate
  readonly sentOn: CalendarDate
}

/** The notice of which both dates are known, or one, which then stands for the other; undefined where neither is. */
export function knownNotice(known: {
  readonly printedOn?: CalendarDate
  readonly sentOn?: CalendarDate
}): DecisionNotice | undefined {
  const printedOn = known.printedOn ?? known.sentOn
  return printedOn === undefined ? undefined : { printedOn, sentOn: known.sentOn ?? printedOn }
}

/**
 * The day from which the months after a decision are counted: the earlier of printed and sent (J1). The statute says
 * "sent" (rule 20(1)(c)(i), regulation 33); the Tribunal's own forms ask for the date on the letter.
 */
export function decisionDate(notice: DecisionNotice): CalendarDate {
  return earlierOf(notice.printedOn, notice.sentOn)
}

/** The day number from which the months would be counted on the other reading of J1. */
export function otherDecisionDay(notice: DecisionNotice): number {
  return dayOf(laterOf(notice.printedOn, notice.sentOn))
}

/** Says which day is counted from, where the two differ. */
export function whichDecisionDay(notice: DecisionNotice): readonly string[] {
  if (notice.printedOn === notice.sentOn) return []
  return [
    `The decision letter is dated ${formatDate(notice.printedOn)} and was sent on ${formatDate(notice.sentOn)}.`,
    'To be safe, the time is counted from the earlier day.',
  ]
}
