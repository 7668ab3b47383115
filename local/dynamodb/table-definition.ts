import { isDeepStrictEqual } from 'node:util'
import type { Table } from './dynalite.ts'
import { isStreamViewType, type StreamViewType } from './table-settings.ts'

/** A table as the CreateTable API or an `AWS::DynamoDB::Table` resource describes it. Other properties are passed on. */
export interface TableDefinition {
  readonly TableName: string
  readonly KeySchema: Table['KeySchema']
  readonly AttributeDefinitions: Table['AttributeDefinitions']
  readonly GlobalSecondaryIndexes?: Table['GlobalSecondaryIndexes']
  readonly LocalSecondaryIndexes?: Table['LocalSecondaryIndexes']
  readonly BillingMode?: string
  readonly StreamSpecification?: { readonly StreamViewType?: string; readonly StreamEnabled?: boolean }
  readonly TimeToLiveSpecification?: { readonly AttributeName?: string; readonly Enabled: boolean }
}

function indexShapes(indexes: Table['GlobalSecondaryIndexes']) {
  return (indexes ?? [])
    .map(({ IndexName, KeySchema, Projection }) => ({
      IndexName,
      KeySchema: KeySchema.map(({ AttributeName, KeyType }) => ({ AttributeName, KeyType })),
      ProjectionType: Projection?.ProjectionType ?? 'ALL',
      NonKeyAttributes: (Projection?.NonKeyAttributes ?? []).toSorted(),
    }))
    .toSorted((one, other) => one.IndexName.localeCompare(other.IndexName))
}

function shape(
  table: Pick<
    TableDefinition,
    'KeySchema' | 'AttributeDefinitions' | 'GlobalSecondaryIndexes' | 'LocalSecondaryIndexes'
  >,
) {
  return {
    KeySchema: table.KeySchema.map(({ AttributeName, KeyType }) => ({ AttributeName, KeyType })),
    AttributeDefinitions: table.AttributeDefinitions.map(
      ({ AttributeName, AttributeType }) => `${AttributeName} ${AttributeType}`,
    ).toSorted(),
    GlobalSecondaryIndexes: indexShapes(table.GlobalSecondaryIndexes),
    LocalSecondaryIndexes: indexShapes(table.LocalSecondaryIndexes),
  }
}

/**
 * Checks that a table that is there is the one that is defined.
 * @throws Error when its key or its indexes are others: they cannot be changed under the items.
 */
export function checkSameTable(existing: Table, definition: TableDefinition): void {
  const [has, wants] = [shape(existing), shape(definition)]
  if (isDeepStrictEqual(has, wants)) return
  throw new Error(
    `The table ${definition.TableName} is in the data folder with other keys or indexes than are defined now. ` +
      `It has ${JSON.stringify(has)}; wanted is ${JSON.stringify(wants)}. ` +
      'Start with an empty data folder, or change the definition back.',
  )
}

/** The view type that a stream specification asks for; undefined for no stream. A template leaves `StreamEnabled` out. */
export function requestedViewType(specification: TableDefinition['StreamSpecification']): StreamViewType | undefined {
  if (specification == null || specification.StreamEnabled === false) return undefined
  return isStreamViewType(specification.StreamViewType) ? specification.StreamViewType : undefined
}
