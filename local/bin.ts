#!/usr/bin/env node
/** Runs any synthesized CDK app whole on this machine: `aws-on-one-machine --help`. */
import { runCommand } from './command.ts'

const HELP = `Runs a synthesized CDK app whole on this machine. Nothing leaves it.

  aws-on-one-machine [options]

  --assembly DIR    the folder that cdk synth wrote (cdk.out)
  --data DIR        where tables, executions, messages and everything else are kept (.local)
  --fresh           remove that folder first: everything in it is lost
  --port N          port of the app's HTTP API (3000); the AWS endpoint, console and mailbox are on the next one
  --start-at TIME   where the clock of a fresh data folder starts, for example 2026-09-01T09:00
  --help            these words
`

await runCommand({
  help: HELP,
  assembly: 'cdk.out',
  addresses: ({ apiUrl, endpointUrl, hasApi }) => [
    ...(hasApi ? [['Application', `${apiUrl}/`] as const] : []),
    ['AWS endpoint', endpointUrl],
  ],
})
