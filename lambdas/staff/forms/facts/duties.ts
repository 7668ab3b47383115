import type { Case } from '../../../cases/case.ts'
import { openDuties } from '../../../cases/duty-dates.ts'
import type { FactDetails } from '../../../cases/fact.ts'
import { dutyId } from '../../../cases/plan/duties.ts'
import { formatDate } from '../../../law/calendar-date.ts'
import { type Duty, type DutySource, dutiesAfter } from '../../../law/compliance-deadlines.ts'
import { DUTY_WORDS, describeDuty, describeUndertaking } from '../../words/duty-words.ts'
import type { Option } from '../field.ts'
import { askChoice, askDate, formOf, mapForm, optionsOf } from '../questions.ts'
import type { Form } from '../read-form.ts'
import { type FactInput, newFact } from './fact-input.ts'

/** What the council can have to do: stopping a plan only where that was decided. */
export function dutyOptions(source: DutySource, { decision }: Case): readonly Option<Duty>[] {
  const duties = dutiesAfter(source).filter((duty) => duty !== 'cease' || decision.decisionKind === 'ceasing-plan')
  return optionsOf(duties, DUTY_WORDS)
}

/** That something was done: one of all the things that are still to be done on the case. */
export function dutyDoneForm({ undertakings }: Case): Form<FactInput> {
  const open = undertakings.flatMap((undertaking) =>
    openDuties(undertaking).map((duty) => ({ undertaking, duty, id: dutyId(undertaking.of, duty) })),
  )
  const form = formOf({
    duty: askChoice(
      open.map(({ undertaking, duty, id }) => ({
        value: id,
        text: describeDuty(duty),
        hint: `By ${formatDate(duty.deadline.lawDate)}. ${describeUndertaking(undertaking)}.`,
      })),
      { label: 'What did the council do?', error: 'Select what the council did' },
    ),
    doneOn: askDate({ label: 'When was it done?', what: 'the date it was done' }),
  })
  return mapForm(form, ({ duty: chosen, doneOn }) => {
    const found = open.find(({ id }) => id === chosen)
    if (!found) throw new Error(`"${chosen}" is none of the things to be done that the form offered.`)
    return { fact: newFact('duty-done', { of: found.undertaking.of, rule: found.duty.rule, doneOn }) }
  })
}

/** The answers that the form would have had for a fact like this. */
export function dutyDoneAnswers({ of, rule, doneOn }: FactDetails['duty-done']): object {
  return { duty: dutyId(of, { rule }), doneOn }
}
