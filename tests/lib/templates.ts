import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'

export interface Resource {
  readonly Type: string
  readonly Properties: Readonly<Record<string, unknown>>
  readonly DeletionPolicy?: string
  readonly UpdateReplacePolicy?: string
  readonly DependsOn?: readonly string[]
}

/** Every resource of every synthesized stack, by "Stack.LogicalId". */
export function resources(): ReadonlyMap<string, Resource> {
  const assembly = inject('assembly')
  const found = new Map<string, Resource>()
  for (const file of readdirSync(assembly).filter((name) => name.endsWith('.template.json'))) {
    const template = JSON.parse(readFileSync(join(assembly, file), 'utf8')) as { Resources: Record<string, Resource> }
    for (const [id, resource] of Object.entries(template.Resources)) {
      found.set(`${file.replace('.template.json', '')}.${id}`, resource)
    }
  }
  return found
}

export function ofType(type: string): [string, Resource][] {
  return [...resources()].filter(([, resource]) => resource.Type === type)
}

/** What a resource in a policy or a property stands for: a short name without CDK's hashes. */
export function nameOf(value: unknown): string {
  return JSON.stringify(value)
    .replace(/"Fn::ImportValue":"[^"]*?ExportsOutput(?:FnGetAtt|Ref)([A-Za-z]+?)[0-9A-F]{8}[A-Za-z0-9]*"/g, '"$1"')
    .replace(/"(?:Fn::GetAtt|Ref)":\[?"([A-Za-z:]+?)(?:[0-9A-F]{8})?"(?:,"[A-Za-z]+")?\]?/g, '"$1"')
}
