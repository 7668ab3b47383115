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

/**
 * Prints what the service costs at list prices: each month, from the templates; a case, from what the five families of the
 * demo take; and a day of requests to the public pages at their limit.
 */
export async function measureCost(assemblyDirectory: string, folder: string): Promise<void> {
  const resources = resourcesOf(assemblyDirectory)
  const fixed = fixedAmounts(resources)
  console.log(`\nCost in US dollars, at the list prices of ${PRICES_READ_ON} (bin/measure/prices.json)`)
  show('Each month, with nothing free', costOf(fixed, { free: false }))
  show('Each month, with what an account has free', costOf(fixed, { free: true }))
  console.log('  A key costs $1 a month more after its first yearly rotation, and again after its second.')

  const service = await startLocalProcess({
    assemblyDirectory,
    dataDirectory: join(folder, 'cost'),
    startAt: '2026-01-09T09:00',
    port: 0,
  })
  try {
    const client = new ServiceClient(service.addresses)
    await tellStories(client, STORIES, () => {}, { tellings: [], endsOn: '2026-12-31' })
    const amounts = await amountsOfCases(service.addresses.endpoint, client, resources)
    show(`A case, as the mean of the ${STORIES.length} families of the demo`, costOf(perCase(amounts), { free: false }))
    const attack = await attackOfADay(service.addresses, resources)
    show('A day of requests to the public pages at their limit', costOf(attack, { free: false }))
    show(
      'The way out each month: CloudFront with a web ACL of two rules',
      costOf({ webAcl: 1, wafRule: 2 }, { free: false }),
    )
  } finally {
    await service.stop()
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

function perCase(amounts: Amounts): Amounts {
  return Object.fromEntries(Object.entries(amounts).map(([item, amount]) => [item, amount / STORIES.length]))
}

/** What all cases together took. What schedules do is done without a case too. */
async function amountsOfCases(
  endpoint: string,
  client: ServiceClient,
  resources: ReadonlyMap<string, TemplateResource>,
): Promise<Amounts> {
  const executions = await client.executions()
  const figures = await figuresOf(endpoint)
  const scheduled = [...scheduledFunctions(resources)]
  const called = figures.filter(({ name }) => !scheduled.some((id) => name.includes(id)))
  const invocations = called.reduce((total, one) => total + one.invocations, 0)
  const { writeUnits, readUnitsOfACase } = await unitsOf(endpoint)
  return {
    transition: executions.reduce((total, { transitions }) => total + transitions, 0),
    email: (await client.mailbox()).filter(({ tags }) => tags.case !== 'COUNCIL').length,
    lambdaRequest: invocations,
    lambdaSecond: called.reduce((total, one) => total + gigabyteSeconds(one, resources), 0),
    writeUnit: writeUnits,
    // As if each read its whole case once, as it is at the end.
    readUnit: invocations * readUnitsOfACase,
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
