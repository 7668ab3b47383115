import { isCaseId } from '../../cases/case-id.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { askDate, askDayOrToday, askOptionalLine, askYesOrNo } from '../../web/forms/questions.ts'
import { AS_ASKED, asItHappened, factForm, type StaffFacts } from './staff-fact.ts'

/** The plan is issued again while a case about the old one is under way. */
export const NEW_PLAN_FACTS: StaffFacts<'plan-issued-again' | 'new-plan-in-appeal'> = {
  'plan-issued-again': {
    ...asItHappened('The plan was issued again, with real changes'),
    offered: 'case',
    form: (_subject, today) =>
      factForm('plan-issued-again', {
        printedOn: askDate({
          label: 'What date is printed on the letter with the new plan?',
          what: 'the date printed on the letter',
        }),
        sentOn: askDayOrToday(
          {
            label: 'When was the new plan sent to the family?',
            hint: 'A letter or a plan without a real change is recorded as sent again.',
            what: 'the date the new plan was sent',
          },
          today,
        ),
        newCase: askOptionalLine({
          label: 'Which case was opened for the new plan?',
          what: 'the reference of the case',
          hint: 'Its reference, like 7K2M-4QXP. Leave it blank if none is open yet: a task asks you for it.',
        }),
      }),
    describe: ({ details: { sentOn, newCase } }) => [
      `The new plan was sent on ${formatDate(sentOn)}.`,
      ...(newCase && isCaseId(newCase) ? [`Its case is ${newCase}.`] : []),
      'The mediation and the appeal about the old plan go on here (J32, J33).',
    ],
    effect:
      'The family is told that both plans have dates of their own, and what becomes of its mediation and its appeal. The new plan needs a case of its own.',
    correction: AS_ASKED,
  },

  'new-plan-in-appeal': {
    ...asItHappened('The Tribunal said whether the appeal can be about the new plan'),
    offered: 'appeal',
    form: (_subject, today) =>
      factForm('new-plan-in-appeal', {
        allowed: askYesOrNo({
          label: 'Can the appeal be about the new plan?',
          error: 'Select whether the appeal can be about the new plan',
        }),
        decidedOn: askDayOrToday(
          { label: 'What is the date of the Tribunal’s letter?', what: 'the date of the Tribunal’s letter' },
          today,
        ),
      }),
    describe: ({ details: { decidedOn, allowed } }) => [
      `${allowed ? 'The appeal is about the new plan' : 'The appeal stays about the old plan'}, by the letter of ${formatDate(decidedOn)}.`,
    ],
    effect: 'The family is told, and what to do about the new plan.',
    correction: AS_ASKED,
  },
}
