import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SOMEBODY_ELSE } from '../../../lambdas/staff/subject-data/subject-data.ts'
import { readZip } from '../../pack/read-zip.ts'
import { verifyPack } from '../../pack/verify-for-tests.ts'
import { deliverFirstMessage } from '../deliver-for-tests.ts'
import { FIRST_AWAITED, NOTHING_FURTHER, OPENING, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

const FAMILY = '<b>Sam</b> Taylor'

let service: ServiceForTests
let caseId: string
beforeAll(async () => {
  service = await serviceForTests()
  const other = await service.open({ name: 'Otherfamily Marked' })
  await deliverFirstMessage(service, other)
  caseId = await service.open({ name: FAMILY })
  await deliverFirstMessage(service, caseId)
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, {
    kind: 'family-speaks-to-adviser',
    date: '2026-04-10',
  })
  const { relationship, childName, by, email, postalAddress, phone } = OPENING
  const { status, html } = await service.send(`/cases/${caseId}/record/contact-details-changed`, {
    ...(await service.hidden(caseId, 'contact-details-changed')),
    ...{ name: FAMILY, relationship, childName, by, email, postalAddress, phone },
    ...NOTHING_FURTHER,
    second: 'yes',
    secondName: 'Kim Taylor',
    secondBy: 'post',
    secondAddress: '2 Hidden Lane\nBristol\nBS1 1AA',
    representative: 'copy',
    representativeFor: 'family',
    representativeName: 'Rey Presentative',
    representativeBy: 'email',
    representativeEmail: 'rey@law.example',
  })
  expect(status, html).toBe(303)
  await service.record(caseId, 'note-added', {
    note: 'Kim lives at 2 Hidden  Lane, BS1 1AA. Rey writes from REY@law.example. Sam: sam.taylor@example.com, 01225 394382.',
  })
})
afterAll(() => service.close())

async function filesAbout(subject: string) {
  const response = await service.app.request(`http://localhost/cases/${caseId}/subject-data.zip?about=${subject}`)
  expect(response.status).toBe(200)
  return readZip(new Uint8Array(await response.arrayBuffer()))
}
const textAbout = async (subject: string) => {
  const files = await filesAbout(subject)
  return `${files.get('index.html')}\n${files.get('data.json')}`
}

describe('what is kept about one person', () => {
  it('is offered for each person on the case, with a word to read it first', async () => {
    const { html } = await service.ask(`/cases/${caseId}/subject-data`)
    for (const name of ['Robin Taylor', 'Kim Taylor', 'Rey Presentative'])
      expect(html).toContain(`what is about ${name}`)
    expect(html).toContain('Read the file before you send it.')
    expect((await service.ask(`/cases/${caseId}`)).html).toContain(`href="/cases/${caseId}/subject-data"`)
  })

  it('has the family’s own details, facts, notes and messages, and not how to reach others', async () => {
    const text = await textAbout('family')
    for (const own of [
      'sam.taylor@example.com',
      '01225 394382',
      'A note was added',
      'Kim lives at',
      'Your right to appeal',
    ]) {
      expect(text).toContain(own)
    }
    expect(text).toContain(`Kim lives at ${SOMEBODY_ELSE}, ${SOMEBODY_ELSE}. Rey writes from ${SOMEBODY_ELSE}.`)
    expect(text).not.toMatch(/hidden\s+lane|BS1 1AA|rey@law/i)
  })

  it('is shown as text, and can be checked', async () => {
    const files = await filesAbout('family')
    expect(files.get('index.html')?.toString()).toContain('&lt;b&gt;Sam&lt;/b&gt; Taylor')
    expect(files.get('index.html')?.toString()).not.toMatch(/<script|<a |<b>/)
    expect(verifyPack(files).said).toContain('All is as it was made.')
  })

  it('of the child has no details of anybody else', async () => {
    const text = await textAbout('child')
    expect(text).toContain('Robin Taylor')
    expect(text).not.toMatch(/sam\.taylor@|01225 394382|hidden\s+lane|rey@law/i)
    // Who at the council and elsewhere helps is in the messages, and stays.
    expect(text).toContain('01225 394041')
  })

  it('of the others has their own details and what was sent to them alone', async () => {
    const second = await textAbout('second')
    expect(second).toContain('2 Hidden Lane')
    expect(second).not.toMatch(/sam\.taylor@|01225 394382|rey@law|A note was added/i)
    const representative = await textAbout('representative')
    expect(representative).toContain('rey@law.example')
    expect(representative).not.toMatch(/sam\.taylor@|01225 394382|hidden\s+lane|A note was added/i)
  })

  it('holds no other family’s data', async () => {
    for (const subject of ['family', 'child', 'second', 'representative']) {
      expect(await textAbout(subject)).not.toContain('Marked')
    }
  })

  it('leads back to the page for somebody who is not on the case', async () => {
    const { status, location } = await service.ask(`/cases/${caseId}/subject-data.zip?about=neighbour`)
    expect([status, location]).toEqual([303, `/cases/${caseId}/subject-data`])
    expect((await service.ask('/cases/7K2M-4QXP/subject-data')).status).toBe(404)
    expect((await service.ask('/cases/7K2M-4QXP/subject-data.zip?about=family')).status).toBe(404)
  })
})
