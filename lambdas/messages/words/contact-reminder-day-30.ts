import type { MessageWords } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { contactReminder } from './contact-reminder.ts'

/** Thirty days after the decision: there is time. */
export function contactReminderDay30(situation: SituationOfFact): MessageWords {
  return contactReminder(situation, {
    subjectBegins: 'Reminder: speak to the mediation adviser',
    title: 'A reminder to speak to the mediation adviser',
    opening: 'We are writing because there is still time to speak to the mediation adviser.',
  })
}
