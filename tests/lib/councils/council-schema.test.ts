import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CouncilFileError, loadCouncil, parseCouncil } from '../../../lib/councils/council-schema.ts'

const FILE = new URL('../../../lib/councils/bath-and-north-east-somerset.json', import.meta.url)
const council = loadCouncil(FILE)

describe("Bath and North East Somerset's file", () => {
  it('holds what the council publishes', () => {
    expect(council.contacts.partnershipService).toMatchObject({
      name: 'SEND Partnership Service',
      phone: '01225 394382',
      email: 'send_partnershipservice@bathnes.gov.uk',
      textPhone: '07530 263401',
    })
    expect(council.providers.mediationAdviser).toMatchObject({
      phone: '0800 064 4488',
      email: 'sen@globalmediation.co.uk',
    })
  })
})

it('takes what a council may leave out', () => {
  const whole = {
    ...council,
    contacts: {
      ...council.contacts,
      complaintPages: { council: 'https://example.gov.uk/complain', health: 'https://example.nhs.uk/complain' },
    },
    providers: {
      ...council.providers,
      disagreementResolution: { name: 'Example Resolution', phone: '01632 960400', email: 'agree@example.org' },
    },
    publicAddress: 'https://send.example.gov.uk',
  }
  expect(parseCouncil(whole, 'x.json')).toEqual(whole)
})

const contactsWith = (changed: object) => ({ ...council, contacts: { ...council.contacts, ...changed } })
const officerWith = (changed: object) => contactsWith({ officer: { ...council.contacts.officer, ...changed } })
const without = (part: string) => Object.fromEntries(Object.entries(council).filter(([name]) => name !== part))

describe('a file that cannot be used', () => {
  it.each([
    ['an empty name', { ...council, name: ' ' }, 'name: Write the name of the council. It is empty.'],
    ['a name with a space after it', { ...council, name: 'A ' }, 'name: Write the name of the council without spaces'],
    ['a name of two lines', { ...council, name: 'A\nB' }, 'name: Write the name of the council on one line'],
    [
      'a phone number without digits',
      officerWith({ phone: 'ask at the desk' }),
      'contacts.officer.phone: Write the phone number of the council officer with digits and spaces only',
    ],
    [
      'a phone number as a number',
      officerWith({ phone: 1225394382 }),
      'contacts.officer.phone: Write the phone number of the council officer as text in double quotes',
    ],
    [
      'an address that is no email',
      {
        ...council,
        providers: { mediationAdviser: { ...council.providers.mediationAdviser, email: 'sen at globalmediation' } },
      },
      'providers.mediationAdviser.email: Write the email address of the mediation adviser as an email address',
    ],
    [
      'a website that is not safe',
      contactsWith({ localOffer: 'javascript:alert(1)' }),
      'contacts.localOffer: Write the page of the Local Offer as a full web address that begins with https://.',
    ],
    [
      'an address of the public pages with a path',
      { ...council, publicAddress: 'https://send.example.gov.uk/' },
      'publicAddress: Write the address of the public pages as https:// and a host name alone',
    ],
    [
      'a page of complaints about somebody else',
      contactsWith({ complaintPages: { school: 'https://school.example' } }),
      'contacts.complaintPages: Remove "school": nothing of that name is used.',
    ],
    [
      'no months',
      { ...council, ownTimes: { ...council.ownTimes, keepOpenMonths: 0 } },
      'ownTimes.keepOpenMonths: Set keepOpenMonths to 1 or more',
    ],
    [
      'a sending rate of none',
      { ...council, emailsPerSecond: 0 },
      'emailsPerSecond: Write emailsPerSecond as a whole number from 1',
    ],
    [
      'no sending rate',
      without('emailsPerSecond'),
      "emailsPerSecond: Write emailsPerSecond as a whole number from 1: the maximum send rate that SES's console shows",
    ],
    ['a field of no use', { ...council, colour: 'blue' }, 'Remove "colour": nothing of that name is used.'],
    [
      'a field that is spelled wrongly',
      contactsWith({ partnershipServices: council.contacts.partnershipService }),
      'contacts: Remove "partnershipServices": nothing of that name is used.',
    ],
    [
      'a missing person',
      contactsWith({ officer: undefined }),
      'contacts.officer: It is missing. Write the contact details of the council officer between { and }.',
    ],
    [
      'a subject of which nothing is read',
      { ...council, retention: { months: 12 } },
      'retention: Leave it out. The service has no use yet for how long closed cases are kept.',
    ],
    ['something else altogether', [], 'the whole file: Write one council between { and }.'],
  ])('%s is told with what to do', (_name, content, message) => {
    expect(() => parseCouncil(content, 'x.json')).toThrow(CouncilFileError)
    expect(() => parseCouncil(content, 'x.json')).toThrow(message)
  })

  it.each([
    ['contacts', 'who writes to families, whom they write to, and the page of the Local Offer'],
    ['providers', 'who gives mediation advice, and who runs disagreement resolution where that is somebody else'],
    ['ownTimes', 'how long a case is kept open with no news, and how long a complaint takes'],
  ])('with no %s is told what to write there, and in which file', (part, what) => {
    expect(() => parseCouncil(without(part), 'x.json')).toThrow(
      `The council file x.json cannot be used:\n  ${part}: It is missing. Write between { and } ${what}.`,
    )
  })

  it('tells every problem at once', () => {
    const wrong = { ...contactsWith({ senderEmail: 'x' }), name: '' }
    expect(() => parseCouncil(wrong, 'x.json')).toThrow(/name: .*\n.*contacts\.senderEmail: /)
  })
})

describe('a file that cannot be read', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'council-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is named', () => {
    const missing = join(folder, 'nowhere.json')
    expect(() => loadCouncil(missing)).toThrow(`The council file ${missing} cannot be read`)
  })

  it('is told when it is not JSON', () => {
    const file = join(folder, 'broken.json')
    writeFileSync(file, '{ "name": ')
    expect(() => loadCouncil(file)).toThrow(/cannot be read: .*JSON.* Check its path and its commas\./)
  })
})
