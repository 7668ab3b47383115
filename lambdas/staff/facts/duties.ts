import type { Case } from '../../cases/case.ts'
import { dutyId } from '../../cases/duties/duty-of-fact.ts'
import { openDuties } from '../../cases/duty-dates.ts'
import { type FactInput, newFact } from '../../cases/fact-input.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type Duty, type DutySource, dutiesAfter } from '../../law/compliance-deadlines.ts'
import { PERIODS, type PeriodId } from '../../law/periods.ts'
import type { Option } from '../../web/forms/field.ts'
import { askChoice, askDayOrToday, formOf, mapForm, optionsOf } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { DUTY_WORDS, inLine } from '../closed-words.ts'
import { describeDuties, describeDuty, describeUndertaking } from './describe-route.ts'
import { asItHappened, type StaffFacts, TOLD_WHAT_CHANGED } from './staff-fact.ts'

export const DUTY_FACTS: StaffFacts<'duty-done'> = {
  'duty-done': {
    ...asItHappened('The council did something that it has to do'),
    offered: 'duties',
    form: dutyDoneForm,
    describe: ({ details: { of, rule, doneOn } }, subject) => {
      const undertaking = subject.undertakings.find((one) => one.of === of)
      return [
        `${PERIODS.find(({ id }) => id === rule)?.name ?? rule}. Done on ${formatDate(doneOn)}.`,
        ...(undertaking ? [`It follows from: ${inLine(describeUndertaking(undertaking))}.`] : []),
      ]
    },
    effect: 'When everything is done, the family is told.',
    correction: {
      answers: ({ of, rule, doneOn }) => ({ duty: dutyId(of, { rule }), doneOn }),
      told: TOLD_WHAT_CHANGED,
    },
  },
}

/** What the council can have to do: stopping a plan only where that was decided. */
export function dutyOptions(source: DutySource, { decision }: Case): readonly Option<Duty>[] {
  const duties = dutiesAfter(source).filter((duty) => duty !== 'cease' || decision.decisionKind === 'ceasing-plan')
  return optionsOf(DUTY_WORDS, duties)
}

/** What a fact says that the council has to do. */
export function dutiesSaid(duties: readonly Duty[]): readonly string[] {
  return duties.length > 0 ? [`What the council has to do: ${describeDuties(duties)}.`] : []
}

/** That something was done. Which is asked only where several things are still to be done. */
function dutyDoneForm(subject: Case, today: CalendarDate | undefined): Form<FactInput> {
  const open = dutiesToDo(subject)
  const [only, ...others] = open
  if (only && others.length === 0) {
    const form = formOf({
      doneOn: askDayOrToday(
        {
          label: 'When was this done?',
          hint: `${only.what}: ${only.hint}`,
          what: 'the date it was done',
        },
        today,
      ),
    })
    return mapForm(form, ({ doneOn }) => done(only, doneOn))
  }
  const options = open.map(({ id, what, hint }) => ({ value: id, text: what, hint }))
  const form = formOf({
    duty: askChoice(options, { label: 'What did the council do?', error: 'Select what the council did' }),
    doneOn: askDayOrToday({ label: 'When was it done?', what: 'the date it was done' }, today),
  })
  return mapForm(form, ({ duty, doneOn }) => {
    const chosen = open.find(({ id }) => id === duty)
    if (!chosen) throw new Error(`"${duty}" is none of the things to be done that the form offered.`)
    return done(chosen, doneOn)
  })
}

interface DutyToDo {
  readonly id: string
  readonly of: Sequence
  readonly rule: PeriodId
  readonly what: string
  readonly hint: string
}

/** Everything that is still to be done on a case, after whichever agreement, order or concession. */
function dutiesToDo({ undertakings }: Case): readonly DutyToDo[] {
  return undertakings.flatMap((undertaking) =>
    openDuties(undertaking).map((duty) => ({
      id: dutyId(undertaking.of, duty),
      of: undertaking.of,
      rule: duty.rule,
      what: describeDuty(duty),
      hint: `By ${formatDate(duty.deadline.lawDate)}. ${describeUndertaking(undertaking)}.`,
    })),
  )
}

function done({ of, rule }: DutyToDo, doneOn: CalendarDate): FactInput {
  return { fact: newFact('duty-done', { of, rule, doneOn }) }
}
