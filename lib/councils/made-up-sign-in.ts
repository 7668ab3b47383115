import { ROLES, type Role } from '../../lambdas/cases/role.ts'
import type { SignInSettings } from '../../lambdas/staff/sign-in/settings.ts'

/**
 * How staff sign in where the service runs on one machine, and in its tests. Nobody has this directory: the local service puts
 * the address of its own in the place of it.
 */
export const MADE_UP_SIGN_IN = {
  issuer: 'https://directory.example.gov.uk',
  clientId: 'send-disputes',
  clientSecretName: 'send-disputes/client-secret',
  roles: {
    claim: 'roles',
    values: Object.fromEntries(ROLES.map((role) => [role, [role]])) as Record<Role, [Role]>,
  },
  multiFactor: { shownBy: 'claim', claim: 'amr', value: 'mfa' },
} as const satisfies SignInSettings
