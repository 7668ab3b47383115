import { adviserOf } from '../cases/advice/adviser.ts'
import type { Contact } from '../cases/contact.ts'
import { namesActedFor, type Recipient } from '../cases/recipient.ts'
import { glossary } from '../guidance/glossary.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { type CalendarFile, makeCalendarFile } from './calendar/make-calendar-file.ts'
import { type Block, type MessageContent, paragraph } from './content.ts'
import { daysIn } from './days-in.ts'
import { helpLine } from './languages/help-line.ts'
import type { Language } from './languages/language.ts'
import type { KnownNames } from './languages/sentence-template.ts'
import { translateContent } from './languages/translate-content.ts'
import type { MessageSituation } from './message-situation.ts'
import { footer } from './passages/help.ts'
import { occasionOf } from './passages/occasion.ts'
import { renderHtml } from './render/render-html.ts'
import { renderText } from './render/render-text.ts'
import { writeWords } from './words/all-messages.ts'

/** A message, ready to be put in an envelope. */
export interface ComposedMessage {
  readonly subject: string
  /** For staff, who read the list of messages. */
  readonly subjectInEnglish: string
  /** The days that it names, as its English says them. */
  readonly days: readonly CalendarDate[]
  /** The line that mail programs show beside the subject. It is hidden in the message itself. */
  readonly preheader: string
  readonly html: string
  readonly text: string
  readonly calendarFile?: CalendarFile
  /** What both parts were made from, and a letter can be. */
  readonly content: MessageContent
}

/** Who reads the message, and in which language. */
export interface Reading {
  /** The family itself when left out. */
  readonly reader?: Pick<Recipient, 'role' | 'name' | 'email'>
  /** A language that has been approved. English when left out. */
  readonly language?: Language
}

/**
 * Writes a message to a family, or somebody's copy of it.
 *
 * @param situation the kind of message and the fact that it is about, the case with its dates on the day `today`, who
 * the family is, the private words of the fact, and the council.
 * @returns the subject, and the same content as HTML and as text: in the reader's language when every sentence has been
 * translated, or else in English below a line that says in that language where help is. The same gives the same.
 * @throws Error when the case has not what the message is about: it was asked for at the wrong time.
 */
export function composeMessage(situation: MessageSituation, { reader, language }: Reading = {}): ComposedMessage {
  const { contact, council, subject, publicAddress } = situation
  const words = writeWords(situation)
  const to = reader ?? { role: 'family', name: contact.name, email: contact.email }
  const english: MessageContent = {
    subject: words.subject,
    preheader: `${words.preheader} Case reference ${subject.caseId}.`,
    council: council.name,
    title: words.title ?? words.subject,
    blocks: [paragraph(`Dear ${to.name}`), ...whoseMessage(to.role, situation), ...words.blocks],
    footer: footer(situation),
  }
  const content = language ? inLanguage(english, language, situation, to.name) : english
  // The explanations are in English: a translated message has none of their terms.
  const terms = content.language ? undefined : { glossary: glossary(council), publicAddress }
  return {
    subject: content.subject,
    subjectInEnglish: english.subject,
    days: daysIn(`${english.subject}\n${renderText(english)}`),
    preheader: content.preheader,
    html: renderHtml(content, terms),
    text: renderText(content),
    content,
    ...(words.calendar && { calendarFile: makeCalendarFile(words.calendar, situation, to.email) }),
  }
}

/** Says to somebody who is not the party whose message this is. The words after it speak to the party. */
function whoseMessage(role: Recipient['role'], situation: MessageSituation): readonly Block[] {
  return isFirstToSomebodyNew(situation) ? fromNowOn(role, situation.contact) : whoseCopy(role, situation.contact)
}

function isFirstToSomebodyNew(situation: MessageSituation): boolean {
  return situation.kind === 'where-your-case-stands' && occasionOf(situation) === 'contact-details-changed'
}

/** Says to somebody new why they get our messages. What happened before may be somebody else's doing. */
function fromNowOn(role: Recipient['role'], contact: Contact): readonly Block[] {
  const { name, relationship, representative } = contact
  const you = `In this message “you” means ${name}.`
  const asParty = paragraph(
    'From now on you get our messages about this case.',
    'In this message “you” can also mean someone who got them before you.',
  )
  switch (role) {
    case 'family':
      return [asParty]
    case 'second':
      return relationship === 'parent'
        ? [asParty]
        : [paragraph(`${name} agreed that you get a copy of our messages from now on.`, you)]
    case 'representative':
      return representative?.gets === 'everything'
        ? [paragraph(`You act for ${namesActedFor(contact)}. So we write to you from now on.`, youAre(contact))]
        : [
            paragraph(
              `You act for ${namesActedFor(contact)}. So you get a copy of our messages from now on.`,
              youAre(contact),
            ),
          ]
  }
}

function youAre(contact: Contact): string {
  return `In this message “you” means ${namesActedFor(contact)}.`
}

function whoseCopy(role: Recipient['role'], contact: Contact): readonly Block[] {
  const { name, relationship, representative } = contact
  const you = `In this message “you” means ${name}.`
  switch (role) {
    case 'family':
      return []
    case 'second':
      // The other parent is a party too, and is spoken to like the first.
      return relationship === 'parent'
        ? []
        : [paragraph(`This is a copy of our message to ${name}. They agreed that you get it.`, you)]
    case 'representative':
      return representative?.gets === 'everything'
        ? [paragraph(`We write to you because you act for ${namesActedFor(contact)}.`, youAre(contact))]
        : [
            paragraph(
              `This is a copy of our message to ${name}. You get it because you act for ${namesActedFor(contact)}.`,
              youAre(contact),
            ),
          ]
  }
}

function inLanguage(
  english: MessageContent,
  language: Language,
  situation: MessageSituation,
  reader: string,
): MessageContent {
  return (
    translateContent(english, language, namesIn(situation, reader)) ?? {
      ...english,
      blocks: [helpLine(language, situation.council), ...english.blocks],
    }
  )
}

/** Who and what a message can name. */
export function namesIn({ subject, contact, words, council }: MessageSituation, reader: string): KnownNames {
  return {
    case: subject.caseId,
    council: council.name,
    officer: council.contacts.officer.name,
    adviser: adviserOf(subject, council.providers).contact.name,
    partnership: council.contacts.partnershipService.name,
    reader,
    family: contact.name,
    child: contact.childName,
    place: words.place ?? '',
  }
}
