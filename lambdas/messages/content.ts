import type { ContactPoint } from '../cases/council.ts'
import type { ContactLabels } from '../guidance/contact-lines.ts'
import type { CalendarRequest } from './calendar/calendar-request.ts'

/** A piece of a message. Each is rendered as HTML, as text and on paper, so that all of them say the same. */
export type Block = Heading | Paragraph | AboutCalendarFile | List | Steps | DatePanel | ContactDetails | WebLink

export interface Heading {
  readonly type: 'heading'
  readonly text: string
}

export interface Paragraph {
  readonly type: 'paragraph'
  readonly text: string
  /** The language of this paragraph, where it is not the message's. */
  readonly writtenIn?: WrittenIn
}

/** The language of some text, and the way in which it is read. */
export interface WrittenIn {
  /** BCP 47: "en-GB", "ar". */
  readonly code: string
  readonly direction: 'ltr' | 'rtl'
}

/** What the calendar file does that comes with an email. A letter has no file, so it leaves this out. */
export interface AboutCalendarFile {
  readonly type: 'calendar-file'
  readonly text: string
}

/** Points in no order. */
export interface List {
  readonly type: 'list'
  readonly items: readonly string[]
}

/** Things to do, one after another. */
export interface Steps {
  readonly type: 'steps'
  readonly items: readonly string[]
}

/** A date that matters, set apart. */
export interface DatePanel {
  readonly type: 'date'
  /** What has to happen: "Speak to the mediation adviser by". */
  readonly label: string
  /** In full: "Friday 28 August 2026". */
  readonly date: string
  /** What else there is to know about it: the law's last moment. */
  readonly notes: readonly string[]
}

export interface ContactDetails {
  readonly type: 'contact'
  readonly point: ContactPoint
}

/** A link on its own line, so that it is easy to touch. */
export interface WebLink {
  readonly type: 'link'
  readonly text: string
  readonly url: string
}

export function heading(text: string): Heading {
  return { type: 'heading', text }
}
export function paragraph(...sentences: readonly string[]): Paragraph {
  return { type: 'paragraph', text: sentences.join(' ') }
}
export function aboutCalendarFile(text: string): AboutCalendarFile {
  return { type: 'calendar-file', text }
}
export function list(...items: readonly string[]): List {
  return { type: 'list', items }
}
export function steps(...items: readonly string[]): Steps {
  return { type: 'steps', items }
}
export function datePanel(label: string, date: string, ...notes: readonly string[]): DatePanel {
  return { type: 'date', label, date, notes }
}
export function contactDetails(point: ContactPoint): ContactDetails {
  return { type: 'contact', point }
}
export function webLink(text: string, url: string): WebLink {
  return { type: 'link', text, url }
}

/** What one kind of message says. The greeting, the case reference and the footer are added to each alike. */
export interface MessageWords {
  /** The action and the date. Never a person's name, a need or a diagnosis: it shows on a locked phone. */
  readonly subject: string
  /** The line that mail programs show after the subject. The same rule. */
  readonly preheader: string
  /** The heading at the top: the same as the subject unless something may be said only inside. */
  readonly title?: string
  readonly blocks: readonly Block[]
  readonly calendar?: CalendarRequest
}

/** The language of a whole message, with its words for contact details. */
export interface MessageLanguage extends WrittenIn {
  readonly labels: ContactLabels
}

/** Everything that is rendered. */
export interface MessageContent {
  /** Absent: British English. */
  readonly language?: MessageLanguage
  readonly subject: string
  readonly preheader: string
  readonly council: string
  readonly title: string
  readonly blocks: readonly Block[]
  readonly footer: readonly Block[]
}

/** The message as a letter carries it: without what belongs to an email only. */
export function forLetter(content: MessageContent): MessageContent {
  return { ...content, blocks: content.blocks.filter(({ type }) => type !== 'calendar-file') }
}
