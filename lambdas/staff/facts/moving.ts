import type { PrivateWords } from '../../cases/contact.ts'
import type { FactDetails, FactType } from '../../cases/fact.ts'
import { type FactInput, newFact } from '../../cases/fact-input.ts'
import { formatDate } from '../../law/calendar-date.ts'
import {
  askDate,
  askDayOrToday,
  askLine,
  askOptionalDate,
  formOf,
  mapForm,
  type Questions,
} from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { AS_ASKED, asItHappened, factForm, type StaffFacts } from './staff-fact.ts'

/** A family moves from one council to another. */
export const MOVING_FACTS: StaffFacts<'case-came-from-council' | 'family-moves' | 'case-passed-on' | 'case-came-back'> =
  {
    'family-moves': {
      ...asItHappened('The family moves to another council'),
      offered: 'case',
      form: (_subject, today) =>
        withOtherCouncil('family-moves', 'Which council does it move to?', {
          awareOn: askDayOrToday(
            {
              label: 'When did the council know of the move?',
              hint: 'The 15 working days to transfer a plan begin with that day, where it is less than 15 working days before the move.',
              what: 'the date the council knew of the move',
            },
            today,
          ),
          movesOn: askDate({ label: 'When does it move, or did it?', what: 'the date of the move' }),
        }),
      describe: ({ details: { awareOn, movesOn } }) => [
        `Moves on ${formatDate(movesOn)}. The council knew on ${formatDate(awareOn)}.`,
        'The dates of the family do not change (regulation 15(3)).',
      ],
      effect:
        'The family is told that its dates stay, and what happens to its case. Tasks ask you to pass the case on by its day in law and, where there is an appeal, to tell the Tribunal.',
      correction: AS_ASKED,
    },

    'case-passed-on': {
      ...asItHappened('Another council has the case now'),
      offered: 'case',
      form: (_subject, today) =>
        withOtherCouncil('case-passed-on', 'Which council has the case now?', {
          passedOn: askDayOrToday(
            {
              label: 'Since when?',
              hint: 'When the plan was transferred and, where there is an appeal, the Tribunal has put the new council in.',
              what: 'the date the case was passed on',
            },
            today,
          ),
        }),
      describe: ({ details: { passedOn } }) => [`Passed on, on ${formatDate(passedOn)}.`],
      effect:
        'The case closes here: no more reminders, tasks or digests. The family is told who has its case now. If it comes back, record that.',
      correction: AS_ASKED,
    },

    'case-came-back': {
      ...asItHappened('The case came back from the other council'),
      offered: 'case',
      form: (_subject, today) =>
        factForm('case-came-back', {
          cameBackOn: askDayOrToday({ label: 'When was that?', what: 'the date the case came back' }, today),
        }),
      describe: ({ details: { cameBackOn } }) => [`Came back on ${formatDate(cameBackOn)}.`],
      effect: {
        open: 'The case goes on here.',
        closed: 'The case is open again and goes on where it would be. The family is told.',
      },
      correction: AS_ASKED,
    },

    'case-came-from-council': {
      ...asItHappened('The case came from another council'),
      offered: 'case',
      form: (_subject, today) =>
        withOtherCouncil('case-came-from-council', 'Which council did it come from?', {
          transferredOn: askDayOrToday(
            {
              label: 'When was the plan transferred, or did the family become this council’s?',
              what: 'the date the case came to this council',
            },
            today,
          ),
          madeOrReviewedOn: askOptionalDate({
            label: 'When was the plan made or last reviewed?',
            hint: 'The day of its review follows from it. Leave this blank if it is not known, or there is no plan.',
            what: 'the date the plan was made or reviewed',
          }),
        }),
      describe: ({ details: { transferredOn, madeOrReviewedOn } }) => [
        `Transferred on ${formatDate(transferredOn)}.`,
        ...(madeOrReviewedOn ? [`The plan was made or last reviewed on ${formatDate(madeOrReviewedOn)}.`] : []),
        'The move starts no new time to appeal (regulation 15(3)).',
      ],
      effect:
        'The family is told who has its case now, and that its dates stay. Where there is a plan, tasks ask you to write within 6 weeks and to review it in time.',
      correction: AS_ASKED,
    },
  }

/** A form that also asks for the name of the other council, which stands beside the contact details. */
function withOtherCouncil<Type extends FactType>(
  type: Type,
  label: string,
  questions: Questions<FactDetails[Type]>,
): Form<FactInput> {
  const form = formOf<Named<Type>>({
    ...questions,
    otherCouncil: askLine({ label, what: 'the name of the other council' }),
  } as Questions<Named<Type>>)
  return mapForm(form, ({ otherCouncil, ...details }) => ({
    fact: newFact(type, details as unknown as FactDetails[Type]),
    words: { otherCouncil },
  }))
}

type Named<Type extends FactType> = FactDetails[Type] & object & Required<Pick<PrivateWords, 'otherCouncil'>>
