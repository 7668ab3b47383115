import { join } from 'node:path'
import { type AttributeValue, DynamoDBClient, ListTablesCommand, paginateScan } from '@aws-sdk/client-dynamodb'
import { startLocalProcess } from '../demo/local-process.ts'
import { ServiceClient } from '../demo/service-client.ts'
import { STORIES } from '../demo/stories.ts'
import { tellStories } from '../demo/tell-stories.ts'
import {
  fixedAmounts,
  publicRequestsASecond,
  resourcesOf,
  scheduledFunctions,
  type TemplateResource,
} from './cost/of-templates.ts'
import { type Amounts, type CostLine, costOf, PRICES_READ_ON, totalOf } from './cost/price-list.ts'

/** A row of a case is written up to three times in its life, as that of a message is, each in a transaction, which counts twice. */
const WRITES_OF_A_CASE_ROW = 3 * 2
const SECONDS_OF_A_DAY = 86_400
/** What API Gateway and Lambda write of one request. */
const LOG_BYTES_OF_A_REQUEST = 700
const GIGABYTE = 1024 ** 3
const PUBLIC_PAGES = ['/help', '/help/glossary', '/help/appeal', '/dates', '/help/organisations']

interface FunctionFigures {
  readonly name: string
  readonly invocations: number
  readonly totalMilliseconds: number
}

/** A year without a case, and with the families' cases: from the first working day on which one is opened. */
const [FROM, UNTIL, MONTHS] = ['2026-01-09', '2026-12-31', 12]

/**
 * Prints what the service costs at list prices: each month, from the templates and from a year on one machine without a
 * case; a case, from what the five families of the demo take more; and a day of requests to the public pages at their limit.
 */
export async function measureCost(assemblyDirectory: string, folder: string): Promise<void> {
  const resources = resourcesOf(assemblyDirectory)
  const start = (data: string) =>
    startLocalProcess({ assemblyDirectory, dataDirectory: join(folder, data), startAt: `${FROM}T09:00`, port: 0 })
  console.log(`\nCost in US dollars, at the list prices of ${PRICES_READ_ON} (bin/measure/prices.json)`)

  const idle = await start('cost-of-a-year')
  let inAYear: readonly FunctionFigures[]
  try {
    await new ServiceClient(idle.addresses).goTo(UNTIL, '18:00')
    inAYear = await figuresOf(idle.addresses.endpoint)
  } finally {
    await idle.stop()
  }
  const fixed = { ...fixedAmounts(resources), ...divided(functionAmounts(inAYear, resources), MONTHS) }
  show('Each month, with nothing free', costOf(fixed, { free: false }))
  show('Each month, with what an account has free', costOf(fixed, { free: true }))
  console.log('  A key costs $1 a month more after its first yearly rotation, and again after its second.')

  const told = await start('cost-of-cases')
  try {
    const client = new ServiceClient(told.addresses)
    await tellStories(client, STORIES, () => {}, { tellings: [], endsOn: UNTIL })
    const amounts = await amountsOfCases(told.addresses.endpoint, client, resources, inAYear)
    show(
      `A case, as the mean of the ${STORIES.length} families of the demo`,
      costOf(divided(amounts, STORIES.length), { free: false }),
    )
    const attack = await attackOfADay(told.addresses, resources)
    show('A day of requests to the public pages at their limit', costOf(attack, { free: false }))
    show(
      'The way out each month: CloudFront with a web ACL of two rules',
      costOf({ webAcl: 1, wafRule: 2 }, { free: false }),
    )
  } finally {
    await told.stop()
  }
}

function show(what: string, lines: readonly CostLine[]): void {
  console.log(`\n  ${what}: $${money(totalOf(lines))}`)
  for (const { amount, per, cost } of lines) {
    const count = Number.isInteger(amount) ? String(amount) : amount.toFixed(1)
    console.log(`    ${count.padStart(10)} for each ${per.padEnd(28)} $${money(cost)}`)
  }
}

/** Cents where there are some, and otherwise enough digits to see it. */
function money(dollars: number): string {
  return dollars >= 0.1 || dollars === 0 ? dollars.toFixed(2) : dollars.toFixed(6)
}

function divided(amounts: Amounts, by: number): Amounts {
  return Object.fromEntries(Object.entries(amounts).map(([item, amount]) => [item, amount / by]))
}

/** What all cases together took, beyond what the same year takes without one. */
async function amountsOfCases(
  endpoint: string,
  client: ServiceClient,
  resources: ReadonlyMap<string, TemplateResource>,
  withoutCases: readonly FunctionFigures[],
): Promise<Amounts> {
  const executions = await client.executions()
  const mails = await client.mailbox()
  const toFamilies = mails.filter(({ tags }) => tags.case !== 'COUNCIL').length
  const scheduled = [...scheduledFunctions(resources)]
  const called = (await figuresOf(endpoint))
    // One digest a day tells of all cases, and one look of a schedule is at all of them.
    .filter(({ name }) => !scheduled.some((id) => name.includes(id)))
    .map((one) => beyond(one, withoutCases))
    .map((one) => (one.name.includes('RecordEmailEvent') ? scaled(one, toFamilies / mails.length) : one))
  const functions = functionAmounts(called, resources)
  const { writeUnits, readUnitsOfACase } = await unitsOf(endpoint)
  return {
    transition: executions.reduce((total, { transitions }) => total + transitions, 0),
    email: toFamilies,
    ...functions,
    writeUnit: writeUnits,
    // As if each invocation read its whole case once, as it is at the end.
    readUnit: functions.lambdaRequest * readUnitsOfACase,
  }
}

function beyond(one: FunctionFigures, before: readonly FunctionFigures[]): FunctionFigures {
  const same = before.find(({ name }) => name === one.name)
  return {
    name: one.name,
    invocations: Math.max(0, one.invocations - (same?.invocations ?? 0)),
    totalMilliseconds: Math.max(0, one.totalMilliseconds - (same?.totalMilliseconds ?? 0)),
  }
}

function scaled({ name, invocations, totalMilliseconds }: FunctionFigures, by: number): FunctionFigures {
  return { name, invocations: invocations * by, totalMilliseconds: totalMilliseconds * by }
}

function functionAmounts(
  figures: readonly FunctionFigures[],
  resources: ReadonlyMap<string, TemplateResource>,
): { readonly lambdaRequest: number; readonly lambdaSecond: number } {
  return {
    lambdaRequest: figures.reduce((total, { invocations }) => total + invocations, 0),
    lambdaSecond: figures.reduce((total, one) => total + gigabyteSeconds(one, resources), 0),
  }
}

async function figuresOf(endpoint: string): Promise<readonly FunctionFigures[]> {
  const state = (await (await fetch(`${endpoint}/console/state.json`)).json()) as {
    readonly functions: readonly FunctionFigures[]
  }
  return state.functions
}

function gigabyteSeconds(
  { name, totalMilliseconds }: FunctionFigures,
  resources: ReadonlyMap<string, TemplateResource>,
): number {
  const [, found] = [...resources].find(([id, { Type }]) => Type === 'AWS::Lambda::Function' && name.includes(id)) ?? []
  if (!found) throw new Error(`The templates have no function of which ${name} could be the name.`)
  return (Number(found.Properties?.MemorySize) / 1024) * (totalMilliseconds / 1000)
}

/** What was written of all cases, and what reading a case takes in the mean, from the rows that are there at the end. */
async function unitsOf(endpoint: string): Promise<{ readonly writeUnits: number; readonly readUnitsOfACase: number }> {
  const client = new DynamoDBClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
  const { TableNames = [] } = await client.send(new ListTablesCommand({}))
  let writeUnits = 0
  const bytesOfCase = new Map<string, number>()
  for (const TableName of TableNames) {
    const isCases = TableName.includes('Cases')
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
      for (const item of Items) {
        const bytes = bytesOf(item)
        writeUnits += Math.ceil(bytes / 1024) * (isCases ? WRITES_OF_A_CASE_ROW : 1)
        const caseId = item.pk?.S ?? ''
        if (isCases) bytesOfCase.set(caseId, (bytesOfCase.get(caseId) ?? 0) + bytes)
      }
    }
  }
  client.destroy()
  const units = [...bytesOfCase.values()].map((bytes) => Math.ceil(bytes / 4096))
  return { writeUnits, readUnitsOfACase: units.reduce((total, one) => total + one, 0) / units.length }
}

/** About what DynamoDB counts of an item: its names and values. */
function bytesOf(item: Readonly<Record<string, AttributeValue>>): number {
  const binary = Object.values(item).reduce((total, { B }) => total + (B?.byteLength ?? 0), 0)
  return binary + Buffer.byteLength(JSON.stringify(item, (_, value) => (value instanceof Uint8Array ? '' : value)))
}

async function attackOfADay(
  { staff, endpoint }: { readonly staff: string; readonly endpoint: string },
  resources: ReadonlyMap<string, TemplateResource>,
): Promise<Amounts> {
  const sizes: number[] = []
  for (const page of PUBLIC_PAGES) sizes.push((await (await fetch(`${staff}${page}`)).arrayBuffer()).byteLength)
  const figures = (await figuresOf(endpoint)).find(({ name }) => /PublicFunction/.test(name))
  if (!figures) throw new Error('The function of the public pages was never called.')
  const requests = publicRequestsASecond(resources) * SECONDS_OF_A_DAY
  return {
    httpRequest: requests,
    lambdaRequest: requests,
    lambdaSecond: (gigabyteSeconds(figures, resources) / figures.invocations) * requests,
    logGigabyte: (requests * LOG_BYTES_OF_A_REQUEST) / GIGABYTE,
    transferGigabyte: (requests * Math.max(...sizes)) / GIGABYTE,
  }
}
