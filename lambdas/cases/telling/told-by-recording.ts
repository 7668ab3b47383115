import type { CalendarDate } from '../../law/calendar-date.ts'
import { caseAsKnown } from '../build-case.ts'
import { type Case, plannedMeeting } from '../case.ts'
import type { CaseFile, CaseRecord } from '../case-file.ts'
import { isRevision } from '../corrections/revisions.ts'
import { dutyDates } from '../duty-dates.ts'
import type { Fact } from '../fact.ts'
import { isCorrection, kindOf } from '../facts.ts'
import { londonDay } from '../london.ts'
import { type MessageDue, messageKey } from '../message.ts'
import { isHistory } from '../taking-over/history.ts'
import type { HeldMessage, NotNeededReason, Waiting } from './held-message.ts'
import { fivePmAfter, hasADayTooNear, isCorrectionThatWaits, isLearntLate, waitForParty } from './when-it-leaves.ts'

/**
 * What recording a fact has to tell by itself, whatever its stages tell: that something told before is not so. A correction,
 * unless it is urgent, waits until 5pm. So does what was learnt late, which is told where a message of its own does not tell it; so does that
 * a duty is done whose day has gone by. Whoever joins is
 * told at once where the case stands, before any reminder of it; and so is a family whose history is complete. What was
 * recorded as history tells nothing.
 * @param after the case with the fact
 * @param status how the case is with it
 */
export function toldByRecording(
  after: Case,
  fact: Fact,
  status: CaseRecord['status'],
  now: Date,
): readonly HeldMessage[] {
  const party = waitForParty(after, now)
  const today = londonDay(now)
  const ready = (message: MessageDue) => heldMessage(message, now, party)
  const atFivePm = { leavesAt: fivePmAfter(now).toISOString() }
  const { type, sequence: about } = fact
  if (fact.type === 'history-complete') {
    const message = { kind: 'where-your-case-stands', about } as const
    return [fact.details.leftOut ? messageNotNeeded(message, 'left-out', now) : ready(message)]
  }
  if (isHistory(after, about)) return []
  if (isCorrection(type)) {
    const waits = isCorrectionThatWaits(after, fact, today) ? atFivePm : undefined
    // A meeting that is still ahead is told like one that was moved, by its stage.
    const corrected = isAboutMeetingAhead(fact, after, today)
      ? []
      : [heldMessage({ kind: 'dates-corrected', about }, now, party ?? waits)]
    return after.decisionStatedBy === about ? [...corrected, ready({ kind: 'rights', about })] : corrected
  }
  if (fact.type === 'contact-details-changed') {
    const message = { kind: 'where-your-case-stands', about } as const
    if (!fact.details.joins) return []
    return [status === 'open' ? ready(message) : messageNotNeeded(message, 'case-closed', now)]
  }
  if (!isRevision(after, fact) && !isLearntLate(fact)) {
    const own = kindOf(type).tells
    if (own) return [ready({ kind: own, about })]
    if (!isDoneByDayGoneBy(after, fact, now)) return []
  }
  const waits = hasADayTooNear(after, today) ? undefined : atFivePm
  return [heldMessage({ kind: 'dates-corrected', about }, now, party ?? waits)]
}

/**
 * What waited until it was said who the party is, and waits no longer on what is recorded.
 * @param after the case with that
 */
export function heldUntilNow({ held }: Pick<CaseFile, 'held'>, after: Case, now: Date): readonly HeldMessage[] {
  return waitForParty(after, now) ? [] : held.filter(isForParty)
}

/** Whether something is held until it is said who the party is. */
export function isForParty(held: HeldMessage): boolean {
  return held.state === 'held' && held.waitsFor === 'party'
}

/** A message that is held from now on. @param waiting absent: it leaves at once, with what else leaves then */
export function heldMessage(message: MessageDue, now: Date, waiting?: Waiting): HeldMessage {
  const held = dueNow(message, now)
  return waiting ? { ...held, state: 'held', ...waiting } : { ...held, state: 'ready', releasedAt: held.heldAt }
}

/** A message that is of no use from the beginning. */
export function messageNotNeeded(message: MessageDue, reason: NotNeededReason, now: Date): HeldMessage {
  return { ...dueNow(message, now), state: 'not-needed', reason }
}

function dueNow(message: MessageDue, now: Date) {
  return { key: messageKey(message), message, heldAt: now.toISOString() }
}

/** Whether a fact says that a duty is done whose last day has gone by: the family may have been told that it is late. */
function isDoneByDayGoneBy({ undertakings }: Case, fact: Fact, now: Date): boolean {
  if (fact.type !== 'duty-done') return false
  const { of, rule } = fact.details
  const undertaking = undertakings.find((one) => one.of === of)
  const duty = undertaking && dutyDates(undertaking).find((one) => one.rule === rule)
  return duty !== undefined && londonDay(now) > duty.deadline.lawDate
}

/** Whether a correction says how a meeting is that was planned when it was recorded, and is still to come as it is right. */
function isAboutMeetingAhead(correction: Fact, subject: Case, today: CalendarDate): boolean {
  if (correction.type !== 'fact-corrected') return false
  const right = plannedMeeting(subject)
  if (right && right.meetingOn < today) return false
  const { corrects } = correction.details
  const type = subject.recorded.find(({ sequence }) => sequence === corrects)?.type
  const meeting = plannedMeeting(caseAsKnown(subject, ({ sequence }) => sequence < correction.sequence))
  return (
    (type === 'meeting-arranged' || type === 'meeting-moved') && meeting !== undefined && corrects >= meeting.arrangedBy
  )
}
