import * as z from 'zod/mini'
import { LETTER_OUTCOMES, type LetterOutcome } from '../../cases/store/letter-store.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { Field } from '../../web/forms/field.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { choice, date } from '../../web/forms/schemas.ts'

const POSTED = { value: 'posted', text: 'The letter was posted' }
const TOLD_ANOTHER_WAY = {
  value: 'told-another-way',
  text: 'They were told another way',
  hint: 'For example, by phone. No letter is posted then.',
}

/** What was done with one letter. @param mayPost whether it may be posted: not when for safety nobody may write */
export function letterForm(mayPost: boolean): Form<{ readonly how: LetterOutcome; readonly doneOn: CalendarDate }> {
  return {
    fields: [
      {
        kind: 'choice',
        name: 'how',
        label: 'How were they told?',
        options: mayPost ? [POSTED, TOLD_ANOTHER_WAY] : [TOLD_ANOTHER_WAY],
      },
      { kind: 'date', name: 'doneOn', label: 'On which day?', hint: 'For example, 27 3 2026.' },
    ],
    schema: z.object({
      how: choice(mayPost ? LETTER_OUTCOMES : ['told-another-way'], 'Select how they were told'),
      doneOn: date('the day'),
    }),
  }
}

const POSTING_FIELDS: readonly Field[] = [
  {
    kind: 'date',
    name: 'doneOn',
    label: 'When were the letters that you ticked posted?',
    hint: 'For example, 27 3 2026.',
  },
]

/** The day on which several letters were posted. */
export const POSTING_FORM: Form<{ readonly doneOn: CalendarDate }> = {
  fields: POSTING_FIELDS,
  schema: z.object({ doneOn: date('the day of posting') }),
}
