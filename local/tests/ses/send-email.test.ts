import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../database.ts'
import { Mailbox } from '../../ses/mailbox.ts'
import { openMessage } from '../../ses/mailbox-message.ts'
import { mailboxResponse } from '../../ses/mailbox-pages.ts'
import { type RawEmailInput, type SendEmailSurroundings, sendRawEmail } from '../../ses/send-email.ts'

const folder = mkdtempSync(join(tmpdir(), 'mailbox-'))
afterAll(() => rmSync(folder, { recursive: true }))

const now = Date.parse('2026-09-10T08:30:00Z')

function ses(more: Partial<SendEmailSurroundings> = {}) {
  const database = openDatabase(':memory:')
  const mailbox = new Mailbox(database, folder)
  const events: Parameters<SendEmailSurroundings['putEvent']>[0][] = []
  const surroundings: SendEmailSurroundings = {
    email: {
      identities: new Map([
        ['example.com', { configurationSet: 'default-set' }],
        ['one@other.org', { configurationSet: undefined }],
      ]),
      configurationSets: new Map([
        [
          'set',
          {
            name: 'set',
            isSendingEnabled: true,
            publishedEventTypes: new Set(['send', 'delivery', 'bounce', 'complaint']),
          },
        ],
        ['default-set', { name: 'default-set', isSendingEnabled: true, publishedEventTypes: new Set(['bounce']) }],
        ['paused', { name: 'paused', isSendingEnabled: false, publishedEventTypes: new Set() }],
      ]),
    },
    mailbox,
    database,
    clock: { now: () => now },
    region: 'eu-west-2',
    accountId: '000000000000',
    newId: () => crypto.randomUUID(),
    putEvent: (event) => events.push(event),
    onSent: () => {},
    refuses: () => undefined,
    ...more,
  }
  return { send: (input: RawEmailInput) => sendRawEmail(input, surroundings), mailbox, events }
}

/** A message as text, in base64. */
const raw = (...lines: readonly string[]) => ({ Data: Buffer.from(lines.join('\r\n')).toString('base64') })
const textOnly = (subject: string, text: string) =>
  raw('From: SEND team <team@example.com>', `Subject: ${subject}`, 'Content-Type: text/plain; charset=utf-8', '', text)
const htmlOnly = (html: string) =>
  raw('From: team@example.com', 'Subject: S', 'Content-Type: text/html; charset=utf-8', '', html)
const withAttachment = (fileName: string, type: string, base64: string) =>
  raw(
    'From: SEND team <team@example.com>',
    'Reply-To: officer@example.com',
    'X-Key: claimed-1',
    'Subject: Dates – yours',
    'Content-Type: multipart/mixed; boundary="mixed"',
    '',
    '--mixed',
    'Content-Type: multipart/alternative; boundary="words"',
    '',
    '--words',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Text £',
    '--words',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>HTML £</p>',
    '--words--',
    '--mixed',
    `Content-Type: ${type}`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${fileName}"`,
    '',
    base64,
    '--mixed--',
  )

const message: RawEmailInput = {
  Destinations: ['parent@example.org'],
  ConfigurationSetName: 'set',
  Tags: [{ Name: 'case', Value: 'C-1' }],
  RawMessage: textOnly('Dates – yours', 'Text £'),
}
const to = (...addresses: string[]): RawEmailInput => ({ ...message, Destinations: addresses })
const tagged = (Name: string, Value: string): RawEmailInput => ({ ...message, Tags: [{ Name, Value }] })

describe('sending an email', () => {
  it('keeps the message as sent: headers, text, HTML and attachments', async () => {
    const { send, mailbox } = ses()
    const id = await send({
      ...message,
      RawMessage: withAttachment('meeting.ics', 'text/calendar', Buffer.from('BEGIN:VCALENDAR\r\n').toString('base64')),
    })
    const opened = await openMessage(mailbox, id)
    expect(opened).toMatchObject({
      from: 'SEND team <team@example.com>',
      to: ['parent@example.org'],
      subject: 'Dates – yours',
      text: 'Text £\n',
      html: '<p>HTML £</p>\n',
      configurationSet: 'set',
      tags: { case: 'C-1' },
      events: ['Send', 'Delivery'],
      attachments: [{ fileName: 'meeting.ics', type: 'text/calendar' }],
    })
    expect(
      Buffer.from(opened?.attachments[0]?.content ?? [])
        .toString()
        .trim(),
    ).toBe('BEGIN:VCALENDAR')
    expect(opened?.headers).toEqual(
      expect.arrayContaining([
        { name: 'X-Key', value: 'claimed-1' },
        { name: 'Reply-To', value: 'officer@example.com' },
        { name: 'Message-ID', value: `<${id}@eu-west-2.amazonses.com>` },
        { name: 'Date', value: 'Thu, 10 Sep 2026 08:30:00 +0000' },
      ]),
    )
    expect(readFileSync(mailbox.file(id), 'utf8')).toContain('X-Key: claimed-1')
  })

  it('knows nothing of earlier calls: the same input twice is two messages', async () => {
    const { send, mailbox } = ses()
    expect(await send(message)).not.toBe(await send(message))
    expect(mailbox.count()).toBe(2)
  })

  // https://docs.aws.amazon.com/ses/latest/dg/send-email-raw.html
  it('sends a message on with a Message-ID of its own and without Bcc and SES headers', async () => {
    const { send, mailbox, events } = ses()
    const id = await send({
      RawMessage: raw(
        'From: team@example.com',
        'To: parent@example.org',
        'Bcc: hidden@example.org',
        'Message-ID: <mine@example.com>',
        'X-SES-CONFIGURATION-SET: set',
        'X-SES-MESSAGE-TAGS: case=C-9, kind=reminder',
        'Subject: Raw',
        '',
        'Body\r\n\r\nstays.',
      ),
      Destinations: ['parent@example.org', 'hidden@example.org'],
    })
    const kept = readFileSync(mailbox.file(id), 'utf8')
    expect(kept).toContain(`Message-ID: <${id}@eu-west-2.amazonses.com>`)
    expect(kept).not.toMatch(/mine@example\.com|Bcc|X-SES/)
    expect(kept.endsWith('\r\n\r\nBody\r\n\r\nstays.')).toBe(true)
    expect(mailbox.entry(id)).toMatchObject({
      subject: 'Raw',
      tags: { case: 'C-9', kind: 'reminder' },
      to: ['parent@example.org', 'hidden@example.org'],
    })
    expect(events.map((event) => event['detail-type'])).toEqual(['Email Sent', 'Email Delivered'])
  })

  it('sends to whom the headers name when no destination is given', async () => {
    const { send, mailbox } = ses()
    const RawMessage = raw('From: team@example.com', 'To: A <a@example.org>', 'Cc: c@example.org', '', 'Body')
    expect(mailbox.entry(await send({ RawMessage }))).toMatchObject({ to: ['a@example.org'], cc: ['c@example.org'] })
  })

  // https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html
  it.each([
    ['parent@example.org', ['Email Sent', 'Email Delivered']],
    ['success@simulator.amazonses.com', ['Email Sent', 'Email Delivered']],
    ['bounce@simulator.amazonses.com', ['Email Sent', 'Email Bounced']],
    ['bounce+family-7@simulator.amazonses.com', ['Email Sent', 'Email Bounced']],
    ['complaint@simulator.amazonses.com', ['Email Sent', 'Email Delivered', 'Email Complaint Received']],
    ['suppressionlist@simulator.amazonses.com', ['Email Sent', 'Email Bounced']],
  ])('tells of a message to %s: %j', async (address, detailTypes) => {
    const { send, events } = ses()
    const id = await send(to(address))
    expect(events.map((event) => event['detail-type'])).toEqual(detailTypes)
    for (const event of events) {
      expect(event).toMatchObject({
        source: 'aws.ses',
        resources: ['arn:aws:ses:eu-west-2:000000000000:configuration-set/set'],
        detail: {
          mail: {
            messageId: id,
            timestamp: '2026-09-10T08:30:00.000Z',
            destination: [address],
            tags: { case: ['C-1'], 'ses:configuration-set': ['set'], 'ses:from-domain': ['example.com'] },
          },
        },
      })
    }
  })

  it('says what kind of bounce it was', async () => {
    const { send, events } = ses()
    await send(to('bounce@simulator.amazonses.com', 'suppressionlist@simulator.amazonses.com', 'parent@example.org'))
    expect(events.map(({ detail }) => detail)).toMatchObject([
      { eventType: 'Send' },
      { eventType: 'Delivery', delivery: { recipients: ['parent@example.org'] } },
      {
        eventType: 'Bounce',
        bounce: {
          bounceType: 'Permanent',
          bounceSubType: 'General',
          bouncedRecipients: [{ emailAddress: 'bounce@simulator.amazonses.com', status: '5.1.1' }],
        },
      },
      { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'Suppressed' } },
    ])
  })

  it('uses the configuration set of the identity when none is named, and publishes only what that wants', async () => {
    const { send, mailbox, events } = ses()
    const { ConfigurationSetName, ...withoutSet } = message
    expect(ConfigurationSetName).toBe('set')
    const id = await send(withoutSet)
    expect(mailbox.entry(id)?.configurationSet).toBe('default-set')
    expect(events).toEqual([])
  })

  // https://docs.aws.amazon.com/ses/latest/APIReference/API_SendRawEmail.html#API_SendRawEmail_Errors
  it.each([
    [
      'a sender that is not verified',
      { ...message, Source: 'x@elsewhere.org' },
      'MessageRejected',
      'Email address is not verified. The following identities failed the check in region EU-WEST-2: x@elsewhere.org',
    ],
    [
      'another address of a verified one',
      { ...message, Source: 'two@other.org' },
      'MessageRejected',
      'Email address is not verified',
    ],
    [
      'a configuration set that is not there',
      { ...message, ConfigurationSetName: 'none' },
      'ConfigurationSetDoesNotExist',
      'Configuration set <none> does not exist.',
    ],
    [
      'a paused configuration set',
      { ...message, ConfigurationSetName: 'paused' },
      'ConfigurationSetSendingPausedException',
      'Sending is paused',
    ],
    ['an address without a domain', to('parent'), 'InvalidParameterValue', "Missing final '@domain'"],
    ['an address with a space', to('a parent@example.org'), 'InvalidParameterValue', 'control or whitespace'],
    ['two dots in a row', to('a..b@example.org'), 'InvalidParameterValue', 'Illegal address'],
    ['a domain with a dot at its end', to('parent@example.org.'), 'InvalidParameterValue', 'Domain ends with dot'],
    [
      'a domain with an underscore',
      to('parent@exa_mple.org'),
      'InvalidParameterValue',
      'Domain contains illegal character',
    ],
    [
      'a line break in an address',
      to('parent@example.org\r\nBcc: x@example.org'),
      'InvalidParameterValue',
      'line break',
    ],
    ['no recipient', to(), 'InvalidParameterValue', 'no recipient'],
    [
      '51 recipients',
      to(...Array.from({ length: 51 }, (_, n) => `p${n}@example.org`)),
      'InvalidParameterValue',
      'Recipient count exceeds 50.',
    ],
    ['no recipient in the headers either', { RawMessage: message.RawMessage }, 'InvalidParameterValue', 'no recipient'],
    ['no headers', { ...message, RawMessage: raw('words') }, 'InvalidParameterValue', 'no headers'],
    [
      'a message of more than 10 MB',
      { ...message, RawMessage: textOnly('S', 'x'.repeat(8 * 1024 * 1024)) },
      'InvalidParameterValue',
      'Message length is more than 10485760 bytes long',
    ],
    // The words as AWS was recorded: localstack/localstack, tests/aws/services/ses, test_invalid_tags_send_email.
    ['a tag without a name', tagged('', 'x'), 'InvalidParameterValue', 'The tag name must be specified.'],
    ['a tag without a value', tagged('x', ''), 'InvalidParameterValue', 'The tag value must be specified.'],
    [
      'a tag with a colon in its name',
      tagged('a:b', 'x'),
      'InvalidParameterValue',
      "Invalid tag name <a:b>: only alphanumeric ASCII characters, '_',  '-' are allowed.",
    ],
    [
      'a tag with a space in its value',
      tagged('case', 'C 1'),
      'InvalidParameterValue',
      "Invalid tag value <C 1>: only alphanumeric ASCII characters, '_',  '-' , '.', '@' are allowed.",
    ],
    [
      'a tag name of 256 characters',
      tagged('n'.repeat(256), 'x'),
      'InvalidParameterValue',
      'Tag name cannot exceed 255 characters.',
    ],
    [
      'a tag value of 256 characters',
      tagged('x', 'v'.repeat(256)),
      'InvalidParameterValue',
      'Tag value cannot exceed 255 characters.',
    ],
    [
      'a bad tag before an unverified sender',
      { ...tagged('', 'x'), Source: 'x@elsewhere.org' },
      'InvalidParameterValue',
      'The tag name must be specified.',
    ],
  ])('refuses %s, and keeps nothing', async (_, input, name, words) => {
    const { send, mailbox, events } = ses()
    await expect(send(input)).rejects.toMatchObject({ name, message: expect.stringContaining(words) })
    expect(mailbox.count()).toBe(0)
    expect(events).toEqual([])
  })

  // localstack/localstack, tests/aws/services/ses, test_special_tags_send_email.
  it.each(['ses:feedback-id-a', 'ses:feedback-id-b'])("takes the tag %s, which is SES's own", async (name) => {
    const { send, mailbox } = ses()
    expect(mailbox.entry(await send(tagged(name, 'this-campaign')))).toMatchObject({
      tags: { [name]: 'this-campaign' },
    })
  })

  // https://docs.aws.amazon.com/ses/latest/dg/manage-sending-quotas-errors.html
  it('takes nothing that comes too fast, and keeps nothing of it', async () => {
    const { send, mailbox } = ses({ refuses: () => 'Throttling' })
    await expect(send(message)).rejects.toMatchObject({ name: 'Throttling', message: 'Maximum sending rate exceeded.' })
    expect(mailbox.count()).toBe(0)
  })

  it('sends from a subdomain of a verified domain', async () => {
    const { send } = ses()
    await expect(send({ ...message, Source: 'x@mail.example.com' })).resolves.toContain('-')
  })

  it('keeps the message and its events together or not at all', async () => {
    const { send, mailbox } = ses({
      putEvent: () => {
        throw new Error('the disk is full')
      },
    })
    await expect(send(message)).rejects.toThrow('the disk is full')
    expect(mailbox.count()).toBe(0)
  })
})

describe('the mailbox pages', () => {
  const links = { apiUrl: 'http://127.0.0.1:3000' }
  const pageOf = async (mailbox: Mailbox, path: string) => {
    const response = await mailboxResponse(mailbox, path, links)
    return { ...response, text: String(response?.body ?? '') }
  }

  it('shows script in a subject or a text as text', async () => {
    const { send, mailbox } = ses()
    const script = '<script>alert(1)</script>'
    const id = await send({ ...message, RawMessage: textOnly(script, script) })
    for (const path of ['/mailbox', `/mailbox/${id}`]) {
      const { text, headers } = await pageOf(mailbox, path)
      expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
      expect(text).not.toContain(script)
      expect(headers?.['content-security-policy']).toContain("default-src 'none'")
    }
  })

  it('shows the HTML as sent in a frame where nothing can run', async () => {
    const { send, mailbox } = ses()
    const htmlSent = '<p>Hello <a href="https://example.com/?a=1&amp;b=2">link</a><script>alert(1)</script></p>'
    const id = await send({ ...message, RawMessage: htmlOnly(htmlSent) })
    const { text } = await pageOf(mailbox, `/mailbox/${id}`)
    expect(text).toContain(`<iframe title="The message as sent" src="/mailbox/${id}/html" sandbox></iframe>`)
    expect(text).toContain('<a href="https://example.com/?a=1&amp;b=2" rel="noreferrer">')
    const framed = await pageOf(mailbox, `/mailbox/${id}/html`)
    expect(framed.text.trim()).toBe(htmlSent)
    expect(framed.headers?.['content-security-policy']).toMatch(/^sandbox; default-src 'none'/)
  })

  it('gives a message as JSON, its attachments, and the message itself', async () => {
    const { send, mailbox } = ses()
    const id = await send({ ...message, RawMessage: withAttachment('a \\"b\\".txt', 'text/plain', 'aGk=') })
    expect(JSON.parse((await pageOf(mailbox, '/mailbox.json')).text)).toMatchObject([
      { id, subject: 'Dates – yours', sentAt: '2026-09-10T08:30:00.000Z' },
    ])
    const json = JSON.parse((await pageOf(mailbox, `/mailbox/${id}.json`)).text)
    expect(json).toMatchObject({
      text: 'Text £\n',
      html: '<p>HTML £</p>\n',
      attachments: [{ fileName: 'a "b".txt', size: 2, address: `/mailbox/${id}/attachments/0` }],
    })
    const attachment = await pageOf(mailbox, json.attachments[0].address)
    expect(Buffer.from(attachment.body as Uint8Array).toString()).toBe('hi')
    expect(attachment.headers?.['content-disposition']).toBe('attachment; filename="a _b_.txt"')
    expect(Buffer.from((await pageOf(mailbox, `/mailbox/${id}.eml`)).body as Uint8Array)).toEqual(mailbox.read(id))
  })

  it('has no page for what is not there', async () => {
    const { mailbox } = ses()
    for (const path of ['/mailbox/none', '/mailbox/../service', '/mailbox/none/attachments/0']) {
      expect(await mailboxResponse(mailbox, path, links)).toBeUndefined()
    }
  })
})
