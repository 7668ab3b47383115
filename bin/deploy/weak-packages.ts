import * as v from 'valibot'

/** What `npm audit --json` answers, as far as it is told here (npm's report, version 2). */
const report = v.object({
  auditReportVersion: v.literal(2),
  vulnerabilities: v.record(
    v.string(),
    v.object({
      severity: v.string(),
      /** What is known of the package itself, or the name of another that it needs and that is weak. */
      via: v.array(v.union([v.string(), v.object({ title: v.string(), url: v.string() })])),
    }),
  ),
})

const HOW_SOON = 'docs/security.md says within which time each has to be replaced.'
const BY_HAND = 'Run "npm audit --omit=dev" where npm can be reached, before the service is used.'

/**
 * Says which packages of those that are deployed are known to be weak. They are deployed all the same: what is deployed may
 * be what puts another weakness right.
 * @param answer what `npm audit --omit=dev --json` wrote; undefined where it could not be run
 * @returns undefined when none is known
 */
export function weakPackages(answer: string | undefined): string | undefined {
  const asked = v.safeParse(v.pipe(v.string(), v.parseJson(), report), answer)
  if (!asked.success) return `Nobody has looked whether a package is known to be weak: npm did not answer. ${BY_HAND}`
  const weak = Object.entries(asked.output.vulnerabilities).map(([name, { severity, via }]) => {
    const known = via.map((one) => (typeof one === 'string' ? `it needs ${one}` : `${one.title}, ${one.url}`))
    return `  ${name} (${severity}): ${known.join('; ')}`
  })
  return weak.length > 0 ? `These packages are known to be weak. ${HOW_SOON}\n${weak.join('\n')}` : undefined
}
