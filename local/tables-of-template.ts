import {
  listProperty,
  numberProperty,
  ofType,
  read,
  requiredText,
  textProperty,
  unsupported,
} from './assembly/property.ts'
import type { Resource } from './assembly/resolve-resources.ts'
import type { EventSourceDefinition, TableDefinition } from './dynamodb/dynamodb.ts'

/**
 * Reads the tables of an application.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
 */
export function tablesOfTemplate(resources: readonly Resource[]): readonly TableDefinition[] {
  return [...ofType(resources, 'AWS::DynamoDB::Table'), ...ofType(resources, 'AWS::DynamoDB::GlobalTable')].map(
    (resource) => {
      const { KeySchema, AttributeDefinitions, GlobalSecondaryIndexes, LocalSecondaryIndexes } = resource.properties
      const { StreamSpecification, TimeToLiveSpecification } = resource.properties
      return {
        TableName: resource.name,
        KeySchema,
        AttributeDefinitions,
        // Capacity has no limit here, whatever the template buys.
        BillingMode: 'PAY_PER_REQUEST',
        ...(GlobalSecondaryIndexes === undefined ? {} : { GlobalSecondaryIndexes: indexes(GlobalSecondaryIndexes) }),
        ...(LocalSecondaryIndexes === undefined ? {} : { LocalSecondaryIndexes: indexes(LocalSecondaryIndexes) }),
        ...(StreamSpecification === undefined ? {} : { StreamSpecification }),
        ...(TimeToLiveSpecification === undefined ? {} : { TimeToLiveSpecification }),
      } as TableDefinition
    },
  )
}

/** Only what shapes an index: what is left out is about capacity and observation. */
function indexes(value: unknown): readonly object[] {
  return (value as readonly Record<string, unknown>[]).map(({ IndexName, KeySchema, Projection }) => ({
    IndexName,
    KeySchema,
    Projection,
  }))
}

/**
 * Reads which functions receive the stream records of which tables.
 * @throws Error naming stack, logical id, type and property, for an event source that is no table's stream.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-eventsourcemapping.html
 */
export function eventSourcesOfTemplate(resources: readonly Resource[]): readonly EventSourceDefinition[] {
  const tables = new Map(
    resources.filter(({ type }) => type.startsWith('AWS::DynamoDB::')).map((table) => [table.streamArn, table.name]),
  )
  return ofType(resources, 'AWS::Lambda::EventSourceMapping')
    .filter((mapping) => read(mapping.properties, 'Enabled') !== false)
    .map((mapping) => {
      const source = requiredText(mapping, 'EventSourceArn')
      const tableName = tables.get(source)
      if (tableName === undefined)
        throw unsupported(mapping, 'EventSourceArn', `${source} is not the stream of a table of the app`)
      const startingPosition = requiredText(mapping, 'StartingPosition')
      if (startingPosition !== 'TRIM_HORIZON' && startingPosition !== 'LATEST') {
        throw unsupported(
          mapping,
          'StartingPosition',
          `only TRIM_HORIZON and LATEST are supported, not ${startingPosition}`,
        )
      }
      const onFailureQueue = textProperty(mapping, 'DestinationConfig', 'OnFailure', 'Destination')
      return {
        tableName,
        functionName: requiredText(mapping, 'FunctionName'),
        startingPosition,
        batchSize: numberProperty(mapping, 100, 'BatchSize'),
        maximumBatchingWindowSeconds: numberProperty(mapping, 0, 'MaximumBatchingWindowInSeconds'),
        maximumRetryAttempts: numberProperty(mapping, -1, 'MaximumRetryAttempts'),
        maximumRecordAgeSeconds: numberProperty(mapping, -1, 'MaximumRecordAgeInSeconds'),
        bisectBatchOnFunctionError: read(mapping.properties, 'BisectBatchOnFunctionError') === true,
        functionResponseTypes: listProperty(mapping, 'FunctionResponseTypes') as readonly 'ReportBatchItemFailures'[],
        filterPatterns: listProperty(mapping, 'FilterCriteria', 'Filters').map(
          (filter) => read(filter, 'Pattern') as string,
        ),
        ...(onFailureQueue === undefined ? {} : { onFailureQueue }),
      }
    })
}
