/** What names a resource: everything that a `Ref` or an attribute can be made of. */
export interface ResourceIdentity {
  readonly name: string
  readonly region: string
  readonly accountId: string
}

type Attribute = (identity: ResourceIdentity) => unknown

/** A type of resource that the local service runs. */
export interface SupportedResourceType {
  /** The property that gives the resource's name, when its template does. */
  readonly nameProperty?: string
  /** What `Ref` gives; the name unless said. */
  readonly ref?: Attribute
  readonly attributes: Readonly<Record<string, Attribute>>
  /** Its ARN, for a type that does not give it as the attribute `Arn`. */
  readonly arn?: Attribute
  /** Properties that the local service acts on. */
  readonly used: readonly string[]
  /** Properties that change nothing on one machine: permissions, encryption, tracing, tags, backups, capacity. */
  readonly withoutEffect: readonly string[]
}

/** A type of resource that is accepted and does nothing on one machine. */
export interface ResourceTypeWithoutEffect {
  readonly why: string
  readonly nameProperty?: string
  readonly ref?: Attribute
  readonly attributes?: Readonly<Record<string, Attribute>>
}

const arn =
  (service: string, resource: (name: string) => string, options: { readonly global?: boolean } = {}): Attribute =>
  ({ region, accountId, name }) =>
    `arn:aws:${service}:${options.global ? '' : region}:${accountId}:${resource(name)}`

const tableArn = arn('dynamodb', (name) => `table/${name}`)
/** On AWS the label is the moment when the stream was enabled; here it has to stay the same over restarts. */
const streamArn: Attribute = (identity) => `${tableArn(identity)}/stream/2026-01-01T00:00:00.000`
const functionArn = arn('lambda', (name) => `function:${name}`)
const stateMachineArn = arn('states', (name) => `stateMachine:${name}`)
/** On AWS a secret's ARN ends with six random characters; here it has to stay the same over restarts. */
const secretArn = arn('secretsmanager', (name) => `secret:${name}-AAAAAA`)
const queueUrl: Attribute = ({ region, accountId, name }) => `https://sqs.${region}.amazonaws.com/${accountId}/${name}`

/** The types that the local service runs. Any property in neither list makes it refuse to start. */
export const SUPPORTED_RESOURCE_TYPES: Readonly<Record<string, SupportedResourceType>> = {
  'AWS::DynamoDB::Table': {
    nameProperty: 'TableName',
    attributes: { Arn: tableArn, StreamArn: streamArn },
    used: [
      'TableName',
      'KeySchema',
      'AttributeDefinitions',
      'GlobalSecondaryIndexes',
      'LocalSecondaryIndexes',
      'StreamSpecification',
      'TimeToLiveSpecification',
    ],
    withoutEffect: [
      'BillingMode',
      'ContributorInsightsSpecification',
      'DeletionProtectionEnabled',
      'PointInTimeRecoverySpecification',
      'ProvisionedThroughput',
      'OnDemandThroughput',
      'ResourcePolicy',
      'SSESpecification',
      'TableClass',
      'Tags',
      'WarmThroughput',
    ],
  },
  'AWS::DynamoDB::GlobalTable': {
    nameProperty: 'TableName',
    attributes: { Arn: tableArn, StreamArn: streamArn, TableId: ({ name }) => name },
    used: [
      'TableName',
      'KeySchema',
      'AttributeDefinitions',
      'GlobalSecondaryIndexes',
      'LocalSecondaryIndexes',
      'StreamSpecification',
      'TimeToLiveSpecification',
    ],
    withoutEffect: [
      'BillingMode',
      'Replicas',
      'SSESpecification',
      'WarmThroughput',
      'WriteProvisionedThroughputSettings',
      'WriteOnDemandThroughputSettings',
    ],
  },
  'AWS::Lambda::Function': {
    nameProperty: 'FunctionName',
    attributes: { Arn: functionArn },
    used: [
      'FunctionName',
      'Code',
      'Handler',
      'Runtime',
      'Environment',
      'MemorySize',
      'Timeout',
      'ReservedConcurrentExecutions',
      'DeadLetterConfig',
      'PackageType',
      'LoggingConfig',
    ],
    withoutEffect: [
      'Architectures',
      'Description',
      'EphemeralStorage',
      'KmsKeyArn',
      'RecursiveLoop',
      'Role',
      'RuntimeManagementConfig',
      'Tags',
      'TracingConfig',
    ],
  },
  'AWS::Lambda::EventInvokeConfig': {
    attributes: {},
    used: ['FunctionName', 'Qualifier', 'MaximumRetryAttempts', 'MaximumEventAgeInSeconds', 'DestinationConfig'],
    withoutEffect: [],
  },
  'AWS::Lambda::EventSourceMapping': {
    attributes: { Id: ({ name }) => name },
    used: [
      'EventSourceArn',
      'FunctionName',
      'Enabled',
      'BatchSize',
      'BisectBatchOnFunctionError',
      'DestinationConfig',
      'FilterCriteria',
      'FunctionResponseTypes',
      'MaximumBatchingWindowInSeconds',
      'MaximumRecordAgeInSeconds',
      'MaximumRetryAttempts',
      'StartingPosition',
    ],
    withoutEffect: ['KmsKeyArn', 'MetricsConfig', 'ParallelizationFactor', 'Tags'],
  },
  'AWS::StepFunctions::StateMachine': {
    nameProperty: 'StateMachineName',
    ref: stateMachineArn,
    attributes: { Arn: stateMachineArn, Name: ({ name }) => name },
    used: ['StateMachineName', 'StateMachineType', 'Definition', 'DefinitionString', 'DefinitionSubstitutions'],
    withoutEffect: ['EncryptionConfiguration', 'LoggingConfiguration', 'RoleArn', 'Tags', 'TracingConfiguration'],
  },
  'AWS::ApiGatewayV2::Api': {
    attributes: {
      ApiId: ({ name }) => name,
      ApiEndpoint: ({ name, region }) => `https://${name}.execute-api.${region}.amazonaws.com`,
    },
    used: ['ProtocolType'],
    withoutEffect: ['Description', 'DisableExecuteApiEndpoint', 'IpAddressType', 'Name', 'Tags', 'Version'],
  },
  'AWS::ApiGatewayV2::Integration': {
    attributes: { IntegrationId: ({ name }) => name },
    used: ['ApiId', 'IntegrationType', 'IntegrationUri', 'PayloadFormatVersion', 'TimeoutInMillis'],
    withoutEffect: ['ConnectionType', 'Description', 'IntegrationMethod'],
  },
  'AWS::ApiGatewayV2::Route': {
    attributes: { RouteId: ({ name }) => name },
    used: ['ApiId', 'RouteKey', 'Target', 'AuthorizationType'],
    withoutEffect: ['OperationName', 'ApiKeyRequired'],
  },
  'AWS::ApiGatewayV2::Stage': {
    nameProperty: 'StageName',
    attributes: {},
    used: ['ApiId', 'StageName', 'StageVariables'],
    withoutEffect: ['AccessLogSettings', 'AutoDeploy', 'DefaultRouteSettings', 'RouteSettings', 'Description', 'Tags'],
  },
  'AWS::Events::Rule': {
    nameProperty: 'Name',
    attributes: { Arn: arn('events', (name) => `rule/${name}`) },
    used: ['Name', 'EventBusName', 'EventPattern', 'ScheduleExpression', 'State', 'Targets'],
    withoutEffect: ['Description', 'RoleArn', 'Tags'],
  },
  'AWS::SES::EmailIdentity': {
    nameProperty: 'EmailIdentity',
    attributes: Object.fromEntries(
      [1, 2, 3].flatMap((number): [string, Attribute][] => [
        [`DkimDNSTokenName${number}`, ({ name }) => `local${number}._domainkey.${name}`],
        [`DkimDNSTokenValue${number}`, () => `local${number}.dkim.amazonses.com`],
      ]),
    ),
    used: ['EmailIdentity', 'ConfigurationSetAttributes'],
    withoutEffect: ['DkimAttributes', 'DkimSigningAttributes', 'FeedbackAttributes', 'MailFromAttributes', 'Tags'],
  },
  'AWS::SES::ConfigurationSet': {
    nameProperty: 'Name',
    attributes: {},
    used: ['Name', 'SendingOptions'],
    withoutEffect: [
      'ArchivingOptions',
      'DeliveryOptions',
      'ReputationOptions',
      'SuppressionOptions',
      'Tags',
      'TrackingOptions',
      'VdmOptions',
    ],
  },
  'AWS::SES::ConfigurationSetEventDestination': {
    attributes: { Id: ({ name }) => name },
    used: ['ConfigurationSetName', 'EventDestination'],
    withoutEffect: [],
  },
  'AWS::SecretsManager::Secret': {
    nameProperty: 'Name',
    ref: secretArn,
    attributes: { Id: secretArn },
    arn: secretArn,
    used: ['Name', 'GenerateSecretString'],
    withoutEffect: ['Description', 'KmsKeyId', 'ReplicaRegions', 'Tags'],
  },
  'AWS::CloudWatch::Alarm': {
    nameProperty: 'AlarmName',
    attributes: { Arn: arn('cloudwatch', (name) => `alarm:${name}`) },
    used: [
      'AlarmDescription',
      'AlarmName',
      'ComparisonOperator',
      'DatapointsToAlarm',
      'Dimensions',
      'EvaluationPeriods',
      'MetricName',
      'Namespace',
      'Period',
      'Statistic',
      'Threshold',
      'TreatMissingData',
    ],
    withoutEffect: ['ActionsEnabled', 'AlarmActions', 'InsufficientDataActions', 'OKActions', 'Tags', 'Unit'],
  },
  'AWS::Logs::MetricFilter': {
    nameProperty: 'FilterName',
    attributes: {},
    used: ['FilterName', 'FilterPattern', 'LogGroupName', 'MetricTransformations'],
    withoutEffect: [],
  },
  'AWS::SQS::Queue': {
    nameProperty: 'QueueName',
    ref: queueUrl,
    attributes: { Arn: arn('sqs', (name) => name), QueueName: ({ name }) => name, QueueUrl: queueUrl },
    used: ['QueueName'],
    withoutEffect: [
      'KmsDataKeyReusePeriodSeconds',
      'KmsMasterKeyId',
      'MaximumMessageSize',
      'MessageRetentionPeriod',
      'SqsManagedSseEnabled',
      'Tags',
      'VisibilityTimeout',
    ],
  },
}

const PERMISSION = 'nobody but this machine can call, so permissions are not checked'
const OBSERVATION = 'the console shows which alarms sound'

/** The types that are accepted and do nothing on one machine, with the reason. Their properties are not read. */
export const RESOURCE_TYPES_WITHOUT_EFFECT: Readonly<Record<string, ResourceTypeWithoutEffect>> = {
  'AWS::CDK::Metadata': { why: 'it describes the CDK app to AWS' },
  'AWS::IAM::Role': {
    why: PERMISSION,
    nameProperty: 'RoleName',
    attributes: { Arn: arn('iam', (name) => `role/${name}`, { global: true }), RoleId: ({ name }) => name },
  },
  'AWS::IAM::Policy': { why: PERMISSION },
  'AWS::IAM::ManagedPolicy': {
    why: PERMISSION,
    nameProperty: 'ManagedPolicyName',
    ref: arn('iam', (name) => `policy/${name}`, { global: true }),
  },
  'AWS::Lambda::Permission': { why: PERMISSION },
  'AWS::SQS::QueuePolicy': { why: PERMISSION },
  'AWS::SNS::TopicPolicy': { why: PERMISSION },
  'AWS::ApiGateway::Account': { why: PERMISSION },
  'AWS::KMS::Key': {
    why: 'data in the data folder is not encrypted; use an encrypted disk',
    attributes: { Arn: arn('kms', (name) => `key/${name}`), KeyId: ({ name }) => name },
  },
  'AWS::KMS::Alias': {
    why: 'data in the data folder is not encrypted; use an encrypted disk',
    nameProperty: 'AliasName',
  },
  'AWS::Logs::LogGroup': {
    why: 'what functions print is kept in files of the data folder',
    nameProperty: 'LogGroupName',
    attributes: { Arn: arn('logs', (name) => `log-group:${name}:*`) },
  },
  'AWS::Logs::ResourcePolicy': { why: PERMISSION },
  'AWS::CloudWatch::CompositeAlarm': {
    why: OBSERVATION,
    nameProperty: 'AlarmName',
    attributes: { Arn: arn('cloudwatch', (name) => `alarm:${name}`) },
  },
  'AWS::CloudWatch::Dashboard': { why: OBSERVATION, nameProperty: 'DashboardName' },
  'AWS::SNS::Topic': {
    why: 'alarms are what would write to it; the console shows which sound',
    nameProperty: 'TopicName',
    ref: arn('sns', (name) => name),
    attributes: { TopicArn: arn('sns', (name) => name), TopicName: ({ name }) => name },
  },
  'AWS::SNS::Subscription': { why: 'alarms are what would write to its topic; the console shows which sound' },
}
