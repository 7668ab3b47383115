import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { physicalName } from 'aws-on-one-machine/physical-name'
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

/** The name that a resource has on one machine. @param id the beginning of its logical id, which names one of its type */
export function localName(type: string, id: string): string {
  const [found = '', ...others] = ofType(type)
    .map(([one]) => one)
    .filter((one) => new RegExp(`\\.${id}[0-9A-F]{8}$`).test(one))
  if (!found || others.length > 0)
    throw new Error(`${id} names ${others.length + (found ? 1 : 0)} of the type ${type}.`)
  const [stack = '', logicalId = ''] = found.split('.')
  const manifest = JSON.parse(readFileSync(join(inject('assembly'), 'manifest.json'), 'utf8')) as {
    readonly artifacts: Readonly<Record<string, { readonly properties?: { readonly stackName?: string } }>>
  }
  return physicalName(manifest.artifacts[stack]?.properties?.stackName ?? stack, logicalId)
}
