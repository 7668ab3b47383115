import nunjucks from 'nunjucks'

/**
 * Compiles each template to the code of a function that makes nunjucks' own template object. Node reads such a function in
 * full only when it is called, so that a page costs no more at start-up than what it shows.
 *
 * @throws Error that names the template.
 */
export function compileTemplates(sources: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const environment = new nunjucks.Environment(undefined, { autoescape: true, throwOnUndefined: false })
  return new Map(
    [...sources].map(([name, source]) => [
      name,
      nunjucks.precompileString(source, {
        name,
        env: environment,
        // The package's types call this one template; it is a list of one.
        wrapper: (templates) => `() => {\n${[templates].flat()[0]?.template}\n}`,
      }),
    ]),
  )
}
