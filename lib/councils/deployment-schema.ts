import * as v from 'valibot'
import { email, type FieldsOf, group, webHost } from './fields.ts'

/** Where one council's service is deployed to, and what is so only there. No function's code holds any of it. */
export interface Deployment {
  /** The AWS account: 12 digits. */
  readonly account: string
  readonly region: 'eu-west-2'
  /** Which of the council's services it is: "live", or one to try things out on. It is part of every name. */
  readonly stage: string
  /**
   * Where families reach the public pages: "https://send.example.gov.uk". Every email links to it, so it is decided before
   * the first one. It is left out only on one machine, where the pages are at the address of the API.
   */
  readonly publicAddress?: string
  /** Who hears an alarm. */
  readonly alarmEmails: readonly string[]
  /** Where somebody tells of a weakness: an email address, or a page that begins with https://. security.txt says it. */
  readonly securityContact: string
  readonly senderDomain: SenderDomain
  /** The most emails that SES lets the account send in a second. */
  readonly emailsPerSecond: number
  /**
   * How many requests for the public pages are answered at once. So many are then set aside for them, and they cannot take
   * what staff pages and messages run on. It is left out where the account has too few: a new one has 10 in all, and AWS
   * refuses to set any of them aside.
   */
  readonly publicPagesAtOnce?: number
}

/** The domain of the address that messages come from, in SES. */
export interface SenderDomain {
  /** Whether the account has the domain in SES already. It is then neither made nor changed here. */
  readonly isInSesAlready: boolean
  /**
   * The domain below it that receives bounces, and whose SPF record receivers check: "bounces.example.gov.uk". Nothing else
   * may send or receive there. There is one where the domain is made here.
   * @see https://docs.aws.amazon.com/ses/latest/dg/mail-from.html
   */
  readonly mailFrom?: string
}

const ACCOUNT = 'Write the AWS account as its 12 digits in double quotes.'
const STAGE =
  'Write the stage as 2 to 12 small letters or digits, for example "live" or "trial". It becomes part of every name.'
const ALARMS = 'Write between [ and ] the email addresses of those who look after the service. Each hears every alarm.'

const CONTACT = 'Write where somebody tells of a weakness: an email address, or a page that begins with https://.'
const AT_ONCE =
  'Write publicPagesAtOnce as a whole number from 1 to 900, or leave it out. AWS sets so many aside for the public pages, of 1,000 that an account usually has.'
const EMAILS_PER_SECOND =
  "Write emailsPerSecond as a whole number from 1: the maximum send rate that SES's console shows for the account. A new account has 1."
const MAIL_FROM =
  'Write mailFrom as a domain below that of senderEmail, from which nothing else sends, for example "bounces.council.gov.uk".'

const senderDomainSchema = v.pipe(
  group(
    {
      isInSesAlready: v.boolean(
        "Write isInSesAlready as true when the account's SES has the domain of senderEmail already, and as false when not.",
      ),
      mailFrom: v.exactOptional(v.pipe(v.string(MAIL_FROM), v.regex(/^([a-z0-9-]+\.)+[a-z]+$/, MAIL_FROM))),
    } satisfies FieldsOf<SenderDomain>,
    'Write between { and } whether SES has the domain of senderEmail already, and mailFrom when it has not.',
  ),
  v.check(({ isInSesAlready, mailFrom }) => isInSesAlready || mailFrom !== undefined, MAIL_FROM),
  v.check(
    ({ isInSesAlready, mailFrom }) => !isInSesAlready || mailFrom === undefined,
    'Leave mailFrom out: the domain is in SES already, so whoever put it there sets its MAIL FROM domain.',
  ),
)

/** "deployment": it is left out until the council deploys. */
export const deploymentSchema = group(
  {
    account: v.pipe(v.string(ACCOUNT), v.regex(/^\d{12}$/, ACCOUNT)),
    region: v.literal('eu-west-2', "Write the region as eu-west-2: children's data stays in London."),
    stage: v.pipe(v.string(STAGE), v.regex(/^[a-z][a-z0-9]{1,11}$/, STAGE)),
    publicAddress: webHost('the address of the public pages, which every email links to,'),
    alarmEmails: v.pipe(
      v.array(email('each address that hears alarms'), ALARMS),
      v.minLength(1, `There is nobody in it. ${ALARMS}`),
      v.check((all) => new Set(all).size === all.length, 'Write each address that hears alarms once.'),
    ),
    securityContact: v.union(
      [v.pipe(v.string(), v.email()), v.pipe(v.string(), v.url(), v.startsWith('https://'))],
      CONTACT,
    ),
    senderDomain: senderDomainSchema,
    emailsPerSecond: v.pipe(
      v.number(EMAILS_PER_SECOND),
      v.integer(EMAILS_PER_SECOND),
      v.minValue(1, EMAILS_PER_SECOND),
    ),
    publicPagesAtOnce: v.exactOptional(
      v.pipe(v.number(AT_ONCE), v.integer(AT_ONCE), v.minValue(1, AT_ONCE), v.maxValue(900, AT_ONCE)),
    ),
  } satisfies FieldsOf<Deployment>,
  'Write between { and } the account, region and stage, the address of the public pages, and what else README.md names.',
)
