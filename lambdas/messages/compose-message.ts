import { glossary } from '../guidance/glossary.ts'
import { makeCalendarFile } from './calendar/make-calendar-file.ts'
import { type MessageContent, type MessageWords, paragraph } from './content.ts'
import type { MessageSituation } from './message-situation.ts'
import { footer } from './passages/help.ts'
import { renderHtml } from './render/render-html.ts'
import { renderText } from './render/render-text.ts'
import { WORDS } from './words/all-words.ts'

/** A calendar file that goes with a message. */
export interface CalendarFile {
  readonly fileName: string
  readonly method: 'REQUEST' | 'CANCEL' | 'PUBLISH'
  readonly content: string
}

/** A message, ready to be put in an envelope. */
export interface ComposedMessage {
  readonly subject: string
  /** The line that mail programs show beside the subject. It is hidden in the message itself. */
  readonly preheader: string
  readonly html: string
  readonly text: string
  readonly calendarFile?: CalendarFile
}

/**
 * Writes a message to a family.
 *
 * @param situation the kind of message and the fact that it is about, the case with its dates on the day `today`, who
 * the family is, the private words of the fact, and the council.
 * @returns the subject, and the same content as HTML and as text. The same situation gives the same message.
 * @throws Error when the case has not what the message is about: it was asked for at the wrong time.
 */
export function composeMessage(situation: MessageSituation): ComposedMessage {
  const words = WORDS[situation.kind](situation)
  const content = contentOf(words, situation)
  return {
    subject: content.subject,
    preheader: content.preheader,
    html: renderHtml(content),
    text: renderText(content),
    ...(words.calendar && { calendarFile: makeCalendarFile(words.calendar, situation) }),
  }
}

/**
 * What a message says, before it is an email or a letter (letter/render-letter.ts).
 *
 * @param situation as for `composeMessage`
 * @throws Error as `composeMessage` does
 */
export function messageContent(situation: MessageSituation): MessageContent {
  return contentOf(WORDS[situation.kind](situation), situation)
}

function contentOf(words: MessageWords, situation: MessageSituation): MessageContent {
  return {
    subject: words.subject,
    preheader: `${words.preheader} Case reference ${situation.subject.caseId}.`,
    council: situation.council.name,
    title: words.title ?? words.subject,
    blocks: [paragraph(`Dear ${situation.contact.name}`), ...words.blocks],
    footer: footer(situation),
    glossary: glossary(situation.council),
    publicAddress: situation.publicAddress,
  }
}
