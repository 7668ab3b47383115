import type { MessageWords } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { contactReminder } from './contact-reminder.ts'

/** Five working days before the day to aim for. */
export function contactReminderLastWeek(situation: SituationOfFact): MessageWords {
  return contactReminder(situation, {
    subjectBegins: 'Last reminder: speak to the mediation adviser',
    title: 'The last week to speak to the mediation adviser',
    opening: 'We are writing because this is the last week to speak to the mediation adviser.',
  })
}
