import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { synthesize } from '../synthesize.ts'

/** The templates, with the hashes of their assets left out: these change with every line of code. */
export function recordTemplates(): Record<string, unknown> {
  const folder = mkdtempSync(join(tmpdir(), 'behaviour-'))
  try {
    const assembly = synthesize(join(folder, 'cdk.out'))
    return Object.fromEntries(
      readdirSync(assembly)
        .filter((name) => name.endsWith('.template.json'))
        .map((name) => [name, JSON.parse(readFileSync(join(assembly, name), 'utf8').replace(/[0-9a-f]{64}/g, 'HASH'))]),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
