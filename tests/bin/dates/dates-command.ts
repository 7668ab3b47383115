import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The command's file. */
export const COMMAND = fileURLToPath(new URL('../../../bin/dates.ts', import.meta.url))

/** Runs the real command and waits for its end. */
export async function runDates(
  words: readonly string[],
  input = '',
): Promise<{ readonly status: number | null; readonly output: string; readonly errors: string }> {
  const child = spawn(process.execPath, [COMMAND, ...words], { stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  // A command that has read enough closes its input; what it then says is what the test looks at.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return { status: await ended, output, errors }
}
