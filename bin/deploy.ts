/** Deploys the council that COUNCIL names, to the account in its file: `npm run deploy`. */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { SESClient } from '@aws-sdk/client-ses'
import { STSClient } from '@aws-sdk/client-sts'
import { missingIn, NOTICES } from '../lambdas/cases/council-notices.ts'
import { CouncilFileError, loadCouncil, senderDomainOf } from '../lib/councils/council-schema.ts'
import { councilIdOf, councilToDeploy } from '../lib/councils/council-to-deploy.ts'
import type { Deployment } from '../lib/councils/deployment-schema.ts'
import { stackName } from '../lib/stack-name.ts'
import { accountProblem } from './deploy/account-problem.ts'
import { cdkArguments, NoDeploymentError } from './deploy/cdk-arguments.ts'
import { senderProblem } from './deploy/sender-problem.ts'
import { unfinishedNotice } from './deploy/unfinished-notice.ts'
import { weakPackages } from './deploy/weak-packages.ts'

const HELP = `Deploys all stacks of the council that COUNCIL names, to the account, region and stage of its file.

  COUNCIL=your-file-name npm run deploy [-- options]

  --yes     do not ask before permissions are changed, for where there is no terminal; read "npx cdk diff" before
  --help    these words

AWS credentials come from the environment or the profile, as for every AWS command.
`

const { values } = parseArgs({ options: { yes: { type: 'boolean', default: false }, help: { type: 'boolean' } } })
if (values.help) console.log(HELP)
else {
  try {
    process.exitCode = await deploy(values.yes)
  } catch (error) {
    if (!(error instanceof CouncilFileError || error instanceof NoDeploymentError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/** @returns CDK's exit status. @throws CouncilFileError or NoDeploymentError before anything was done. */
async function deploy(isAgreed: boolean): Promise<number> {
  const { file, deployment } = councilToDeploy(process.env.COUNCIL)
  const cdk = cdkArguments({ isTerminal: process.stdin.isTTY && process.stdout.isTTY, isAgreed })
  const problem = await problemInAccount(file, deployment).catch((error: Error) => {
    throw new NoDeploymentError(`Nothing was deployed: AWS does not answer what is asked before. ${error.message}`, {
      cause: error,
    })
  })
  if (problem) throw new NoDeploymentError(problem)
  const { notices } = loadCouncil(file)
  for (const notice of NOTICES) {
    const warning = unfinishedNotice(notice, missingIn(notices, notice))
    if (warning) console.error(warning)
  }
  const weak = weakPackages(whatNpmKnows())
  if (weak) console.error(weak)
  const program = fileURLToPath(import.meta.resolve('aws-cdk/bin/cdk'))
  const { status, error } = spawnSync(process.execPath, [program, ...cdk], {
    // What somebody has set to run the app on one machine has no part in this.
    env: { ...process.env, FOR_THIS_MACHINE: 'no' },
    stdio: 'inherit',
  })
  if (error) throw error
  return status ?? 1
}

/** What npm knows of the packages that are deployed. @returns undefined where it cannot be run, or takes over a minute */
function whatNpmKnows(): string | undefined {
  const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    encoding: 'utf8',
    timeout: 60_000,
  })
  return error ? undefined : stdout
}

/** What only the account can tell before a deployment, in a sentence, or nothing. */
async function problemInAccount(
  file: URL,
  { account, region, stage, senderDomain }: Deployment,
): Promise<string | undefined> {
  return (
    (await accountProblem(new STSClient({ region }), account)) ??
    (await senderProblem(
      { cloudFormation: new CloudFormationClient({ region }), ses: new SESClient({ region }) },
      {
        domain: senderDomainOf(loadCouncil(file).contacts),
        isInSesAlready: senderDomain.isInSesAlready,
        messagesStack: stackName(councilIdOf(file), stage, 'Messages'),
      },
    ))
  )
}
