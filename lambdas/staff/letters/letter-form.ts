import type { LetterOutcome } from '../../cases/store/letter-store.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import { askChoice, askDate, formOf } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'

const POSTED = { value: 'posted', text: 'The letter was posted' } as const
const TOLD_ANOTHER_WAY = {
  value: 'told-another-way',
  text: 'They were told another way',
  hint: 'For example, by phone. No letter is posted then.',
} as const

/** What was done with one letter. @param mayPost whether it may be posted: not when for safety nobody may write */
export function letterForm(mayPost: boolean): Form<{ readonly how: LetterOutcome; readonly doneOn: CalendarDate }> {
  return formOf({
    how: askChoice<LetterOutcome>(mayPost ? [POSTED, TOLD_ANOTHER_WAY] : [TOLD_ANOTHER_WAY], {
      label: 'How were they told?',
      error: 'Select how they were told',
    }),
    doneOn: askDate({ label: 'On which day?', what: 'the day' }),
  })
}

/** The day on which several letters were posted. */
export const POSTING_FORM: Form<{ readonly doneOn: CalendarDate }> = formOf({
  doneOn: askDate({ label: 'When were the letters that you ticked posted?', what: 'the day of posting' }),
})
