import type { CalendarDate } from './calendar-date.ts'
import type { PeriodId } from './period.ts'

/** Where a rule is written down. */
export interface Citation {
  /** For example "SEND Regulations 2014, regulation 33". */
  readonly title: string
  readonly url: string
}

/** A point on which the law is not settled, and the reading that we do not rely on. Ids as in docs/judgement-calls.md. */
export interface Judgement {
  /** For example "J1". */
  readonly id: string
  /** What is not settled and what we do about it, in a plain sentence or two for staff. */
  readonly reason: string
  /** The date that the other reading gives, where it gives one. */
  readonly otherReading?: CalendarDate
}

/** A date that the law sets, with everything that is needed to trust it. */
export interface Deadline {
  /** The row in periods.ts, for example "D09". */
  readonly ruleId: PeriodId
  /** Which version of that row applied. */
  readonly ruleVersion: string
  /** The last day on which the thing can be done in time. */
  readonly lawDate: CalendarDate
  /** The time of that day at which it ends (Europe/London), where the rule has one. */
  readonly lawTime?: '17:00'
  /** The day on which the period ends before any roll to a working day. */
  readonly unrolledDate: CalendarDate
  /** The day that people should aim for: the last working day on or before the unrolled date. */
  readonly aimDate: CalendarDate
  readonly certainty: 'certain' | 'judgement'
  /** Empty when certain. */
  readonly judgements: readonly Judgement[]
  /**
   * Points on which practice agrees with the date shown, and a careful person still leaves room: the 5pm end of a day
   * (J2), the day of issue (J3), who starts the three days (J9). Or the day is what should be kept, and staff are
   * warned (J20, J23, J44). They do not make the date less certain.
   */
  readonly cautions: readonly Judgement[]
  /** True when it rests on bank holidays that the government has not published yet. */
  readonly provisional: boolean
  /**
   * The working, one step a sentence, in plain English with dates in full. For example
   * ["2 months after Tuesday 30 June 2026 is Sunday 30 August 2026.",
   *  "That day is in August, so the time ends on the first working day of September: Tuesday 1 September 2026."]
   */
  readonly working: readonly string[]
  readonly sources: readonly Citation[]
  /** For example "england-and-wales-2014-2027". */
  readonly holidayTableVersion: string
}

/** Whether a day is after the deadline on every reading of the law, so that nothing is left to argue. */
export function isPastOnEveryReading({ lawDate, judgements }: Deadline, day: CalendarDate): boolean {
  return day > lawDate && judgements.every(({ otherReading = lawDate }) => day > otherReading)
}

/** The appeal date: the later of two limbs, then rolled. */
export interface AppealDeadline extends Deadline {
  /** Two months after the decision notice was sent, by itself (rule D09). */
  readonly decisionLimb: Deadline
  /** One month after the certificate was issued, by itself (rule D10). Absent when there is none or it cannot count. */
  readonly certificateLimb?: Deadline
  /** Which limb sets the date. */
  readonly setBy: 'decision' | 'certificate'
  /**
   * True when the family first spoke to the adviser after the contact date, so that only the decision limb is safe
   * (J5, J45). The certificate limb is then left out, and a late appeal has to be explained to the Tribunal.
   */
  readonly lateContact: boolean
}
