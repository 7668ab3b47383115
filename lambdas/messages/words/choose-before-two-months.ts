import type { MessageWords } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { choice } from './choice.ts'

/** The two months from the decision end in a week, and the family has not said what it chooses. */
export function chooseBeforeTwoMonths(situation: SituationOfFact): MessageWords {
  return choice(
    situation,
    'Reminder of your choice: ',
    'We are writing because the day to choose is near. We have not heard what you choose.',
  )
}
