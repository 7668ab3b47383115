import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const APP = fileURLToPath(new URL('app.ts', import.meta.url))

const BATH = 'bath-and-north-east-somerset'

/**
 * Synthesizes the app into a folder, to be run on this machine: the account is made up, and messages link to its own pages.
 * @param council the council's id. Bath's when it is left out, whatever COUNCIL says for deployments.
 * @param show whether what it prints is shown as it comes; otherwise it is kept for the error.
 * @returns the folder. @throws Error when the app cannot be synthesized.
 */
export function synthesize(output: string, { show = false, council = BATH } = {}): string {
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [APP], {
    // CDK compares templates with AWS's own schemas, for a quarter of the time. It still does so before a deployment.
    env: { ...process.env, CDK_OUTDIR: output, COUNCIL: council, FOR_THIS_MACHINE: 'yes', CDK_VALIDATION: 'false' },
    encoding: 'utf8',
    stdio: ['ignore', ...(show ? (['inherit', 'inherit'] as const) : (['pipe', 'pipe'] as const))],
  })
  if (error === undefined && status === 0) return output
  const why = show ? 'see above.' : `\n${stdout}${stderr}`
  throw new Error(`The CDK app could not be synthesized: ${why}`, { cause: error })
}
