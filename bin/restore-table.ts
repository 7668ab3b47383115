/** Puts back what a table has lost, from its point-in-time recovery: `npm run -s restore`. docs/runbooks/restore-a-table.md */
import { parseArgs } from 'node:util'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { copyTable, RestoreError } from './restore/copy-table.ts'
import { putBack } from './restore/put-back.ts'

const HELP = `Puts back what a table has lost, from a copy of it as it was. docs/runbooks/restore-a-table.md says when and how.

  npm run -s restore -- --table NAME --at TIME     makes a copy of the table as it was, and prints its name
  npm run -s restore -- --table NAME --copy COPY   lists the rows that are gone or changed since; nothing is written
  ... --write                                      puts back those that are gone
  ... --write --replace                            puts back those that have changed too
  ... --case ID                                    only of this case; may be given several times
  --help                                           these words

TIME is as in 2026-11-26T09:00:00Z. AWS credentials come from the environment or the profile. Exit status 1 when something
was asked for that cannot be, 2 when a row was written by somebody else meanwhile.
`

/** Three hours: a restored table can take that long, and whoever waits sees that it does. */
const PATIENCE_SECONDS = 3 * 3600

const { values } = parseArgs({
  options: {
    table: { type: 'string' },
    at: { type: 'string' },
    copy: { type: 'string' },
    case: { type: 'string', multiple: true, default: [] },
    write: { type: 'boolean', default: false },
    replace: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})
if (values.help) console.log(HELP)
else {
  try {
    await restore()
  } catch (error) {
    if (!(error instanceof RestoreError)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

async function restore(): Promise<void> {
  const { table, at, copy, write, replace, case: cases } = values
  if (!table || (at === undefined) === (copy === undefined)) {
    throw new RestoreError(
      'Say which table with --table, and either --at or --copy. "npm run -s restore -- --help" tells.',
    )
  }
  const client = new DynamoDBClient({ region: process.env.AWS_REGION ?? 'eu-west-2' })
  if (at !== undefined) {
    const moment = new Date(at)
    if (!/^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(at) || Number.isNaN(moment.getTime())) {
      throw new RestoreError(`"${at}" is no moment. Write it as in 2026-11-26T09:00:00Z, in UTC or with an offset.`)
    }
    console.error('AWS restores the copy. It can take some minutes, or hours.')
    console.log(await copyTable(client, { table, moment, patienceSeconds: PATIENCE_SECONDS, pauseSeconds: 5 }))
  } else if (copy !== undefined) {
    const counts = new Map<string, number>()
    await putBack(client, { table, copy, cases, replace, write }, ({ pk, sk, found, outcome }) => {
      console.log(`${found}\t${outcome}\t${pk}\t${sk}`)
      counts.set(`${found}, ${outcome}`, (counts.get(`${found}, ${outcome}`) ?? 0) + 1)
      if (outcome === 'written by somebody else meanwhile') process.exitCode = 2
    })
    console.error([...counts].map(([what, count]) => `${count} ${what}`).join('\n') || 'Nothing is gone or changed.')
    if (write) {
      console.error('Now run "npm run -s erase-again": of cases that were erased, rows can have come back with these.')
    }
  }
}
