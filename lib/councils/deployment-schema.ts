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
}

const ACCOUNT = 'Write the AWS account as its 12 digits in double quotes.'
const STAGE =
  'Write the stage as 2 to 12 small letters or digits, for example "live" or "trial". It becomes part of every name.'
const ALARMS = 'Write between [ and ] the email addresses of those who look after the service. Each hears every alarm.'

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
  } satisfies FieldsOf<Deployment>,
  'Write between { and } the account, region and stage, the address of the public pages, and who hears alarms.',
)
