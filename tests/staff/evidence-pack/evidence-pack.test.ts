import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainOfCase } from '../../../lambdas/audit/entry.ts'
import { readChain } from '../../../lambdas/audit/read-chain.ts'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import { contentOf, rowOf } from '../../../lambdas/cases/store/rows.ts'
import { contactKeys } from '../../../lambdas/cases/store/tables.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { loadAllKeptMessages } from '../../../lambdas/messages/kept-message-store.ts'
import { type EvidenceSituation, evidencePack } from '../../../lambdas/staff/evidence-pack/evidence-pack.ts'
import { readEmail } from '../../../lambdas/staff/messages/show-message.ts'
import { buildPages } from '../../../lambdas/web/build/build-pages.ts'
import { renderer } from '../../../lambdas/web/pages/render.ts'
import { readZip } from '../../pack/read-zip.ts'
import { verifyPack } from '../../pack/verify-for-tests.ts'
import { COUNCIL } from '../../web/council-for-tests.ts'
import { deliverFirstMessage, hearFromSes, RETURNED } from '../deliver-for-tests.ts'
import { type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

const INJECTION = '<script>alert(1)</script><a href="https://evil.example">=cmd</a>'

let service: ServiceForTests
let caseId: string
let files: ReadonlyMap<string, Buffer>
beforeAll(async () => {
  service = await serviceForTests()
  const other = await service.open({
    name: 'Otherfamily Marked',
    childName: 'Otherchild Marked',
    email: 'other@marked.example',
  })
  await deliverFirstMessage(service, other)
  caseId = await service.open({ name: INJECTION })
  await deliverFirstMessage(service, caseId)
  await hearFromSes(service, caseId, RETURNED)
  files = readZip(await download(`/cases/${caseId}/evidence-pack.zip`))
})
afterAll(() => service.close())

async function download(path: string): Promise<Uint8Array> {
  const response = await service.app.request(`http://localhost${path}`)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/zip')
  return new Uint8Array(await response.arrayBuffer())
}

/** The pack of the case, made from something else. */
async function packWith(changed: Partial<EvidenceSituation>, largest?: number) {
  const { tables } = service
  return evidencePack(
    {
      file: await requireCaseFile(tables, caseId),
      kept: await loadAllKeptMessages(tables, caseId),
      names: new Map(),
      audit: await readChain(tables, chainOfCase(caseId)),
      council: COUNCIL,
      today: parseCalendarDate('2026-03-10'),
      ...changed,
    },
    { render: renderer(await buildPages('staff')), readEmail, ...(largest && { largest }) },
  )
}

const text = (name: string) => files.get(name)?.toString() ?? ''

describe('the evidence pack of a case', () => {
  it('is reached from the case by one button, and has a name that tells which case', async () => {
    expect((await service.ask(`/cases/${caseId}`)).html).toContain(`href="/cases/${caseId}/evidence-pack.zip"`)
    const { headers } = await service.ask(`/cases/${caseId}/evidence-pack.zip`)
    expect(headers.get('content-disposition')).toBe(`attachment; filename="evidence-pack-${caseId}.zip"`)
    expect(headers.get('cache-control')).toBe('no-store')
  })

  it('has the notice, the dates with their working and rules, each message as sent, and letters', () => {
    expect([...files.keys()]).toEqual([
      'audit.csv',
      'audit.json',
      'case.json',
      'dates.csv',
      'facts.csv',
      'index.html',
      'letters.csv',
      'manifest.json',
      'manifest.sha256',
      'messages.csv',
      'messages.json',
      'messages/rights_00001-1.eml.txt',
      'messages/rights_00001-1.txt',
      'verify.mjs',
    ])
    const index = text('index.html')
    for (const shown of [
      'The date on the letter is Tuesday 10 February 2026. It was sent on Wednesday 11 February 2026.',

      'Rule D01, version',
      'Bank holidays: england-and-wales',

      'ses-',
      'An email was returned',
      'by council staff',
    ])
      expect(index).toContain(shown)
    const [message] = JSON.parse(text('messages.json'))
    expect(message).toMatchObject({
      key: 'rights_00001',
      state: 'sent',
      delivery: 'bounced',
      kept: [{ isUnaltered: true }],
    })
    expect(text('messages/rights_00001-1.eml.txt')).toMatch(/^From: /m)
    expect(text('letters.csv')).toContain('rights_00001,the family,An email was returned')
    expect(text('dates.csv')).toContain('"D01, version')
  })

  it('is found right by the script in it, with nothing installed', () => {
    const { ok, said } = verifyPack(files)
    expect(said).toContain('1 message(s) as sent.')
    expect(said).toContain('All is as it was made.')
    expect(ok).toBe(true)
  })

  it('is found wrong when one byte of any of its files is another, and which is said', () => {
    for (const [name, bytes] of files) {
      const changed = Buffer.from(bytes)
      const at = name === 'verify.mjs' ? changed.indexOf('Checks') : Math.floor(changed.length / 2)
      changed[at] = changed[at] === 0x61 ? 0x62 : 0x61
      const { ok, said } = verifyPack(new Map([...files, [name, changed]]))
      expect(ok, name).toBe(false)
      expect(said, name).toContain(name.startsWith('manifest') ? 'manifest' : `NOT RIGHT: ${name} was changed.`)
    }
  })

  it('is found wrong when a file is missing or was added', () => {
    const without = new Map(files)
    without.delete('messages/rights_00001-1.eml.txt')
    expect(verifyPack(without)).toMatchObject({ ok: false })
    expect(verifyPack(without).said).toContain('messages/rights_00001-1.eml.txt is missing. It is in part 1 of 1.')
    const added = verifyPack(new Map([...files, ['messages/more.txt', Buffer.from('more')]]))
    expect(added.said).toContain('messages/more.txt does not belong to the pack.')
    expect(added.ok).toBe(false)
  })

  it('holds no other family’s data', () => {
    for (const [name, bytes] of files) expect(bytes.toString(), name).not.toMatch(/marked/i)
  })

  it('shows what somebody typed as text, and holds no link and no script', () => {
    const index = text('index.html')
    expect(index).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    const tags = index.match(/<[^>]*>/g) ?? []
    expect(
      tags.filter((tag) => /^<(script|a|link|img|form|iframe|base)\b|\s(href|src|action|on\w+)=/i.test(tag)),
    ).toEqual([])
    // What a computer opens as anything but text has no link.
    expect([...files.keys()].filter((name) => !/\.(txt|csv|json|sha256|mjs)$/.test(name))).toEqual(['index.html'])
  })

  it('has the same bytes each time, and says what was kept otherwise than it was sent', async () => {
    const path = `/cases/${caseId}/evidence-pack.zip`
    // All but the entries of who downloaded it.
    const withoutEntries = async () =>
      [...readZip(await download(path))].filter(([name]) => !/^(audit|manifest|index)/.test(name))
    expect(await withoutEntries()).toEqual(await withoutEntries())
    const { client, contactsTable: TableName } = service.tables
    const Key = contactKeys.sent(caseId, 'rights_00001', 1)
    const { Item = {} } = await client.send(new GetCommand({ TableName, Key }))
    const copy = contentOf('sent', Item)
    const { email: _email, ...altered } = copy
    await client.send(new PutCommand({ TableName, Item: rowOf(Key, 'sent', altered) }))
    const wrong = readZip(await download(path))
    await client.send(new PutCommand({ TableName, Item }))
    expect(wrong.get('index.html')?.toString()).toContain('What was kept is not what was noted')
    expect(verifyPack(wrong).said).toContain('is not what was noted when the message was sent.')
  })

  it('is found wrong when an entry of who did and read what was changed, removed or swapped before it was packed', async () => {
    const audit = await readChain(service.tables, chainOfCase(caseId))
    const [first, second, ...others] = audit
    if (!first || !second || others.length === 0) throw new Error('There are too few entries.')
    const saidOf = async (entries: typeof audit) => {
      const [only] = await packWith({ audit: entries })
      return verifyPack(readZip(only?.bytes ?? new Uint8Array())).said
    }
    expect(await saidOf(audit)).toContain('All is as it was made.')
    expect(await saidOf([{ ...first, who: 'somebody-else' }, second, ...others])).toContain('entry 1 was changed')
    expect(await saidOf([first, ...others])).toContain('entry 2 does not follow')
    expect(await saidOf([second, first, ...others])).toContain('entry 1 does not follow')
  })

  it('is split when it is too large, says so, and is found right when all parts are together', async () => {
    const parts = await packWith({}, 16_000)
    expect(parts.length).toBeGreaterThan(1)
    const [first, ...others] = parts.map(({ bytes }) => readZip(bytes))
    if (!first) throw new Error('There is no part.')
    const alone = verifyPack(first)
    expect(alone.ok).toBe(false)
    expect(alone.said).toContain(`is missing. It is in part 2 of ${parts.length}.`)
    expect(verifyPack(new Map([first, ...others].flatMap((one) => [...one]))).said).toContain('All is as it was made.')
  })

  it('has a page with its parts and the hash of each', async () => {
    const { html } = await service.ask(`/cases/${caseId}/evidence-pack`)
    expect(html).toContain('Download the pack')
    expect(html).toMatch(/SHA-256: [0-9a-f]{64}/)
    const { status, location } = await service.ask(`/cases/${caseId}/evidence-pack.zip?part=7`)
    expect([status, location]).toEqual([303, `/cases/${caseId}/evidence-pack`])
  })

  it('has a letter that was posted, and is there for a message that went by post', async () => {
    const byPost = await service.open({ by: 'post', email: '', postalAddress: '1 High Street\nBath' })
    await deliverFirstMessage(service, byPost)
    const pack = readZip(await download(`/cases/${byPost}/evidence-pack.zip`))
    expect([...pack.keys()]).toContain('messages/rights_00001-1.json.txt')
    expect(verifyPack(pack).said).toContain('All is as it was made.')
    expect(pack.get('letters.csv')?.toString()).toContain('We write to them by post')
  })

  it('is not there for a case that is not there', async () => {
    expect((await service.ask('/cases/7K2M-4QXP/evidence-pack.zip')).status).toBe(404)
    expect((await service.ask('/cases/7K2M-4QXP/evidence-pack')).status).toBe(404)
  })
})
