import nunjucks from 'nunjucks/browser/nunjucks-slim.min.js'
import type { StaffPages } from '../pages.ts'

/** Fills a template with a view. Everything that comes from a view is escaped. */
export type Render = (template: string, view: object) => string

/**
 * Makes the function that fills templates, from templates that were compiled before.
 * @throws Error from the function when there is no such template.
 */
export function renderer({ templates }: Pick<StaffPages, 'templates'>): Render {
  const loader = {
    getSource: (name: string) => {
      const code = templates[name]
      return code === undefined ? null : { src: { type: 'code', obj: code }, path: name, noCache: false }
    },
    isRelative: (name: string) => name.startsWith('.'),
    // Names are folders and files with "/" on every machine, and none begins with "/".
    resolve: (from: string, to: string) => new URL(to, `templates://t/${from}`).pathname.slice(1),
  }
  const environment = new nunjucks.Environment(loader as never, { autoescape: true })
  return (template, view) => environment.render(template, view)
}
