import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { synthesize } from '../bin/synthesize.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the synthesized app: `inject('assembly')`. */
    readonly assembly: string
  }
}

/** Synthesizes the app into a folder of its own, as `npm run synth` does, and removes it at the end. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'synthesized-'))
  project.provide('assembly', synthesize(join(folder, 'cdk.out')))
  return () => rmSync(folder, { recursive: true, force: true })
}
