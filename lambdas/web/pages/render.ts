import type { CompiledPages } from './compiled-pages.ts'

/** Fills a template with a view. Everything that comes from a view is escaped. */
export type Render = (template: string, view: object) => Promise<string>

/**
 * Makes the function that fills templates, from templates that were compiled before. nunjucks is loaded for the first
 * page: answers as JSON, redirects and refusals do without it.
 *
 * @throws Error from the function when there is no such template
 */
export function renderer({ templates }: Pick<CompiledPages, 'templates'>): Render {
  const loader = {
    getSource: (name: string) => {
      const make = templates[name]
      return make && { src: { type: 'code', obj: make() }, path: name, noCache: false }
    },
    isRelative: (name: string) => name.startsWith('.'),
    // Names are folders and files with "/" on every machine, and none begins with "/".
    resolve: (from: string, to: string) => new URL(to, `templates://t/${from}`).pathname.slice(1),
  }
  let environment: Promise<{ render(template: string, view: object): string }> | undefined
  return async (template, view) => {
    environment ??= import('nunjucks/browser/nunjucks-slim.min.js').then(
      ({ default: nunjucks }) => new nunjucks.Environment(loader as never, { autoescape: true }),
    )
    return (await environment).render(template, view)
  }
}
