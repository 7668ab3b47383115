import { reasons } from '../guidance/reasons.ts'
import { type CalendarDate, formatDate } from '../law/calendar-date.ts'
import type { Deadline } from '../law/deadline.ts'
import { isPast, type Moment } from './moment.ts'

/** What a panel says of its date. */
export interface PanelWords {
  /** What goes before the date: "Speak to the mediation adviser by". */
  readonly lead: string
  /** The day that is shown: the day to aim for, or the law's last day once that has gone by. */
  readonly date: CalendarDate
  readonly notes: readonly string[]
}

/** A date as a family reads it: the day to keep to, the law's last moment, and why. Sentences of 25 words at most. */
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
}) {
  const { aimDate, lawDate, lawTime, sources } = deadline
  const standing: 'ahead' | 'aim-passed' | 'passed' = isPast(deadline, moment)
    ? 'passed'
    : moment.today > aimDate
      ? 'aim-passed'
      : 'ahead'
  return {
    kind,
    title,
    lead,
    date,
    dateInWords: formatDate(date),
    notes,
    /** `aim-passed`: the law's last moment is still ahead. */
    standing,
    aimDate,
    lawDate,
    ...(lawTime && { lawTime }),
    // Once it is past, only how it was counted still matters.
    why: standing === 'passed' ? deadline.working : reasons(deadline, moment.today),
    sources,
  }
}

export type DatePanel<Kind extends string = string> = ReturnType<typeof datePanel<Kind>>
