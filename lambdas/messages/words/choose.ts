import { formatDate } from '../../law/calendar-date.ts'
import type { MessageWords } from '../content.ts'
import { required, type SituationOfFact } from '../message-situation.ts'
import { choice } from './choice.ts'

/** The family has spoken to the adviser and can choose. */
export function choose(situation: SituationOfFact): MessageWords {
  const contactedOn = required(situation.subject.adviserContactedOn, 'nobody has spoken to the adviser', situation)
  return choice(
    situation,
    'Your choice: ',
    `You spoke to the mediation adviser on ${formatDate(contactedOn)}. Now you can choose what to do.`,
  )
}
