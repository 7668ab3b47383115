import type { MessageWords } from '../content.ts'
import type { SituationOfFact } from '../message-situation.ts'
import { appealClosing } from './appeal-closing.ts'

/** Fourteen days before the day to aim for. */
export function appealClosing14Days(situation: SituationOfFact): MessageWords {
  return appealClosing(
    situation,
    'If you want to appeal, send it',
    'We are writing because the day for your appeal is near.',
  )
}
