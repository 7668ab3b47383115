/** Erases again what a restore has brought back of erased cases: `npm run -s erase-again`. docs/retention.md */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { tableClient } from '../lambdas/cases/store/table-client.ts'
import { certifiedCases, eraseAgain } from '../lambdas/retention/erase-again.ts'
import { CertificateError, readCertificate } from './erase-again/read-certificate.ts'

const HELP = `Looks for rows of erased cases that a restore has brought back, by the certificates, and erases them again.

  npm run -s erase-again -- --cases TABLE --contacts TABLE --audit TABLE    lists what has come back; nothing is written
  ... --write               erases it again
  ... --certificate FILE    a certificate as it was downloaded, for one that the restored tables do not have any more;
                            may be given several times
  --help                    these words

Run it after every restore. It may be stopped and run again. AWS credentials come from the environment or the profile. Exit
status 1 when something was asked for that cannot be, 2 when rows have come back and were left.
`

const { values } = parseArgs({
  options: {
    cases: { type: 'string' },
    contacts: { type: 'string' },
    audit: { type: 'string' },
    certificate: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(HELP)
else {
  try {
    await run()
  } catch (error) {
    if (!(error instanceof CertificateError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

async function run(): Promise<void> {
  const { cases: casesTable, contacts: contactsTable, audit: auditTable, certificate, write } = values
  if (!casesTable || !contactsTable || !auditTable) {
    throw new CertificateError(
      'Say which tables with --cases, --contacts and --audit. "npm run -s erase-again -- --help" tells.',
    )
  }
  const files = certificate.flatMap((file) => readCertificate(readFileSync(file, 'utf8'), file))
  process.env.AWS_REGION ??= 'eu-west-2'
  const tables = { client: tableClient(), casesTable, contactsTable, auditTable }
  const certified = new Map([...files, ...(await certifiedCases(tables))].map((one) => [one.caseId, one] as const))
  await eraseAgain(tables, [...certified.values()], { write, now: new Date() }, ({ caseId, listId, rows, outcome }) => {
    console.log(`${outcome}\t${caseId}\t${listId}\t${rows} rows`)
    if (outcome === 'left') process.exitCode = 2
  })
  console.error(`${certified.size} erased cases were looked at.`)
}
