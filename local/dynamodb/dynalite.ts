import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { DynamoDbError, validationException } from './dynamodb-error.ts'

/** One attribute as DynamoDB writes it, for example `{ S: 'text' }`. */
export type AttributeValue = Readonly<Record<string, unknown>>
export type Item = Readonly<Record<string, AttributeValue>>

interface KeyElement {
  readonly AttributeName: string
  readonly KeyType: string
}

interface SecondaryIndex {
  readonly IndexName: string
  readonly KeySchema: readonly KeyElement[]
  readonly Projection?: { readonly ProjectionType?: string; readonly NonKeyAttributes?: readonly string[] }
}

/** A table's description, as dynalite keeps it. */
export interface Table {
  readonly TableName: string
  readonly TableStatus: string
  readonly KeySchema: readonly KeyElement[]
  readonly AttributeDefinitions: readonly { readonly AttributeName: string; readonly AttributeType: string }[]
  readonly GlobalSecondaryIndexes?: readonly SecondaryIndex[]
  readonly LocalSecondaryIndexes?: readonly SecondaryIndex[]
}

type Callback<Result = unknown> = (error: unknown, result?: Result) => void

export interface RangeOptions {
  readonly gt?: string
  readonly gte?: string
  readonly lt?: string
  readonly lte?: string
  readonly limit?: number
  readonly reverse?: boolean
}

/** One of the key spaces that dynalite stores in: the tables, a table's items, an index, a table's tags. */
export interface KeySpace {
  get(key: string, callback: Callback): void
  put(key: string, value: unknown, callback: Callback): void
  del(key: string, callback: Callback): void
  batch(operations: readonly { type: 'put' | 'del'; key: string; value?: unknown }[], callback: Callback): void
  createValueStream(options?: RangeOptions): Readable
  createKeyStream(options?: RangeOptions): Readable
  lock(key: string, work: (release: (callback: Callback) => Callback) => void): void
}

/** What dynalite's actions ask of a store (dynalite/db/index.js, `create`). */
export interface DynaliteStore {
  readonly options: {
    readonly createTableMs: number
    readonly updateTableMs: number
    readonly deleteTableMs: number
    readonly maxItemSize: number
  }
  readonly tableDb: KeySpace & { readonly awsAccountId: string; readonly awsRegion: string }
  getItemDb(table: string): KeySpace
  getIndexDb(type: string, table: string, index: string): KeySpace
  getTagDb(table: string): KeySpace
  deleteItemDb(table: string, callback: Callback): void
  deleteIndexDb(type: string, table: string, index: string, callback: Callback): void
  deleteTagDb(table: string, callback: Callback): void
  getTable(name: string, checkStatus: boolean | Callback<Table>, callback?: Callback<Table>): void
}

type Action = (store: DynaliteStore, data: object, callback: Callback<Record<string, unknown>>) => void

interface ActionValidation {
  readonly types: object
  readonly custom?: (data: object, store: DynaliteStore) => string | undefined
}

// dynalite 4.0.0 has no types of its own, and its actions are reachable only by their files.
const load = createRequire(import.meta.url)

const expressions = load('dynalite/db') as {
  createKey(attributes: Item, table: Table): string
  itemSize(item: Item): number
}

const validation = load('dynalite/validations') as {
  checkTypes(data: object, types: object): Record<string, unknown>
  checkValidations(data: object, types: object, custom: ActionValidation['custom'], store: DynaliteStore): void
}

const OPERATIONS = [
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DeleteTable',
  'DescribeTable',
  'GetItem',
  'ListTables',
  'ListTagsOfResource',
  'PutItem',
  'Query',
  'Scan',
  'TagResource',
  'UntagResource',
  'UpdateItem',
  'UpdateTable',
] as const

/** The operations that dynalite carries out. */
export type DynaliteOperation = (typeof OPERATIONS)[number]

const actions = new Map<string, { run: Action; validation: ActionValidation }>(
  OPERATIONS.map((operation) => {
    const file = operation[0]?.toLowerCase() + operation.slice(1)
    return [
      operation,
      {
        run: load(`dynalite/actions/${file}`) as Action,
        validation: load(`dynalite/validations/${file}`) as ActionValidation,
      },
    ]
  }),
)

function actionOf(operation: DynaliteOperation) {
  const action = actions.get(operation)
  if (action === undefined) throw new Error(`dynalite has no action ${operation}`)
  return action
}

/** dynalite's errors carry a status and a body; anything else is a fault in the program and stays as it is. */
function asDynamoDbError(error: unknown): unknown {
  if (error instanceof Error && 'statusCode' in error && 'body' in error)
    return new DynamoDbError(error.body as Readonly<Record<string, unknown>>)
  return error
}

/** A parsed expression: an operator with its operands, or an operand (a value, or a path as a list). */
interface Expression {
  readonly type?: string
  readonly args?: readonly Expression[]
  readonly M?: unknown
  readonly L?: unknown
}

const EQUALITY: ReadonlySet<string | undefined> = new Set(['=', '<>', 'in'])

/** dynalite finds two maps or lists never equal, whatever they hold: better refused than answered wrongly. */
function refuseWholeDocumentEquality({ type, args = [] }: Expression): void {
  if (EQUALITY.has(type) && args.some((operand) => operand.M !== undefined || operand.L !== undefined))
    throw validationException(
      `The local DynamoDB cannot compare a whole map or list with ${type}. Compare its elements, or a version number.`,
    )
  for (const operand of args) refuseWholeDocumentEquality(operand)
}

/**
 * Checks a request as DynamoDB does before it looks at any table, and parses its expressions.
 * @returns the request in the form that `execute` takes; the one passed in is left as it was.
 * @throws DynamoDbError ValidationException or SerializationException
 */
export function validate(store: DynaliteStore, operation: DynaliteOperation, request: object): Record<string, unknown> {
  const { types, custom } = actionOf(operation).validation
  try {
    const data = validation.checkTypes(structuredClone(request), types)
    validation.checkValidations(data, types, custom, store)
    for (const parsed of [data._condition, data._filter])
      if (parsed !== undefined) refuseWholeDocumentEquality((parsed as { expression: Expression }).expression)
    return data
  } catch (error) {
    throw asDynamoDbError(error)
  }
}

/**
 * Carries out one validated request on the store.
 * @throws DynamoDbError for example ConditionalCheckFailedException or ResourceNotFoundException
 */
export function execute(
  store: DynaliteStore,
  operation: DynaliteOperation,
  data: object,
): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    actionOf(operation).run(store, data, (error, result) => {
      if (error) reject(asDynamoDbError(error))
      else resolve(result ? result : {})
    })
  })
}

/** The key under which dynalite stores the item with these attributes; undefined when they do not fit the table's key. */
export function storageKey(table: Table, attributes: Item): string | undefined {
  for (const { AttributeName } of table.KeySchema) {
    const type = table.AttributeDefinitions.find((one) => one.AttributeName === AttributeName)?.AttributeType
    if (type === undefined || attributes[AttributeName]?.[type] == null) return undefined
  }
  return expressions.createKey(attributes, table)
}

/** The item's primary key attributes. */
export function keyOf(table: Table, item: Item): Item {
  return Object.fromEntries(
    table.KeySchema.flatMap(({ AttributeName }) => {
      const value = item[AttributeName]
      return value === undefined ? [] : [[AttributeName, value]]
    }),
  )
}

/** An item's size in bytes, counted as DynamoDB counts it. */
export function itemSize(item: Item): number {
  return expressions.itemSize(item)
}
