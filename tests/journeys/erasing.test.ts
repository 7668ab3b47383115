import { DynamoDBClient, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { SignedIn } from '../../bin/demo/signed-in.ts'
import { readZip } from '../pack/read-zip.ts'
import { verifyPack } from '../pack/verify-for-tests.ts'
import { type ServiceForTests, serviceForTests } from './service-for-tests.ts'

/** A case from its opening to its erasure, on the functions as they are deployed. */

let house: ServiceForTests
let dynamoDb: DynamoDBClient
beforeAll(async () => {
  house = await serviceForTests('2026-02-10', inject('quietAssembly'))
  dynamoDb = new DynamoDBClient({
    endpoint: house.service.endpointUrl,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  })
})
afterAll(async () => {
  dynamoDb.destroy()
  await house.close()
})

/** Every stored row that names a text, as its kind; rows of people who sign in have none. */
async function kindsOfRowsWith(text: string): Promise<string[]> {
  const { TableNames = [] } = await dynamoDb.send(new ListTablesCommand({}))
  const kinds: string[] = []
  for (const TableName of TableNames) {
    const { Items = [] } = await dynamoDb.send(new ScanCommand({ TableName }))
    kinds.push(
      ...Items.filter((item) => JSON.stringify(item).includes(text)).map(({ type, what }) => type?.S ?? what?.S ?? ''),
    )
  }
  return kinds
}

it('gives its evidence, is due when its time is over, and leaves what came of it', { timeout: 120_000 }, async () => {
  const caseId = await house.open('erased', { parent: 'Marked Parent', child: 'Marked Child' })
  const officer = new SignedIn(house.service.apiUrl)
  const pack = await officer.fetch(`/cases/${caseId}/evidence-pack.zip`)
  expect(pack.headers.get('content-type')).toBe('application/zip')
  const files = readZip(new Uint8Array(await pack.arrayBuffer()))
  expect([...files.keys()]).toEqual(expect.arrayContaining(['audit.json', 'messages/rights_00001-1.eml.txt']))
  expect(verifyPack(files).said).toContain('All is as it was made.')

  await house.record(caseId, '2026-02-11', 'case-withdrawn', { reason: 'opened-in-error' })
  expect(await house.client.readCase(caseId)).toMatchObject({ status: 'closed', outcome: 'closed-as-error' })
  expect(await kindsOfRowsWith('Marked')).not.toEqual([])

  const manager = new SignedIn(house.service.apiUrl, 'manager')
  const json = async <View>(path: string) =>
    (await (await manager.fetch(path, { headers: { accept: 'application/json' } })).json()) as View
  const post = async (who: SignedIn, path: string, form: Readonly<Record<string, string>> = {}) => {
    const body = new URLSearchParams(form)
    const response = await who.fetch(path, { method: 'POST', body, redirect: 'manual' })
    expect(response.status, await response.text()).toBe(303)
    return response.headers.get('location') ?? ''
  }
  await house.client.goTo('2027-02-12', '10:00')
  const { due, submissionId } = await json<{ due: { caseId: string }[]; submissionId: string }>('/retention')
  expect(due.map((one) => one.caseId)).toEqual([caseId])
  const list = await post(manager, '/retention/lists', { submissionId, [`case:${caseId}`]: 'yes' })
  await post(new SignedIn(house.service.apiUrl, 'both'), `${list}/confirm`)
  expect(await json(list)).toMatchObject({ state: 'carried-out', wasAlone: false })
  await house.client.settle()

  expect(await kindsOfRowsWith('Marked')).toEqual([])
  const left = new Set(await kindsOfRowsWith(caseId))
  for (const kind of ['contact', 'sent', 'fact', 'message', 'wait', 'case', 'submission'])
    expect(left).not.toContain(kind)
  expect(left).toContain('erased-case')
  expect((await officer.fetch(`/cases/${caseId}`)).status).toBe(404)
  const csv = await (await manager.fetch(`${list}/certificate.csv`)).text()
  expect(csv).toContain(`,${caseId},erased,closed-as-error,1,none,`)
})
