import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The folder of the synthesized app: `inject('assembly')`. */
    readonly assembly: string
  }
}

/** Synthesizes the app into a folder of its own, as `npm run synth` does, and removes it at the end. */
export default function setup(project: TestProject): () => void {
  const assembly = join(mkdtempSync(join(tmpdir(), 'synthesized-')), 'cdk.out')
  const app = fileURLToPath(new URL('../bin/app.ts', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [app], {
    env: { ...process.env, CDK_OUTDIR: assembly },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The app could not be synthesized:\n${stderr}`)
  project.provide('assembly', assembly)
  return () => rmSync(join(assembly, '..'), { recursive: true, force: true })
}
