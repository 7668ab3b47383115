import type { ContactPoint, Council } from '../../cases/council.ts'
import { formatDate } from '../../law/calendar-date.ts'
import { type ContactLine, contactLines } from '../../messages/render/contact-lines.ts'
import { type CalendarDay, calendarDays } from './calendar-days.ts'
import { type DatePanel, datePanels } from './date-panels.ts'
import { datesThatApply } from './dates-that-apply.ts'
import type { Moment } from './moment.ts'
import { nextSteps, whatIsDone } from './next-steps.ts'
import type { DateAnswers } from './questions.ts'
import { whatIsMissing } from './what-is-missing.ts'

/** The parts of a council's configuration that families see. */
export type CouncilForFamilies = Pick<Council, 'name' | 'officer' | 'mediationAdviser' | 'partnershipService'>

export interface ResultView {
  readonly todayInWords: string
  readonly done: readonly string[]
  readonly dates: readonly DatePanel[]
  readonly missing: readonly string[]
  readonly steps: readonly string[]
  /** The dates still ahead, as they go into the calendar file. */
  readonly calendar: readonly CalendarDay[]
  readonly holidayTable: string
}

/** Who can help, in the order in which to ask. */
export interface Helper {
  readonly what: string
  readonly name: string
  readonly lines: readonly ContactLine[]
}

/** What the answers lead to at this moment. @throws as `datesThatApply` */
export function resultView(answers: DateAnswers, moment: Moment, council: CouncilForFamilies): ResultView {
  const dates = datesThatApply(answers, moment)
  const panels = datePanels(dates, moment)
  return {
    todayInWords: formatDate(moment.today),
    done: whatIsDone(dates),
    dates: panels,
    missing: whatIsMissing(answers, dates),
    steps: nextSteps(dates, council.partnershipService.name),
    calendar: calendarDays(panels, dates),
    holidayTable: dates.appeal.holidayTableVersion,
  }
}

export function helpers({ partnershipService, mediationAdviser, officer }: CouncilForFamilies): readonly Helper[] {
  return [
    { what: 'Free and impartial advice and support', ...inLines(partnershipService) },
    { what: 'The mediation adviser, who does not work for the council', ...inLines(mediationAdviser) },
    { what: 'At the council', ...inLines(officer) },
  ]
}

function inLines(point: ContactPoint): Pick<Helper, 'name' | 'lines'> {
  return { name: point.name, lines: contactLines(point) }
}
