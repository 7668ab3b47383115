import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { whichDates } from '../../law/which-dates.ts'
import type { Problem } from '../../web/forms/field.ts'
import { askDate, formOf } from '../../web/forms/questions.ts'
import type { Form } from '../../web/forms/read-form.ts'
import { type DatePanel, datePanel } from '../date-panel.ts'
import { lawBegins } from '../law-begins.ts'
import { isPast, type Moment } from '../moment.ts'

/** The one question: the day of the act that a claim is about. */
export const CLAIM_FORM: Form<{ readonly 'act-on': CalendarDate }> = formOf({
  'act-on': askDate({
    label: 'When did the school discriminate?',
    hint: 'If it happened more than once, use the first day.',
    what: 'the day the school discriminated',
  }),
})

const LAW_BEGINS = lawBegins('discriminationClaim')

/** What is wrong with the day that was typed, if anything. @param today the day in England */
export function claimProblems(actOn: CalendarDate, today: CalendarDate): readonly Problem[] {
  const problem = (message: string) => [{ field: 'act-on', message }]
  if (actOn > today) return problem('The day the school discriminated must be today or in the past')
  if (actOn < LAW_BEGINS.day) {
    return problem(
      `The day the school discriminated must be on or after ${LAW_BEGINS.inWords}. For an earlier day, ask for advice`,
    )
  }
  return []
}

/** The last day for a claim about an act of this day, with why (D22). It has nothing to do with the mediation dates. */
export function claimPanel(actOn: CalendarDate, moment: Moment): DatePanel<'claim'> {
  const deadline = whichDates({ discriminationActOn: actOn }).dates.discriminationClaim
  const { aimDate, lawDate } = deadline
  const words = () => {
    if (isPast(deadline, moment)) {
      return {
        lead: 'The time limit looks to have passed. It was',
        date: lawDate,
        notes: [
          'You can still send a claim. Send it today and say why it is late. A judge decides.',
          'If it went on for some time, the 6 months may start later. Ask for advice today.',
        ],
      }
    }
    const counts = 'It counts on the day that the Tribunal has it, not the day that you send it.'
    return moment.today > aimDate
      ? { lead: 'The Tribunal must have your claim on or before', date: lawDate, notes: ['Send it today.', counts] }
      : {
          lead: 'Aim for the Tribunal to have your claim by',
          date: aimDate,
          notes: [
            aimDate === lawDate
              ? 'This is also the last day in the law.'
              : `The last day in the law is ${formatDate(lawDate)}.`,
            counts,
          ],
        }
  }
  return datePanel({ kind: 'claim', title: 'Claim that a school discriminated', deadline, moment, words: words() })
}
