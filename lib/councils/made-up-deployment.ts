import type { Deployment } from './deployment-schema.ts'

/**
 * The deployment of a service that runs on one machine, and of its tests. CDK refuses to deploy it: nobody has credentials
 * for this account.
 */
export const MADE_UP_DEPLOYMENT: Deployment = {
  account: '000000000000',
  region: 'eu-west-2',
  stage: 'here',
  alarmEmails: ['alarms@example.gov.uk'],
  securityContact: 'security@example.gov.uk',
  // On one machine nobody counts the emails.
  emailsPerSecond: 1_000_000,
  senderDomain: { isInSesAlready: false, mailFrom: 'bounces.example.gov.uk' },
}
