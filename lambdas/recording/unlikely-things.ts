import type { Contact } from '../cases/contact.ts'
import type { FactDetails, FactType } from '../cases/fact.ts'
import { holidayName } from '../law/bank-holidays.ts'
import { addDays, addMonths, type CalendarDate, dayOf, earlierOf, formatDate } from '../law/calendar-date.ts'
import { isWorkingDay } from '../law/working-days.ts'
import { meantMailDomain } from './mail-domains.ts'
import type { SameCase } from './same-decision.ts'

/** What is about to be recorded. */
export interface LookedAt {
  /** Of the fact; of a correction, what it says now. */
  readonly details: FactDetails[FactType]
  readonly contact?: Contact
  /** The day in England on which the fact is recorded; of a correction, on which the fact that it corrects was. */
  readonly recordedOn: CalendarDate
  /** The day on which another fact of the kind stands, beside which a correction puts this one. */
  readonly besideAnotherOn?: CalendarDate
  /** The other open cases about the same child and decision; none where the child was known before. */
  readonly sameCases: readonly SameCase[]
  /** Why letters with what was typed cannot be printed. */
  readonly notPrinted: readonly string[]
}

/** One thing that is unlikely, in a sentence. */
export interface Unlikely {
  readonly sentence: string
  /** The case that it tells of, where that is another one. */
  readonly otherCase?: string
}

/** A sentence for each value with which it is so, for whoever typed it. None where it is not so. */
type UnlikelyThing = (looked: LookedAt) => readonly Unlikely[]

const DAYS_FROM_PRINTING_TO_SENDING = 14
/** As long as the family has to appeal. */
const MONTHS_OF_A_DECISION = 2

/**
 * What can be so and seldom is, in the order in which it is told. It is never a refusal: whoever recorded it is asked to
 * look again.
 */
const UNLIKELY_THINGS: Readonly<Record<string, UnlikelyThing>> = {
  letterSentLate: ({ details }) => {
    if (!('printedOn' in details) || details.sentOn <= addDays(details.printedOn, DAYS_FROM_PRINTING_TO_SENDING))
      return []
    const { printedOn, sentOn } = details
    const days = dayOf(sentOn) - dayOf(printedOn)
    return [
      {
        sentence: `The letter is dated ${formatDate(printedOn)} and was sent ${days} days later, on ${formatDate(sentOn)}.`,
      },
    ]
  },

  oldDecision: ({ details, recordedOn }) => {
    if (!('printedOn' in details)) return []
    const decidedOn = earlierOf(details.printedOn, details.sentOn)
    return addMonths(decidedOn, MONTHS_OF_A_DECISION) < recordedOn
      ? [{ sentence: `The decision was on ${formatDate(decidedOn)}, more than two months before its case was opened.` }]
      : []
  },

  correctedOntoAnother: ({ besideAnotherOn }) =>
    besideAnotherOn
      ? [
          {
            sentence: `Something of this kind is on record for ${formatDate(besideAnotherOn)} already. If both are the same thing, take one of them back.`,
          },
        ]
      : [],

  meetingOnADayOff: ({ details }) => {
    if (!('meetingOn' in details) || details.meetingOn === undefined || isWorkingDay(details.meetingOn)) return []
    const holiday = holidayName(dayOf(details.meetingOn))
    return [
      {
        sentence: `The meeting is on ${formatDate(details.meetingOn)}, ${holiday ? `which is ${holiday}` : 'at the weekend'}.`,
      },
    ]
  },

  misspeltMailDomain: ({ contact }) =>
    [contact?.email, contact?.second?.email, contact?.representative?.email].flatMap((email = '') => {
      const meant = meantMailDomain(email)
      return meant ? [{ sentence: `The email address ${email} nearly ends in ${meant}, but not quite.` }] : []
    }),

  letterNotPrinted: ({ notPrinted }) => notPrinted.map((sentence) => ({ sentence })),

  sameChildAndDecision: ({ sameCases }) =>
    sameCases.map(({ caseId, openedOn }) => ({
      sentence: `A case about the same child and decision is already open: case ${caseId}, opened ${formatDate(openedOn)}.`,
      otherCase: caseId,
    })),
}

/** What is unlikely in what is about to be recorded. */
export function unlikelyThings(looked: LookedAt): readonly Unlikely[] {
  return Object.values(UNLIKELY_THINGS).flatMap((isSaid) => isSaid(looked))
}
