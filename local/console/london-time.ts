import { DateTime } from 'luxon'

/** A moment as people in the United Kingdom read it: `Thursday 10 September 2026, 09:30:00 BST`. */
export function inLondon(epochMilliseconds: number): string {
  return DateTime.fromMillis(epochMilliseconds, { zone: 'Europe/London', locale: 'en-GB' }).toFormat(
    'cccc d LLLL yyyy, HH:mm:ss ZZZZ',
  )
}

/** The value of a `datetime-local` field: `2026-09-10T09:30`. */
export function asFieldValue(epochMilliseconds: number): string {
  return DateTime.fromMillis(epochMilliseconds, { zone: 'Europe/London' }).toFormat("yyyy-MM-dd'T'HH:mm")
}

/**
 * Reads a moment: an instant with its offset (`2026-09-10T08:30:00Z`), or a date, with or without a time, in Europe/London.
 * @returns epoch milliseconds.
 * @throws RangeError when the text is neither.
 */
export function parseMoment(text: string): number {
  const moment = DateTime.fromISO(text, { zone: 'Europe/London' })
  if (moment.isValid) return moment.toMillis()
  throw new RangeError(
    `${JSON.stringify(text)} is not a date and time. Write it as 2026-09-10T09:30, or with an offset as 2026-09-10T08:30:00Z.`,
  )
}

/**
 * Reads how far to move: an ISO 8601 duration such as `P1D`, `P1W` or `PT36H`, counted in Europe/London, so that a day
 * ends at the same time of day across a clock change.
 * @param from epoch milliseconds.
 * @returns epoch milliseconds of the moment that far after `from`.
 * @throws RangeError when the text is no duration.
 */
export function afterDuration(from: number, text: string): number {
  const [, years, months, weeks, days, hours, minutes, seconds] =
    /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text) ?? []
  const parts = { years, months, weeks, days, hours, minutes, seconds }
  const given = Object.entries(parts).flatMap(([unit, value]) => (value === undefined ? [] : [[unit, Number(value)]]))
  if (given.length === 0)
    throw new RangeError(`${JSON.stringify(text)} is not a duration. Write it as P1D, P1W or PT36H.`)
  return DateTime.fromMillis(from, { zone: 'Europe/London' }).plus(Object.fromEntries(given)).toMillis()
}
