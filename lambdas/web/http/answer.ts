import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { StaffServiceOptions } from '../../staff/service.ts'
import type { Render } from '../pages/render.ts'

/** What every page shows around its own view. */
export interface PageFrame {
  readonly section?: 'cases' | 'new' | 'letters' | 'outcomes'
  readonly back?: { readonly href: string; readonly text: string }
}

/** Answers with pages, or with a page's view as JSON to whoever asks for that. */
export interface Answers {
  page(c: Context, template: string, view: object, frame?: PageFrame, status?: ContentfulStatusCode): Promise<Response>
  /** The page, or `json` when the request accepts JSON and not HTML. */
  pageOrJson(
    c: Context,
    template: string,
    view: object,
    json: object,
    frame?: PageFrame,
    status?: ContentfulStatusCode,
  ): Promise<Response>
  /** A plain page with a heading and a few sentences. */
  message(
    c: Context,
    status: ContentfulStatusCode,
    heading: string,
    paragraphs: readonly string[],
    link?: { readonly href: string; readonly text: string },
  ): Promise<Response>
}

const TO_THE_LIST = { href: '/cases', text: 'Go to the list of cases' }

export function answers({ council, pages }: Pick<StaffServiceOptions, 'council' | 'pages'>, render: Render): Answers {
  const common = { council: council.name, stylesheet: pages.stylesheet.path }
  const page: Answers['page'] = async (c, template, view, frame = {}, status = 200) =>
    c.html(await render(`${template}.njk`, { ...view, ...frame, ...common }), status)
  return {
    page,
    async pageOrJson(c, template, view, json, frame, status = 200) {
      c.header('vary', 'Accept')
      return wantsJson(c) ? c.json(json, status) : page(c, template, view, frame, status)
    },
    message: async (c, status, heading, paragraphs, link = TO_THE_LIST) =>
      wantsJson(c)
        ? c.json({ error: heading, details: paragraphs }, status)
        : page(c, 'message', { heading, paragraphs, link }, {}, status),
  }
}

function wantsJson(c: Context): boolean {
  const accept = c.req.header('accept') ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}
