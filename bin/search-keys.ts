/** Gives the cases of a deployed council the rows by which they are found: `npm run -s search-keys`. */
import { parseArgs } from 'node:util'
import { CloudFormationClient } from '@aws-sdk/client-cloudformation'
import { giveSearchKeys } from '../lambdas/cases/store/give-search-keys.ts'
import { keptHashKey, readSecret } from '../lambdas/cases/store/hash-key.ts'
import { tableClient } from '../lambdas/cases/store/table-client.ts'
import { CouncilFileError } from '../lib/councils/council-schema.ts'
import { councilIdOf, councilToDeploy } from '../lib/councils/council-to-deploy.ts'
import { stackName } from '../lib/stack-name.ts'
import { NotDeployedError, whatIsDeployed } from './search-keys/what-is-deployed.ts'

const HELP = `Gives every case of the council that COUNCIL names the rows by which staff find it, by a name or a reference.

  COUNCIL=your-file-name npm run -s search-keys
  --help    these words

It is for cases that were opened by a version without a search, and after the CHANGELOG says that names are compared in
another way. It may run while the service is used, be stopped, and run again. AWS credentials come from the environment or
the profile; they need to read the contacts table and the secret of the hashes, and to write to the table.
`

const { values } = parseArgs({ options: { help: { type: 'boolean' } } })
if (values.help) console.log(HELP)
else {
  try {
    await giveThem()
  } catch (error) {
    if (!(error instanceof CouncilFileError || error instanceof NotDeployedError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

async function giveThem(): Promise<void> {
  const { file, deployment } = councilToDeploy(process.env.COUNCIL)
  const { region, stage } = deployment
  process.env.AWS_REGION = region
  const dataStack = stackName(councilIdOf(file), stage, 'Data')
  const { contactsTable, hashKey } = await whatIsDeployed(new CloudFormationClient({ region }), dataStack)
  const tables = { client: tableClient(), contactsTable, hashKey: keptHashKey(() => readSecret(hashKey)) }
  const { cases, changedMeanwhile } = await giveSearchKeys(tables, (done) => console.error(`${done} cases`))
  console.log(`${cases} cases can be found. ${changedMeanwhile} of them were changed meanwhile, with their rows.`)
}
