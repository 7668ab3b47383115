import { isolated } from '../../guidance/isolated.ts'
import { monthName, weekdayName } from '../../law/calendar-date.ts'
import type { Block, MessageContent } from '../content.ts'
import type { Language, Translation } from './language.ts'
import { fillPlaces, type KnownNames, type SentenceTemplate, sentenceTemplates } from './sentence-template.ts'

const MONTHS = Array.from({ length: 12 }, (_, index) => monthName(index + 1))
/** Day 4 was a Monday. */
const WEEKDAYS = Array.from({ length: 7 }, (_, index) => weekdayName(index + 4))

/**
 * The whole message in another language.
 *
 * @param language one that has been approved: see `approvedLanguage`
 * @param names who and what is named in the message
 * @returns undefined when even one sentence has no translation: half a message in each language helps nobody
 */
export function translateContent(
  content: MessageContent,
  language: Language,
  names: KnownNames,
): MessageContent | undefined {
  const { translation } = language
  if (!translation || untranslatedSentences(content, translation, names).length > 0) return undefined
  const { code, direction } = language
  const translate = (text: string) =>
    sentenceTemplates(text, names)
      .map((sentence) => translateSentence(sentence, translation, direction))
      .join(' ')
  return { ...mapTexts(content, translate), language: { code, direction, labels: translation.labels } }
}

/** The sentences of a message, each with its places, that have no translation yet. */
export function untranslatedSentences(
  content: MessageContent,
  { sentences }: Pick<Translation, 'sentences'>,
  names: KnownNames,
): readonly string[] {
  const missing = new Set<string>()
  mapTexts(content, (text) => {
    for (const { template } of sentenceTemplates(text, names)) {
      if (needsWords(template) && !Object.hasOwn(sentences, template)) missing.add(template)
    }
    return text
  })
  return [...missing]
}

/** Whether a sentence has words of its own beside its places. */
function needsWords(template: string): boolean {
  return /\p{L}/u.test(fillPlaces(template, () => ''))
}

function translateSentence(
  { template, values }: SentenceTemplate,
  translation: Translation,
  direction: Language['direction'],
): string {
  return fillPlaces(translation.sentences[template] ?? template, (place) => {
    const value = values[place] ?? ''
    const written = place.startsWith('date')
      ? translateDate(value, translation)
      : place.startsWith('time')
        ? clock(value)
        : value
    return direction === 'rtl' ? isolated(written) : written
  })
}

function translateDate(english: string, { weekdays, months, date }: Translation): string {
  const [weekday = '', day = '', month = '', year = ''] = english.split(' ')
  const parts: Readonly<Record<string, string | undefined>> = {
    weekday: weekdays[WEEKDAYS.indexOf(weekday)],
    day,
    month: months[MONTHS.indexOf(month)],
    year,
  }
  return fillPlaces(date, (part) => parts[part] ?? '')
}

/** "2:30pm" as "14:30": the clock that every language reads. */
function clock(english: string): string {
  if (english === 'midday') return '12:00'
  if (english === 'midnight') return '00:00'
  const {
    hour = '',
    minute = '00',
    half,
  } = /^(?<hour>\d+)(?::(?<minute>\d+))?(?<half>am|pm)$/.exec(english)?.groups ?? {}
  return `${String((Number(hour) % 12) + (half === 'pm' ? 12 : 0)).padStart(2, '0')}:${minute}`
}

/** The message with each of its texts replaced. Names, addresses and web links stay. */
function mapTexts(content: MessageContent, replace: (text: string) => string): MessageContent {
  const blocks = (all: readonly Block[]) => all.map((block) => mapBlock(block, replace))
  return {
    ...content,
    subject: replace(content.subject),
    preheader: replace(content.preheader),
    title: replace(content.title),
    blocks: blocks(content.blocks),
    footer: blocks(content.footer),
  }
}

function mapBlock(block: Block, replace: (text: string) => string): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
    case 'calendar-file':
    case 'link':
      return { ...block, text: replace(block.text) }
    case 'list':
    case 'steps':
      return { ...block, items: block.items.map(replace) }
    case 'date':
      return { ...block, label: replace(block.label), date: replace(block.date), notes: block.notes.map(replace) }
    case 'contact': {
      const { hours } = block.point
      return hours === undefined ? block : { ...block, point: { ...block.point, hours: replace(hours) } }
    }
  }
}
