import type { CalendarDate } from '../../law/calendar-date.ts'
import type { MessageDue } from '../message.ts'
import type { TimeOutcome } from '../stages.ts'
import type { TaskDue } from '../task.ts'
import type { NextDateKind } from './next-date-kind.ts'

/** A message for a day that lies between the start of a wait and its end. */
export type Reminder = MessageDue & {
  readonly on: CalendarDate
  /** Sent although a later reminder has come up: each is about something else. */
  readonly always?: boolean
}

/** What one kind of wait asks for, whatever day it is. `planWait` turns it into what is due today. */
export interface WaitRules {
  /** Told at once when the wait begins: it is about the fact that began it. */
  readonly messages: readonly MessageDue[]
  /** Told at once too, unless something has been recorded since that makes it out of date. */
  readonly messagesIfStillSo?: readonly MessageDue[]
  readonly reminders: readonly Reminder[]
  /** Tasks for the council, each on the day from which it is due. */
  readonly tasks: readonly TaskDue[]
  /** The day from which the wait is over by itself, and the word for it where it is not the first in ENDS_WITH. */
  readonly ends: { readonly from: CalendarDate; readonly as?: TimeOutcome; readonly message?: MessageDue }
  /** The date that this case is watched for on the list of cases. */
  readonly next: { readonly kind: NextDateKind; readonly date: CalendarDate }
}

/** What is due today in a wait, and when to look again. */
export interface WaitPlan {
  /** In the order in which they are to be sent. Some may have gone out already. */
  readonly messages: readonly MessageDue[]
  readonly tasks: readonly TaskDue[]
  /** Set when the time for this wait is over. */
  readonly timeUp?: TimeOutcome
  /** The next day on which something can be due. */
  readonly wakeOn: CalendarDate
  readonly next: WaitRules['next']
}
