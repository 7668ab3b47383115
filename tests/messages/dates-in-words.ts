import { DateTime } from 'luxon'
import type { CalendarDate } from '../../lambdas/law/calendar-date.ts'
import type { Block, DatePanel } from '../../lambdas/messages/content.ts'

/** A date in full, in its parts. */
export const DATE =
  /(\w+)\s(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})/g

/** A day of which the words say that it is still ahead: each with its date last. */
export const AHEAD = [
  /^(?!.*\b(?:was|had to|aimed)\b).*\b(?:by|by 5pm on|by midday on):\n(DATE)/gm,
  /(?:last moment in the law is by 5pm on|last moment for your appeal is 5pm on|The last day in the law is) (DATE)/g,
  /(?:You|We) have until (?:5pm on )?(DATE)/g,
  /(?:meeting is on:?|meeting has moved to)\s(DATE)/g,
  /Your meeting on (DATE)(?: at [\w:]+)? will not take place/g,
  /(?:should hear that your complaint has arrived|should have an answer|expect an answer) on or before:?\s(DATE)/g,
  /\bmust (?:send our response|tell the health body) by (DATE)/g,
  /You must speak to the mediation adviser on or before (DATE)/g,
  /\b(?:is due|must arrange your mediation|send your appeal|speak to the mediation adviser|tell the mediation adviser|appeal) by (DATE)/g,
].map((words) => new RegExp(words.source.replace('DATE', DATE.source.replace(/\((?!\?)/g, '(?:')), words.flags))

/** What a message says of days as if they lay ahead that have gone by. */
export function pastDaysToldAsAhead(everything: string, today: CalendarDate): string[] {
  return AHEAD.flatMap((words) => [...everything.matchAll(words)].map(([, day = '']) => day))
    .filter((day) => {
      const date = DateTime.fromFormat(day, 'cccc d LLLL yyyy', { locale: 'en-GB' })
      return date.toFormat('yyyy-MM-dd') < today
    })
    .map((day) => `speaks of ${day} as ahead on ${today}`)
}

/** What says why a date is the date, below it in its own panel. */
const REASON_IN_PANEL =
  /\d+ (weeks?|working days) after|agreed in writing|of the Tribunal names another date|done at once|promised you this day|sets this day in its decision|counts from \w+day/
/** A day that somebody fixed needs no reason: a meeting. */
const A_MEETING = /meeting is on$|^Cancelled$/

/** The dates that are set apart in a message without saying why they are the dates. */
export function datesWithoutReason(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block, index) =>
    block.type === 'date' && !A_MEETING.test(block.label) && !hasReason(block, blocks.slice(index + 1))
      ? [`gives no reason for "${block.label}"`]
      : [],
  )
}

/** A reason stands in the panel itself, or under a heading before the next date. */
function hasReason({ notes }: DatePanel, after: readonly Block[]): boolean {
  if (notes.some((note) => REASON_IN_PANEL.test(note))) return true
  const next = after.findIndex(({ type }) => type === 'date')
  return after
    .slice(0, next < 0 ? after.length : next)
    .some((block) => block.type === 'heading' && /^(Why|Which one counts)/.test(block.text))
}
