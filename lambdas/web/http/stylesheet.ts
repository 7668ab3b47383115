import type { Context } from 'hono'
import type { CompiledPages } from '../pages/compiled-pages.ts'

const A_YEAR_IN_SECONDS = 31_536_000

/** Answers with the stylesheet of the pages, to be kept: its address changes with its contents. */
export function stylesheetRoute({ stylesheet }: Pick<CompiledPages, 'stylesheet'>) {
  return (c: Context) =>
    c.body(stylesheet.css, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': `public, max-age=${A_YEAR_IN_SECONDS}, immutable`,
    })
}
