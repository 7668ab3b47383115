import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import type { Council, CouncilNotices } from '../../lambdas/cases/council.ts'
import type { SignInSettings } from '../../lambdas/staff/sign-in/settings.ts'
import { auditSchema, type CouncilAudit } from './audit-schema.ts'
import { contactsSchema } from './contacts-schema.ts'
import { contractsSchema } from './contracts-schema.ts'
import { type Deployment, deploymentSchema } from './deployment-schema.ts'
import { type FieldsOf, group, isUnknownField, line } from './fields.ts'
import { noticesSchema } from './notices-schema.ts'
import { ownTimesSchema } from './own-times-schema.ts'
import { particularsSchema } from './particulars-schema.ts'
import { providersSchema } from './providers-schema.ts'
import { reportingSchema } from './reporting-schema.ts'
import { retentionSchema } from './retention-schema.ts'
import { signInSchema } from './sign-in-schema.ts'
import { termsSchema } from './terms-schema.ts'

const parts = {
  name: line('the name of the council'),
  contacts: contactsSchema,
  providers: providersSchema,
  ownTimes: ownTimesSchema,
  retention: retentionSchema,
  reporting: reportingSchema,
  contracts: contractsSchema,
  terms: termsSchema,
  particulars: particularsSchema,
} satisfies FieldsOf<Council>

/**
 * What a council's file has to hold: a part for each subject, with a schema of its own. Each problem is told in a sentence
 * that says what to do.
 */
const councilSchema = v.pipe(
  group(
    {
      ...parts,
      notices: noticesSchema,
      audit: auditSchema,
      deployment: v.exactOptional(deploymentSchema),
      signIn: v.exactOptional(signInSchema),
    },
    'Write one council between { and }.',
  ),
  v.check(
    ({ contacts, deployment }) => deployment?.senderDomain.mailFrom?.endsWith(`.${senderDomainOf(contacts)}`) ?? true,
    'deployment.senderDomain.mailFrom has to be a domain below that of contacts.senderEmail, for example "bounces.council.gov.uk" below "council.gov.uk".',
  ),
)

/** The domain that SES has to know: the part of the sender's address after its "@". */
export function senderDomainOf({ senderEmail }: Pick<Council['contacts'], 'senderEmail'>): string {
  return senderEmail.slice(senderEmail.lastIndexOf('@') + 1).toLowerCase()
}

/** A council's file, checked. */
export interface CouncilFile extends Council {
  readonly notices: CouncilNotices
  readonly audit: CouncilAudit
  /** Where it is deployed to. Left out until it is. */
  readonly deployment?: Deployment
  /** How its staff sign in. Left out until they do: nobody is let in then. */
  readonly signIn?: SignInSettings
}

/** A council's file that cannot be used. The message lists everything that has to be put right. */
export class CouncilFileError extends Error {
  override readonly name = 'CouncilFileError'
}

/**
 * Checks what a council's file holds.
 * @param source the file's name, for the message.
 * @throws CouncilFileError with a line for each problem.
 */
export function parseCouncil(content: unknown, source: string): CouncilFile {
  const result = v.safeParse(councilSchema, content, { abortPipeEarly: true })
  if (result.success) return result.output
  const problems = result.issues.map((issue) => {
    const keys = (issue.path ?? []).map(({ key }) => key)
    const place = isUnknownField(issue) ? keys.slice(0, -1) : keys
    return `  ${place.join('.') || 'the whole file'}: ${issue.message}`
  })
  throw new CouncilFileError(`The council file ${source} cannot be used:\n${problems.join('\n')}`)
}

/**
 * Reads a council's file.
 * @param file its path, for example lib/councils/bath-and-north-east-somerset.json.
 * @throws CouncilFileError when the file cannot be read, is not JSON or does not fit.
 */
export function loadCouncil(file: string | URL): CouncilFile {
  const source = String(file)
  let content: unknown
  try {
    content = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new CouncilFileError(`The council file ${source} cannot be read: ${why}. Check its path and its commas.`, {
      cause: error,
    })
  }
  return parseCouncil(content, source)
}
