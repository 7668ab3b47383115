import type { Council, CouncilNotices } from '../lambdas/cases/council.ts'
import { parseCalendarDate } from '../lambdas/law/calendar-date.ts'
import { parseMonth } from '../lambdas/law/month.ts'

/** The council of handlers that are run from source (vitest.config.ts), part by part as a bundle has it. */

export const name: Council['name'] = 'Example & District Council'

export const contacts: Council['contacts'] = {
  officer: { name: 'SEND Team', phone: '01632 960100', email: 'send@example.gov.uk' },
  partnershipService: {
    name: 'Example Partnership Service',
    phone: '01632 960300',
    email: 'help@example.net',
    website: 'https://help.example.net/send',
    hours: '10am to 3pm, Monday to Thursday',
    textPhone: '07700 900300',
  },
  senderEmail: 'decisions@example.gov.uk',
  localOffer: 'https://www.example.gov.uk/local-offer',
}

export const providers: Council['providers'] = {
  mediationAdviser: { name: 'Example Mediation', phone: '01632 960200', email: 'adviser@example.org' },
}

export const ownTimes: Council['ownTimes'] = {
  keepOpenMonths: 6,
  complaintTimes: {
    school: { acknowledgeWorkingDays: 5, answerWorkingDays: 15 },
    college: { acknowledgeWorkingDays: 5, answerWorkingDays: 20 },
    'health-body': { acknowledgeWorkingDays: 3, answerWorkingDays: 40 },
  },
}

export const retention: Council['retention'] = {
  confirmed: { by: 'Records Manager', on: '2026-02-02' },
  managers: 'several',
  rules: {
    appealed: { yearsAfterClosing: 6, untilAge: 31 },
    agreed: { yearsAfterClosing: 6, untilAge: 31 },
    'time-to-appeal-over': { yearsAfterClosing: 6, untilAge: 25 },
    withdrawn: { yearsAfterClosing: 6, untilAge: 25 },
    'closed-as-error': { yearsAfterClosing: 1, untilAge: 'none' },
    'ended-without-news': { yearsAfterClosing: 6, untilAge: 25 },
    'passed-on': { yearsAfterClosing: 6, untilAge: 31 },
    'ended-by-death': { yearsAfterClosing: 6, untilAge: 'none' },
  },
}

export const reporting: Council['reporting'] = {
  hideUpTo: 4,
  roundTo: 1,
  area: {
    name: 'Example and District',
    newCode: 'E06000099',
    oldCode: '999',
    regionName: 'South West',
    regionCode: 'E12000009',
  },
  neighbours: ['E06000023', 'E06000098'],
}

export const contracts: Council['contracts'] = [
  {
    provider: 'first',
    from: parseMonth('2025-04'),
    to: parseMonth('2026-02'),
    prices: { information: 30, certificate: 45, 'mediation-held': 600, 'cancelled-late': 250 },
  },
  {
    provider: 'first',
    from: parseMonth('2026-03'),
    prices: { information: 32.5, certificate: 47.5, 'mediation-held': 640, 'cancelled-late': 260 },
  },
]

export const terms: Council['terms'] = [
  { name: 'Autumn term 2025', from: parseCalendarDate('2025-09-03'), to: parseCalendarDate('2025-12-19') },
  { name: 'Spring term 2026', from: parseCalendarDate('2026-01-05'), to: parseCalendarDate('2026-03-27') },
  { name: 'Summer term 2026', from: parseCalendarDate('2026-04-13'), to: parseCalendarDate('2026-07-22') },
]

export const particulars: Council['particulars'] = {
  themes: [
    { id: 'school-place', name: 'The school or other place' },
    { id: 'therapy', name: 'Speech and language therapy' },
    { id: 'transport', name: 'Transport' },
    { id: 'late', name: 'Something came late' },
  ],
  reach: {
    phase: true,
    ageBand: false,
    primaryNeed: true,
    areas: [
      { id: 'north', name: 'North of the river' },
      { id: 'south', name: 'South of the river' },
    ],
    language: false,
    lookedAfter: true,
  },
}

const answers = { name: 'Web Team', phone: '01632 960500', email: 'web@example.gov.uk' }

export const notices: CouncilNotices = {
  accessibility: {
    contact: answers,
    answersWithinWorkingDays: 5,
    compliance: 'partially',
    notAccessible: ['Our letters are PDF files, which some screen readers read badly. Ask us for another format.'],
    testedOn: '2026-02-02',
    testedBy: 'Example Access Ltd',
    preparedOn: '2026-02-09',
  },
  privacy: {
    contact: { ...answers, name: 'Information Team' },
    dataProtectionOfficer: { ...answers, name: 'Data Protection Officer', email: 'dpo@example.gov.uk' },
    keptFor: 'We keep a case until the child is 25.',
    writtenOn: '2026-02-09',
  },
}
