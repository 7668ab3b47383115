import { formatDate } from './calendar-date.ts'
import type { AppealDeadline, Deadline, Judgement } from './deadline.ts'
import { periodOf } from './periods.ts'

/**
 * Why a date is what it is, in plain sentences for a family: each under 25 words, no contractions, dates in full.
 * First the working, then what to aim for, then what is not sure about it.
 */
export function familyReason(deadline: Deadline | AppealDeadline): readonly string[] {
  return [
    ...deadline.working,
    ...lastMoment(deadline),
    ...aim(deadline),
    ...(deadline.judgements.length > 0 ? ['The law is not settled on this point. We have used the earlier date.'] : []),
    ...(deadline.provisional
      ? ['Bank holidays for that time are not yet published by the government, so this date may change.']
      : []),
    ...(isLateContact(deadline)
      ? [
          'You can still appeal after the time limit. Appeal as soon as you can and say why it is late. A judge decides.',
        ]
      : []),
  ]
}

/**
 * Why a date is what it is, for staff: the rule and its provision, the working, each judgement call with the other
 * reading's date, and what the date was made from.
 */
export function staffReason(deadline: Deadline | AppealDeadline): readonly string[] {
  return [
    `${deadline.ruleId}${nameOf(deadline)}, version ${deadline.ruleVersion}.`,
    `Source: ${deadline.sources.map((source) => source.title).join('; ')}.`,
    ...deadline.working,
    `The law's date is ${formatDate(deadline.lawDate)}${deadline.lawTime === undefined ? '' : ', 5pm'}; aim for ${formatDate(deadline.aimDate)}.`,
    ...deadline.judgements.map((point) => `Judgement ${point.id}: ${point.reason}${otherReading(deadline, point)}`),
    ...deadline.cautions.map((point) => `Caution ${point.id}: ${point.reason}${otherReading(deadline, point)}`),
    ...checksOf(deadline),
    ...(deadline.provisional
      ? ['Provisional: the government has not yet published the bank holidays for that time.']
      : []),
    `Bank holidays: ${deadline.holidayTableVersion}.`,
  ]
}

function lastMoment(deadline: Deadline): readonly string[] {
  if (deadline.lawTime === undefined) return []
  const moment = `5pm on ${formatDate(deadline.lawDate)}`
  if (deadline.ruleId === 'D11') return [`The Tribunal must have the response of the council by ${moment}.`]
  // After a late contact the moment may have passed already, so nobody is told that they must meet it.
  return [isLateContact(deadline) ? `The time limit is ${moment}.` : `The Tribunal must have your appeal by ${moment}.`]
}

function aim(deadline: Deadline): readonly string[] {
  if (deadline.aimDate === deadline.lawDate) return []
  return deadline.lawDate > deadline.unrolledDate
    ? [`It is safer not to use the extra days. Aim for ${formatDate(deadline.aimDate)}.`]
    : [`Aim for the working day before: ${formatDate(deadline.aimDate)}.`]
}

function isLateContact(deadline: Deadline | AppealDeadline): boolean {
  return 'lateContact' in deadline && deadline.lateContact
}

/** What the row says of exceptions and of what is still to be checked in the provision. */
function checksOf(deadline: Deadline): readonly string[] {
  const { exceptions, toCheck } = periodOf(deadline) ?? {}
  return [...(exceptions ? [exceptions] : []), ...(toCheck ? [`Check: ${toCheck}`] : [])]
}

function nameOf(deadline: Deadline): string {
  const period = periodOf(deadline)
  return period === undefined ? '' : ` ${period.name}`
}

/** A date that another reading gives is kept to where it is the earlier one, and not relied on where it is later. */
function otherReading({ lawDate }: Deadline, { otherReading }: Judgement): string {
  if (otherReading === undefined) return ''
  const advice = otherReading < lawDate ? ', which is earlier; keep to it' : '; do not rely on it'
  return ` The other reading gives ${formatDate(otherReading)}${advice}.`
}
