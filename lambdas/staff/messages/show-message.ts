import type { Context } from 'hono'
import type { CaseFile } from '../../cases/case-file.ts'
import type { MessageRecord } from '../../cases/message.ts'
import { forLetter } from '../../messages/content.ts'
import { loadKeptMessages } from '../../messages/kept-message-store.ts'
import { renderHtml } from '../../messages/render/render-html.ts'
import { CONTENT_SECURITY_POLICY } from '../../web/http/security-headers.ts'
import type { StaffAnswers } from '../answer.ts'
import { caseOfAddress, frameOf } from '../case-of-address.ts'
import type { StaffServiceOptions } from '../service.ts'
import { isAsSent, messageView, type ReadEmail } from './message-view.ts'

/** An email may style itself and do nothing else: no script, no image, no form, and no frame but our own. */
const EMAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"

/** A message exactly as it went out, with the proof that what is shown is that. */
export function showMessageRoutes({ tables }: StaffServiceOptions, answer: StaffAnswers) {
  async function named(c: Context): Promise<{ file: CaseFile; message: MessageRecord } | undefined> {
    const key = c.req.param('key')
    const file = await caseOfAddress(tables, c)
    const message = file?.messages.find((one) => one.key === key)
    return file && message && { file, message }
  }

  function notThere(c: Context) {
    return answer.message(c, 404, 'There is no such message', ['Look for the message on the page of its case.'])
  }

  return {
    async page(c: Context) {
      const found = await named(c)
      if (!found) return notThere(c)
      const { file, message } = found
      const kept = await loadKeptMessages(tables, file.record.caseId, message.key)
      const view = await messageView(file, message, kept, readEmail)
      c.header('content-security-policy', `${CONTENT_SECURITY_POLICY}; frame-src 'self'`)
      return answer.pageOrJson(c, 'staff/messages/sent-message.njk', view, view, frameOf(file))
    },

    /** The HTML part by itself, for the frame on the page; what goes by letter is shown in the same look. */
    async html(c: Context) {
      const found = await named(c)
      if (!found) return notThere(c)
      const { file, message } = found
      const kept = await loadKeptMessages(tables, file.record.caseId, message.key)
      const copy = kept.find(({ attempt }) => String(attempt) === c.req.param('attempt'))
      if (!copy || !isAsSent(message, copy)) return notThere(c)
      const html = copy.email ? (await readEmail(copy.email)).html : renderHtml(forLetter(copy.content))
      if (html === undefined) return notThere(c)
      c.header('content-security-policy', EMAIL_POLICY)
      return c.html(html)
    },
  }
}

/** Loaded for the first message: no other page reads one. */
export const readEmail: ReadEmail = async (email) => {
  const { default: PostalMime } = await import('postal-mime')
  const { text, html } = await PostalMime.parse(email)
  return { text, html }
}
