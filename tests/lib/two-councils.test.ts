import { describe, expect, it } from 'vitest'
import { MADE_UP_SIGN_IN } from '../../lib/councils/made-up-sign-in.ts'
import { DEPLOYMENT, resourcesOf, type SynthesizedStack, stacksOf } from './stacks-of.ts'

const live = stacksOf(DEPLOYMENT)
const twoHearAlarms = stacksOf({ ...DEPLOYMENT, alarmEmails: ['one@example.gov.uk', 'two@example.gov.uk'] })
const others = {
  'another council in the same account': stacksOf(DEPLOYMENT, 'another-council'),
  'another stage of the same council': stacksOf({ ...DEPLOYMENT, stage: 'trial' }),
}

/** Names that have to be the only one within a role, an API or a namespace of metrics, and not in the account. */
const WITHIN_SOMETHING = ['PolicyName', 'StageName', 'MetricName']

/** Every name of a stack, an export and a resource that the templates write out. */
function writtenNames(stacks: readonly SynthesizedStack[]): readonly string[] {
  return stacks.flatMap(({ name, template: { Resources, Outputs = {} } }) => [
    name,
    ...Object.values(Outputs).flatMap(({ Export }) => (Export ? [Export.Name] : [])),
    ...Object.values(Resources)
      .flatMap(({ Properties = {} }) => Object.entries(Properties))
      .filter(([key, value]) => /Name$/.test(key) && typeof value === 'string' && !WITHIN_SOMETHING.includes(key))
      .map(([key, value]) => `${key} ${value}`),
  ])
}

describe.each(Object.entries(others))('%s', (_name, other) => {
  it('has no name, no stack and no export in common', () => {
    const names = new Set(writtenNames(live))
    expect(writtenNames(other).filter((name) => names.has(name))).toEqual([])
  })

  it('counts into metrics of its own', () => {
    const metricsOf = (stacks: readonly SynthesizedStack[]) =>
      resourcesOf(stacks, 'AWS::Logs::MetricFilter').flatMap(({ Properties }) =>
        (Properties.MetricTransformations as { MetricNamespace: string }[]).map(
          ({ MetricNamespace }) => MetricNamespace,
        ),
      )
    expect(metricsOf(live).length).toBeGreaterThan(5)
    expect(metricsOf(other).filter((namespace) => metricsOf(live).includes(namespace))).toEqual([])
  })
})

it('finds the names that templates write out', () => {
  expect(writtenNames(live)).toContain(
    'LogGroupName /aws/vendedlogs/states/SendDisputes-example-council-live-Journey-appeal-window',
  )
})

it('hears what SES says of its own messages only', () => {
  const patterns = resourcesOf(live, 'AWS::Events::Rule')
    .map(({ Properties }) => JSON.stringify(Properties.EventPattern ?? {}))
    .filter((pattern) => pattern.includes('aws.ses'))
  expect(patterns).toHaveLength(1)
  expect(patterns[0]).toMatch(/"ses:configuration-set":\[\{"Ref":"ConfigurationSet[0-9A-F]{8}"\}\]/)
})

it('may do nothing to what is not its own, but list the streams of tables, for which AWS takes no narrower resource', () => {
  const statements = resourcesOf(live, 'AWS::IAM::Policy').flatMap(
    ({ Properties }) =>
      (Properties.PolicyDocument as { readonly Statement: readonly { Action: unknown; Resource: unknown }[] })
        .Statement,
  )
  const wide = statements.filter(({ Resource }) => [Resource].flat().includes('*'))
  // Step Functions asks for the right to deliver logs to any group.
  const allowed = /^(dynamodb:ListStreams|logs:\w+)$/
  expect(wide.flatMap(({ Action }) => [Action].flat()).filter((action) => !allowed.test(String(action)))).toEqual([])
})

it('signs the staff of each in at a directory of its own, and lets neither read the client secret of the other', () => {
  const settings = {
    ...MADE_UP_SIGN_IN,
    issuer: 'https://login.example.org',
    clientSecretName: 'another/client-secret',
  }
  const another = stacksOf(DEPLOYMENT, 'another-council', settings)
  const signInOf = (stacks: readonly SynthesizedStack[]) =>
    resourcesOf(stacks, 'AWS::Lambda::Function').flatMap(({ Properties }) => {
      const { Variables } = Properties.Environment as { readonly Variables: { readonly SIGN_IN?: string } }
      return Variables.SIGN_IN ? [JSON.parse(Variables.SIGN_IN) as unknown] : []
    })
  expect(signInOf(live)).toEqual([MADE_UP_SIGN_IN])
  expect(signInOf(another)).toEqual([settings])
  const secretsOf = (stacks: readonly SynthesizedStack[]) =>
    [...JSON.stringify(resourcesOf(stacks, 'AWS::IAM::Policy')).matchAll(/:secret:([\w/-]+)-\?{6}/g)].map(
      ([, name]) => name,
    )
  expect(secretsOf(live)).toEqual(['send-disputes/client-secret'])
  expect(secretsOf(another)).toEqual(['another/client-secret'])
})

it('names the council and the stage on everything that takes tags', () => {
  const tagsOf = ({ Properties }: { readonly Properties: Readonly<Record<string, unknown>> }) =>
    Object.fromEntries(
      ((Properties.Tags ?? []) as { Key: string; Value: string }[]).map(({ Key, Value }) => [Key, Value]),
    )
  for (const type of ['AWS::DynamoDB::Table', 'AWS::SES::EmailIdentity', 'AWS::KMS::Key', 'AWS::SNS::Topic']) {
    expect(resourcesOf(live, type).length, type).toBeGreaterThan(0)
    for (const resource of resourcesOf(live, type)) {
      expect(tagsOf(resource), type).toMatchObject({
        service: 'send-disputes',
        council: 'example-council',
        stage: 'live',
      })
    }
  }
})

it('says account and region of every stack, so that CDK refuses other credentials, and protects each from deletion', () => {
  for (const { name, environment, isProtected } of live) {
    expect([name, environment]).toEqual([
      name,
      expect.objectContaining({ account: '111122223333', region: 'eu-west-2' }),
    ])
    expect([name, isProtected]).toEqual([name, true])
  }
})

it('tells alarms to each address in the file', () => {
  expect(
    resourcesOf(twoHearAlarms, 'AWS::SNS::Subscription').map(({ Properties }) => [
      Properties.Protocol,
      Properties.Endpoint,
    ]),
  ).toEqual([
    ['email', 'one@example.gov.uk'],
    ['email', 'two@example.gov.uk'],
  ])
})
