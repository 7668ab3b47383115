import { addDays, type CalendarDate } from '../../law/calendar-date.ts'
import { addWorkingDays, isWorkingDay, nextWorkingDayOnOrAfter } from '../../law/working-days.ts'
import { caseAsKnown } from '../build-case.ts'
import type { Case } from '../case.ts'
import type { Fact } from '../fact.ts'
import { isCorrection } from '../facts.ts'
import { londonDay, londonInstant } from '../london.ts'
import { factTold, type MessageDue } from '../message.ts'
import { dayOf } from '../order.ts'
import { heldForParty } from '../party/party.ts'
import { isHistory } from '../taking-over/history.ts'
import { hasMissedALastDay, isTooNear, nextDayOfTheFamily } from './days-of-the-family.ts'
import type { Waiting } from './held-message.ts'

/** What happened so many working days before it was recorded, or fewer, is told at once. A choice of ours. */
const WORKING_DAYS_OF_NEWS = 2

/** What was learnt late leaves at this time, all in one message. */
const TIME_TO_LEAVE = '17:00'

/** Whether a fact was recorded later than on the second working day after it happened. */
export function isLearntLate(fact: Fact): boolean {
  const day = dayOf(fact)
  return day !== undefined && londonDay(new Date(fact.recordedAt)) > addWorkingDays(day, WORKING_DAYS_OF_NEWS)
}

/**
 * Whether a fact is a correction that is told at 5pm, with what else is learnt that day. It is told at once where that is too
 * late for somebody who goes by what is wrong: a day of the family's, as it was or as it is right, is near; the right last day
 * has gone by; or the decision is another one.
 */
export function isCorrectionThatWaits(subject: Case, fact: Fact, today: CalendarDate): boolean {
  if (!isCorrection(fact.type) || subject.decisionStatedBy === fact.sequence) return false
  const before = caseAsKnown(subject, ({ sequence }) => sequence < fact.sequence)
  const isMissedNow = hasMissedALastDay(subject, today) && !hasMissedALastDay(before, today)
  return !isMissedNow && !hasADayTooNear(subject, today) && !hasADayTooNear(before, today)
}

/** 5pm of the day at which something was recorded; where that is past, or on no working day, of the next working day. */
export function fivePmAfter(recordedAt: Date): Date {
  const day = londonDay(recordedAt)
  const sameDay = londonInstant(day, TIME_TO_LEAVE)
  if (isWorkingDay(day) && recordedAt < sameDay) return sameDay
  return londonInstant(nextWorkingDayOnOrAfter(addDays(day, 1)), TIME_TO_LEAVE)
}

/** How something is held that waits until it is said who the party is; undefined where nothing waits for that. */
export function waitForParty(subject: Case, now: Date): Waiting | undefined {
  const held = heldForParty(subject, londonDay(now))
  return (
    held && {
      waitsFor: 'party',
      ...(held.until && { leavesAt: londonInstant(held.until, TIME_TO_LEAVE).toISOString() }),
    }
  )
}

/**
 * Why a message that is due now does not leave at once: it waits until it is said who the party is, or until 5pm.
 * @returns undefined when it leaves at once
 */
export function waitingOf(subject: Case, message: MessageDue, now: Date): Waiting | undefined {
  const leavesAt = leavesLater(subject, message, now)
  return waitForParty(subject, now) ?? (leavesAt && { leavesAt: leavesAt.toISOString() })
}

/**
 * When a message leaves that is due now: at once, or at 5pm with what else is learnt late that day. One about news goes at
 * once; whatever else has become due while something learnt late waits, is due because of that. While a correction waits so does
 * news, which can be what is right in the place of what was wrong.
 * @returns an instant after `now`; undefined when it leaves at once
 */
export function leavesLater(subject: Case, message: MessageDue, now: Date): Date | undefined {
  const today = londonDay(now)
  const recent = subject.facts.filter(
    (fact) => !isHistory(subject, fact.sequence) && fivePmAfter(new Date(fact.recordedAt)) > now,
  )
  const corrections = recent.filter((fact) => isCorrectionThatWaits(subject, fact, today))
  const waiting = recent.filter((fact) => isLearntLate(fact))
  if (waiting.length + corrections.length === 0 || hasADayTooNear(subject, today)) return undefined
  if (corrections.length > 0) return fivePmAfter(now)
  const fact = subject.facts.find(({ sequence }) => sequence === factTold(message))
  const isNews = fact && !isLearntLate(fact) && waiting.every(({ sequence }) => fact.sequence > sequence)
  return isNews ? undefined : fivePmAfter(now)
}

/** Whether the family has to act, or has to be at a meeting, today or in the next two working days. */
export function hasADayTooNear(subject: Case, today: CalendarDate): boolean {
  const next = nextDayOfTheFamily(subject, today)
  return next !== undefined && isTooNear(next, today)
}
