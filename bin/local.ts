/** The whole service on this machine: `npm start`. */
import { fileURLToPath } from 'node:url'
import { runCommand } from 'aws-on-one-machine/command'
import { DIRECTORY_HERE } from './local/directory.ts'
import { requireOurShape } from './local/stored-shape.ts'
import { synthesize } from './synthesize.ts'

const HELP = `Runs the synthesized CDK app whole on this machine. Nothing leaves it.

  npm start [-- options]

  --port N          port of the staff service (3000); the AWS endpoint, console and mailbox are on the next one,
                    and the directory that staff sign in at on the one after
  --data DIR        where cases, messages and everything else are kept (.local)
  --fresh           remove that folder first: every case and message in it is lost
  --start-at TIME   where the clock of a fresh data folder starts, for example 2026-09-01T09:00
  --assembly DIR    run this synthesized app instead of synthesizing (cdk.out)
  --help            these words

COUNCIL=name takes another file of lib/councils than Bath's.
`

await runCommand({
  help: HELP,
  checkData: requireOurShape,
  ...DIRECTORY_HERE,
  assembly: () => {
    console.log('Synthesizing the CDK app...')
    return synthesize(fileURLToPath(new URL('../cdk.out', import.meta.url)), {
      show: true,
      ...(process.env.COUNCIL && { council: process.env.COUNCIL }),
    })
  },
  addresses: ({ apiUrl }) => [
    ['Staff service', `${apiUrl}/`],
    ['For families', `${apiUrl}/help`],
  ],
})
