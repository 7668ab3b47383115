import type { ContactLabels } from '../../guidance/contact-lines.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { WrittenIn } from '../content.ts'

/**
 * A language that families can be written to in. docs/languages.md says how to add one.
 *
 * Nobody is sent a word of it before a person who reads the language has approved the whole file.
 */
export interface Language extends WrittenIn {
  /** As staff call it: "Polish". */
  readonly englishName: string
  /** As its readers call it. */
  readonly ownName: string
  /** Who read every word of the file and found it right, and on which day. Absent while nobody has. */
  readonly approval?: { readonly by: string; readonly on: CalendarDate }
  /**
   * What stands above an English message: that it is about rights and dates, and that help in this language is to be had
   * from the council, whose phone number takes the place of {phone}.
   */
  readonly helpLine: string
  /** What it takes to write whole messages. */
  readonly translation?: Translation
}

export interface Translation {
  /**
   * Each English sentence with its translation, with {date}, {time}, {number} and the other places of
   * sentence-template.ts in both. `npm run -s sentences` lists the English ones.
   */
  readonly sentences: Readonly<Record<string, string>>
  readonly labels: ContactLabels
  /** Monday first. */
  readonly weekdays: readonly string[]
  /** January first. */
  readonly months: readonly string[]
  /** How a date is put together from {weekday}, {day}, {month} and {year}. */
  readonly date: string
}
