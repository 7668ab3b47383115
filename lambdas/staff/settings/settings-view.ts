import { advisersOf } from '../../cases/advice/adviser.ts'
import { BODIES_WITH_OWN_TIMES } from '../../cases/complaint/closed-words.ts'
import { type ContactPoint, type Council, FIRST_ADVISER } from '../../cases/council.ts'
import { CASE_OUTCOMES } from '../../cases/outcome.ts'
import { reachFieldsOf } from '../../cases/particulars.ts'
import { ROLES } from '../../cases/role.ts'
import { formatDate, parseCalendarDate } from '../../law/calendar-date.ts'
import { formatMonth } from '../../law/month.ts'
import { namesOfProviders, poundsOf } from '../../reports/bill/statement.ts'
import { UNIT_KINDS, UNIT_WORDS } from '../../reports/bill/units.ts'
import { periodInWords } from '../../reports/formats/titles.ts'
import { NATIONAL } from '../../reports/national/national-figures.ts'
import { capital } from '../../web/forms/schemas.ts'
import { COMPLAINT_BODY_WORDS, inLine, OUTCOME_WORDS } from '../closed-words.ts'
import { ruleInWords } from '../retention/retention-words.ts'
import { ROLE_WORDS } from '../routes.ts'
import type { StaffServiceOptions } from '../service.ts'
import { limitsOf, type MultiFactor, type SignInSettings, whyNobodySignsIn } from '../sign-in/settings.ts'

interface Row {
  readonly what: string
  /** A line each. */
  readonly lines: readonly string[]
}

export interface SettingsView {
  readonly groups: readonly { readonly heading: string; readonly rows: readonly Row[] }[]
}

/** What is set for this council, in words. It holds no secret: of the directory's it says under which name it is kept. */
export function settingsView({
  council,
  publicAddress,
  languages,
  signIn,
}: Pick<StaffServiceOptions, 'council' | 'publicAddress' | 'languages' | 'signIn'>): SettingsView {
  const { contacts, providers, ownTimes, retention, reporting } = council
  return {
    groups: [
      {
        heading: 'How staff sign in',
        rows: signInRows(signIn.settings),
      },
      {
        heading: 'What families are told',
        rows: [
          { what: 'Council', lines: [council.name] },
          { what: 'Whom they write to about a decision', lines: reachedAt(contacts.officer) },
          { what: 'Advice and support service', lines: reachedAt(contacts.partnershipService) },
          ...advisersOf(providers).map(({ id, contact }) => ({
            what: id === FIRST_ADVISER ? 'Mediation adviser' : `Another mediation adviser (${id})`,
            lines: reachedAt(contact),
          })),
          {
            what: 'Who runs disagreement resolution',
            lines: providers.disagreementResolution
              ? reachedAt(providers.disagreementResolution)
              : ['The mediation adviser'],
          },
          { what: 'Messages come from', lines: [contacts.senderEmail] },
          { what: 'Messages lead to', lines: [publicAddress] },
          { what: 'Local Offer', lines: [contacts.localOffer] },
          {
            what: 'Languages that they can be written to in',
            lines: ['English', ...languages.map(({ englishName }) => englishName)],
          },
        ],
      },
      {
        heading: 'Times that the council has chosen',
        rows: [
          {
            what: 'A case without news is closed after',
            lines: [`${ownTimes.keepOpenMonths} months`],
          },
          ...BODIES_WITH_OWN_TIMES.map((body) => {
            const { acknowledgeWorkingDays, answerWorkingDays } = ownTimes.complaintTimes[body]
            return {
              what: `Complaints about ${inLine(COMPLAINT_BODY_WORDS[body])}`,
              lines: [
                `Acknowledged within ${acknowledgeWorkingDays} working days`,
                `Answered within ${answerWorkingDays} working days`,
              ],
            }
          }),
        ],
      },
      {
        heading: 'Outcomes',
        rows: [
          {
            what: 'Hidden from commissioners, and from everything that is released',
            lines: [reporting.hideUpTo === 1 ? 'The number 1' : `Numbers from 1 to ${reporting.hideUpTo}`],
          },
          {
            what: 'All other numbers there',
            lines: [reporting.roundTo === 1 ? 'As they are' : `Rounded to the nearest ${reporting.roundTo}`],
          },
          {
            what: 'The area, as national statistics name it',
            lines: [
              `${reporting.area.name}, ${reporting.area.newCode} (${reporting.area.oldCode})`,
              `${reporting.area.regionName}, ${reporting.area.regionCode}`,
            ],
          },
          {
            what: 'Councils that it is compared with',
            lines: reporting.neighbours.length === 0 ? ['None'] : reporting.neighbours.map(nameOfArea),
          },
          ...contractRows(council),
          {
            what: 'School terms, by which figures can be asked for',
            lines: council.terms.length === 0 ? ['None'] : council.terms.map((term) => periodInWords({ term })),
          },
          {
            what: 'Themes that staff record: what a case is about',
            lines: namesOrNone(council.particulars.themes),
          },
          {
            what: 'Groups of families that are told apart',
            lines: namesOrNone(reachFieldsOf(council.particulars)),
          },
          ...(council.particulars.reach.areas.length > 0
            ? [{ what: 'Parts of the council’s area', lines: namesOrNone(council.particulars.reach.areas) }]
            : []),
        ],
      },
      {
        heading: 'How long closed cases are kept',
        rows: [
          ...CASE_OUTCOMES.map((outcome) => ({
            what: OUTCOME_WORDS[outcome],
            lines: [ruleInWords(retention.rules[outcome])],
          })),
          {
            what: 'Who confirmed it',
            lines: [
              retention.confirmed === 'example-to-confirm'
                ? 'Nobody yet: it is an example. Nothing can be erased.'
                : `${retention.confirmed.by}, on ${formatDate(parseCalendarDate(retention.confirmed.on))}`,
            ],
          },
          {
            what: 'Who erases',
            lines: [
              retention.managers === 'one'
                ? 'Two people, or one manager who confirms again 7 days later'
                : 'Two managers together',
            ],
          },
        ],
      },
    ],
  }
}

function namesOrNone(values: readonly { readonly name: string }[]): readonly string[] {
  return values.length === 0 ? ['None'] : values.map(({ name }) => name)
}

/** What each provider is paid for, contract by contract. */
function contractRows({ contracts, providers }: Pick<Council, 'contracts' | 'providers'>): readonly Row[] {
  if (contracts.length === 0) return [{ what: 'Contracts', lines: ['None, so no bill is checked.'] }]
  const names = namesOfProviders(providers)
  return contracts.map(({ provider, from, to, prices }) => ({
    what: `${names.get(provider) ?? provider}, from ${formatMonth(from)}${to ? ` to ${formatMonth(to)}` : ' on'}`,
    lines: UNIT_KINDS.flatMap((kind) => {
      const price = prices[kind]
      return price === undefined ? [] : [`${UNIT_WORDS[kind]}: ${poundsOf(Math.round(price * 100))}`]
    }),
  }))
}

function signInRows(settings: SignInSettings | undefined): readonly Row[] {
  const why = whyNobodySignsIn(settings)
  if (!settings) return [{ what: 'Who can sign in', lines: [`Nobody. ${why}`] }]
  const { issuer, clientId, clientSecretName, roles, multiFactor } = settings
  const { idle, absolute } = limitsOf(settings)
  return [
    ...(why ? [{ what: 'Who can sign in', lines: [`Nobody. ${why}`] }] : []),
    { what: 'Directory', lines: [issuer] },
    { what: 'It knows this service as', lines: [clientId] },
    { what: 'Its secret is kept in AWS Secrets Manager as', lines: [clientSecretName] },
    {
      what: `Roles, from its claim “${roles.claim}”`,
      lines: ROLES.map((role) => `${capital(ROLE_WORDS[role])}: ${roles.values[role]?.join(', ') ?? 'nobody'}`),
    },
    ...(multiFactor ? [{ what: 'More than a password', lines: [multiFactorInWords(multiFactor)] }] : []),
    { what: 'Signed out without a request after', lines: [`${idle / 60_000} minutes`] },
    { what: 'Signed out whatever they do after', lines: [`${absolute / 3_600_000} hours`] },
  ]
}

function multiFactorInWords(multiFactor: MultiFactor): string {
  switch (multiFactor.shownBy) {
    case 'claim':
      return `Every sign-in has to show it: the claim “${multiFactor.claim}” holds “${multiFactor.value}”.`
    case 'acrs':
      return `Every sign-in asks for it and has to show it: the claim “acrs” holds “${multiFactor.value}”.`
    case 'directory':
      return `The directory lets nobody in without it. ${multiFactor.confirmedBy} made sure of that on ${formatDate(parseCalendarDate(multiFactor.confirmedOn))}.`
  }
}

function reachedAt({ name, phone, email, website, hours, textPhone }: ContactPoint): readonly string[] {
  return [
    name,
    phone,
    ...(textPhone ? [`Text: ${textPhone}`] : []),
    ...(hours ? [hours] : []),
    email,
    ...(website ? [website] : []),
  ]
}

/** "Bristol, City of, E06000023" */
function nameOfArea(code: string): string {
  const name = NATIONAL.areas.find((one) => one.code === code)?.name
  return name === undefined ? `${code}, of which nothing is known` : `${name}, ${code}`
}
