import { reasons } from '../guidance/reasons.ts'
import { type CalendarDate, formatDate } from '../law/calendar-date.ts'
import type { Citation, Deadline } from '../law/deadline.ts'
import { isPast, type Moment } from './moment.ts'

/** A date as a family reads it: the day to keep to, the law's last moment, and why. Sentences of 25 words at most. */
export interface DatePanel<Kind extends string = string> {
  readonly kind: Kind
  readonly title: string
  /** What goes before the date: "Speak to the mediation adviser by". */
  readonly lead: string
  /** The day that is shown: the day to aim for, or the law's last day once that has gone by. */
  readonly date: CalendarDate
  readonly dateInWords: string
  readonly notes: readonly string[]
  /** `aim-passed`: the law's last moment is still ahead. */
  readonly standing: 'ahead' | 'aim-passed' | 'passed'
  readonly aimDate: CalendarDate
  readonly lawDate: CalendarDate
  readonly lawTime?: string
  readonly why: readonly string[]
  readonly sources: readonly Citation[]
}

/** What a panel says of its date. */
export interface PanelWords {
  readonly lead: string
  readonly date: CalendarDate
  readonly notes: readonly string[]
}

export function datePanel<Kind extends string>({
  kind,
  title,
  deadline,
  moment,
  words: { lead, date, notes },
}: {
  readonly kind: Kind
  readonly title: string
  readonly deadline: Deadline
  readonly moment: Moment
  readonly words: PanelWords
}): DatePanel<Kind> {
  const { aimDate, lawDate, lawTime, sources } = deadline
  return {
    kind,
    title,
    lead,
    date,
    dateInWords: formatDate(date),
    notes,
    standing: isPast(deadline, moment) ? 'passed' : moment.today > aimDate ? 'aim-passed' : 'ahead',
    aimDate,
    lawDate,
    ...(lawTime && { lawTime }),
    // Once it is past, only how it was counted still matters.
    why: isPast(deadline, moment) ? deadline.working : reasons(deadline, moment.today),
    sources,
  }
}
