import type { CalendarDate } from '../law/calendar-date.ts'
import type { Deadline } from '../law/deadline.ts'
import { complaintWorkingDays } from '../law/other-deadlines.ts'
import { type Dates, whichDates } from '../law/which-dates.ts'
import { addWorkingDays } from '../law/working-days.ts'
import type { Complaint } from './case.ts'
import type { OwnComplaintTimes } from './complaint/closed-words.ts'
import { dateFactsOfComplaint } from './date-facts-of.ts'

/** The days of a complaint. For the council they come from the Ombudsman's Code, for another body from its procedure. */
export interface ComplaintDates {
  readonly acknowledgeBy: CalendarDate
  /** How many working days after the complaint that is. */
  readonly acknowledgeWorkingDays: number
  readonly answerBy: CalendarDate
  /** Where `answerBy` comes from. */
  readonly answerBySource: 'promised' | 'procedure' | 'code'
  /** How many working days the body has for its answer, and after what, where it promised no day. */
  readonly answerCount: { readonly workingDays: number; readonly after: 'complaint' | 'acknowledgement' }
  /** Complain to the Ombudsman by, in law. */
  readonly ombudsman: Deadline
}

/**
 * When a complaint should be acknowledged and answered. The council has 5 working days and then 10 after its
 * acknowledgement (20 at the second stage), or both after the complaint where there is none (D46, D47, J44). Another body has
 * its own times, in working days after the complaint. A day that the body promised for its answer stands instead.
 *
 * @param times the other bodies' own times
 * @throws RuleNotInForceError when the complaint is before 1 September 2014
 * @throws HolidaysNotKnownError when a date lies beyond the bank holidays that can be computed
 */
export function complaintDates(complaint: Complaint, times: OwnComplaintTimes): ComplaintDates {
  const { dates } = whichDates(dateFactsOfComplaint(complaint))
  const counted =
    complaint.about === 'council' ? byTheCode(complaint, dates) : byProcedure(complaint, times[complaint.about])
  const promised = complaint.acknowledged?.answerPromisedBy
  return {
    ...counted,
    ...(promised && { answerBy: promised, answerBySource: 'promised' }),
    ombudsman: dates.ombudsman,
  }
}

type Counted = Omit<ComplaintDates, 'ombudsman'>

function byTheCode(
  { madeOn, stage = 'first', acknowledged }: Complaint,
  { complaintAcknowledgement, complaintAnswer }: Pick<Dates, 'complaintAcknowledgement' | 'complaintAnswer'>,
): Counted {
  if (!complaintAcknowledgement || !complaintAnswer) {
    throw new Error('A complaint about the council has a day to acknowledge it and one to answer it, always.')
  }
  const { toAcknowledge, toAnswer } = complaintWorkingDays(madeOn, stage)
  return {
    acknowledgeBy: complaintAcknowledgement.lawDate,
    acknowledgeWorkingDays: toAcknowledge,
    answerBy: complaintAnswer.lawDate,
    answerBySource: 'code',
    answerCount: acknowledged
      ? { workingDays: toAnswer, after: 'acknowledgement' }
      : { workingDays: toAcknowledge + toAnswer, after: 'complaint' },
  }
}

function byProcedure({ madeOn }: Complaint, times: OwnComplaintTimes[keyof OwnComplaintTimes]): Counted {
  const { acknowledgeWorkingDays, answerWorkingDays } = times
  return {
    acknowledgeBy: addWorkingDays(madeOn, acknowledgeWorkingDays),
    acknowledgeWorkingDays,
    answerBy: addWorkingDays(madeOn, answerWorkingDays),
    answerBySource: 'procedure',
    answerCount: { workingDays: answerWorkingDays, after: 'complaint' },
  }
}
