import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const APP = fileURLToPath(new URL('../app.ts', import.meta.url))

/** Synthesizes the app into a folder, as `npm run synth` does. @returns the folder. @throws Error with what it printed. */
export function synthesize(output: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [APP], {
    env: { ...process.env, CDK_OUTDIR: output },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The app could not be synthesized:\n${stdout}${stderr}`)
  return output
}
