import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type Answers, answers, type PageFrame, wantsJson } from '../web/http/answer.ts'
import type { CompiledPages } from '../web/pages/compiled-pages.ts'

/** What layout.njk shows around a page for staff. */
export interface StaffFrame extends PageFrame {
  readonly section?: 'cases' | 'new' | 'letters' | 'outcomes'
}

export interface StaffAnswers extends Answers<StaffFrame> {
  /** A plain page with a heading and a few sentences. */
  message(
    c: Context,
    status: ContentfulStatusCode,
    heading: string,
    paragraphs: readonly string[],
    link?: { readonly href: string; readonly text: string },
  ): Promise<Response>
  /** To somebody who may see the page and may not record what it records. */
  notAllowed(c: Context): Promise<Response>
}

const TO_THE_LIST = { href: '/cases', text: 'Go to the list of cases' }

/** @param council its name, which stands on every page */
export function staffAnswers(council: string, pages: CompiledPages): StaffAnswers {
  const answer = answers<StaffFrame>(council, pages)
  const message: StaffAnswers['message'] = async (c, status, heading, paragraphs, link = TO_THE_LIST) =>
    wantsJson(c)
      ? c.json({ error: heading, details: paragraphs }, status)
      : answer.page(c, 'staff/message.njk', { heading, paragraphs, link }, {}, status)
  return {
    ...answer,
    message,
    notAllowed: (c) =>
      message(c, 403, 'You cannot record this', ['None of your roles allows it. Nothing was recorded.']),
  }
}
