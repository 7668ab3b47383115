/**
 * Lists the open cases whose dates are others now than the ones that their families were told: after a bank holiday was
 * added to the table, or a rule has changed. `npm run -s moved-dates`
 */

import { parseArgs } from 'node:util'
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { caseDates } from '../lambdas/cases/case-dates.ts'
import { movedDates } from '../lambdas/cases/dates-told.ts'
import { londonDay } from '../lambdas/cases/london.ts'
import { everyCase } from '../lambdas/cases/store/list-cases.ts'
import { requireCaseFile } from '../lambdas/cases/store/load-case-file.ts'
import { tableClient } from '../lambdas/cases/store/table-client.ts'
import { HOLIDAY_TABLE_VERSION } from '../lambdas/law/bank-holidays.ts'
import { formatDate } from '../lambdas/law/calendar-date.ts'

const HELP = `Lists the open cases whose dates are others now than the ones that were told.

  npm run -s moved-dates [-- options]

  --endpoint URL   the endpoint that a local service prints as its console's, for example http://127.0.0.1:3001;
                   without it the account that your AWS credentials are for
  --table NAME     the cases table; without it the one table whose name holds "Cases"
  --help           these words

Add the bank holiday to lambdas/law/bank-holiday-table.ts first. Exit status 1 when dates have moved.
`

const { values } = parseArgs({
  options: { endpoint: { type: 'string' }, table: { type: 'string' }, help: { type: 'boolean', default: false } },
})
if (values.help) console.log(HELP)
else await listMovedDates(values.endpoint, values.table)

async function listMovedDates(endpoint: string | undefined, table: string | undefined): Promise<void> {
  process.env.AWS_REGION ??= 'eu-west-2'
  if (endpoint) {
    process.env.AWS_ENDPOINT_URL = endpoint
    process.env.AWS_ACCESS_KEY_ID = 'local'
    process.env.AWS_SECRET_ACCESS_KEY = 'local'
  }
  const tables = { client: tableClient(), casesTable: table ?? (await theCasesTable()) }
  const today = londonDay(new Date())
  let open = 0
  let moved = 0
  for await (const { caseId, told } of everyCase(tables, 'open')) {
    open++
    const { subject } = await requireCaseFile(tables, caseId)
    const changes = told ? movedDates(told, caseDates(subject, today)) : []
    if (changes.length > 0) moved++
    for (const { kind, told: before, now } of changes) {
      console.log(
        `${caseId}  ${kind}: the last day was ${formatDate(before.lawDate)} and is ${formatDate(now.lawDate)}; ` +
          `the day to aim for was ${formatDate(before.aimDate)} and is ${formatDate(now.aimDate)}`,
      )
    }
  }
  console.log(`${moved} of ${open} open cases have dates that moved. Bank holidays: ${HOLIDAY_TABLE_VERSION}.`)
  if (moved > 0) process.exitCode = 1
}

async function theCasesTable(): Promise<string> {
  const { TableNames = [] } = await new DynamoDBClient({}).send(new ListTablesCommand({}))
  const [found, ...others] = TableNames.filter((name) => name.includes('Cases'))
  if (found && others.length === 0) return found
  throw new Error(`Say which table holds the cases with --table: ${TableNames.join(', ') || 'there is none here'}.`)
}
