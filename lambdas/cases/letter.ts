import { type CalendarDate, daysBetween } from '../law/calendar-date.ts'
import type { Contact } from './contact.ts'
import { londonDay } from './london.ts'
import { type EmailDelivery, type MessageRecord, readMessageKey } from './message.ts'
import type { CaseSummary } from './outcome.ts'
import { mustNotBeWrittenTo, nameOf, postalAddressOf, type RecipientRole } from './recipient.ts'

/**
 * Why a message goes by post. `chosen`: that is how this person is written to. `could-not-be-sent`: SES refused it.
 * `no-email`: email was chosen and no address is known. The others are what became of an email, this one or, while the
 * address is known to fail, one before it.
 */
export const LETTER_REASONS = [
  'chosen',
  'bounced',
  'undelivered',
  'complained',
  'suppressed',
  'could-not-be-sent',
  'no-email',
] as const
export type LetterReason = (typeof LETTER_REASONS)[number]

/**
 * A message that goes by post. `to-print`: somebody has to print and post it. `told-another-way`: the family was told
 * without it, for example by phone. `not-needed`: the email arrived after all.
 */
export type Letter = Wanted & (ToPrint | DoneWith | NotNeeded)

interface Wanted {
  /** The key of the message that it carries. */
  readonly key: string
  readonly recipient: RecipientRole
  readonly why: LetterReason
  /** The day from which it was wanted. */
  readonly wantedOn: CalendarDate
  /** The instant at which that was noted, ISO 8601. */
  readonly wantedAt: string
}

interface ToPrint {
  readonly state: 'to-print'
  readonly doneOn?: never
  readonly recordedAt?: never
}

interface DoneWith {
  readonly state: 'posted' | 'told-another-way'
  /** The day on which it was posted, or the family told another way. */
  readonly doneOn: CalendarDate
  /** The instant at which that was recorded, ISO 8601. */
  readonly recordedAt: string
}

interface NotNeeded {
  readonly state: 'not-needed'
  readonly doneOn?: never
  readonly recordedAt: string
}

/** Whether a letter can be printed, and if not why. */
export type Printing = 'ready' | 'no-address' | 'nobody' | 'must-not-write' | 'child-died'

/** Whether a letter to somebody can be printed, as the case is and as the family wants to be written to now. */
export function printingOf(
  { recipient }: Pick<Letter, 'recipient'>,
  contact: Contact,
  { hasDied }: Pick<CaseSummary, 'hasDied'>,
): Printing {
  if (hasDied) return 'child-died'
  if (mustNotBeWrittenTo(contact)) return 'must-not-write'
  if (nameOf(contact, recipient) === undefined) return 'nobody'
  return postalAddressOf(contact, recipient) ? 'ready' : 'no-address'
}

/**
 * Whether a letter about a correction has come after this one and is to be printed too. A day in this one may be wrong,
 * so both belong in one envelope.
 *
 * @param letters the letters of the same case
 */
export function isCorrectedByAnother({ recipient, wantedAt }: Letter, letters: readonly Letter[]): boolean {
  return letters.some(
    (other) =>
      other.state === 'to-print' &&
      other.recipient === recipient &&
      other.wantedAt > wantedAt &&
      isAboutCorrection(other),
  )
}

/** Whether a letter says what was recorded wrongly, and what is right. */
export function isAboutCorrection({ key }: Pick<Letter, 'key'>): boolean {
  return readMessageKey(key)?.message.kind === 'dates-corrected'
}

/**
 * How many whole days of notice somebody lost because an email did not arrive: from the day on which it was sent to the
 * day of the posting, or to `today` while nothing has been posted.
 * @returns undefined when no email of this message failed, or the failure turned out to be none.
 */
export function daysOfNoticeLost(
  { why, state, doneOn }: Letter,
  message: Pick<MessageRecord, 'claimedAt' | 'sentAt' | 'state'>,
  today: CalendarDate,
): number | undefined {
  const neverEmailed = message.state === 'by-letter' || why === 'chosen' || why === 'no-email'
  if (neverEmailed || state === 'not-needed') return undefined
  return daysBetween(londonDay(new Date(message.sentAt ?? message.claimedAt)), doneOn ?? today)
}

/** Why a letter is wanted when an email came to this; undefined when it arrived, or may still arrive. */
export function letterReasonOf(delivery: EmailDelivery): LetterReason | undefined {
  switch (delivery) {
    case 'delayed':
    case 'delivered':
      return undefined
    case 'rejected':
      return 'could-not-be-sent'
    default:
      return delivery
  }
}
