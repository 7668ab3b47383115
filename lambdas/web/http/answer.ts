import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Problem } from '../forms/field.ts'
import type { CompiledPages } from '../pages/compiled-pages.ts'
import { renderer } from '../pages/render.ts'

/** What every page shows around its own view. A service may add to it what its own layout shows. */
export interface PageFrame {
  readonly back?: { readonly href: string; readonly text: string }
}

/** Answers with pages, or with a page's view as JSON to whoever asks for that. */
export interface Answers<Frame extends PageFrame = PageFrame> {
  /** @param template its name: "staff/cases/case.njk" */
  page(c: Context, template: string, view: object, frame?: Frame, status?: ContentfulStatusCode): Promise<Response>
  /** The page, or `json` when the request accepts JSON and not HTML. */
  pageOrJson(
    c: Context,
    template: string,
    view: object,
    json: object,
    frame?: Frame,
    status?: ContentfulStatusCode,
  ): Promise<Response>
}

/**
 * @param council its name, which stands on every page
 * @param more what else does
 */
export function answers<Frame extends PageFrame>(
  council: string,
  pages: CompiledPages,
  more: Readonly<Record<string, string>> = {},
): Answers<Frame> {
  const render = renderer(pages)
  const common = { ...more, council, stylesheet: pages.stylesheet.path }
  const page: Answers['page'] = async (c, template, view, frame = {}, status = 200) =>
    c.html(await render(template, { ...view, ...frame, ...common }), status)
  return {
    page,
    async pageOrJson(c, template, view, json, frame, status = 200) {
      c.header('vary', 'Accept')
      return wantsJson(c) ? c.json(json, status) : page(c, template, view, frame, status)
    },
  }
}

/** 422 for a form that comes back because something in it is wrong. */
export function statusOf(problems: readonly Problem[]): 200 | 422 {
  return problems.length > 0 ? 422 : 200
}

/** Whether a program asks, which reads JSON. */
export function wantsJson(c: Context): boolean {
  const accept = c.req.header('accept') ?? ''
  return accept.includes('application/json') && !accept.includes('text/html')
}
