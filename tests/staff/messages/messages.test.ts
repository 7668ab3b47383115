import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimMessage, settleMessage } from '../../../lambdas/cases/store/message-store.ts'
import { contentOf, type RowContent, rowOf } from '../../../lambdas/cases/store/rows.ts'
import { contactKeys } from '../../../lambdas/cases/store/tables.ts'
import type { CaseView } from '../../../lambdas/staff/cases/case-view.ts'
import type { MessageView } from '../../../lambdas/staff/messages/message-view.ts'
import { deliverFirstMessage, hearFromSes, RETURNED } from '../deliver-for-tests.ts'
import { NOW, RIGHTS, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

const HOME = '1 High Street\nBath'

async function toldCase(answers: Readonly<Record<string, string>> = {}): Promise<string> {
  const caseId = await service.open(answers)
  await deliverFirstMessage(service, caseId)
  return caseId
}

const pageOf = (caseId: string, rest = '') => service.ask(`/cases/${caseId}/messages/rights_00001${rest}`)
const viewOf = (caseId: string) => service.json<MessageView>(`/cases/${caseId}/messages/rights_00001`)

/** Changes what was kept of the first message, as somebody who can reach the table could. */
async function tamper(caseId: string, change: (copy: RowContent<'sent'>) => RowContent<'sent'>): Promise<void> {
  const { client, contactsTable: TableName } = service.tables
  const Key = contactKeys.sent(caseId, 'rights_00001', 1)
  const { Item = {} } = await client.send(new GetCommand({ TableName, Key }))
  await client.send(new PutCommand({ TableName, Item: rowOf(Key, 'sent', change(contentOf('sent', Item))) }))
}

describe('the page of a message', () => {
  it('shows what was sent, to whom, when, what became of it, and its hash', async () => {
    const caseId = await toldCase()
    await hearFromSes(service, caseId, { eventType: 'Delivery' })
    const { html } = await pageOf(caseId)
    const { copies } = await viewOf(caseId)
    expect(copies[0]).toMatchObject({ attempt: 1, isUnaltered: true })
    for (const text of [
      'Email to the family: Your right to appeal: speak to the mediation adviser by',
      'Sam Taylor, sam.taylor@example.com',
      'Tuesday 10 March 2026 at 11am',
      'Delivered',
      copies[0]?.hash ?? 'a hash',
      'Dear Sam Taylor',
    ])
      expect(html).toContain(text)
    expect(copies[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(copies[0]?.text).toContain('Your right to appeal, and what to do first\n====')
  })

  it('is reached from the messages and the timeline of its case', async () => {
    const caseId = await toldCase()
    for (const part of ['messages', 'timeline']) {
      const { html } = await service.ask(`/cases/${caseId}/${part}`)
      expect(html).toContain(`href="/cases/${caseId}/messages/rights_00001"`)
    }
  })

  it('shows the HTML part in a frame that can do nothing, from a route that lets it do nothing', async () => {
    const caseId = await toldCase()
    const page = await pageOf(caseId)
    expect(page.html).toMatch(
      /<iframe class="message-frame" src="\/cases\/[^"]+\/messages\/rights_00001\/1\/html" sandbox title="The email"><\/iframe>/,
    )
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*; frame-src 'self'$/)
    const part = await pageOf(caseId, '/1/html')
    expect(part.html).toContain('<h1 style=')
    expect(part.html).toContain('Dear Sam Taylor')
    expect(part.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox",
    )
    expect(part.headers.get('cache-control')).toBe('no-store')
    expect(part.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('lets no other page be framed', async () => {
    const caseId = await toldCase()
    const policy = (await service.ask(`/cases/${caseId}`)).headers.get('content-security-policy')
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('frame-src')
  })

  it('shows a name that looks like a tag as text, in the page and in the frame', async () => {
    const caseId = await toldCase({ name: '<script>alert(1)</script>' })
    for (const { html } of [await pageOf(caseId), await pageOf(caseId, '/1/html')]) {
      expect(html).not.toContain('<script')
      expect(html).toContain('Dear &lt;script&gt;alert(1)&lt;/script&gt;')
    }
  })

  it.each([
    ['another email', (copy: RowContent<'sent'>) => ({ ...copy, email: copy.words })],
    ['no email any more', ({ email: _, ...copy }: RowContent<'sent'>) => copy],
  ])('shows nothing of a copy that was altered, and says so: %s', async (_, change) => {
    const caseId = await toldCase()
    await tamper(caseId, change)
    const { html } = await pageOf(caseId)
    expect(html).toContain('This copy is not what was sent')
    expect(html).not.toContain('Dear Sam Taylor')
    expect(html).not.toContain('<iframe')
    expect((await pageOf(caseId, '/1/html')).status).toBe(404)
  })

  it('shows the words of a message that was withheld for safety, for whoever tells the family', async () => {
    const caseId = await toldCase({ by: 'not-at-all', email: '' })
    const { html } = await pageOf(caseId)
    expect(html).toContain('For safety it was not sent.')
    expect(html).toContain('Dear Sam Taylor')
    expect((await pageOf(caseId, '/1/html')).html).toContain('Dear Sam Taylor')
    const { tasks } = await service.json<CaseView>(`/cases/${caseId}`)
    expect(tasks).toMatchObject([
      { kind: 'tell-family-safely', message: { href: `/cases/${caseId}/messages/rights_00001` } },
    ])
  })

  it('shows the words of a letter, and leads to it', async () => {
    const caseId = await toldCase({ by: 'post', postalAddress: HOME })
    const { html } = await pageOf(caseId)
    expect(html).toContain('Letter to the family: Your right to appeal')
    expect(html).toContain('Sam Taylor, 1 High Street, Bath')
    expect(html).toContain(`href="/cases/${caseId}/letters/rights_00001"`)
  })

  it('says that an email is delayed, and that SES still tries', async () => {
    const caseId = await toldCase()
    await hearFromSes(service, caseId, { eventType: 'DeliveryDelay' })
    const { html } = await pageOf(caseId)
    expect(html).toContain('Delayed')
    expect(html).toContain('The email service is still trying.')
    expect((await service.ask(`/cases/${caseId}/messages`)).html).toContain('The email service is still trying.')
  })

  it('says that no copy was kept of a message from before copies were kept', async () => {
    const caseId = await service.open()
    await claimMessage(service.tables, caseId, RIGHTS, { now: NOW, leaseSeconds: 30 })
    await settleMessage(service.tables, caseId, 'rights_00001', 'one', NOW)
    expect((await pageOf(caseId)).html).toContain('No copy was kept of this message.')
  })

  it.each([
    '/cases/2222-2222/messages/rights_00001',
    '/cases/CASE/messages/closing-without-news_00001',
    '/cases/CASE/messages/..%2FCONTACT',
    '/cases/CASE/messages/rights_00001/2/html',
    '/cases/CASE/messages/rights_00001/x/html',
  ])('is not there: %s', async (path) => {
    const caseId = await toldCase()
    expect((await service.ask(path.replace('CASE', caseId))).status).toBe(404)
  })

  it('leaves no name or address in a log line', async () => {
    const own = await serviceForTests()
    const caseId = await own.open({ name: 'Marked Parent', childName: 'Marked Child', email: 'marked@example.com' })
    await deliverFirstMessage(own, caseId)
    await own.ask(`/cases/${caseId}/messages/rights_00001`)
    await own.ask(`/cases/${caseId}/messages/rights_00001/1/html`)
    await own.ask('/letters')
    expect(JSON.stringify(own.logged)).toContain('/cases/:caseId/messages/:key/:attempt/html')
    expect(JSON.stringify(own.logged)).not.toMatch(/marked/i)
    await own.close()
  })
})

describe('the page of a case', () => {
  it('says that an address fails, and asks for the postal address that is missing', async () => {
    const caseId = await toldCase()
    await hearFromSes(service, caseId, RETURNED)
    const { html } = await service.ask(`/cases/${caseId}`)
    expect(html).toContain('An email to the family was returned. Later messages to them go by letter')
    expect(html).toContain('Find out the postal address: an email did not arrive, and its letter waits for the address')
    const messages = await service.ask(`/cases/${caseId}/messages`)
    expect(messages.html).toContain('Address missing')
    expect(messages.html).toContain(
      'No days of notice lost so far: the email that failed was sent on Tuesday 10 March 2026.',
    )
  })

  it('asks for the letter when the address is known', async () => {
    const caseId = await toldCase({ postalAddress: HOME })
    await hearFromSes(service, caseId, RETURNED)
    const { tasks } = await service.json<CaseView>(`/cases/${caseId}`)
    expect(tasks).toMatchObject([
      {
        what: 'Print and post a letter: an email did not arrive',
        letter: { href: `/cases/${caseId}/letters/rights_00001` },
      },
    ])
  })
})
