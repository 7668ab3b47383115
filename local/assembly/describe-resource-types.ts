import { RESOURCE_TYPES_WITHOUT_EFFECT, SUPPORTED_RESOURCE_TYPES } from './resource-types.ts'

/** What the local service makes of each resource type and property, as a page in Markdown. */
export function describeResourceTypes(): string {
  const supported = Object.entries(SUPPORTED_RESOURCE_TYPES).map(
    ([type, { used, withoutEffect }]) => `| ${type} | ${used.join(', ')} | ${withoutEffect.join(', ') || 'none'} |`,
  )
  const accepted = Object.entries(RESOURCE_TYPES_WITHOUT_EFFECT).map(([type, { why }]) => `| ${type} | ${why} |`)
  return `# What the local service makes of a template

Written from \`assembly/resource-types.ts\`; a test keeps them equal. Any other type, and any other property of the types
in the first table, makes the local service refuse to start with a sentence that names it.

## Types that run

| Type | Properties that it acts on | Properties without effect on one machine |
|---|---|---|
${supported.join('\n')}

## Types that are accepted and do nothing on one machine

| Type | Why |
|---|---|
${accepted.join('\n')}
`
}
