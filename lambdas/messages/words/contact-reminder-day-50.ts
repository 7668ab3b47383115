import type { MessageWords } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { contactReminder } from './contact-reminder.ts'

/** Fifty days after the decision: the day is near. */
export function contactReminderDay50(situation: SituationOfFact): MessageWords {
  return contactReminder(situation, {
    subjectBegins: 'Second reminder: speak to the mediation adviser',
    title: 'The day to speak to the mediation adviser is near',
    opening: 'We are writing because the day to speak to the mediation adviser is near.',
  })
}
