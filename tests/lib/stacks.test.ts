import { describe, expect, it } from 'vitest'
import { STAGES } from '../../lambdas/cases/stages.ts'
import { BY_CHILD_KEY, BY_NEXT_DATE, BY_SEARCH_KEY } from '../../lambdas/cases/store/tables.ts'
import { ofType, resources } from './templates.ts'

describe('the tables', () => {
  const tables = () => ofType('AWS::DynamoDB::Table')

  it('are four: cases with a stream, contacts without, sessions, whose rows go by themselves, and who did what', () => {
    expect(tables().map(([id]) => id.replace(/[0-9A-F]{8}$/, ''))).toEqual([
      'SendDisputesData.Cases',
      'SendDisputesData.Contacts',
      'SendDisputesData.Sessions',
      'SendDisputesData.Audit',
    ])
    const [cases, contacts, sessions, audit] = tables()
    expect(sessions?.[1].Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'expiresAt', Enabled: true })
    for (const kept of [cases, contacts, audit]) expect(kept?.[1].Properties.TimeToLiveSpecification).toBeUndefined()
    expect(sessions?.[1].Properties.StreamSpecification).toBeUndefined()
    expect(cases?.[1].Properties).toMatchObject({
      StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
      GlobalSecondaryIndexes: [{ IndexName: BY_NEXT_DATE }],
    })
    expect(contacts?.[1].Properties.StreamSpecification).toBeUndefined()
    // With the keys alone: a copy of the names would be one more place for them.
    expect(contacts?.[1].Properties.GlobalSecondaryIndexes).toMatchObject([
      {
        IndexName: BY_CHILD_KEY,
        KeySchema: [{ AttributeName: 'childKey', KeyType: 'HASH' }],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
      {
        IndexName: BY_SEARCH_KEY,
        KeySchema: [
          { AttributeName: 'searchKey', KeyType: 'HASH' },
          { AttributeName: 'searchOrder', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ])
  })

  it('are paid by request, kept, protected from deletion, restorable to any moment, and under keys of their own', () => {
    const keys = tables().map(([id, { Properties, DeletionPolicy }]) => {
      expect(Properties, id).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        DeletionProtectionEnabled: true,
        // What is kept for an hour is not to be kept for 35 days in backups.
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: !id.includes('Sessions') },
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
      })
      expect(DeletionPolicy, id).toBe('RetainExceptOnCreate')
      return JSON.stringify(Properties.SSESpecification)
    })
    expect(new Set(keys).size).toBe(2)
    for (const [, { Properties, DeletionPolicy }] of ofType('AWS::KMS::Key')) {
      expect(Properties.EnableKeyRotation).toBe(true)
      expect(DeletionPolicy).toBe('RetainExceptOnCreate')
    }
  })
})

it('keeps nothing of a first deployment that fails, and everything of one that was made', () => {
  const kept = [...resources()].filter(
    ([, { DeletionPolicy }]) => DeletionPolicy !== undefined && DeletionPolicy !== 'Delete',
  )
  for (const [id, { DeletionPolicy, UpdateReplacePolicy }] of kept) {
    expect([id, DeletionPolicy, UpdateReplacePolicy]).toEqual([id, 'RetainExceptOnCreate', 'Retain'])
  }
  const types = new Set(kept.map(([, { Type }]) => Type))
  expect([...types].sort()).toEqual([
    'AWS::DynamoDB::Table',
    'AWS::KMS::Key',
    'AWS::Logs::LogGroup',
    'AWS::SES::EmailIdentity',
    'AWS::SecretsManager::Secret',
    'AWS::StepFunctions::StateMachine',
  ])
  // A table cannot be taken back once it is there, because it is protected: all else that can fail comes before.
  const others = [...resources().keys()].filter((id) => /^SendDisputesData\.(Alarms|ChildHashKey)/.test(id))
  expect(others.length).toBeGreaterThan(3)
  for (const [id, { DependsOn = [] }] of ofType('AWS::DynamoDB::Table')) {
    expect([id, others.filter((other) => !DependsOn.includes(other.replace('SendDisputesData.', '')))]).toEqual([
      id,
      [],
    ])
  }
})

it('has AWS make the key of the hashes, keeps it, and encrypts it as the names are', () => {
  const secrets = ofType('AWS::SecretsManager::Secret')
  expect(secrets).toHaveLength(1)
  const [id, secret] = secrets[0] ?? []
  expect(secret?.DeletionPolicy, id).toBe('RetainExceptOnCreate')
  expect(secret?.Properties).not.toHaveProperty('SecretString')
  expect(secret?.Properties.GenerateSecretString).toEqual({ PasswordLength: 64, ExcludePunctuation: true })
  const [, contacts] = ofType('AWS::DynamoDB::Table').find(([table]) => table.includes('Contacts')) ?? []
  const encryption = contacts?.Properties.SSESpecification
  expect(encryption).toMatchObject({ KMSMasterKeyId: secret?.Properties.KmsKeyId })
})

it('runs every function on Node 24 and arm64', () => {
  const functions = ofType('AWS::Lambda::Function')
  expect(functions).toHaveLength(19)
  for (const [id, { Properties }] of functions) {
    expect(Properties, id).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
    expect(Properties.Description, id).toMatch(/^[A-Z]/)
  }
})

it('keeps the state machines when a stack goes, and logs errors without what they carry', () => {
  const machines = ofType('AWS::StepFunctions::StateMachine')
  // One more waits until a stage goes on that has stopped, and one imports cases.
  expect(machines).toHaveLength(STAGES.length + 2)
  for (const [id, { Properties, DeletionPolicy }] of machines) {
    expect(DeletionPolicy, id).toBe('RetainExceptOnCreate')
    expect(Properties.LoggingConfiguration, id).toMatchObject({ Level: 'ERROR', IncludeExecutionData: false })
    expect(Properties.StateMachineType ?? 'STANDARD', id).toBe('STANDARD')
  }
})

it('calls functions by their plain ARN: the permission of a version or alias would go at the next deploy', () => {
  for (const type of ['AWS::Lambda::Version', 'AWS::Lambda::Alias']) expect(ofType(type)).toEqual([])
})

it('sends over TLS only, from a verified identity, and hears of every kind of event', () => {
  expect(ofType('AWS::SES::EmailIdentity')[0]?.[1].Properties).toMatchObject({
    EmailIdentity: 'bathnes.gov.uk',
    // Receivers hold the SPF record of this domain against the sender: it has to be the council's own.
    MailFromAttributes: { MailFromDomain: 'bounces.example.gov.uk', BehaviorOnMxFailure: 'USE_DEFAULT_VALUE' },
  })
  expect(ofType('AWS::SES::ConfigurationSet')[0]?.[1].Properties).toMatchObject({
    DeliveryOptions: { TlsPolicy: 'REQUIRE' },
  })
  const destination = ofType('AWS::SES::ConfigurationSetEventDestination')[0]?.[1].Properties.EventDestination
  expect(destination).toMatchObject({
    MatchingEventTypes: ['send', 'delivery', 'deliveryDelay', 'bounce', 'complaint', 'reject', 'renderingFailure'],
  })
})

it('gives up on a record only after many tries, and then keeps it', () => {
  const mappings = ofType('AWS::Lambda::EventSourceMapping')
  expect(mappings).toHaveLength(4)
  for (const [id, { Properties }] of mappings) {
    expect(Properties, id).toMatchObject({
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRetryAttempts: 20,
      DestinationConfig: { OnFailure: {} },
    })
  }
})

it('asks of an event source no more filters than it can have without asking AWS for more: five', () => {
  for (const [id, { Properties }] of ofType('AWS::Lambda::EventSourceMapping')) {
    const { Filters } = Properties.FilterCriteria as { Filters: readonly unknown[] }
    expect(Filters.length, id).toBeLessThanOrEqual(5)
  }
})

it('runs the digests at half past seven in England, in winter and in summer, on every day, so that silence is heard', () => {
  const schedules = ofType('AWS::Events::Rule')
    .filter(([, { Properties }]) => /SendDigests/.test(JSON.stringify(Properties.Targets)))
    .map(([, { Properties }]) => Properties.ScheduleExpression)
  expect(schedules).toEqual(['cron(30 6,7 * * ? *)'])
})

it('ends a function that sends before its claim on a message does', () => {
  const seconds = (name: string) =>
    ofType('AWS::Lambda::Function').find(([id]) => id.includes(`.${name}Function`))?.[1].Properties.Timeout
  expect(seconds('TellFamily')).toBeLessThan(30)
  expect(seconds('TellAtOnce')).toBeLessThan(30)
  expect(seconds('SendHeldMessages')).toBeLessThan(30)
  expect(seconds('SendDigests')).toBeLessThan(120)
})

it('sounds once, and not every night, while the table of bank holidays ends', () => {
  const [, alarm] = ofType('AWS::CloudWatch::Alarm').find(([id]) => id.includes('HolidayTableEnds')) ?? []
  expect(alarm?.Properties).toMatchObject({
    Period: 86_400,
    // Tonight's number comes a little more than a day after last night's, on some days.
    EvaluationPeriods: 2,
    DatapointsToAlarm: 1,
    TreatMissingData: 'notBreaching',
  })
})

it('lets alarms publish to the topic, over TLS only', () => {
  const Statement = ofType('AWS::SNS::TopicPolicy').flatMap(
    ([, { Properties }]) => (Properties.PolicyDocument as { Statement: Record<string, unknown>[] }).Statement,
  )
  expect(Statement).toContainEqual(
    expect.objectContaining({
      Action: 'sns:Publish',
      Effect: 'Allow',
      Principal: { Service: 'cloudwatch.amazonaws.com' },
    }),
  )
  expect(Statement).toContainEqual(expect.objectContaining({ Action: 'sns:Publish', Effect: 'Deny' }))
})

it("keeps everything in England's region", () => {
  for (const [id, { Properties }] of ofType('AWS::Lambda::Function')) {
    expect(JSON.stringify(Properties), id).not.toMatch(/us-east|eu-west-1/)
  }
})
