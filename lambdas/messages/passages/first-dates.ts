import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import type { Deadline } from '../../law/deadline.ts'
import { dateOfLaterLetter } from '../../law/reissued-notice.ts'
import { type Block, type Paragraph, paragraph } from '../content.ts'

/** The letter was sent again with no real change: the first dates stay, for safety (J14). */
export function keepToTheFirstDates(sentAgainOn: CalendarDate): Paragraph {
  return paragraph(
    `We sent you our letter, or the plan, again on ${formatDate(sentAgainOn)}. Nothing in it has really changed.`,
    'So to be safe, keep to the dates of the first letter.',
  )
}

/** What the second letter would give if it counted, so that nobody has to guess; and that it is not to be relied on. */
export function otherReading(deadline: Deadline): Block[] {
  const other = dateOfLaterLetter(deadline)
  if (!other) return []
  return [
    paragraph(
      `If the time ran from the second letter, the last day would be ${formatDate(other)}.`,
      'It is not sure that it does. Do not wait for that day.',
    ),
  ]
}
