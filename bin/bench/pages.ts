import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb'
import { physicalName } from 'aws-on-one-machine/physical-name'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { closeCase } from '../../lambdas/cases/store/close-case.ts'
import { contentOf, rowOf } from '../../lambdas/cases/store/rows.ts'
import { keys, workKeys } from '../../lambdas/cases/store/tables.ts'
import type { Team } from '../../lambdas/cases/work/team.ts'
import { addDays, parseCalendarDate } from '../../lambdas/law/calendar-date.ts'
import { madeUpFamily } from '../../tests/cases/search/made-up-families.ts'
import { caseWithEveryRoute } from '../../tests/staff/case-with-every-route.ts'
import { deliverFirstMessage } from '../../tests/staff/deliver-for-tests.ts'
import { FIRST_AWAITED, NOW, serviceForTests } from '../../tests/staff/service-for-tests.ts'
import type { BenchOptions } from '../bench.ts'
import { type LocalProcess, startLocalProcess } from '../demo/local-process.ts'
import { randomFrom } from '../demo/random.ts'
import { ServiceClient } from '../demo/service-client.ts'
import { SignedIn } from '../demo/signed-in.ts'
import { synthesize } from '../synthesize.ts'
import { ManyRows, referenceOf, rowsOfFamily } from './made-up-cases.ts'
import { countReadUnits } from './read-units.ts'
import { within } from './times.ts'

const OFFICERS = 10
const SECONDS_BETWEEN_PAGES = 2
const MOST_MILLISECONDS = { median: 100, nearlyAll: 400 }
const NEARLY_ALL = 0.99
/** Some days before the officers come. */
const DAY_OF_FILLING = '2026-03-07'
/** The days that come next are spread over so many. */
const DAYS_AHEAD = 60
/** Whose the cases are, in turn; three of them are a team. */
const OWNERS = Array.from({ length: 10 }, (_, index) => `person-${String(index).padStart(24, '0')}`)
const TEAM: Team = { teamId: 'team-00000001', name: 'North', members: OWNERS.slice(0, 3) }
/** One open case in so many has every route under way. */
const ONE_IS_BUSY_IN = 4

/** One open case in so many has its message as it went out: it is long, and the others' are not looked at. */
const ONE_HAS_ITS_MESSAGE_IN = 10

const CREDENTIALS = { accessKeyId: 'bench', secretAccessKey: 'bench' }

interface Cases {
  readonly open: readonly string[]
  readonly busy: readonly string[]
  /** Those whose message is there as it went out. */
  readonly told: readonly string[]
  readonly closed: readonly string[]
  readonly names: readonly string[]
}

interface Page {
  readonly what: string
  readonly address: (cases: Cases, random: () => number) => string
  /** What a form holds that is sent to it; looked at where there is none. */
  readonly form?: (cases: Cases, random: () => number) => URLSearchParams
}

const one = <Value>(random: () => number, values: readonly Value[]): Value =>
  values[Math.floor(random() * values.length)] as Value

/** The first is the empty page that the others are measured beside. */
const PAGES: readonly [Page, ...Page[]] = [
  { what: 'an empty page (signed out)', address: () => '/signed-out' },
  { what: 'today', address: () => '/' },
  { what: 'today, of everybody', address: () => '/?whose=all' },
  { what: 'today, of a team', address: () => `/?whose=${TEAM.teamId}` },
  { what: 'the list of open cases', address: () => '/cases' },
  { what: 'the list of closed cases', address: () => '/cases?status=closed' },
  { what: 'an open case', address: ({ open }, random) => `/cases/${one(random, open)}` },
  { what: 'a case with every route', address: ({ busy }, random) => `/cases/${one(random, busy)}` },
  { what: 'a closed case', address: ({ closed }, random) => `/cases/${one(random, closed)}` },
  { what: 'a form to record', address: ({ open }, random) => `/cases/${one(random, open)}/record/adviser-contacted` },
  { what: 'a message as sent', address: ({ told }, random) => `/cases/${one(random, told)}/messages/rights_00001` },
  { what: 'the letters to print', address: () => '/letters' },
  {
    what: 'a search by name',
    address: () => '/search',
    form: ({ names }, random) => new URLSearchParams({ words: one(random, names) }),
  },
  { what: 'outcomes of 12 months', address: () => '/outcomes' },
]

/**
 * The staff pages on the local service, with many cases and some officers at once. Each officer opens a page every two
 * seconds: a page drawn from the list, of a case that is drawn. The empty page of the same server is among them, so that
 * what the machine itself needs can be seen.
 *
 * @returns whether each page's median is under 100 ms, and 99 of 100 come in under 400 ms
 */
export async function benchPages({ seed, openCases, closedCases, seconds }: BenchOptions): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'send-bench-'))
  let service: LocalProcess | undefined
  try {
    const assemblyDirectory = synthesize(join(folder, 'cdk.out'))
    const random = randomFrom(seed)
    const start = (assembly: string) =>
      startLocalProcess({
        assemblyDirectory: assembly,
        dataDirectory: join(folder, 'data'),
        startAt: `${DAY_OF_FILLING}T11:00`,
        port: 0,
      })
    service = await start(withoutStream(assemblyDirectory, join(folder, 'without-stream')))
    const toFill = await tablesOf(assemblyDirectory, service.addresses.endpoint)
    const cases = await fill(toFill, random, { openCases, closedCases })
    // What a stream has told of, it forgets with the first write after a day: nothing begins on the many.
    await new ServiceClient(service.addresses).goTo(NOW.toISOString().slice(0, 10), '11:00')
    await writeAgain(toFill, cases.open[0])
    await service.stop()
    service = await start(assemblyDirectory)
    const { staff, endpoint } = service.addresses
    const tables = await tablesOf(assemblyDirectory, endpoint)
    for (const name of ['RecountWork', 'RecountOutcomes']) await invoke(assemblyDirectory, endpoint, name)
    const times = await officersAtWork(staff, cases, random, seconds)
    const units = await readUnitsOf(tables, cases, random)
    return print(times, units)
  } finally {
    await service?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Tables = Awaited<ReturnType<typeof tablesOf>>

/** The tables of the service that runs, reached as its functions reach them. */
async function tablesOf(assemblyDirectory: string, endpoint: string) {
  const place = { endpoint, region: 'eu-west-2', credentials: CREDENTIALS }
  const { stackName, templateFile } = stackOf(assemblyDirectory, 'Data')
  const { Resources } = readJson<{ readonly Resources: Readonly<Record<string, { readonly Type: string }>> }>(
    join(assemblyDirectory, templateFile),
  )
  const named = (type: string, begins: string) => {
    const id = Object.keys(Resources).find((one) => Resources[one]?.Type === type && one.startsWith(begins))
    if (!id) throw new Error(`The data stack has no ${begins}.`)
    return physicalName(stackName, id)
  }
  const secrets = new SecretsManagerClient(place)
  const { SecretString = '' } = await secrets.send(
    new GetSecretValueCommand({ SecretId: named('AWS::SecretsManager::Secret', 'ChildHashKey') }),
  )
  secrets.destroy()
  return {
    client: DynamoDBDocumentClient.from(new DynamoDBClient(place)),
    casesTable: named('AWS::DynamoDB::Table', 'Cases'),
    contactsTable: named('AWS::DynamoDB::Table', 'Contacts'),
    sessionsTable: named('AWS::DynamoDB::Table', 'Sessions'),
    auditTable: named('AWS::DynamoDB::Table', 'Audit'),
    hashKey: async () => SecretString,
  }
}

function stackOf(assemblyDirectory: string, name: string) {
  const { artifacts } = readJson<{
    readonly artifacts: Readonly<
      Record<string, { readonly properties?: { readonly stackName: string; readonly templateFile: string } }>
    >
  }>(join(assemblyDirectory, 'manifest.json'))
  const stack = Object.values(artifacts).find(({ properties }) => properties?.stackName?.endsWith(`-${name}`))
  if (!stack?.properties) throw new Error(`The app was synthesized without its stack ${name}.`)
  return stack.properties
}

const readJson = <Content>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as Content

interface Template {
  readonly Resources: Record<string, { readonly Type: string; readonly Properties: { State?: string } }>
}

/** The same app, in which nobody hears of changes and nothing is done by the clock, so that very many rows can be written. */
function withoutStream(assembly: string, copy: string): string {
  cpSync(assembly, copy, { recursive: true })
  for (const name of readdirSync(copy).filter((one) => one.endsWith('.template.json'))) {
    const template = readJson<Template>(join(copy, name))
    for (const [id, { Type, Properties }] of Object.entries(template.Resources)) {
      if (Type === 'AWS::Lambda::EventSourceMapping') delete template.Resources[id]
      if (Type === 'AWS::Events::Rule') Properties.State = 'DISABLED'
    }
    writeFileSync(join(copy, name), JSON.stringify(template))
  }
  return copy
}

/** Runs a function of the journey stack, as the clock does each night: it counts every case. */
async function invoke(assemblyDirectory: string, endpoint: string, name: string): Promise<void> {
  const { stackName, templateFile } = stackOf(assemblyDirectory, 'Journey')
  const { Resources } = readJson<Template>(join(assemblyDirectory, templateFile))
  const id = Object.keys(Resources).find(
    (one) => Resources[one]?.Type === 'AWS::Lambda::Function' && one.startsWith(name),
  )
  if (!id) throw new Error(`The journey stack has no ${name}.`)
  const started = performance.now()
  const path = `/2015-03-31/functions/${physicalName(stackName, id)}/invocations`
  const answer = await fetch(new URL(path, endpoint), { method: 'POST', body: '{}' })
  if (!answer.ok || answer.headers.has('x-amz-function-error')) {
    throw new Error(`${name} answered ${answer.status}: ${await answer.text()}`)
  }
  console.log(`${name} counted every case in ${Math.round((performance.now() - started) / 1000)} s`)
}

type Rows = readonly Readonly<Record<string, unknown>>[]

/** The rows of a case, as the service wrote them; those of its family are made up anew for each. */
interface Story {
  readonly caseId: string
  readonly contact: Contact
  readonly ofCase: Rows
  readonly ofFamily: Rows
}

/** Cases that were opened and recorded through the forms: their rows are what the many are copied from. */
async function tellStories() {
  const house = await serviceForTests()
  const rowsIn = async (table: string, caseId: string): Promise<Rows> => {
    const { Items = [] } = await house.tables.client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :case',
        ExpressionAttributeValues: { ':case': caseId },
      }),
    )
    return Items
  }
  const story = async (caseId: string): Promise<Story> => {
    const ofFamily = await rowsIn(house.tables.contactsTable, caseId)
    const contact = ofFamily.find(({ sk }) => sk === 'CONTACT')
    if (!contact) throw new Error(`The case ${caseId} has no contact details.`)
    return {
      caseId,
      contact: contentOf('contact', contact),
      ofCase: await rowsIn(house.tables.casesTable, caseId),
      ofFamily: ofFamily.filter(({ type }) => type !== 'contact' && type !== 'search-key'),
    }
  }
  const busy = await caseWithEveryRoute(house)
  await deliverFirstMessage(house, busy)
  // A journey waits on each, so that the service has nothing to begin on the many.
  const atItsFirstWait = async () => {
    const caseId = await house.open()
    await deliverFirstMessage(house, caseId)
    await house.park(caseId, 'adviser-contact', FIRST_AWAITED, {
      kind: 'family-speaks-to-adviser',
      date: '2026-04-10',
    })
    return caseId
  }
  const open = await atItsFirstWait()
  const closed = await atItsFirstWait()
  await closeCase(house.tables, closed, 1, 'time-to-appeal-over', NOW)
  const stories = { busy: await story(busy), open: await story(open), closed: await story(closed) }
  await house.close()
  return stories
}

/** Writes the cases, and waits until the service has taken notice of them. */
async function fill(
  tables: Tables,
  random: () => number,
  { openCases, closedCases }: Pick<BenchOptions, 'openCases' | 'closedCases'>,
): Promise<Cases> {
  const stories = await tellStories()
  const secret = await tables.hashKey()
  const many = new ManyRows(tables.client)
  const written = { open: [], busy: [], told: [], closed: [], names: [] } as { [Kind in keyof Cases]: string[] }
  const started = performance.now()
  const all = openCases + closedCases
  for (let number = 0; number < all; number += 1) {
    const kind = number >= openCases ? 'closed' : number % ONE_IS_BUSY_IN === 0 ? 'busy' : 'open'
    const caseId = referenceOf(number)
    const contact = { ...stories[kind].contact, ...madeUpFamily(random) }
    const nextDate = addDays(parseCalendarDate(NOW.toISOString().slice(0, 10)), Math.floor(random() * DAYS_AHEAD))
    const { ofCase, ofFamily } = copied(stories[kind], caseId)
    await many.put(
      tables.casesTable,
      ofCase.map((row) => (row.type === 'case' ? { ...row, owner: one(random, OWNERS), nextDate } : row)),
    )
    const isTold = kind !== 'closed' && number % ONE_HAS_ITS_MESSAGE_IN === 0
    await many.put(tables.contactsTable, [...(isTold ? ofFamily : []), ...rowsOfFamily(secret, caseId, contact)])
    written[kind].push(caseId)
    if (isTold) written.told.push(caseId)
    if (number % 1000 === 0) written.names.push(contact.childName)
    if (number % 10_000 === 0)
      console.error(`${number.toLocaleString('en-GB')} of ${all.toLocaleString('en-GB')} cases written`)
  }
  await many.put(tables.casesTable, [rowOf(workKeys.team(TEAM.teamId), 'team', TEAM)])
  await many.end()
  console.log(
    `${openCases.toLocaleString('en-GB')} open and ${closedCases.toLocaleString('en-GB')} closed cases, written in ${Math.round((performance.now() - started) / 1000)} s`,
  )
  return written
}

async function writeAgain({ client, casesTable }: Tables, caseId = ''): Promise<void> {
  const { Item } = await client.send(new GetCommand({ TableName: casesTable, Key: keys.case(caseId) }))
  if (!Item) throw new Error(`The case ${caseId} was not written.`)
  await client.send(new PutCommand({ TableName: casesTable, Item }))
}

/** The rows of a story under another reference. Messages stay as they went out, so that their hashes still fit. */
function copied({ caseId: from, ofCase, ofFamily }: Story, caseId: string): Pick<Story, 'ofCase' | 'ofFamily'> {
  const renamed = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replaceAll(from, caseId)
    if (Array.isArray(value)) return value.map(renamed)
    if (!isPlain(value)) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, renamed(one)]))
  }
  return { ofCase: ofCase.map(renamed) as Rows, ofFamily: ofFamily.map(renamed) as Rows }
}

const isPlain = (value: unknown): value is object => Object.prototype.toString.call(value) === '[object Object]'

type Times = ReadonlyMap<Page, number[]>

/** Officers who each open a page every two seconds. @returns the milliseconds until each page was there whole. */
async function officersAtWork(staff: string, cases: Cases, random: () => number, seconds: number): Promise<Times> {
  const times = new Map(PAGES.map((page) => [page, [] as number[]]))
  const officers = Array.from({ length: OFFICERS }, () => new SignedIn(staff))
  const open = async (officer: SignedIn, page: Page): Promise<number> => {
    const address = page.address(cases, random)
    const begun = performance.now()
    const answer = await officer.fetch(address, page.form && { method: 'POST', body: page.form(cases, random) })
    await answer.text()
    if (!answer.ok) throw new Error(`${page.what} (${address}) answered ${answer.status}.`)
    return performance.now() - begun
  }
  // Each is signed in, and each page was shown once, before it counts.
  for (const officer of officers) await open(officer, PAGES[1] as Page)
  for (const page of PAGES) await open(officers[0] as SignedIn, page)
  const endsAt = performance.now() + seconds * 1000
  await Promise.all(
    officers.map(async (officer, number) => {
      await sleep((number * SECONDS_BETWEEN_PAGES * 1000) / OFFICERS)
      for (let turn = number; performance.now() < endsAt; turn += 1) {
        const page = PAGES[turn % PAGES.length] as Page
        const took = await open(officer, page)
        times.get(page)?.push(took)
        await sleep(Math.max(0, SECONDS_BETWEEN_PAGES * 1000 - took))
      }
    }),
  )
  return times
}

type Units = ReadonlyMap<Page, number>

/** What each page reads, from the same tables: the most of a few. */
async function readUnitsOf(tables: Tables, cases: Cases, random: () => number): Promise<Units> {
  const readUnits = countReadUnits(tables.client)
  const house = await serviceForTests({ tables, sessions: tables })
  const units = new Map<Page, number>()
  for (const page of PAGES) {
    for (let time = 0; time < 5; time += 1) {
      readUnits()
      const address = page.address(cases, random)
      const { status } = page.form
        ? await house.post(address, Object.fromEntries(page.form(cases, random)))
        : await house.ask(address)
      if (status >= 400) throw new Error(`${page.what} (${address}) answered ${status}.`)
      units.set(page, Math.max(units.get(page) ?? 0, readUnits()))
    }
  }
  await house.close()
  return units
}

/** @returns whether every page is as fast as it has to be */
function print(times: Times, units: Units): boolean {
  const ofEmpty = within(times.get(PAGES[0]) ?? [], 0.5)
  console.log(`\n${OFFICERS} officers, each a page every ${SECONDS_BETWEEN_PAGES} seconds\n`)
  console.log(
    '                                 times   median ms   of the empty page   99 of 100   slowest   read units',
  )
  let isGood = true
  for (const page of PAGES) {
    const ofPage = times.get(page) ?? []
    const median = within(ofPage, 0.5)
    const nearlyAll = within(ofPage, NEARLY_ALL)
    console.log(
      [
        page.what.padEnd(32),
        String(ofPage.length).padStart(5),
        median.toFixed(1).padStart(11),
        `${(median / ofEmpty).toFixed(1)} x`.padStart(19),
        nearlyAll.toFixed(0).padStart(11),
        Math.max(...ofPage)
          .toFixed(0)
          .padStart(9),
        (units.get(page) ?? Number.NaN).toFixed(1).padStart(12),
      ].join(' '),
    )
    if (!(median < MOST_MILLISECONDS.median && nearlyAll < MOST_MILLISECONDS.nearlyAll)) isGood = false
  }
  if (!isGood) {
    console.error(
      `\nA page is too slow: its median has to be under ${MOST_MILLISECONDS.median} ms, and 99 of 100 have to come in under ${MOST_MILLISECONDS.nearlyAll} ms.`,
    )
  }
  return isGood
}
