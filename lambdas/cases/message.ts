import type { CalendarDate } from '../law/calendar-date.ts'
import { aboutKey, type WorkOfCase } from './about.ts'
import type { CaseFile } from './case-file.ts'
import { isPeriodId } from './details.ts'
import type { DutyOfFact } from './duties/duty-of-fact.ts'
import { RECIPIENT_ROLES, type RecipientRole } from './recipient.ts'
import { isSequence, type Sequence } from './sequence.ts'
import { type HeldMessage, ITS_DAY_IS_AHEAD } from './telling/held-message.ts'

/** What a family can be told. Each kind has its words in lambdas/messages. */
export const MESSAGE_KINDS = [
  'rights',
  'contact-reminder-day-30',
  'contact-reminder-day-50',
  'contact-reminder-last-week',
  'adviser-can-still-help',
  'choose',
  'choose-before-two-months',
  'certificate-due',
  'certificate-overdue',
  'last-day-to-appeal',
  'mediation-requested',
  'meeting-invitation',
  'meeting-new-time',
  'meeting-is-off',
  'who-comes',
  'meeting-did-not-happen',
  'meeting-result-unknown',
  'mediation-not-arranged',
  'mediation-ended',
  'an-offer-to-talk',
  'appeal-closing-14-days',
  'appeal-closing-5-working-days',
  'late-appeal-possible',
  'appeal-at-tribunal',
  'closing-after-agreement',
  'closing-after-withdrawal',
  'closing-without-news',
  'dates-corrected',
  'first-dates-stay',
  'what-you-disagree-with',
  'your-case-moves',
  'your-plan-was-issued-again',
  'health-board-knows',
  'mediation-late',
  'meeting-goes-on-another-day',
  'mediation-given-up',
  'council-has-responded',
  'response-overdue',
  'tribunal-timetable',
  'evidence-closing',
  'council-has-given-in',
  'council-does-not-oppose',
  'appeal-taken-back',
  'what-the-tribunal-decided',
  'appeal-open-again',
  'to-the-upper-tribunal',
  'duties-set',
  'duty-changed',
  'duty-overdue',
  'duties-done',
  'resolution-asked',
  'resolution-agreed',
  'resolution-invitation',
  'resolution-declined',
  'resolution-ended',
  'complaint-recorded',
  'complaint-received',
  'complaint-overdue',
  'complaint-outcome',
  'with-the-ombudsman',
  'what-the-ombudsman-decided',
  'where-your-case-stands',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** A message that should have gone out by now: its kind, and what it is about. The two make its key. */
export type MessageDue = AboutFact | AboutDuty

/** Most messages are about a fact. */
export interface AboutFact {
  readonly kind: Exclude<MessageKind, AboutDuty['kind']>
  readonly about: Sequence
}

/** This one is about one of the things to be done that follow from a fact. */
export interface AboutDuty {
  readonly kind: 'duty-overdue'
  readonly about: DutyOfFact
}

/** The fact that a message tells of, or that its duty follows from. */
export function factTold({ about }: MessageDue): Sequence {
  return typeof about === 'object' ? about.of : about
}

/** The kinds of message that are about a fact. */
export const KINDS_ABOUT_A_FACT = MESSAGE_KINDS.filter((kind) => kind !== 'duty-overdue')

/** What the council's officers and the mediation adviser can be told. Each kind has its words in lambdas/messages/digest. */
export const COUNCIL_MESSAGE_KINDS = ['officer-digest', 'adviser-digest', 'officer-today', 'adviser-today'] as const
export type CouncilMessageKind = (typeof COUNCIL_MESSAGE_KINDS)[number]

/** Stands where messages to families have their case: what the council's own people are told is in no family's record. */
export const COUNCIL = 'COUNCIL'

/** A message to the officer or the mediation adviser: its kind, and what it is about. The two make its key. */
export type CouncilMessageDue = DigestOfDay | AboutWork

/** A digest is about its day. */
export interface DigestOfDay {
  readonly kind: Extract<CouncilMessageKind, `${string}-digest`>
  readonly about: CalendarDate
  /** The keys of the work that it told to be late or due on its day, so that none of it is told at once too. */
  readonly told: readonly string[]
  /**
   * The id of the person, or of the mediation adviser, whose cases it is about. Absent: it is the team's, of what nobody owns, or
   * that of the adviser whom the council's file names first.
   */
  readonly to?: string
}

/** What is told at once is about one thing that somebody has to do. */
export interface AboutWork {
  readonly kind: Extract<CouncilMessageKind, `${string}-today`>
  readonly about: WorkOfCase
}

/**
 * The key under which a message is claimed, and which each sending of it carries: "last-day-to-appeal_00004",
 * "duty-overdue_00005-D14". A copy has a key of its own: "last-day-to-appeal_00004_second".
 */
export function messageKey(
  due: MessageDue | Pick<DigestOfDay, 'kind' | 'about' | 'to'> | AboutWork,
  copyFor?: RecipientRole,
): string {
  const to = 'to' in due ? due.to : undefined
  return [due.kind, aboutKey(due.about), ...(copyFor ? [copyFor] : []), ...(to ? [to] : [])].join('_')
}

const KEY = /^([a-z0-9-]+)_(\d{5})(?:-(D\d+))?(?:_([a-z]+))?$/

/** What the key of a message to a family says. */
export interface MessageInKey {
  readonly message: MessageDue
  /** Whose copy it is the key of. */
  readonly copyFor?: RecipientRole
}

/** Reads the key of a message to a family: the inverse of `messageKey`. @returns undefined when the text is no such key */
export function readMessageKey(text: string): MessageInKey | undefined {
  const [, kindInKey, of = '', rule, copyInKey] = KEY.exec(text) ?? []
  const kind = MESSAGE_KINDS.find((one) => one === kindInKey)
  const copyFor = RECIPIENT_ROLES.find((one) => one === copyInKey && one !== 'family')
  if (!kind || !isSequence(of) || (copyInKey && !copyFor)) return undefined
  const copy = copyFor && { copyFor }
  if (kind === 'duty-overdue') return isPeriodId(rule) ? { message: { kind, about: { of, rule } }, ...copy } : undefined
  return rule === undefined ? { message: { kind, about: of }, ...copy } : undefined
}

/** What is known of a message to a family. */
export type MessageRecord = MessageDue & ToFamily & Sending

/** What is known of a message to the officer or the mediation adviser. */
export type CouncilMessageRecord = CouncilMessageDue & Sending

interface ToFamily {
  /** Who it is to. Absent: the family. */
  readonly recipient?: RecipientRole
  /** Who else gets a copy, as it was when the message was first claimed. Each copy has a record of its own. */
  readonly copies?: readonly RecipientRole[]
  /** The days that it names: what the family can be said to have been told. */
  readonly days?: readonly CalendarDate[]
}

/**
 * How far a message has come. `claimed`: somebody is about to send it, or was when the power went. `sent`: SES has it.
 * `by-letter`: it goes by post, and the letter has a record of its own under the same key. `withheld`: for safety it is
 * neither sent nor printed, and a task asks a person to tell the family. `unsettled`: it could not be sent; there is a
 * letter, and a task.
 */
export type Sending = Claimed & (Sent | NotSent | Unsettled)

/** A message, from the moment at which it was claimed. */
interface Claimed {
  readonly key: string
  readonly claimedAt: string
  /** How often sending was begun. More than one means that the family may have it twice, under the same key. */
  readonly attempts: number
  readonly subject: string
  /** The SHA-256 of what was to go out, in hexadecimal, one for each attempt. What was kept can be checked against it. */
  readonly hashes?: readonly string[]
  /** The ids that SES gave it, one for each time that it took it. */
  readonly sesMessageIds: readonly string[]
}

interface Sent {
  readonly state: 'sent'
  readonly sentAt: string
  /** What SES has told us since. */
  readonly delivery?: EmailDelivery
  readonly problem?: never
}

interface NotSent {
  readonly state: 'claimed' | 'by-letter' | 'withheld'
  readonly sentAt?: never
  readonly delivery?: never
  readonly problem?: never
}

interface Unsettled {
  readonly state: 'unsettled'
  readonly sentAt?: never
  readonly delivery?: never
  /** A closed word or an error's name, never an address. */
  readonly problem: string
}

/**
 * What can become of an email. News replaces what stands before it in this list and nothing else, so that the order in
 * which it comes does not matter. `undelivered`: SES tried for hours and gave up (a full mailbox, a server that is down).
 * After a delivery the same news is an automatic reply, so a delivery outweighs it. `suppressed`: SES did not try, because
 * the address failed before.
 */
export const EMAIL_DELIVERIES = [
  'delayed',
  'undelivered',
  'delivered',
  'rejected',
  'bounced',
  'suppressed',
  'complained',
] as const
export type EmailDelivery = (typeof EMAIL_DELIVERIES)[number]

/** Whether an email that came to this was not read by anybody. */
export function didNotArrive(delivery: EmailDelivery | undefined): boolean {
  return delivery !== undefined && delivery !== 'delayed' && delivery !== 'delivered'
}

/**
 * Whether a message needs nothing more from whoever asked for it: it and all its copies are sent, or are somebody's letter or
 * task; or it is held, and leaves by itself where it is of use.
 */
export function isDealtWith(
  due: MessageDue,
  { messages: records, held }: Pick<CaseFile, 'messages' | 'held'>,
): boolean {
  return held.some((one) => one.key === messageKey(due) && !comesWithItsDay(one)) || isSent(due, records)
}

/** What was not sent because its day lies ahead again comes when that has gone by. */
function comesWithItsDay(held: HeldMessage): boolean {
  return held.state === 'not-needed' && held.reason === ITS_DAY_IS_AHEAD
}

/** Whether a message and all its copies are sent, or are somebody's letter or task. */
export function isSent(due: MessageDue, records: readonly MessageRecord[]): boolean {
  const isSettled = (key: string) => records.some((record) => record.key === key && record.state !== 'claimed')
  const copies = records.find(({ key }) => key === messageKey(due))?.copies ?? []
  return isSettled(messageKey(due)) && copies.every((role) => isSettled(messageKey(due, role)))
}
