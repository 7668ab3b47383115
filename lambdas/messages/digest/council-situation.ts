import type { Council } from '../../cases/council.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { ComposedMessage } from '../compose-message.ts'
import { type Block, type MessageWords, paragraph } from '../content.ts'
import { renderHtml } from '../render/render-html.ts'
import { renderText } from '../render/render-text.ts'

/** What the words of every message to the officer and to the mediation adviser may look at, besides the work itself. */
export interface CouncilSituation {
  readonly council: Pick<Council, 'name' | 'contacts' | 'providers'>
  /** Where the pages are, without a slash at the end. */
  readonly publicAddress: string
  /** The day in England. */
  readonly today: CalendarDate
}

/** What one message to the council's own people says. The greeting and the end are added to each alike. */
export interface CouncilWords extends Required<Pick<MessageWords, 'subject' | 'preheader' | 'title' | 'blocks'>> {
  /** The name of whoever reads it. */
  readonly reader: string
  /** What stands in the footer besides where the message is from. */
  readonly footer: readonly Block[]
}

/** Writes a message to the officer or the mediation adviser, as HTML and as text. */
export function composeForCouncil(
  { subject, preheader, title, reader, blocks, footer }: CouncilWords,
  { council }: CouncilSituation,
): Pick<ComposedMessage, 'subject' | 'preheader' | 'html' | 'text'> {
  const content = {
    subject,
    preheader,
    council: council.name,
    title,
    blocks: [paragraph(`Dear ${reader}`), ...blocks],
    footer: [
      ...footer,
      paragraph(
        `This message is from the service in which ${council.name} keeps its SEND cases.`,
        'It names cases by their reference only. Please do the same when you answer.',
      ),
    ],
  }
  // Its readers know the words, so none is explained.
  return { subject, preheader, html: renderHtml(content), text: renderText(content) }
}
