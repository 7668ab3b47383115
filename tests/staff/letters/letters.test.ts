import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letterRow } from '../../../lambdas/cases/store/letter-store.ts'
import type { CaseView } from '../../../lambdas/staff/cases/case-view.ts'
import type { LetterListView } from '../../../lambdas/staff/letters/letter-list-view.ts'
import type { LetterView } from '../../../lambdas/staff/letters/letter-view.ts'
import { readTaggedDocument, type TaggedDocument } from '../../read-tagged-document.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import { deliverFirstMessage, hearFromSes, RETURNED } from '../deliver-for-tests.ts'
import { FIRST_AWAITED, NOTHING_FURTHER, OPENING, type ServiceForTests, serviceForTests } from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

const HOME = '1 High Street\nBath'
const BY_POST = { by: 'post', email: '', postalAddress: HOME }
/** The day before the day on which the tests take place. */
const YESTERDAY = new Date('2026-03-09T10:00:00Z')

async function toldCase(answers: Readonly<Record<string, string>> = BY_POST, when = YESTERDAY, from = service) {
  const caseId = await from.open(answers)
  await deliverFirstMessage(from, caseId, when)
  return caseId
}

const letterOf = async (caseId: string) => (await service.json<CaseView>(`/cases/${caseId}`)).letters[0]
const list = (from = service) => from.json<LetterListView>('/letters')
const record = (caseId: string, answers: Readonly<Record<string, string>>) =>
  service.send(`/cases/${caseId}/letters/rights_00001`, answers)

describe('the list of letters to print', () => {
  it('shows those of all cases, the longest wanted at the top, and names nobody', async () => {
    const own = await serviceForTests()
    const today = await toldCase({ ...BY_POST, name: 'Marked Parent' }, new Date('2026-03-10T10:00:00Z'), own)
    const yesterday = await toldCase(BY_POST, YESTERDAY, own)
    const { ready, waiting } = await list(own)
    expect(ready.map(({ caseId }) => caseId)).toEqual([yesterday, today])
    expect(waiting).toEqual([])
    const { html } = await own.ask('/letters')
    expect(html).toContain('Monday 9 March 2026')
    expect(html).not.toMatch(/Marked|High Street/)
    expect(html).toContain('href="/letters"')
    await own.close()
  })

  it('sets apart what cannot be printed, and says why', async () => {
    const own = await serviceForTests()
    const noAddress = await toldCase({}, YESTERDAY, own)
    await hearFromSes(own, noAddress, RETURNED, YESTERDAY)
    const { ready, waiting } = await list(own)
    expect(ready).toEqual([])
    expect(waiting).toMatchObject([{ caseId: noAddress, printing: 'no-address' }])
    expect((await own.ask('/letters')).html).toContain('The postal address is missing')
    await own.close()
  })

  it('never offers a letter for printing once the family must not be written to', async () => {
    const own = await serviceForTests()
    const caseId = await toldCase(BY_POST, YESTERDAY, own)
    await own.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
    const { name, relationship, childName } = OPENING
    await own.send(`/cases/${caseId}/record/contact-details-changed`, {
      ...(await own.hidden(caseId, 'contact-details-changed')),
      ...NOTHING_FURTHER,
      ...{ name, relationship, childName, by: 'not-at-all', email: '', postalAddress: HOME, phone: '' },
    })
    expect(await list(own)).toMatchObject({ ready: [], waiting: [{ printing: 'must-not-write' }] })
    const { html } = await own.ask(`/cases/${caseId}/letters/rights_00001`)
    expect(html).toContain('Do not print or post this letter.')
    expect(html).not.toContain('The letter was posted')
    const posted = await own.send(`/cases/${caseId}/letters/rights_00001`, {
      how: 'posted',
      ...dateInputs('doneOn', '2026-03-10'),
    })
    expect(posted.status).toBe(422)
    expect((await own.ask(`/cases/${caseId}/letters/rights_00001.pdf`)).status).toBe(409)
    await own.close()
  })

  it('says which letters to post together, because the later one puts the earlier one right', async () => {
    const own = await serviceForTests()
    const caseId = await toldCase(BY_POST, YESTERDAY, own)
    const correction = { key: 'dates-corrected_00002', recipient: 'family', why: 'chosen' } as const
    await own.tables.client.send(
      new PutCommand({
        TableName: own.tables.casesTable,
        Item: letterRow(caseId, correction, new Date('2026-03-10T09:00:00Z')),
      }),
    )
    const together = 'Post it together with the letter about the correction'
    const { ready } = await list(own)
    expect(ready.map(({ key, correctionInWords }) => [key, correctionInWords !== undefined])).toEqual([
      ['rights_00001', true],
      ['dates-corrected_00002', false],
    ])
    expect((await own.ask('/letters')).html.split(together)).toHaveLength(2)
    expect((await own.ask(`/cases/${caseId}/letters/rights_00001`)).html).toContain(together)
    await own.close()
  })

  it('records the ticked letters as posted on a day, and no other', async () => {
    const own = await serviceForTests()
    const [first, second, third] = [
      await toldCase(BY_POST, YESTERDAY, own),
      await toldCase(BY_POST, YESTERDAY, own),
      await toldCase(BY_POST, YESTERDAY, own),
    ]
    const { location } = await own.send('/letters', {
      [`letter:${first}:rights_00001`]: 'yes',
      [`letter:${third}:rights_00001`]: 'yes',
      ...dateInputs('doneOn', '2026-03-10'),
    })
    expect(location).toBe('/letters?posted=2')
    expect((await own.ask('/letters?posted=2')).html).toContain('2 letters are recorded as posted.')
    expect((await list(own)).ready.map(({ caseId }) => caseId)).toEqual([second])
    const { letters } = await own.json<CaseView>(`/cases/${first}`)
    expect(letters).toMatchObject([{ state: 'posted', doneInWords: 'Tuesday 10 March 2026' }])
    await own.close()
  })

  it('records what two people record at the same moment once, and tells it when it could not', async () => {
    const own = await serviceForTests()
    const caseId = await toldCase(BY_POST, YESTERDAY, own)
    const posted = { [`letter:${caseId}:rights_00001`]: 'yes', ...dateInputs('doneOn', '2026-03-10') }
    own.haveConflicts(6)
    const refused = await own.post('/letters', posted)
    expect(refused.status).toBe(409)
    expect(refused.html).toContain('Somebody else was saving the same thing')
    expect(refused.html).toContain('What you sent was not saved. Go back, look at what has changed, and send it again.')
    expect((await list(own)).ready).toHaveLength(1)
    own.haveConflicts(2)
    expect(await own.post('/letters', posted)).toMatchObject({ status: 303, location: '/letters?posted=1' })
    expect((await list(own)).ready).toEqual([])
    await own.close()
  })

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['nothing is ticked', dateInputs('doneOn', '2026-03-10'), 'Tick the letters that were posted'],
    ['no day is given', { ticked: 'yes' }, 'Enter the day of posting'],
    [
      'the day is in the future',
      { ticked: 'yes', ...dateInputs('doneOn', '2026-03-11') },
      'The date must be today or in the past.',
    ],
    [
      'the day is before the letter was wanted',
      { ticked: 'yes', ...dateInputs('doneOn', '2026-03-08') },
      'the letter has been wanted only since Monday 9 March 2026',
    ],
  ])('records nothing when %s, and keeps the ticks', async (_, { ticked, ...answers }, error) => {
    const caseId = await toldCase()
    const name = `letter:${caseId}:rights_00001`
    const { status, html } = await service.send('/letters', { ...(ticked && { [name]: ticked }), ...answers })
    expect(status).toBe(422)
    expect(html).toContain('<title>Error: Letters to print')
    expect(html).toContain(error)
    if (ticked) expect(html).toContain(`name="${name}" type="checkbox" value="yes" checked`)
    expect((await letterOf(caseId))?.state).toBe('to-print')
  })

  it('leaves alone a tick for a letter that is not there', async () => {
    const { status } = await service.send('/letters', {
      'letter:2222-2222:rights_00001': 'yes',
      ...dateInputs('doneOn', '2026-03-10'),
    })
    expect(status).toBe(422)
  })

  it('is told a page at a time', async () => {
    const own = await serviceForTests()
    for (let count = 0; count < 52; count += 1) await toldCase(BY_POST, YESTERDAY, own)
    const first = await list(own)
    const second = await own.json<LetterListView>(first.nextPage ?? '')
    expect([first.ready.length, second.ready.length, second.nextPage]).toEqual([50, 2, undefined])
    const { html } = await own.ask(first.nextPage ?? '')
    expect(html).toContain(`action="${(first.nextPage ?? '').replace('&', '&amp;')}"`)
    await own.close()
  })

  it.each(['not-a-position', 'e30'])('has no page at "%s"', async (from) => {
    expect((await service.ask(`/letters?from=${from}`)).status).toBe(404)
  })
})

describe('the PDF of a letter', () => {
  const bytesOf = async (caseId: string) => {
    const response = await service.app.request(`http://localhost/cases/${caseId}/letters/rights_00001.pdf`)
    return { response, letter: await readTaggedDocument(new Uint8Array(await response.arrayBuffer())) }
  }
  const wordsOn = ({ pages }: TaggedDocument) => pages.flatMap(({ texts }) => texts.map(({ text }) => text)).join(' ')
  const sizesOn = ({ pages }: TaggedDocument) =>
    Math.min(...pages.flatMap(({ texts }) => texts.map(({ size }) => size)))

  it('goes to the address of now, bears the day of the printing and carries the words of the message', async () => {
    const caseId = await toldCase()
    const { response, letter } = await bytesOf(caseId)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(response.headers.get('content-disposition')).toBe(`inline; filename="letter-${caseId}.pdf"`)
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(letter.language).toBe('en-GB')
    for (const words of [
      'Sam Taylor',
      '1 High Street',
      'Tuesday 10 March 2026',
      caseId,
      'Your right to appeal',
      'SEND Team',
    ]) {
      expect(wordsOn(letter)).toContain(words)
    }
    expect(sizesOn(letter)).toBe(14)
  })

  it('says when the message was written, if that was before, and nothing of it on the same day', async () => {
    const words = 'We wrote this on Monday 9 March 2026. Where it says “today”, it means that day.'
    const [yesterday, today] = [await toldCase(), await toldCase(BY_POST, new Date('2026-03-10T10:00:00Z'))]
    const printed = async (caseId: string) => wordsOn((await bytesOf(caseId)).letter).replaceAll(/\s+/g, ' ')
    expect(await printed(yesterday)).toContain(words)
    expect(await printed(today)).not.toContain('We wrote this')
  })

  it('is in large print where the family chose that', async () => {
    const caseId = await toldCase({ ...BY_POST, ...NOTHING_FURTHER, more: 'yes', inFull: 'yes', print: 'large' })
    expect(sizesOn((await bytesOf(caseId)).letter)).toBe(18)
  })

  it('can be made of an email that came back, without what only an email has', async () => {
    const caseId = await toldCase({ postalAddress: HOME })
    await hearFromSes(service, caseId, RETURNED, YESTERDAY)
    const words = wordsOn((await bytesOf(caseId)).letter)
    expect(words).toContain('Dear Sam Taylor')
    expect(words).not.toContain('this email')
  })

  it('is linked from the letter and from the list, and only when it can be printed', async () => {
    const own = await serviceForTests()
    const ready = await toldCase(BY_POST, YESTERDAY, own)
    const waiting = await toldCase({}, YESTERDAY, own)
    await hearFromSes(own, waiting, RETURNED, YESTERDAY)
    const pages = await Promise.all(
      ['/letters', `/cases/${ready}/letters/rights_00001`, `/cases/${waiting}/letters/rights_00001`].map((path) =>
        own.ask(path),
      ),
    )
    const links = pages.map(({ html }) => [...html.matchAll(/href="([^"]+\.pdf)"/g)].map(([, href]) => href))
    const pdf = `/cases/${ready}/letters/rights_00001.pdf`
    expect(links).toEqual([[pdf], [pdf], []])
    await own.close()
  })

  it('is refused while the address is missing, with a page that says so', async () => {
    const caseId = await toldCase({})
    await hearFromSes(service, caseId, RETURNED, YESTERDAY)
    const { status, html } = await service.ask(`/cases/${caseId}/letters/rights_00001.pdf`)
    expect(status).toBe(409)
    expect(html).toContain('The postal address is missing.')
  })

  it('is refused when the fonts lack a letter of a name, and the message can be printed from its page', async () => {
    const caseId = await toldCase({ ...BY_POST, name: '王小明', looksRight: 'yes' })
    const { status, html } = await service.ask(`/cases/${caseId}/letters/rights_00001.pdf`)
    expect(status).toBe(422)
    expect(html).toContain('characters that no font of ours can show')
    expect(html).toContain(`href="/cases/${caseId}/messages/rights_00001"`)
    expect((await service.ask(`/cases/${caseId}/messages/rights_00001/1/html`)).html).toContain('Dear 王小明')
  })

  it('is not there for a letter that is not there', async () => {
    const caseId = await toldCase()
    expect((await service.ask(`/cases/${caseId}/letters/closing-without-news_00001.pdf`)).status).toBe(404)
  })
})

describe('a letter', () => {
  it('is recorded as posted, which does the task and counts the days of notice lost', async () => {
    const caseId = await toldCase({ postalAddress: HOME })
    await hearFromSes(service, caseId, RETURNED, YESTERDAY)
    const before = await letterOf(caseId)
    expect(before).toMatchObject({ printing: 'ready', daysOfNoticeLost: 1, why: 'An email was returned' })
    const { status, location } = await record(caseId, { how: 'posted', ...dateInputs('doneOn', '2026-03-10') })
    expect([status, location]).toEqual([303, `/cases/${caseId}/letters/rights_00001`])
    expect(await letterOf(caseId)).toMatchObject({
      state: 'posted',
      noticeLostInWords: '1 day of notice lost: the email that failed was sent on Monday 9 March 2026.',
    })
    const { tasks, timeline } = await service.json<CaseView>(`/cases/${caseId}`)
    expect(tasks).toMatchObject([{ kind: 'tell-family-another-way', state: 'done' }])
    expect(timeline.filter(({ kind }) => kind === 'letter').map(({ title }) => title.split(' to ')[0])).toEqual([
      'Letter posted',
      'Letter',
    ])
    expect((await list()).ready.some((letter) => letter.caseId === caseId)).toBe(false)
  })

  it('can be done with because the family was told another way', async () => {
    const caseId = await toldCase({})
    await hearFromSes(service, caseId, RETURNED, YESTERDAY)
    await record(caseId, { how: 'told-another-way', ...dateInputs('doneOn', '2026-03-09') })
    expect(await letterOf(caseId)).toMatchObject({ state: 'told-another-way', daysOfNoticeLost: 0 })
  })

  it('is recorded once: what came first stays', async () => {
    const caseId = await toldCase()
    await record(caseId, { how: 'posted', ...dateInputs('doneOn', '2026-03-10') })
    const again = await record(caseId, { how: 'told-another-way', ...dateInputs('doneOn', '2026-03-09') })
    expect(again.status).toBe(303)
    expect(await letterOf(caseId)).toMatchObject({ state: 'posted', doneInWords: 'Tuesday 10 March 2026' })
  })

  it.each([
    ['neither how nor when', {}, ['#how Select how they were told', '#doneOn-day Enter the day']],
    [
      'a day that is not there',
      { how: 'posted', ...dateInputs('doneOn', '2026-02-30') },
      ['#doneOn-day The day must be a real date.'],
    ],
    [
      'a day in the future',
      { how: 'posted', ...dateInputs('doneOn', '2026-03-11') },
      ['#doneOn-day The date must be today or in the past.'],
    ],
    [
      'a day before it was wanted',
      { how: 'posted', ...dateInputs('doneOn', '2026-03-08') },
      ['#doneOn-day The date cannot be Sunday 8 March 2026'],
    ],
  ])('takes no %s', async (_, answers, errors) => {
    const caseId = await toldCase()
    const { status, html } = await record(caseId, answers)
    expect(status).toBe(422)
    for (const error of errors) {
      const [href = '', ...words] = error.split(' ')
      expect(html).toContain(`href="${href}">${words.join(' ')}`)
    }
    expect((await letterOf(caseId))?.state).toBe('to-print')
  })

  it('shows to whom it goes, in which print, and the message that it carries', async () => {
    const caseId = await toldCase()
    const { html } = await service.ask(`/cases/${caseId}/letters/rights_00001`)
    for (const text of ['Sam Taylor, 1 High Street, Bath', 'Standard', `/cases/${caseId}/messages/rights_00001`])
      expect(html).toContain(text)
    const view = await service.json<LetterView>(`/cases/${caseId}/letters/rights_00001`)
    expect(view).toMatchObject({ state: 'to-print', wantedOn: '2026-03-09' })
  })

  it.each(['/cases/2222-2222/letters/rights_00001', '/cases/CASE/letters/closing-without-news_00001'])(
    'is not there: %s',
    async (path) => {
      const caseId = await toldCase()
      const address = path.replace('CASE', caseId)
      expect([(await service.ask(address)).status, (await service.send(address, {})).status]).toEqual([404, 404])
    },
  )
})
