import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CouncilFileError, loadCouncil, parseCouncil } from '../../../lib/councils/council-schema.ts'

const FILE = new URL('../../../lib/councils/bath-and-north-east-somerset.json', import.meta.url)
const council = loadCouncil(FILE)

describe("Bath and North East Somerset's file", () => {
  it('holds what the council publishes', () => {
    expect(council.partnershipService).toMatchObject({
      name: 'SEND Partnership Service',
      phone: '01225 394382',
      email: 'send_partnershipservice@bathnes.gov.uk',
      textPhone: '07530 263401',
    })
    expect(council.mediationAdviser).toMatchObject({ phone: '0800 064 4488', email: 'sen@globalmediation.co.uk' })
  })
})

it('takes what a council may leave out', () => {
  const whole = {
    ...council,
    disagreementResolution: { name: 'Example Resolution', phone: '01632 960400', email: 'agree@example.org' },
    complaintPages: { council: 'https://example.gov.uk/complain', health: 'https://example.nhs.uk/complain' },
    publicAddress: 'https://send.example.gov.uk',
  }
  expect(parseCouncil(whole, 'x.json')).toEqual(whole)
})

describe('a file that cannot be used', () => {
  it.each([
    ['an empty name', { ...council, name: ' ' }, 'name: Write the name of the council. It is empty.'],
    ['a name of two lines', { ...council, name: 'A\nB' }, 'name: Write the name of the council on one line'],
    [
      'a phone number without digits',
      { ...council, officer: { ...council.officer, phone: 'ask at the desk' } },
      'officer.phone: Write the phone number of the council officer with digits and spaces only',
    ],
    [
      'a phone number as a number',
      { ...council, officer: { ...council.officer, phone: 1225394382 } },
      'officer.phone: Write the phone number of the council officer as text in double quotes',
    ],
    [
      'an address that is no email',
      { ...council, mediationAdviser: { ...council.mediationAdviser, email: 'sen at globalmediation' } },
      'mediationAdviser.email: Write the email address of the mediation adviser as an email address',
    ],
    [
      'a website that is not safe',
      { ...council, localOffer: 'javascript:alert(1)' },
      'localOffer: Write the page of the Local Offer as a full web address that begins with https://.',
    ],
    [
      'an address of the public pages with a path',
      { ...council, publicAddress: 'https://send.example.gov.uk/' },
      'publicAddress: Write the address of the public pages as https:// and a host name alone',
    ],
    [
      'a page of complaints about somebody else',
      { ...council, complaintPages: { school: 'https://school.example' } },
      'complaintPages: Remove "school": nothing of that name is used.',
    ],
    ['no months', { ...council, keepOpenMonths: 0 }, 'keepOpenMonths: Set keepOpenMonths to 1 or more'],
    ['a field of no use', { ...council, colour: 'blue' }, 'Remove "colour": nothing of that name is used.'],
    [
      'a missing person',
      { ...council, officer: undefined },
      'officer: Write the contact details of the council officer between { and }.',
    ],
    ['something else altogether', [], 'the whole file: Write one council between { and }.'],
  ])('%s is told with what to do', (_name, content, message) => {
    expect(() => parseCouncil(content, 'x.json')).toThrow(CouncilFileError)
    expect(() => parseCouncil(content, 'x.json')).toThrow(message)
  })

  it('tells every problem at once', () => {
    const wrong = { ...council, name: '', senderEmail: 'x' }
    expect(() => parseCouncil(wrong, 'x.json')).toThrow(/name: .*\n.*senderEmail: /)
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
