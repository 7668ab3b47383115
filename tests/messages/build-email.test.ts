import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { buildEmail, type Envelope } from '../../lambdas/messages/build-email.ts'
import { composeMessage } from '../../lambdas/messages/compose-message.ts'
import { EVERY_SITUATION } from './every-situation.ts'
import { arranged, council, PARENT, SITUATIONS, situation } from './situations.ts'

const envelope: Envelope = {
  caseId: '2026-0001',
  messageKey: 'rights_00001',
  from: { name: council.name, address: council.contacts.senderEmail },
  to: { name: PARENT.name, address: PARENT.email },
  replyTo: council.contacts.officer.email,
  date: new Date('2026-02-10T09:00:00Z'),
}
const rights = composeMessage(SITUATIONS['rights, certificate needed'] as Parameters<typeof composeMessage>[0])
const invitation = composeMessage(situation('meeting-invitation', '00003', arranged, '2026-03-16'))

async function sent(composed: Parameters<typeof buildEmail>[0] = rights, other: Partial<Envelope> = {}) {
  const raw = await buildEmail(composed, { ...envelope, ...other })
  return { raw: raw.toString('utf8'), email: await PostalMime.parse(raw) }
}

function header(email: Awaited<ReturnType<typeof sent>>['email'], key: string): string | undefined {
  return email.headers.find((each) => each.key === key)?.value
}

/** The media types of the parts, in the order in which they stand. */
function partsOf(raw: string): string[] {
  return [...raw.matchAll(/^Content-Type: ([\w/]+)/gm)].map(([, type]) => type ?? '')
}

describe('the envelope', () => {
  it('goes from the council to one mailbox, and answers go to the officer', async () => {
    const { email, raw } = await sent()
    expect(email.from).toMatchObject({
      name: 'Bath & North East Somerset Council',
      address: council.contacts.senderEmail,
    })
    expect(email.to).toMatchObject([{ name: PARENT.name, address: PARENT.email }])
    expect(email.replyTo).toMatchObject([{ address: council.contacts.officer.email }])
    expect(email.cc).toBeUndefined()
    expect(raw).not.toMatch(/^(bcc|cc):/im)
    expect(email.subject).toBe(rights.subject)
    expect(new Date(email.date ?? '')).toEqual(envelope.date)
  })

  it('carries the key of the message, and asks for no automatic answers', async () => {
    const { email } = await sent()
    expect(header(email, 'x-case-message')).toBe('2026-0001/rights_00001')
    expect(header(email, 'auto-submitted')).toBe('auto-generated')
  })

  it('is the same, byte for byte, when it is made again', async () => {
    expect(await buildEmail(invitation, envelope)).toEqual(await buildEmail(invitation, envelope))
  })

  it('lets no name bring in a header or a second mailbox', async () => {
    const name = 'A\r\nBcc: spy@example.com\r\n\r\n<b>, "B" <c@example.com>'
    const { email, raw } = await sent(rights, { to: { name, address: PARENT.email } })
    expect(raw).not.toMatch(/^bcc:/im)
    expect(email.to?.map(({ address }) => address)).toEqual([PARENT.email])
  })

  it('carries names in any script', async () => {
    const { email } = await sent(rights, { to: { name: 'Żółć Łukasz محمد', address: PARENT.email } })
    expect(email.to?.[0]?.name).toBe('Żółć Łukasz محمد')
  })
})

describe('the parts', () => {
  it('are the text first, then the HTML', async () => {
    const plain = { subject: rights.subject, html: rights.html, text: rights.text }
    const { email, raw } = await sent(plain)
    expect(partsOf(raw)).toEqual(['multipart/alternative', 'text/plain', 'text/html'])
    expect(email.text?.trimEnd()).toBe(rights.text.trimEnd())
    expect(email.html?.trimEnd()).toBe(rights.html.trimEnd())
  })

  it('are for a meeting also an invitation that mail programs show, and the same as a file', async () => {
    const { email, raw } = await sent(invitation)
    expect(partsOf(raw).filter((type) => !type.startsWith('multipart'))).toEqual([
      'text/plain',
      'text/html',
      'text/calendar',
      'application/ics',
    ])
    expect(raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=REQUEST/)
    const files = email.attachments.filter(({ disposition }) => disposition === 'attachment')
    expect(files.map(({ filename }) => filename)).toEqual(['mediation-meeting.ics'])
    const attached = raw.split('Content-Type: application/ics')[1]?.split('\r\n\r\n')[1]?.split('\r\n--')[0] ?? ''
    expect(Buffer.from(attached, 'base64').toString('utf8')).toBe(invitation.calendarFile?.content)
  })

  it('have the dates to act by as a file only, so that no mail program shows them in place of the words', async () => {
    const { email, raw } = await sent()
    expect(partsOf(raw)).toEqual([
      'multipart/mixed',
      'multipart/alternative',
      'text/plain',
      'text/html',
      'text/calendar',
    ])
    expect(email.attachments.map(({ filename, disposition }) => [filename, disposition])).toEqual([
      ['dates.ics', 'attachment'],
    ])
  })

  it('load nothing from anywhere and have no image', async () => {
    for (const each of Object.values(EVERY_SITUATION)) {
      const { html } = composeMessage(each)
      expect(html).not.toMatch(/<img|background-image|url\(|<link|<script|@import|src=/i)
    }
  })

  it('keep within the line length that every mail server takes', async () => {
    const { raw } = await sent(invitation)
    for (const line of raw.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(998)
  })
})
