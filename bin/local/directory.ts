import type { LocalServiceOptions } from 'aws-on-one-machine'
import type { Role } from '../../lambdas/cases/role.ts'
import { MADE_UP_SIGN_IN } from '../../lib/councils/made-up-sign-in.ts'

/** Made-up people of a council: one for each role, and one who is two things. */
const PEOPLE: readonly { readonly id: string; readonly name: string; readonly roles: readonly Role[] }[] = [
  { id: 'case-officer', name: 'Olive Officer', roles: ['case-officer'] },
  { id: 'manager', name: 'Max Manager', roles: ['manager'] },
  { id: 'commissioner', name: 'Connie Commissioner', roles: ['commissioner'] },
  { id: 'auditor', name: 'Aubrey Auditor', roles: ['auditor'] },
  { id: 'administrator', name: 'Ada Administrator', roles: ['administrator'] },
  { id: 'both', name: 'Bo Both', roles: ['manager', 'administrator'] },
  { id: 'no-role', name: 'Nia Nobody', roles: [] },
]

const CLIENT_SECRET = 'made up: it opens nothing but the directory of this machine'

/** The directory that staff sign in at where the service runs on one machine, with what the service knows it by. */
export const DIRECTORY_HERE = {
  secrets: { [MADE_UP_SIGN_IN.clientSecretName]: CLIENT_SECRET },
  identityProvider: {
    standsFor: MADE_UP_SIGN_IN.issuer,
    client: { id: MADE_UP_SIGN_IN.clientId, secret: CLIENT_SECRET, redirectPath: '/sign-in/callback' },
    people: PEOPLE.map(({ id, name, roles }) => ({
      id,
      label: `${name}: ${roles.map((role) => role.replace('-', ' ')).join(' and ') || 'no role'}`,
      amr: ['pwd', 'mfa'],
      claims: { name, email: `${id}@example.gov.uk`, [MADE_UP_SIGN_IN.roles.claim]: roles },
    })),
  },
} as const satisfies Pick<LocalServiceOptions, 'secrets'> & { readonly identityProvider: object }
