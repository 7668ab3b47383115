import * as v from 'valibot'
import { ROLES } from '../../lambdas/cases/role.ts'
import type { MultiFactor, SignInSettings } from '../../lambdas/staff/sign-in/settings.ts'
import { type FieldsOf, group, line, webAddress } from './fields.ts'

const ISSUER =
  'Write the issuer as the tokens of the directory have it, without a query: for Entra ID "https://login.microsoftonline.com/<tenant id>/v2.0", with your own tenant and not "common" or "organizations".'
const SECRET_NAME =
  'Write clientSecretName as the name of a secret in AWS Secrets Manager, in the same account and region: letters, digits and /_+=.@-. Never write the secret itself here.'
const MULTI_FACTOR =
  'Write multiFactor with shownBy: "claim" with claim and value, "acrs" with value, or "directory" with confirmedBy and confirmedOn.'
const CONFIRMED_ON = 'Write confirmedOn as the day on which it was confirmed: "2026-11-27".'
const IDLE = 'Write idleMinutes as a whole number from 5 to 60, or leave it out for 20.'
const ABSOLUTE = 'Write absoluteHours as a whole number from 1 to 12, or leave it out for 10.'

const values = v.exactOptional(
  v.pipe(
    v.array(line('each value that means the role'), 'Write between [ and ] the values that mean the role.'),
    v.minLength(1, 'Write at least one value that means the role, or leave the role out.'),
  ),
)

const rolesSchema = group(
  {
    claim: line('the claim of the ID token that carries roles, for example "roles",'),
    values: v.pipe(
      group(
        Object.fromEntries(ROLES.map((role) => [role, values])) as Record<(typeof ROLES)[number], typeof values>,
        `Write between { and } which values mean which role: ${ROLES.join(', ')}.`,
      ),
      v.check(
        (written) => Object.keys(written).length > 0,
        `Write at least one role: ${ROLES.join(', ')}. Otherwise nobody could sign in.`,
      ),
      v.check((written) => {
        const all = Object.values(written).flat()
        return new Set(all).size === all.length
      }, 'Write each value for one role only. A person can have several values, and so several roles.'),
    ),
  } satisfies FieldsOf<SignInSettings['roles']>,
  'Write between { and } the claim that carries roles, and which of its values mean which role.',
)

const multiFactorSchema: v.GenericSchema<unknown, MultiFactor> = v.variant(
  'shownBy',
  [
    v.strictObject({
      shownBy: v.literal('claim'),
      claim: line('the claim that shows a second factor, for example "amr",'),
      value: line('the value that the claim then holds, for example "mfa",'),
    }),
    v.strictObject({
      shownBy: v.literal('acrs'),
      value: line('the authentication context to ask for, for example "c1",'),
    }),
    v.strictObject({
      shownBy: v.literal('directory'),
      confirmedBy: line('who has made sure that the directory lets nobody in without a second factor'),
      confirmedOn: v.pipe(v.string(CONFIRMED_ON), v.isoDate(CONFIRMED_ON)),
    }),
  ],
  MULTI_FACTOR,
)

/** It stands in the environment of the staff function, for which AWS has 4,096 bytes in all. */
const LONGEST = 2000

/** "signIn": how staff sign in. Left out, or without multiFactor, a deployed service refuses everybody, and says why. */
export const signInSchema = v.pipe(
  group(
    {
      issuer: v.pipe(
        webAddress('the issuer of the directory'),
        v.regex(/^[^?#]*$/, ISSUER),
        v.check((issuer) => !/\/(common|organizations|consumers)(\/|$)/.test(issuer), ISSUER),
      ),
      clientId: line('the client id under which the directory knows this service'),
      clientSecretName: v.pipe(v.string(SECRET_NAME), v.regex(/^[\w/+=.@-]{1,512}$/, SECRET_NAME)),
      roles: rolesSchema,
      multiFactor: v.exactOptional(multiFactorSchema),
      idleMinutes: v.exactOptional(v.pipe(v.number(IDLE), v.integer(IDLE), v.minValue(5, IDLE), v.maxValue(60, IDLE))),
      absoluteHours: v.exactOptional(
        v.pipe(v.number(ABSOLUTE), v.integer(ABSOLUTE), v.minValue(1, ABSOLUTE), v.maxValue(12, ABSOLUTE)),
      ),
    } satisfies FieldsOf<SignInSettings>,
    'Write between { and } the directory, the client, the roles and the second factor, as docs/sign-in.md says.',
  ),
  v.check(
    (written) => Buffer.byteLength(JSON.stringify(written)) <= LONGEST,
    `Shorten signIn to ${LONGEST} characters or fewer: name fewer values for the roles, such as one group for each.`,
  ),
)
