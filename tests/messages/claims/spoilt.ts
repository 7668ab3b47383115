import { DateTime } from 'luxon'
import type { MessageContent } from '../../../lambdas/messages/content.ts'

const DAY = /(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day \d{1,2} [A-Z][a-z]+ \d{4}/g

/** The same message with one of its days a day later, for each day that it names. The footer names none. */
export function withOneDayLater(content: MessageContent): readonly MessageContent[] {
  const text = JSON.stringify({ ...content, footer: [] })
  return [...text.matchAll(DAY)].map(({ 0: day, index }) =>
    JSON.parse(text.slice(0, index) + dayLater(day) + text.slice(index + day.length)),
  )
}

function dayLater(words: string): string {
  return DateTime.fromFormat(words, 'EEEE d MMMM yyyy', { locale: 'en-GB', zone: 'UTC' })
    .plus({ days: 1 })
    .toFormat('EEEE d MMMM yyyy', { locale: 'en-GB' })
}
