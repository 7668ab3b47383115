import type { Council } from '../../cases/council.ts'
import { formatDate } from '../../law/calendar-date.ts'
import type { Moment } from '../moment.ts'
import { calendarDays } from './calendar-days.ts'
import { datePanels } from './date-panels.ts'
import { datesThatApply } from './dates-that-apply.ts'
import { nextSteps, whatIsDone } from './next-steps.ts'
import type { DateAnswers } from './questions.ts'
import { whatIsMissing } from './what-is-missing.ts'

/** What the answers lead to at this moment. @throws as `datesThatApply` */
export function resultView(answers: DateAnswers, moment: Moment, { contacts }: Pick<Council, 'contacts'>) {
  const dates = datesThatApply(answers, moment)
  const panels = datePanels(dates, moment)
  return {
    todayInWords: formatDate(moment.today),
    done: whatIsDone(dates),
    dates: panels,
    missing: whatIsMissing(answers, dates),
    steps: nextSteps(dates, contacts.partnershipService.name),
    /** The dates still ahead, as they go into the calendar file. */
    calendar: calendarDays(panels, dates),
    holidayTable: dates.appeal.holidayTableVersion,
  }
}

export type ResultView = ReturnType<typeof resultView>
