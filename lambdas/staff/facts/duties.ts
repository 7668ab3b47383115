import type { Case, Undertaking } from '../../cases/case.ts'
import { type DutyOfFact, dutyId } from '../../cases/duties/duty-of-fact.ts'
import { canBeExcused, type DutyDate, dutyDates, hasADayOfItsOwn, openDuties } from '../../cases/duty-dates.ts'
import { type FactInput, newFact } from '../../cases/fact-input.ts'
import type { Sequence } from '../../cases/sequence.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { type Duty, type DutySource, dutiesAfter } from '../../law/compliance-deadlines.ts'
import { PERIODS, type PeriodId } from '../../law/periods.ts'
import type { Option } from '../../web/forms/field.ts'
import {
  askChoice,
  askDate,
  askDayOrToday,
  formOf,
  mapForm,
  optionsOf,
  type Question,
} from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { DUTY_WORDS, inLine, REASON_TO_BE_LATE_WORDS } from '../closed-words.ts'
import { describeDuties, describeDuty, describeUndertaking } from './describe-route.ts'
import { asItHappened, type StaffFacts, TOLD_WHAT_CHANGED } from './staff-fact.ts'

const ABOUT_A_DUTY = {
  answers: ({ of, rule, ...answers }: DutyOfFact) => ({ duty: dutyId(of, { rule }), ...answers }),
  told: TOLD_WHAT_CHANGED,
}

export const DUTY_FACTS: StaffFacts<'duty-done' | 'duty-day-set' | 'duty-excused'> = {
  'duty-done': {
    ...asItHappened('The council did something that it has to do'),
    offered: 'duties',
    form: dutyDoneForm,
    describe: ({ details: { of, rule, doneOn } }, subject) => [
      `${nameOfRule(rule)}. Done on ${formatDate(doneOn)}.`,
      ...followsFrom(of, subject),
    ],
    effect: 'When everything is done, the family is told.',
    correction: ABOUT_A_DUTY,
  },

  'duty-day-set': {
    ...asItHappened('Another day was set for something that the council has to do'),
    offered: 'duties',
    form: (subject, today) => {
      const named = namedDuties(subject, (undertaking) => (hasADayOfItsOwn(undertaking) ? openDuties(undertaking) : []))
      const form = formOf({
        duty: askDuty(named, 'What is the day for?', 'Select what the day is for'),
        setOn: askDayOrToday(
          {
            label: 'When was the day set?',
            hint: 'The date of the Tribunal’s letter, or of what you and the family agreed in writing. A day that you promise by yourself changes nothing: record that as a note.',
            what: 'the date it was set',
          },
          today,
        ),
        day: askDate({ label: 'What is the new day?', what: 'the new day' }),
      })
      return mapForm(form, ({ duty, setOn, day }) => ({
        fact: newFact('duty-day-set', { ...chosenOf(named, duty), setOn, day }),
      }))
    },
    describe: ({ details: { of, rule, setOn, day } }, subject) => [
      `${nameOfRule(rule)}: by ${formatDate(day)}. Set on ${formatDate(setOn)}.`,
      ...followsFrom(of, subject),
    ],
    effect: 'The new day takes the place of the one before, in the tasks too, and the family is told.',
    correction: ABOUT_A_DUTY,
  },

  'duty-excused': {
    ...asItHappened('The law lets the council be late with something'),
    offered: 'duties',
    form: (subject, today) => {
      const named = namedDuties(subject, (undertaking) => openDuties(undertaking).filter(canBeExcused))
      const form = formOf({
        duty: askDuty(named, 'What can be late?', 'Select what can be late'),
        reason: askChoice(optionsOf(REASON_TO_BE_LATE_WORDS), {
          label: 'Why?',
          hint: 'No other reason counts (regulations 44(3) and 45(7)).',
          error: 'Select why it can be late',
        }),
        excusedOn: askDayOrToday(
          { label: 'When did the council know of the reason?', what: 'the date the council knew of the reason' },
          today,
        ),
      })
      return mapForm(form, ({ duty, reason, excusedOn }) => ({
        fact: newFact('duty-excused', { ...chosenOf(named, duty), excusedOn, reason }),
      }))
    },
    describe: ({ details: { of, rule, reason } }, subject) => [
      `${nameOfRule(rule)}. ${REASON_TO_BE_LATE_WORDS[reason]}.`,
      ...followsFrom(of, subject),
    ],
    effect: 'It is not late any more, and the family is told why. It is still to be done.',
    correction: ABOUT_A_DUTY,
  },
}

function nameOfRule(rule: PeriodId): string {
  return PERIODS.find(({ id }) => id === rule)?.name ?? rule
}

function followsFrom(of: Sequence, subject: Case): readonly string[] {
  const undertaking = subject.undertakings.find((one) => one.of === of)
  return undertaking ? [`It follows from: ${inLine(describeUndertaking(undertaking))}.`] : []
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
  const form = formOf({
    duty: askDuty(open, 'What did the council do?', 'Select what the council did'),
    doneOn: askDayOrToday({ label: 'When was it done?', what: 'the date it was done' }, today),
  })
  return mapForm(form, ({ duty, doneOn }) => done(chosenOf(open, duty), doneOn))
}

function askDuty(duties: readonly DutyToDo[], label: string, error: string): Question<string> {
  return askChoice(
    duties.map(({ id, what, hint }) => ({ value: id, text: what, hint })),
    { label, error },
  )
}

function chosenOf(duties: readonly DutyToDo[], id: string): DutyOfFact {
  const chosen = duties.find((one) => one.id === id)
  if (!chosen) throw new Error(`"${id}" is none of the things to be done that the form offered.`)
  return { of: chosen.of, rule: chosen.rule }
}

interface DutyToDo {
  readonly id: string
  readonly of: Sequence
  readonly rule: PeriodId
  readonly what: string
  readonly hint: string
}

/** Everything that can have been done on a case, after whichever agreement, order or concession. */
function dutiesToDo(subject: Case): readonly DutyToDo[] {
  return namedDuties(subject, (undertaking) => dutyDates(undertaking).filter((duty) => duty.canHaveBeenDone))
}

function namedDuties(
  { undertakings }: Case,
  which: (undertaking: Undertaking) => readonly DutyDate[],
): readonly DutyToDo[] {
  return undertakings.flatMap((undertaking) =>
    which(undertaking).map((duty) => ({
      id: dutyId(undertaking.of, duty),
      of: undertaking.of,
      rule: duty.rule,
      what: describeDuty(duty),
      hint: `By ${formatDate(duty.deadline.lawDate)}. ${describeUndertaking(undertaking)}.`,
    })),
  )
}

function done({ of, rule }: DutyOfFact, doneOn: CalendarDate): FactInput {
  return { fact: newFact('duty-done', { of, rule, doneOn }) }
}

/** A day that a paper sets instead of those in law: "Day in the order: Monday 2 March 2026, for 1 of 2 things." */
export function dayForDutiesSaid(
  what: string,
  day: CalendarDate | undefined,
  dayFor: readonly Duty[] | undefined,
  duties: readonly Duty[],
): readonly string[] {
  const isFor = dayFor ? `, for ${dayFor.length} of ${duties.length} things` : ''
  return day ? [`${what}: ${formatDate(day)}${isFor}.`] : []
}
