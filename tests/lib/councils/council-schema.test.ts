import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { areRecorded } from '../../../lambdas/cases/particulars.ts'
import { CouncilFileError, loadCouncil, parseCouncil } from '../../../lib/councils/council-schema.ts'

const FILE = new URL('../../../lib/councils/bath-and-north-east-somerset.json', import.meta.url)
const council = loadCouncil(FILE)

const DEPLOYMENT = {
  account: '111122223333',
  region: 'eu-west-2',
  stage: 'live',
  publicAddress: 'https://send.example.gov.uk',
  alarmEmails: ['on-call@example.gov.uk'],
  securityContact: 'security@example.gov.uk',
  senderDomain: { isInSesAlready: false, mailFrom: 'bounces.bathnes.gov.uk' },
  emailsPerSecond: 14,
} as const
const SIGN_IN = {
  issuer: 'https://login.microsoftonline.com/00000000-0000-0000-0000-000000000000/v2.0',
  clientId: '11111111-1111-1111-1111-111111111111',
  clientSecretName: 'send-disputes/client-secret',
  roles: { claim: 'roles', values: { 'case-officer': ['SEND.CaseOfficer'], manager: ['SEND.Manager'] } },
  multiFactor: { shownBy: 'acrs', value: 'c1' },
} as const
const signInWith = (changed: object) => ({ ...council, signIn: { ...SIGN_IN, ...changed } })
const particularsWith = (changed: object) => ({ ...council, particulars: { ...council.particulars, ...changed } })
const reachWith = (changed: object) => particularsWith({ reach: { ...council.particulars.reach, ...changed } })
const deploymentWith = (changed: object) => ({ ...council, deployment: { ...DEPLOYMENT, ...changed } })

describe("Bath and North East Somerset's file", () => {
  it('holds what the council publishes', () => {
    expect(council.contacts.partnershipService).toMatchObject({
      name: 'SEND Partnership Service',
      phone: '01225 394382',
      email: 'send_partnershipservice@bathnes.gov.uk',
      textPhone: '07530 263401',
    })
    expect(areRecorded(council.particulars)).toBe(false)
    expect(council.providers.mediationAdviser).toMatchObject({
      phone: '0800 064 4488',
      email: 'sen@globalmediation.co.uk',
    })
  })
})

it('takes how staff sign in, with each way to show a second factor, or none', () => {
  const { multiFactor: _, ...withoutSecondFactor } = SIGN_IN
  for (const signIn of [
    SIGN_IN,
    { ...SIGN_IN, multiFactor: { shownBy: 'claim', claim: 'amr', value: 'mfa' }, idleMinutes: 15, absoluteHours: 8 },
    { ...SIGN_IN, multiFactor: { shownBy: 'directory', confirmedBy: 'Head of IT', confirmedOn: '2026-11-27' } },
    withoutSecondFactor,
  ]) {
    expect(parseCouncil({ ...council, signIn }, 'x.json').signIn).toEqual(signIn)
  }
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
    deployment: { ...DEPLOYMENT, publicPagesAtOnce: 5 },
  }
  expect(parseCouncil(whole, 'x.json')).toEqual(whole)
})

it('takes the deployment that README.md shows', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
  const [, shown = ''] = /```json\n\s*("deployment": [\s\S]*?)```/.exec(readme) ?? []
  const { deployment } = JSON.parse(`{${shown}}`) as { readonly deployment: object }
  const file = contactsWith({ senderEmail: 'send@example.gov.uk' })
  expect(parseCouncil({ ...file, deployment }, 'README.md').deployment).toEqual(deployment)
})

const withOthers = (otherMediationAdvisers: readonly object[]) => ({
  ...council,
  providers: { ...council.providers, otherMediationAdvisers },
})
const contactsWith = (changed: object) => ({ ...council, contacts: { ...council.contacts, ...changed } })
const AUTUMN = { name: 'Autumn term 2026', from: '2026-09-03', to: '2026-12-18' }
const termsWith = (change: object) => ({ ...council, terms: [{ ...AUTUMN, ...change }] })
const retentionWith = (changed: object) => ({ ...council, retention: { ...council.retention, ...changed } })
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
      'another mediation adviser without an id',
      withOthers([{ ...council.providers.mediationAdviser }]),
      'providers.otherMediationAdvisers.0.id: Write the id of another mediation adviser as text in double quotes',
    ],
    [
      'another mediation adviser with the id of the first',
      withOthers([{ ...council.providers.mediationAdviser, id: 'first' }]),
      'Give another mediation adviser an id other than "first".',
    ],
    [
      'two mediation advisers with one id',
      withOthers([
        { ...council.providers.mediationAdviser, id: 'north' },
        { ...council.providers.mediationAdviser, id: 'north' },
      ]),
      'Give each of the other mediation advisers an id of its own.',
    ],
    [
      'a website that is not safe',
      contactsWith({ localOffer: 'javascript:alert(1)' }),
      'contacts.localOffer: Write the page of the Local Offer as a full web address that begins with https://.',
    ],
    [
      'an address of the public pages with a path',
      deploymentWith({ publicAddress: 'https://send.example.gov.uk/' }),
      'deployment.publicAddress: Write the address of the public pages, which every email links to, as https:// and a host name alone',
    ],
    [
      'a deployment without the address of the public pages',
      deploymentWith({ publicAddress: undefined }),
      'deployment.publicAddress: Write the address of the public pages',
    ],
    [
      'an account of eleven digits',
      deploymentWith({ account: '11112222333' }),
      'deployment.account: Write the AWS account as its 12 digits in double quotes.',
    ],
    [
      'a deployment without an account',
      deploymentWith({ account: undefined }),
      'deployment.account: Write the AWS account as its 12 digits in double quotes.',
    ],
    [
      'a deployment without a stage',
      deploymentWith({ stage: undefined }),
      'deployment.stage: Write the stage as 2 to 12 small letters or digits',
    ],
    [
      'another region',
      deploymentWith({ region: 'us-east-1' }),
      "deployment.region: Write the region as eu-west-2: children's data stays in London.",
    ],
    [
      'a deployment of which nobody hears an alarm',
      deploymentWith({ alarmEmails: [] }),
      'deployment.alarmEmails: There is nobody in it. Write between [ and ] the email addresses of those who look after',
    ],
    [
      'a deployment that does not say who hears alarms',
      deploymentWith({ alarmEmails: undefined }),
      'deployment.alarmEmails: Write between [ and ] the email addresses of those who look after the service.',
    ],
    [
      'somebody who would hear an alarm twice',
      deploymentWith({ alarmEmails: ['a@example.gov.uk', 'a@example.gov.uk'] }),
      'deployment.alarmEmails: Write each address that hears alarms once.',
    ],
    [
      'a contact for weaknesses that is a page without encryption',
      deploymentWith({ securityContact: 'http://example.gov.uk/security' }),
      'deployment.securityContact: Write where somebody tells of a weakness: an email address, or a page',
    ],
    [
      'a domain that is made without a domain for bounces',
      deploymentWith({ senderDomain: { isInSesAlready: false } }),
      'deployment.senderDomain: Write mailFrom as a domain below that of senderEmail',
    ],
    [
      'a domain for bounces that is not ours to set',
      deploymentWith({ senderDomain: { isInSesAlready: true, mailFrom: 'bounces.bathnes.gov.uk' } }),
      'deployment.senderDomain: Leave mailFrom out: the domain is in SES already',
    ],
    [
      "a domain for bounces below another than the sender's",
      deploymentWith({ senderDomain: { isInSesAlready: false, mailFrom: 'bounces.example.gov.uk' } }),
      'deployment.senderDomain.mailFrom has to be a domain below that of contacts.senderEmail',
    ],
    [
      "the sender's own domain for bounces",
      deploymentWith({ senderDomain: { isInSesAlready: false, mailFrom: 'bathnes.gov.uk' } }),
      'deployment.senderDomain.mailFrom has to be a domain below that of contacts.senderEmail',
    ],
    [
      'no pages at once',
      deploymentWith({ publicPagesAtOnce: 0 }),
      'deployment.publicPagesAtOnce: Write publicPagesAtOnce as a whole number from 1 to 900, or leave it out.',
    ],
    [
      'a sending rate of none',
      deploymentWith({ emailsPerSecond: 0 }),
      'deployment.emailsPerSecond: Write emailsPerSecond as a whole number from 1',
    ],
    [
      'a page of complaints about somebody else',
      contactsWith({ complaintPages: { school: 'https://school.example' } }),
      'contacts.complaintPages: Remove "school": nothing of that name is used.',
    ],
    [
      'an accessibility statement that leaves out what cannot be used',
      { ...council, notices: { ...council.notices, accessibility: { compliance: 'partially' } } },
      'notices.accessibility: Write between [ and ] what cannot be used by everybody',
    ],
    [
      'a day that there is not',
      { ...council, notices: { ...council.notices, privacy: { writtenOn: '2026-02-30' } } },
      'notices.privacy.writtenOn: Write the day on which the privacy notice was written as a day that there is',
    ],
    [
      'no months',
      { ...council, ownTimes: { ...council.ownTimes, keepOpenMonths: 0 } },
      'ownTimes.keepOpenMonths: Set keepOpenMonths to 1 or more',
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
      'no word of which numbers commissioners do not see',
      without('reporting'),
      'reporting: It is missing. Write how outcomes are told to commissioners between { and }.',
    ],
    [
      'no number that is hidden',
      { ...council, reporting: { ...council.reporting, hideUpTo: 0 } },
      'reporting.hideUpTo: Set hideUpTo to the largest number that commissioners do not see',
    ],
    [
      'a rounding that is none',
      { ...council, reporting: { ...council.reporting, roundTo: 10 } },
      'reporting.roundTo: Set roundTo to 5 to round all other numbers to the nearest 5 for commissioners, or to 1',
    ],
    [
      'a rounding that would show 2 as none',
      { ...council, reporting: { ...council.reporting, hideUpTo: 1, roundTo: 5 } },
      'reporting: With roundTo 5, set hideUpTo to 2 or more',
    ],
    [
      'a code of the area that is none',
      { ...council, reporting: { ...council.reporting, area: { ...council.reporting.area, newCode: '800' } } },
      'reporting.area.newCode: Write the new code of the area as national statistics have it, for example "E06000022".',
    ],
    [
      'no word of what the providers are paid for',
      without('contracts'),
      'contracts: Write what the providers are paid for as a list of contracts',
    ],
    [
      'two contracts of one provider at one time',
      {
        ...council,
        contracts: [
          { provider: 'first', from: '2026-04', prices: {} },
          { provider: 'first', from: '2026-09', to: '2027-03', prices: {} },
        ],
      },
      'contracts: A provider has one contract at a time. Give the earlier one a last month.',
    ],
    [
      'a contract that ends before it begins',
      { ...council, contracts: [{ provider: 'first', from: '2026-04', to: '2026-03', prices: {} }] },
      'contracts: A contract ends in the month in which it begins, or later.',
    ],
    [
      'a price that is no number',
      { ...council, contracts: [{ provider: 'first', from: '2026-04', prices: { certificate: '£45' } }] },
      'contracts.0.prices.certificate: Write what a certificate costs in pounds as a number',
    ],
    [
      'no word of what staff record for the outcomes alone',
      without('particulars'),
      'particulars: It is missing. Write what staff record of a case for the outcomes alone between { and }.',
    ],
    [
      'one theme alone',
      particularsWith({ themes: [{ id: 'transport', name: 'Transport' }] }),
      'particulars.themes: Write two of the themes at least, or [] where they are not recorded.',
    ],
    [
      'more themes than can be read',
      particularsWith({ themes: Array.from({ length: 31 }, (_, n) => ({ id: `theme-${n}`, name: `Theme ${n}` })) }),
      'particulars.themes: Write 30 of the themes at most: with more of them almost every number is small.',
    ],
    [
      'a theme whose id is a name',
      particularsWith({ themes: [{ id: 'School place', name: 'School place' }] }),
      'particulars.themes.0.id: Write the id of a theme in small letters, digits and hyphens, for example "transport".',
    ],
    [
      'a theme whose id is a line of the table',
      particularsWith({ themes: [{ id: 'not-recorded', name: 'None' }] }),
      'particulars.themes.0.id: Give a theme an id other than all, not-recorded, not-listed.',
    ],
    [
      'two themes of one id',
      particularsWith({ themes: ['One', 'Two'].map((name) => ({ id: 'transport', name })) }),
      'particulars.themes: Give each of the themes an id of its own.',
    ],
    [
      'two parts of the area of one name',
      reachWith({ areas: ['north', 'south'].map((id) => ({ id, name: 'North' })) }),
      'particulars.reach.areas: Give each of the parts of the council’s area a name of its own.',
    ],
    [
      'a field that is neither on nor off',
      reachWith({ primaryNeed: 'yes' }),
      'particulars.reach.primaryNeed: Write primaryNeed as true where staff record the primary need of each case',
    ],
    [
      'a field that there is not',
      reachWith({ ethnicity: true }),
      'particulars.reach: Remove "ethnicity": nothing of that name is used.',
    ],
    [
      'no word of how long cases are kept',
      without('retention'),
      'retention: It is missing. Write how long closed cases are kept between { and }.',
    ],
    [
      'a case that is kept for no time',
      retentionWith({ rules: { ...council.retention.rules, agreed: { yearsAfterClosing: 0, untilAge: 25 } } }),
      'retention.rules.agreed.yearsAfterClosing: Write for how many years after closing',
    ],
    [
      'a case that is kept until no age',
      retentionWith({ rules: { ...council.retention.rules, agreed: { yearsAfterClosing: 6 } } }),
      'retention.rules.agreed.untilAge: Write until which age',
    ],
    [
      'times that somebody confirmed without a name',
      retentionWith({ confirmed: { on: '2026-11-27' } }),
      'retention.confirmed: ',
    ],
    [
      'a term that ends before it begins',
      termsWith({ to: '2026-09-02' }),
      'terms: A term ends on the day on which it begins, or later.',
    ],
    [
      'a term without a day',
      termsWith({ from: '3 September 2026' }),
      'terms.0.from: Write the first day of the term as a day',
    ],
    [
      'two terms at one time',
      { ...council, terms: [AUTUMN, { ...AUTUMN, name: 'Term 2' }] },
      'terms: Write the terms in their order. Each begins after the one before it is over.',
    ],
    [
      'two terms of one name',
      { ...council, terms: [AUTUMN, { name: AUTUMN.name, from: '2027-01-05', to: '2027-03-26' }] },
      'terms: Give each term a name of its own, with its year.',
    ],
    [
      'terms that are no list',
      { ...council, terms: { months: 12 } },
      'terms: Write the terms of the schools as a list between [ and ], or [] where nobody asks for figures by term.',
    ],
    [
      'an issuer of every organisation',
      signInWith({ issuer: 'https://login.microsoftonline.com/common/v2.0' }),
      'signIn.issuer: Write the issuer as the tokens of the directory have it',
    ],
    ['an issuer without TLS', signInWith({ issuer: 'http://127.0.0.1:3002' }), 'that begins with https://'],
    [
      'a client secret in the place of its name',
      signInWith({ clientSecretName: 'a secret!' }),
      'Never write the secret itself here.',
    ],
    ['no role', signInWith({ roles: { claim: 'roles', values: {} } }), 'Otherwise nobody could sign in.'],
    [
      'a role that is none',
      signInWith({ roles: { claim: 'roles', values: { clerk: ['x'] } } }),
      'signIn.roles.values: Remove "clerk"',
    ],
    [
      'a value that means two roles',
      signInWith({ roles: { claim: 'roles', values: { manager: ['x'], auditor: ['x'] } } }),
      'Write each value for one role only.',
    ],
    [
      'a second factor that nobody could check',
      signInWith({ multiFactor: { shownBy: 'hope' } }),
      'signIn.multiFactor.shownBy: Write multiFactor with shownBy: "claim" with claim and value',
    ],
    [
      'a confirmation without its day',
      signInWith({ multiFactor: { shownBy: 'directory', confirmedBy: 'Head of IT', confirmedOn: 'May' } }),
      'Write confirmedOn as the day on which it was confirmed',
    ],
    ['a session that lasts all day', signInWith({ idleMinutes: 600 }), 'whole number from 5 to 60'],
    ['a session that lasts for days', signInWith({ absoluteHours: 48 }), 'whole number from 1 to 12'],
    [
      'more than the function has room for',
      signInWith({
        roles: { claim: 'roles', values: { manager: Array.from({ length: 40 }, (_, i) => `${'x'.repeat(50)}${i}`) } },
      }),
      'Shorten signIn to 2000 characters or fewer',
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
    ['notices', '"accessibility" and "privacy", each with what its page says, or {}'],
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
