import { fileURLToPath } from 'node:url'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { expect, it } from 'vitest'
import { DataStack } from '../../lib/data-stack.ts'
import { MessagesStack } from '../../lib/messages-stack.ts'

it('every function that may send is told how many emails the account may send in a second', () => {
  // The functions' code has no part in this, so it is not bundled.
  const app = new App({ context: { 'aws:cdk:bundling-stacks': [] } })
  const env = { region: 'eu-west-2' }
  const messages = new MessagesStack(app, 'Messages', {
    env,
    data: new DataStack(app, 'Data', { env, alarmEmails: ['alarms@example.gov.uk'] }),
    councilFile: fileURLToPath(new URL('../../lib/councils/bath-and-north-east-somerset.json', import.meta.url)),
    domain: 'example.gov.uk',
    senderDomain: { isInSesAlready: true },
    emailsPerSecond: 14,
    publicAddress: 'https://send.example.gov.uk',
  })
  const template = Template.fromStack(messages)
  const rolesThatSend = Object.values(template.findResources('AWS::IAM::Policy'))
    .filter(({ Properties }) => JSON.stringify(Properties.PolicyDocument).includes('ses:SendRawEmail'))
    .map(({ Properties }) => Properties.Roles[0].Ref)
  const senders = Object.values(template.findResources('AWS::Lambda::Function')).filter(({ Properties }) =>
    rolesThatSend.includes(Properties.Role['Fn::GetAtt'][0]),
  )
  expect(senders.map(({ Properties }) => Properties.Environment.Variables.EMAILS_PER_SECOND)).toEqual([
    '14',
    '14',
    '14',
    '14',
  ])
})
