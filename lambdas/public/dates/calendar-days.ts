import { formatDate } from '../../law/calendar-date.ts'
import type { FamilyPanel, PanelKind } from './date-panels.ts'
import type { DatesThatApply } from './dates-that-apply.ts'

const SUMMARIES: Readonly<Record<PanelKind, { readonly aim: string; readonly last: string }>> = {
  contact: { aim: 'Speak to the mediation adviser by today', last: 'Last day to speak to the mediation adviser' },
  mediation: {
    aim: 'The council must arrange mediation by today',
    last: 'Last day for the council to arrange mediation',
  },
  appeal: {
    aim: 'Aim for the Tribunal to have your appeal by midday today',
    last: 'Last day: the Tribunal must have your appeal by 5pm',
  },
}

/**
 * The dates that are still ahead, each a whole day in the family's calendar: the day to keep to. It has no name, need or
 * diagnosis: a calendar is often shared. After a late talk with the adviser the appeal is to be
 * sent today, and a day in the calendar would look safe: it is left out.
 */
export function calendarDays(panels: readonly FamilyPanel[], { contactIsLate }: DatesThatApply) {
  return panels.flatMap(({ kind, standing, date, lawDate, lawTime }) => {
    if (standing === 'passed' || (kind === 'appeal' && contactIsLate)) return []
    const words = SUMMARIES[kind]
    return [
      {
        kind,
        on: date,
        summary: standing === 'ahead' ? words.aim : words.last,
        description: `The law's last ${lawTime ? 'moment is 5pm on' : 'day is'} ${formatDate(lawDate)}.`,
      },
    ]
  })
}

export type CalendarDay = ReturnType<typeof calendarDays>[number]
