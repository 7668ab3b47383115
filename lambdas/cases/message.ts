/** What a family can be told. Each kind has its words in lambdas/messages. */
export const MESSAGE_KINDS = [
  'rights',
  'contact-reminder-day-30',
  'contact-reminder-day-50',
  'contact-reminder-last-week',
  'contact-time-passed',
  'choose',
  'choose-before-two-months',
  'certificate-due',
  'certificate-overdue',
  'certificate-issued',
  'mediation-requested',
  'meeting-arranged',
  'meeting-moved',
  'meeting-cancelled',
  'meeting-result-unknown',
  'mediation-not-arranged',
  'mediation-ended',
  'appeal-closing-14-days',
  'appeal-closing-5-working-days',
  'appeal-time-passed',
  'appeal-registered',
  'agreement-reached',
  'case-withdrawn',
  'no-news',
  'dates-corrected',
  'notice-sent-again',
  'health-board-told',
  'mediation-late',
  'mediation-adjourned',
  'mediation-given-up',
  'response-sent',
  'response-overdue',
  'appeal-conceded',
  'appeal-withdrawn',
  'appeal-decided',
  'duties-set',
  'duty-overdue',
  'duties-done',
  'resolution-asked',
  'resolution-agreed',
  'resolution-meeting',
  'resolution-declined',
  'resolution-ended',
  'complaint-recorded',
  'complaint-acknowledged',
  'complaint-overdue',
  'complaint-answered',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** A message that should have gone out by now. */
export interface MessageDue {
  readonly kind: MessageKind
  /** The fact that it is about, or one duty that follows from it ("00005-D14"): with the kind, this makes the key. */
  readonly about: string
}

/** What the council's officers and the mediation adviser can be told. Each kind has its words in lambdas/messages/digest. */
export const COUNCIL_MESSAGE_KINDS = ['officer-digest', 'adviser-digest', 'officer-today', 'adviser-today'] as const
export type CouncilMessageKind = (typeof COUNCIL_MESSAGE_KINDS)[number]

/** Stands where messages to families have their case: what the council's own people are told is in no family's record. */
export const COUNCIL = 'COUNCIL'

/** A message to the officer or the mediation adviser. */
export interface CouncilMessageDue {
  readonly kind: CouncilMessageKind
  /** The day of a digest, or the case and the thing that is due: with the kind, this makes the key. */
  readonly about: string
  /** What a digest told to be late or due on its day, so that none of it is told at once too. */
  readonly told?: readonly string[]
}

/** The key under which a message is claimed, and which each sending of it carries: "certificate-issued_00004". */
export function messageKey({ kind, about }: MessageDue | CouncilMessageDue): string {
  return `${kind}_${about}`
}

/**
 * What is known of a message. `claimed`: somebody is about to send it, or was when the power went. `sent`: SES has it.
 * `unsettled`: it could not be sent; a task tells a person.
 */
export interface MessageRecord {
  readonly key: string
  readonly kind: MessageKind
  readonly about: string
  readonly state: 'claimed' | 'sent' | 'unsettled'
  readonly claimedAt: string
  /** How often sending was begun. More than one means that the family may have it twice, under the same key. */
  readonly attempts: number
  readonly subject: string
  readonly sentAt?: string
  readonly sesMessageIds: readonly string[]
  /** What SES has told us since. */
  readonly delivery?: 'delivered' | 'delayed' | 'bounced' | 'complained' | 'rejected'
  /** Why it is unsettled: a closed word or an error's name, never an address. */
  readonly problem?: string
}

/** What is known of a message to the officer or the mediation adviser. */
export type CouncilMessageRecord = Omit<MessageRecord, 'kind'> & CouncilMessageDue
