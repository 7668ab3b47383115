import type { Block, MessageContent } from '../../../lambdas/messages/content.ts'

/**
 * A message as whoever reads it takes it in: sentence by sentence, with the heading or the box that each stands under.
 * Dates and times are read from the words on the page.
 */

/** One sentence of a message, or one of its boxes with a day. */
export interface Sentence {
  readonly part: 'subject' | 'preheader' | 'title' | 'heading' | 'box' | 'text'
  /** Without the mark at its end. The days are still in it as they are written. */
  readonly text: string
  /** The heading that it stands under, and the first words of the box where it is a note of one. */
  readonly under: string
  readonly inBox: string
  /** Which list it is in, so that the working of one day is not mixed with that of another. Absent outside of lists. */
  readonly list?: number
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const DAY = `(?:${WEEKDAYS.join('|')}) \\d{1,2} (?:${MONTHS.join('|')}) \\d{4}`
const TIME = 'midday|midnight|\\d{1,2}(?::\\d\\d)?[ap]m'

/** Whether a day is written in the text. */
export function namesADay(text: string): boolean {
  return new RegExp(DAY).test(text)
}

/**
 * The days and times that stand where a wording has `{day}` and `{time}`; `{any}` is passed over.
 * @returns undefined when the text is not of this wording
 */
export function readAs(
  text: string,
  wording: RegExp,
): { readonly days: string[]; readonly times: string[] } | undefined {
  const found = wording.exec(text)
  if (!found) return undefined
  const read = found.slice(1).filter((one) => one !== undefined)
  return {
    days: read.filter((one) => namesADay(one)).map(dayWritten),
    times: read.filter((one) => !namesADay(one)).map(timeWritten),
  }
}

/** Every day that is written in a message. */
export function daysNamed(content: MessageContent): readonly string[] {
  return sentencesOf(content).flatMap(({ text }) => (text.match(new RegExp(DAY, 'g')) ?? []).map(dayWritten))
}

/** A wording as it is looked for: "Your mediation meeting is on {day} at {time}". */
export function asPattern(wording: string): RegExp {
  const pattern = wording
    .replace(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replaceAll('{day}', `(${DAY})`)
    .replaceAll('{time}', `(${TIME})`)
    .replaceAll('{any}', '.+?')
  return new RegExp(`^${pattern}$`)
}

/** "Friday 10 April 2026" as "2026-04-10". @throws Error where the weekday is not that of the day */
function dayWritten(words: string): string {
  const [weekday = '', day = '', month = '', year = ''] = words.split(' ')
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, '0')
  const found = `${year}-${number}-${day.padStart(2, '0')}`
  if (WEEKDAYS[new Date(`${found}T12:00:00Z`).getUTCDay()] !== weekday) throw new Error(`"${words}" is no ${weekday}.`)
  return found
}

/** "2:30pm" as "14:30". */
function timeWritten(words: string): string {
  if (words === 'midday') return '12:00'
  if (words === 'midnight') return '00:00'
  const [hour = '', minutes = '00'] = words.slice(0, -2).split(':')
  const hours = (Number(hour) % 12) + (words.endsWith('pm') ? 12 : 0)
  return `${String(hours).padStart(2, '0')}:${minutes}`
}

/** Every sentence of a message, from its subject to its last line. */
export function sentencesOf({ subject, preheader, title, blocks }: MessageContent): readonly Sentence[] {
  const above = { under: '', inBox: '' }
  const head = [
    ...partsOf(subject).map((text): Sentence => ({ part: 'subject', text, ...above })),
    ...sentencesIn(preheader).map((text): Sentence => ({ part: 'preheader', text, ...above })),
    ...partsOf(title).map((text): Sentence => ({ part: 'title', text, ...above })),
  ]
  let under = ''
  return [
    ...head,
    ...blocks.flatMap((block, place): readonly Sentence[] => {
      if (block.type === 'heading') under = block.text
      return sentencesOfBlock(block, under, place)
    }),
  ]
}

function sentencesOfBlock(block: Block, under: string, place: number): readonly Sentence[] {
  const inText = (text: string) =>
    sentencesIn(text).map((one): Sentence => ({ part: 'text', text: one, under, inBox: '' }))
  switch (block.type) {
    case 'heading':
      return [{ part: 'heading', text: withoutMark(block.text), under, inBox: '' }]
    case 'paragraph':
      return inText(block.text)
    case 'list':
    case 'steps':
      return block.items.flatMap(inText).map((sentence) => ({ ...sentence, list: place }))
    case 'date':
      return [
        { part: 'box', text: `${block.label} ${block.date}`, under, inBox: '' },
        ...block.notes.flatMap(inText).map((sentence) => ({ ...sentence, inBox: block.label, list: place })),
      ]
    case 'calendar-file':
    case 'contact':
    case 'link':
      return []
  }
}

/** A subject says what it is about, and after a colon what to do: each is a claim of its own. */
function partsOf(line: string): readonly string[] {
  return line
    .split(/: |, (?=ask for it|what to do)/)
    .map((part) => withoutMark(part.charAt(0).toUpperCase() + part.slice(1)))
}

function sentencesIn(text: string): readonly string[] {
  return text.split(/(?<=[.?!]) (?=[A-Z“])/).map(withoutMark)
}

function withoutMark(text: string): string {
  return text.replace(/[.:?!]$/, '')
}
