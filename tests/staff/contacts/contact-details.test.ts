import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { requireCaseFile } from '../../../lambdas/cases/store/load-case-file.ts'
import type { CaseView } from '../../../lambdas/staff/cases/case-view.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import {
  FIRST_AWAITED,
  NOTHING_FURTHER,
  NOW,
  OPENING,
  type ServiceForTests,
  serviceForTests,
} from '../service-for-tests.ts'

let service: ServiceForTests
beforeAll(async () => {
  service = await serviceForTests()
})
afterAll(() => service.close())

const view = (caseId: string) => service.json<CaseView>(`/cases/${caseId}`)
const HOME = '1 High Street\nBath\nBA1 1AA'
const SECOND = { second: 'yes', secondName: 'Kim Taylor', secondBy: 'email', secondEmail: 'kim@example.net' }

async function openedCase(): Promise<string> {
  const caseId = await service.open()
  await service.park(caseId, 'adviser-contact', FIRST_AWAITED, { kind: 'family-speaks-to-adviser', date: '2026-04-10' })
  return caseId
}

const addressOf = (caseId: string) => `/cases/${caseId}/record/contact-details-changed`

/** The form "Change how we contact the family" with what it shows, but for these answers. */
async function formWith(caseId: string, answers: Readonly<Record<string, string>>) {
  const { name, relationship, childName, by, email, postalAddress, phone } = OPENING
  const known = { name, relationship, childName, by, email, postalAddress, phone }
  return { ...(await service.hidden(caseId, 'contact-details-changed')), ...known, ...NOTHING_FURTHER, ...answers }
}

async function change(caseId: string, answers: Readonly<Record<string, string>>) {
  return service.send(addressOf(caseId), await formWith(caseId, answers))
}

/** What the summary at the top of a form says, each with the question that it leads to. */
function errorsOf(html: string): string[] {
  const list = /govuk-error-summary__list[\s\S]*?<\/ul>/.exec(html)?.[0] ?? ''
  return [...list.matchAll(/href="[^"#]*(#[^"]*)">([^<]*)/g)].map(([, href, text]) => `${href} ${text}`)
}

describe('how a family is written to, when its case is opened', () => {
  it('is by post when that is chosen, and needs a postal address then but no email address', async () => {
    const caseId = await service.open({ by: 'post', email: '', postalAddress: HOME })
    expect((await view(caseId)).contact).toMatchObject({
      by: 'post',
      postalAddress: ['1 High Street', 'Bath', 'BA1 1AA'],
    })
    expect((await view(caseId)).contact).not.toHaveProperty('email')
  })

  it.each([
    ['by email without an address', { email: '' }, '#email Enter an email address, or choose another way to write'],
    [
      'by post without an address',
      { by: 'post' },
      '#postalAddress Enter a postal address, or choose another way to write',
    ],
    ['in no way', { by: '' }, '#by Select how we write to the family'],
    ['by pigeon', { by: 'pigeon' }, '#by Select how we write to the family'],
    [
      'at an address of one line',
      { postalAddress: 'Bath' },
      '#postalAddress The postal address must have at least two lines, like a street and a postcode',
    ],
    [
      'at an address that no window shows',
      { postalAddress: `${'a\n'.repeat(8)}` },
      '#postalAddress The postal address must have 7 lines or fewer',
    ],
    [
      'at an address with a line that is too long',
      { postalAddress: `${'a'.repeat(61)}\nBath` },
      '#postalAddress Each line of the postal address must be 60 characters or fewer',
    ],
    [
      'with nothing said on whether there is more',
      { more: '' },
      '#more Select whether there is more to say about how we write',
    ],
  ])('cannot be %s', async (_, answers, error) => {
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const { status, html } = await service.send('/cases', { ...OPENING, submissionId, ...answers })
    expect([status, errorsOf(html)]).toEqual([422, [error]])
  })

  it('can be not at all, and the page of the case says so plainly', async () => {
    const caseId = await service.open({ by: 'not-at-all', email: '' })
    const { html } = await service.ask(`/cases/${caseId}`)
    expect(html).toContain('Do not write to this family.')
    expect((await view(caseId)).mustNotBeWrittenTo).toBe(true)
  })

  it('is asked for in full before anything is recorded, when there is more to say', async () => {
    const stored = await service.recorded()
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const answers = { ...OPENING, submissionId, more: 'yes' }
    const { location: next } = await service.send('/cases', answers)
    expect(next).toBe(`/cases/new/${submissionId}/check`)
    expect((await service.ask(next ?? '')).location).toBe(`/cases/new/${submissionId}/reading`)
    expect((await service.ask(`/cases/new/${submissionId}/family`)).html).toContain(`value="${OPENING.name}"`)
    expect((await service.ask(`/cases/new/${submissionId}/representative`)).html).toContain('name="representativeName"')
    expect(await service.recorded()).toBe(stored)

    const inFull = { ...answers, ...NOTHING_FURTHER, ...SECOND, inFull: 'yes', print: 'large', language: 'Polish' }
    const { location } = await service.send('/cases', inFull)
    const caseId = /^\/cases\/([^?]+)/.exec(location ?? '')?.[1] ?? ''
    expect((await view(caseId)).contact).toMatchObject({
      print: 'large',
      language: 'Polish',
      second: { name: 'Kim Taylor', by: 'email', email: 'kim@example.net' },
    })
  })

  it('is told of everything that is wrong with the short form before the rest is asked', async () => {
    const { submissionId } = await service.json<{ submissionId: string }>('/cases/new')
    const { status, html } = await service.send('/cases', { ...OPENING, submissionId, more: 'yes', name: '' })
    expect([status, errorsOf(html)]).toEqual([422, ['#name Enter the name of the person we write to']])
    expect(html).not.toContain('name="representativeName"')
  })
})

describe('changing how we contact the family', () => {
  it('keeps everything that was said, and shows it on the case and in the form', async () => {
    const caseId = await openedCase()
    const { location } = await change(caseId, {
      ...SECOND,
      by: 'post',
      postalAddress: HOME,
      print: 'large',
      otherFormat: 'braille',
      language: 'Polish',
      representative: 'copy',
      representativeFor: 'family',
      representativeName: 'Sol Ake',
      representativeBy: 'post',
      representativeAddress: '3 Low Road\nBath',
    })
    expect(location).toContain('recorded=')
    expect((await view(caseId)).contact).toEqual({
      name: 'Sam Taylor',
      relationship: 'parent',
      childName: 'Robin Taylor',
      by: 'post',
      email: 'sam.taylor@example.com',
      postalAddress: ['1 High Street', 'Bath', 'BA1 1AA'],
      phone: '01225 394382',
      print: 'large',
      otherFormat: 'braille',
      language: 'Polish',
      second: { name: 'Kim Taylor', by: 'email', email: 'kim@example.net' },
      representative: {
        name: 'Sol Ake',
        by: 'post',
        postalAddress: ['3 Low Road', 'Bath'],
        gets: 'copy',
        actsFor: 'family',
      },
    })
    const { html } = await service.ask(`/cases/${caseId}/family`)
    for (const text of [
      'Large print',
      'Braille',
      'Polish',
      'Kim Taylor, by email: kim@example.net',
      'Sol Ake, by post: 3 Low Road, Bath',
    ])
      expect(html).toContain(text)
    const form = await service.ask(`/cases/${caseId}/record/contact-details-changed`)
    expect(form.html).toContain('1 High Street\nBath\nBA1 1AA')
    expect(form.html).toMatch(/name="representative" type="radio" value="copy" checked/)
  })

  it('forgets what is not wanted any more', async () => {
    const caseId = await openedCase()
    await change(caseId, { ...SECOND, print: 'large', otherFormat: 'audio' })
    await change(caseId, {})
    const { contact } = await view(caseId)
    for (const field of ['second', 'print', 'otherFormat', 'language', 'representative'])
      expect(contact).not.toHaveProperty(field)
  })

  it('takes English for no other language', async () => {
    const caseId = await openedCase()
    await change(caseId, { language: 'english' })
    expect((await view(caseId)).contact).not.toHaveProperty('language')
  })

  it.each([
    [
      'a second person of whom nothing is known',
      { second: 'yes' },
      ['#secondName Enter the name of the second person', '#secondBy Select how we write to the second person'],
    ],
    [
      'a second person by email without an address',
      { ...SECOND, secondEmail: '' },
      ['#secondEmail Enter the email address of the second person, or choose post'],
    ],
    [
      'a second person by post without an address',
      { ...SECOND, secondBy: 'post' },
      ['#secondAddress Enter the postal address of the second person, or choose email'],
    ],
    [
      'a representative of whom nothing is known',
      { representative: 'everything' },
      [
        '#representativeName Enter the name of the person who acts for the family',
        '#representativeBy Select how we write to the person who acts for the family',
      ],
    ],
    [
      'everything at once',
      { name: '', by: 'post', email: 'no address', print: '', second: 'yes', secondName: 'Kim', secondBy: 'email' },
      [
        '#name Enter the name of the person we write to',
        '#email Enter an email address in the correct format, like name@example.com',
        '#postalAddress Enter a postal address, or choose another way to write',
        '#print Select how large the print of letters is',
        '#secondEmail Enter the email address of the second person, or choose post',
      ],
    ],
  ])('is told of %s', async (_, answers, errors) => {
    const caseId = await openedCase()
    const before = (await view(caseId)).contact
    const { status, html } = await change(caseId, answers)
    expect([status, errorsOf(html)]).toEqual([422, errors])
    expect((await view(caseId)).contact).toEqual(before)
  })

  it('asks whether a young person agrees before a parent gets copies, each time', async () => {
    const caseId = await openedCase()
    const young = { ...SECOND, relationship: 'young-person', name: 'Robin Taylor' }
    const error =
      '#youngPersonAgrees The young person has to agree before a second person gets their messages. Ask them, or choose no second person'
    for (const youngPersonAgrees of ['', 'no']) {
      const { html } = await change(caseId, { ...young, youngPersonAgrees })
      expect(errorsOf(html)).toEqual([error])
    }
    expect((await change(caseId, { ...young, youngPersonAgrees: 'yes' })).status).toBe(303)
    const form = await service.ask(`/cases/${caseId}/record/contact-details-changed`)
    expect(form.html).not.toMatch(/name="youngPersonAgrees"[^>]*checked/)
  })

  it('begins with what an old case knows, which has nothing of all this', async () => {
    const caseId = await openedCase()
    const { html } = await service.ask(`/cases/${caseId}/record/contact-details-changed`)
    expect(html).toMatch(/name="by" type="radio" value="email" checked/)
    expect(html).toMatch(/name="print" type="radio" value="standard" checked/)
    expect(html).toMatch(/name="second" type="radio" value="no" checked/)
    expect(html).toMatch(/name="representative" type="radio" value="no" checked/)
  })
})

describe('the council’s own keys and the date of birth', () => {
  const KEYS = {
    ...dateInputs('bornOn', '2010-05-17'),
    childReference: 'SEN/4411',
    caseReference: 'M-2026-17',
    uniquePupilNumber: 'b8012 0000 5001',
  }
  const KEPT = {
    bornOn: '2010-05-17',
    childReference: 'SEN/4411',
    caseReference: 'M-2026-17',
    uniquePupilNumber: 'B801200005001',
  }
  const FROM_BIRTH = { compulsorySchoolAgeEndsOn: '2026-06-26' }

  it('are asked when a case is opened, and stand on its page with what follows from them', async () => {
    const caseId = await service.open({ ...KEYS, ...dateInputs('requestReceivedOn', '2025-10-06') })
    const { contact, facts } = await view(caseId)
    expect(contact).toMatchObject(KEPT)
    expect(facts[0]?.details).toMatchObject({ daysOfAge: FROM_BIRTH, requestReceivedOn: '2025-10-06' })
    expect(JSON.stringify(facts)).not.toContain('2010-05-17')
    const [family, dates] = [await service.ask(`/cases/${caseId}/family`), await service.ask(`/cases/${caseId}/dates`)]
    for (const text of [
      'Monday 17 May 2010',
      'SEN/4411',
      'M-2026-17',
      'B801200005001',
      'Friday 26 June 2026',
      'Monday 17 November 2025',
      'Monday 26 January 2026',
      'Monday 23 February 2026',
    ])
      expect(family.html + dates.html).toContain(text)
  })

  it('may all be left blank, and then the page says what cannot be known without them', async () => {
    const caseId = await service.open()
    const family = await service.ask(`/cases/${caseId}/family`)
    expect(family.html.match(/Not known yet/g)).toHaveLength(4)
    const { html } = await service.ask(`/cases/${caseId}/dates`)
    expect(html.match(/Not known yet/g)).toHaveLength(2)
    expect(html).toContain('Not known yet, and so are the 6, 16 and 20 weeks from it.')
  })

  it('come with the contact form, are changed on it, and forgotten when they are deleted there', async () => {
    const caseId = await openedCase()
    // Another case here is about that child, so the page would ask to look again.
    expect((await change(caseId, { ...KEYS, looksRight: 'yes' })).status).toBe(303)
    expect((await view(caseId)).contact).toMatchObject(KEPT)
    expect((await view(caseId)).facts.at(-1)?.details).toEqual({ daysOfAge: FROM_BIRTH })
    const form = await service.ask(`/cases/${caseId}/record/contact-details-changed`)
    for (const value of ['17', '5', '2010', 'SEN/4411', 'M-2026-17', 'B801200005001'])
      expect(form.html).toContain(`value="${value}"`)
    await change(caseId, {})
    for (const key of Object.keys(KEPT)) expect((await view(caseId)).contact).not.toHaveProperty(key)
    expect((await view(caseId)).facts.at(-1)?.details).toEqual({})
  })

  it('are refused with a number whose check letter is wrong, and a birth after today', async () => {
    const caseId = await openedCase()
    const wrongNumber = await change(caseId, { ...KEYS, uniquePupilNumber: 'A801200005001' })
    expect(errorsOf(wrongNumber.html)).toEqual([
      '#uniquePupilNumber “A801200005001” is not a unique pupil number: it has 13 characters, and the first is the check letter of the others. Look it up again, or leave this blank',
    ])
    const unborn = await change(caseId, { ...KEYS, ...dateInputs('bornOn', '2026-03-11') })
    expect(errorsOf(unborn.html)).toEqual([
      '#bornOn-day The date of birth must be today or in the past. Wednesday 11 March 2026 is in the future',
    ])
  })
})

describe('somebody who joins', () => {
  it('is seen on the page of what will happen, with the one message that they get first', async () => {
    const caseId = await openedCase()
    const { html } = await service.post(addressOf(caseId), await formWith(caseId, SECOND))
    expect(html).toContain('New on the case: the second person. They are told where it stands.')
    expect([...new Set(html.match(/Email to \w+ \w+/g))]).toEqual(['Email to Kim Taylor'])
    await change(caseId, SECOND)
    const heldOf = async () => (await requireCaseFile(service.tables, caseId)).held
    expect(await heldOf()).toMatchObject([{ key: 'where-your-case-stands_00002', state: 'ready' }])
    await change(caseId, SECOND)
    expect(await heldOf()).toHaveLength(1)
  })
})

describe('the end of compulsory school age', () => {
  it('is asked about on the form when it comes, and who the party is stands in the fact', async () => {
    let now = NOW
    const own = await serviceForTests({ clock: () => now })
    const caseId = await own.open(dateInputs('bornOn', '2009-09-20'))
    const address = addressOf(caseId)
    const QUESTION = 'From Saturday 27 June 2026 the young person is over compulsory school age.'
    expect((await own.ask(address)).html).not.toContain(QUESTION)
    now = new Date('2026-06-29T10:00:00Z')
    expect((await own.ask(address)).html).toContain(QUESTION)
    expect((await own.ask(`/cases/${caseId}`)).html).toContain('say who decides and appeals')
    const { name, relationship, childName, by, email, postalAddress, phone } = OPENING
    const known = { name, relationship, childName, by, email, postalAddress, phone, ...NOTHING_FURTHER }
    const form = {
      ...(await own.hidden(caseId, 'contact-details-changed')),
      ...dateInputs('bornOn', '2009-09-20'),
      ...known,
    }
    expect(errorsOf((await own.send(address, form)).html)).toEqual([
      '#isSure Select whether you have made sure who decides and appeals',
    ])
    expect((await own.send(address, { ...form, isSure: 'yes' })).status).toBe(303)
    const { subject } = await requireCaseFile(own.tables, caseId)
    expect(subject.recorded.at(-1)?.details).toMatchObject({ party: 'parent' })
    expect((await own.ask(address)).html).not.toContain(QUESTION)
    await own.close()
  })
})
