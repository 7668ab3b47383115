import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { synthesize } from '../bin/synthesize.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the synthesized app: `inject('assembly')`. */
    readonly assembly: string
    /**
     * The same app with the rules of the daily digests and of the nightly repair off, for tests that let months pass
     * and are about something else: most of what happens in those months is that.
     */
    readonly quietAssembly: string
    /** The same app with the rule of the daily digests off alone, for months in which the nightly repair matters. */
    readonly assemblyWithoutDigests: string
  }
}

/** Synthesizes the app into a folder of its own, as `npm run synth` does, and removes it at the end. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'synthesized-'))
  const assembly = synthesize(join(folder, 'cdk.out'))
  project.provide('assembly', assembly)
  project.provide('assemblyWithoutDigests', withoutRules([DIGESTS], assembly, join(folder, 'without-digests')))
  project.provide('quietAssembly', withoutRules([DIGESTS, REPAIR], assembly, join(folder, 'quiet')))
  return () => rmSync(folder, { recursive: true, force: true })
}

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string; readonly Properties: { State?: string } }>>
}

const DIGESTS = 'MorningDigests'
const REPAIR = 'DailyRepair'

function withoutRules(names: readonly string[], assembly: string, copy: string): string {
  cpSync(assembly, copy, { recursive: true })
  const rules = readdirSync(copy)
    .filter((name) => name.endsWith('.template.json'))
    .flatMap((name) => {
      const file = join(copy, name)
      const template = JSON.parse(readFileSync(file, 'utf8')) as Template
      const found = Object.entries(template.Resources).filter(
        ([id, { Type }]) => Type === 'AWS::Events::Rule' && names.some((name) => id.startsWith(name)),
      )
      for (const [, { Properties }] of found) Properties.State = 'DISABLED'
      if (found.length > 0) writeFileSync(file, JSON.stringify(template))
      return found
    })
  if (rules.length !== names.length)
    throw new Error(`The app has ${rules.length} rules named ${names.join(' or ')}, and should have one of each.`)
  return copy
}
