import type { MessageWords } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealClosing } from './appeal-closing.ts'

/** Five working days before the day to aim for. */
export function appealClosing5WorkingDays(situation: SituationOfFact): MessageWords {
  return appealClosing(
    situation,
    'Last reminder: if you want to appeal, send it',
    'We are writing because only a few days are left for your appeal.',
  )
}
