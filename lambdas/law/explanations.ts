import { formatDate } from './calendar-date.ts'
import type { AppealDeadline, Deadline } from './deadline.ts'

/**
 * Why a date is what it is, in plain sentences for a family: each under 25 words, no contractions, dates in full.
 * First the working, then what to aim for, then what is not sure about it.
 */
export function familyReason(deadline: Deadline | AppealDeadline): readonly string[] {
  return [
    ...deadline.working,
    ...lastMoment(deadline),
    ...aim(deadline),
    ...(deadline.judgements.length > 0
      ? [`The law is not settled on this point. We have used the ${safeReading(deadline)} date.`]
      : []),
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

function lastMoment(deadline: Deadline): readonly string[] {
  if (deadline.lawTime === undefined) return []
  const moment = `5pm on ${formatDate(deadline.lawDate)}`
  if (deadline.ruleId === 'D11') return [`The Tribunal must have the response of the council by ${moment}.`]
  // After a late contact the moment may have passed already, so nobody is told that they must meet it.
  return [isLateContact(deadline) ? `The time limit is ${moment}.` : `The Tribunal must have your appeal by ${moment}.`]
}

/** The earlier of two dates is the safe one, but for what the council must go on doing until then (J41). */
function safeReading({ ruleId }: Deadline): 'earlier' | 'later' {
  return ruleId === 'D55' ? 'later' : 'earlier'
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
