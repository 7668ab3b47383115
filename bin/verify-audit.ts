/** Says whether an entry of who did and who read what was altered: `npm run -s verify-audit`. */
import { parseArgs } from 'node:util'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { keptFrom } from '../lambdas/audit/remove-old-chains.ts'
import { verifyAudit } from '../lambdas/audit/verify-audit.ts'
import { tableClient } from '../lambdas/cases/store/table-client.ts'
import { CouncilFileError, loadCouncil } from '../lib/councils/council-schema.ts'
import { councilIdOf, councilToDeploy } from '../lib/councils/council-to-deploy.ts'
import { stackName } from '../lib/stack-name.ts'
import { auditTableOf, NotDeployedError } from './search-keys/what-is-deployed.ts'

const HELP = `Reads every entry of who changed and who read which case, and every daily root, and says which entry was changed, removed,
put in another place or cut off.

  COUNCIL=your-file-name npm run -s verify-audit [-- options]

  --root DAY=ROOT  a root as a digest or the log of MakeRoots has it: 2026-03-10=4f5e...; can be given several times
  --endpoint URL   the endpoint that a local service prints as its console's, for example http://127.0.0.1:3001, instead of AWS
  --help           these words

AWS credentials come from the environment or the profile; they need to read the table Audit. What was removed after the last
root, at most of one day, cannot be told. Exit status 1 when something was altered.
`

interface WhereItIs {
  readonly auditTable: string
  /** Entries of before this day may have been removed, because their time is over. */
  readonly keptFrom: string
}

const { values } = parseArgs({
  options: {
    root: { type: 'string', multiple: true, default: [] },
    endpoint: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(HELP)
else {
  try {
    await verify(values.endpoint ? await onThisMachine(values.endpoint) : await onAws(), knownRoots(values.root))
  } catch (error) {
    if (!(error instanceof CouncilFileError || error instanceof NotDeployedError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

async function verify({ auditTable, keptFrom }: WhereItIs, known: ReadonlyMap<string, string>): Promise<void> {
  const { entries, chains, findings, root } = await verifyAudit(
    { client: tableClient(), auditTable },
    { keptFrom, known },
  )
  for (const { where, says } of findings) console.log(`${where}  ${says}`)
  console.log(
    findings.length > 0
      ? `${findings.length} things are not as they were written, of ${entries} entries in ${chains} chains.`
      : `All ${entries} entries in ${chains} chains are as they were written.`,
  )
  console.log(
    root
      ? `The last root is of ${root.day}: ${root.root}. Compare it with the one in the digest of the next morning, or in the log of MakeRoots.`
      : 'There is no root yet: the first is made in the night after the first day.',
  )
  if (findings.length > 0) process.exitCode = 1
}

async function onAws(): Promise<WhereItIs> {
  const { file, deployment } = councilToDeploy(process.env.COUNCIL)
  const { region, stage } = deployment
  process.env.AWS_REGION = region
  const auditTable = await auditTableOf(
    new CloudFormationClient({ region }),
    stackName(councilIdOf(file), stage, 'Data'),
  )
  return { auditTable, keptFrom: keptFrom(new Date(), loadCouncil(file).audit.keepYears) }
}

async function onThisMachine(endpoint: string): Promise<WhereItIs> {
  process.env.AWS_REGION ??= 'eu-west-2'
  process.env.AWS_ENDPOINT_URL = endpoint
  process.env.AWS_ACCESS_KEY_ID = 'local'
  process.env.AWS_SECRET_ACCESS_KEY = 'local'
  const { TableNames = [] } = await new DynamoDBClient({}).send(new ListTablesCommand({}))
  const auditTable = TableNames.find((name) => name.includes('Audit'))
  if (!auditTable) throw new NotDeployedError(`There is no table Audit at ${endpoint}. Start this version there first.`)
  // Nobody moves its clock by so many years that something is removed.
  return { auditTable, keptFrom: '' }
}

function knownRoots(written: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    written.map((one) => {
      const [, day, root] = /^(\d{4}-\d{2}-\d{2})=([0-9a-f]{64})$/.exec(one) ?? []
      if (day && root) return [day, root]
      throw new NotDeployedError(
        `"${one}" is no root. Write --root 2026-03-10= and the 64 letters and digits after it.`,
      )
    }),
  )
}
