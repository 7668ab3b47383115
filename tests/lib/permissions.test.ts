import { describe, expect, it } from 'vitest'
import { ofType, resources } from './templates.ts'

interface Statement {
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Condition?: unknown
}

const READ_AND_WRITE = ['kms:Decrypt', 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*']
/** What Lambda's own failure destination takes. */
const SEND = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage']
const LOG = ['logs:CreateLogStream', 'logs:PutLogEvents']

/** Entries are added. Nothing may change or remove one. */
const ADD = ['dynamodb:PutItem', 'dynamodb:Query']

const QUEUES = [
  'LostNews',
  'UntoldToday',
  'UnsentHeldMessages',
  'LostReleases',
  'LostDigests',
  'LostRepairs',
  'UncountedWork',
  'LostRecounts',
  'LostRoots',
  'UnheardStops',
  'UndeliveredEmailEvents',
]

/** Exactly what each function may do, and to what. A grant that is not here fails the build, and so does one too few. */
const GRANTS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  TellFamily: {
    'its log': LOG,
    Cases: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    CasesKey: READ_AND_WRITE,
    Contacts: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    ContactsKey: READ_AND_WRITE,
    'SES identity': ['ses:SendRawEmail'],
    'SES configuration set': ['ses:SendRawEmail'],
  },
  ReleaseHeldMessages: {
    'its log': LOG,
    Cases: ['dynamodb:UpdateItem'],
    'Cases index': ['dynamodb:Query'],
    CasesKey: READ_AND_WRITE,
    LostReleases: SEND,
  },
  SendHeldMessages: {
    'its log': LOG,
    Cases: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    'Cases stream': ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    CasesKey: [...READ_AND_WRITE, 'kms:DescribeKey'].sort(),
    Contacts: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
    ContactsKey: READ_AND_WRITE,
    'SES identity': ['ses:SendRawEmail'],
    'SES configuration set': ['ses:SendRawEmail'],
    UnsentHeldMessages: SEND,
    // AWS takes no narrower resource for this action (Service Authorization Reference, DynamoDB).
    everything: ['dynamodb:ListStreams'],
  },
  RecordEmailEvent: {
    'its log': LOG,
    Cases: ['dynamodb:PutItem', 'dynamodb:UpdateItem'],
    CasesKey: READ_AND_WRITE,
    UndeliveredEmailEvents: SEND,
  },
  SendDigests: {
    'its log': LOG,
    Cases: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    'Cases index': ['dynamodb:Query'],
    CasesKey: READ_AND_WRITE,
    LostDigests: SEND,
    'people in Contacts': ['dynamodb:GetItem', 'dynamodb:Query'],
    ContactsKey: ['kms:Decrypt'],
    'roots in Audit': ['dynamodb:Query'],
    'SES identity': ['ses:SendRawEmail'],
    'SES configuration set': ['ses:SendRawEmail'],
  },
  TellAtOnce: {
    'its log': LOG,
    Cases: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    'Cases stream': ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    CasesKey: [...READ_AND_WRITE, 'kms:DescribeKey'].sort(),
    'people in Contacts': ['dynamodb:GetItem', 'dynamodb:Query'],
    ContactsKey: ['kms:Decrypt'],
    'SES identity': ['ses:SendRawEmail'],
    'SES configuration set': ['ses:SendRawEmail'],
    UntoldToday: SEND,
    // AWS takes no narrower resource for this action (Service Authorization Reference, DynamoDB).
    everything: ['dynamodb:ListStreams'],
  },
  ParkJourney: {
    'its log': LOG,
    Cases: ['dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    CasesKey: READ_AND_WRITE,
    'state machines': ['states:SendTaskSuccess'],
  },
  CloseCase: {
    'its log': LOG,
    Audit: ADD,
    Cases: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    CasesKey: READ_AND_WRITE,
  },
  WakeJourney: {
    'its log': LOG,
    'Cases stream': ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    CasesKey: ['kms:Decrypt', 'kms:DescribeKey'],
    LostNews: SEND,
    'state machines': ['states:SendTaskSuccess', 'states:StartExecution'],
    // AWS takes no narrower resource for this action (Service Authorization Reference, DynamoDB).
    everything: ['dynamodb:ListStreams'],
  },
  RepairJourneys: {
    'its log': LOG,
    Audit: ADD,
    Cases: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
    'Cases index': ['dynamodb:Query'],
    CasesKey: READ_AND_WRITE,
    LostRepairs: SEND,
    'state machines': ['states:ListExecutions'],
    'machine of those that wait': ['states:StartExecution'],
  },
  HearStoppedJourney: {
    'its log': LOG,
    Cases: ['dynamodb:PutItem', 'dynamodb:Query'],
    CasesKey: READ_AND_WRITE,
    UnheardStops: SEND,
    'machine of those that wait': ['states:StartExecution'],
  },
  RestartJourney: {
    'its log': LOG,
    Cases: ['dynamodb:PutItem', 'dynamodb:Query'],
    CasesKey: READ_AND_WRITE,
    'state machines': ['states:SendTaskSuccess', 'states:StartExecution'],
  },
  KeepWork: {
    'its log': LOG,
    Cases: ['BatchGetItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'].map(
      (action) => `dynamodb:${action}`,
    ),
    'Cases stream': ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
    CasesKey: [...READ_AND_WRITE, 'kms:DescribeKey'].sort(),
    UncountedWork: SEND,
    // AWS takes no narrower resource for this action (Service Authorization Reference, DynamoDB).
    everything: ['dynamodb:ListStreams'],
  },
  RecountOutcomes: {
    'its log': LOG,
    Cases: ['BatchGetItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'].map((action) => `dynamodb:${action}`),
    'Cases index': ['dynamodb:Query'],
    CasesKey: READ_AND_WRITE,
    LostRecounts: SEND,
  },
  RecountWork: {
    'its log': LOG,
    Audit: ADD,
    Cases: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'].map((action) => `dynamodb:${action}`),
    'Cases index': ['dynamodb:Query'],
    CasesKey: READ_AND_WRITE,
    'people in Contacts': ['dynamodb:Query'],
    ContactsKey: ['kms:Decrypt'],
    LostRecounts: SEND,
  },
  MakeRoots: {
    'its log': LOG,
    Audit: ['dynamodb:DeleteItem', ...ADD],
    'Audit indexes': ['dynamodb:Query'],
    CasesKey: READ_AND_WRITE,
    LostRoots: SEND,
  },
  Public: { 'its log': LOG },
  ImportRows: {
    'its log': LOG,
    Cases: ['BatchGetItem', 'GetItem', 'PutItem', 'Query'].map((action) => `dynamodb:${action}`),
    CasesKey: READ_AND_WRITE,
    Contacts: ['dynamodb:PutItem', 'dynamodb:Query'],
    'Contacts index': ['dynamodb:Query'],
    ContactsKey: READ_AND_WRITE,
    Audit: ADD,
    Sessions: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:UpdateItem'],
    ChildHashKey: ['secretsmanager:GetSecretValue'],
  },
  Staff: {
    'its log': LOG,
    Audit: ADD,
    'Audit indexes': ['dynamodb:Query'],
    Cases: ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'].map(
      (action) => `dynamodb:${action}`,
    ),
    'Cases index': ['dynamodb:Query'],
    CasesKey: READ_AND_WRITE,
    Contacts: ['BatchGetItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'Query'].map(
      (action) => `dynamodb:${action}`,
    ),
    'Contacts index': ['dynamodb:Query'],
    'Contacts search index': ['dynamodb:Query'],
    ContactsKey: READ_AND_WRITE,
    Sessions: ['DeleteItem', 'GetItem', 'PutItem', 'Query', 'Scan', 'UpdateItem'].map((action) => `dynamodb:${action}`),
    ChildHashKey: ['secretsmanager:GetSecretValue'],
    'the client secret': ['secretsmanager:GetSecretValue'],
    'machine of imports': ['states:StartExecution'],
  },
}

const policies = () => ofType('AWS::IAM::Policy').map(([, { Properties }]) => Properties)
const functions = () =>
  ofType('AWS::Lambda::Function').map(([id]) => /\.(\w+?)Function[0-9A-F]{8}$/.exec(id)?.[1] ?? id)

describe('what a function may do', () => {
  it('is written down for every function', () => {
    expect(functions().sort()).toEqual(Object.keys(GRANTS).sort())
  })

  it.each(Object.keys(GRANTS))('is exactly so for %s', (name) => {
    expect(grantsOf(name)).toEqual(GRANTS[name])
  })

  it('comes from its own policies only: no managed policy, no role that two share', () => {
    const roles = ofType('AWS::IAM::Role')
    for (const [id, { Properties }] of roles) expect(Properties.ManagedPolicyArns, id).toBeUndefined()
    const used = ofType('AWS::Lambda::Function').map(([, { Properties }]) => JSON.stringify(Properties.Role))
    expect(new Set(used).size).toBe(used.length)
  })
})

it('lets nobody change an entry of who did and who read what, and remove one but whose time is over', () => {
  const writers = Object.keys(GRANTS).filter((name) => grantsOf(name).Audit)
  expect(writers.sort()).toEqual(['CloseCase', 'ImportRows', 'MakeRoots', 'RecountWork', 'RepairJourneys', 'Staff'])
  for (const name of writers.filter((one) => one !== 'MakeRoots')) expect(grantsOf(name).Audit).toEqual(ADD)
})

it('lets nobody but the staff pages, their imports and the messages read names and addresses', () => {
  const readers = Object.keys(GRANTS).filter((name) => grantsOf(name).Contacts)
  expect(readers.sort()).toEqual(['ImportRows', 'SendHeldMessages', 'Staff', 'TellFamily'])
})

it('lets nobody but the staff pages and their imports know who is signed in, and keep or read what they sent', () => {
  expect(Object.keys(GRANTS).filter((name) => grantsOf(name).Sessions)).toEqual(['ImportRows', 'Staff'])
})

it('lets nobody but the staff pages and their imports, which open cases, look for a child', () => {
  for (const target of ['ChildHashKey', 'Contacts index']) {
    expect(Object.keys(GRANTS).filter((name) => grantsOf(name)[target])).toEqual(['ImportRows', 'Staff'])
  }
  expect(Object.keys(GRANTS).filter((name) => grantsOf(name)['Contacts search index'])).toEqual(['Staff'])
  // The key is in no policy of its own, which would let others in beside the roles.
  expect(ofType('AWS::SecretsManager::ResourcePolicy')).toEqual([])
})

it('lets each state machine call exactly the functions of its file, and start no other', () => {
  for (const machine of ['MediationAdvice', 'Mediation', 'AppealWindow', 'Tribunal', 'Duties', 'Complaint']) {
    const calls = statementsOf(`${machine}StateMachineRole`)
      .filter(({ Action }) => Action === 'lambda:InvokeFunction' || Action === 'states:StartExecution')
      .map(({ Resource }) => /(TellFamily|ParkJourney|CloseCase|StateMachine)/.exec(JSON.stringify(Resource))?.[1])
    expect(calls.sort(), machine).toEqual(['CloseCase', 'ParkJourney', 'TellFamily'])
  }
})

function statementsOf(rolePrefix: string): Statement[] {
  const isOurs = (roles: unknown) => new RegExp(`"${rolePrefix}[0-9A-F]{8}"`).test(JSON.stringify(roles))
  return policies()
    .filter(({ Roles }) => isOurs(Roles))
    .flatMap(({ PolicyDocument }) => (PolicyDocument as { readonly Statement: readonly Statement[] }).Statement)
}

function grantsOf(name: string): Record<string, string[]> {
  const grants: Record<string, string[]> = {}
  for (const { Action, Resource, Condition } of statementsOf(`${name}Role`)) {
    // The only condition there is: no rows but those of the people who sign in.
    const within = Condition ? (ONLY[JSON.stringify(Condition)] ?? 'otherwise within ') : ''
    for (const target of [Resource].flat().map((resource) => `${within}${targetOf(resource, name)}`)) {
      grants[target] = [...(grants[target] ?? []), ...[Action].flat()].sort()
      grants[target] = [...new Set(grants[target])]
    }
  }
  return grants
}

/** The rows that a statement can be about alone. */
const ONLY: Readonly<Record<string, string>> = {
  '{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["PEOPLE"]}}': 'people in ',
  '{"ForAllValues:StringEquals":{"dynamodb:LeadingKeys":["ROOTS"]}}': 'roots in ',
}

/** A short name for what a statement is about. */
function targetOf(resource: unknown, functionName: string): string {
  const text = JSON.stringify(resource)
  const known: [RegExp, string][] = [
    [/^"\*"$/, 'everything'],
    [new RegExp(`"${functionName}Log`), 'its log'],
    [/StateMachine/, 'state machines'],
    [/:identity\//, 'SES identity'],
    [/:configuration-set\//, 'SES configuration set'],
    [/CasesKey/, 'CasesKey'],
    [/ContactsKey/, 'ContactsKey'],
    [/Cases\w+StreamArn/, 'Cases stream'],
    [/Cases[\s\S]*\/index\/byNextDate/, 'Cases index'],
    [/Contacts[\s\S]*\/index\/byChildKey/, 'Contacts index'],
    [/Contacts[\s\S]*\/index\/bySearchKey/, 'Contacts search index'],
    [/Audit[\s\S]*\/index\/by(Person|Day)/, 'Audit indexes'],
    [/GetAttAudit/, 'Audit'],
    [/ChildHashKey/, 'ChildHashKey'],
    [/GetAttCases/, 'Cases'],
    [/GetAttContacts/, 'Contacts'],
    [/GetAttSessions/, 'Sessions'],
    [/secret:send-disputes\/client-secret-\?{6}"/, 'the client secret'],
    [/"Import[0-9A-F]{8}"/, 'machine of imports'],
    [/"Restart[0-9A-F]{8}"/, 'machine of those that wait'],
    ...QUEUES.map((queue): [RegExp, string] => [new RegExp(queue), queue]),
  ]
  return known.find(([pattern]) => pattern.test(text))?.[1] ?? text
}

it('has read real templates', () => expect(resources().size).toBeGreaterThan(60))
