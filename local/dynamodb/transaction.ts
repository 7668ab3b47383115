import {
  type DynaliteOperation,
  type DynaliteStore,
  execute,
  type Item,
  itemSize,
  storageKey,
  type Table,
  validate,
} from './dynalite.ts'
import { type CancellationReason, DynamoDbError, transactionCanceled, validationException } from './dynamodb-error.ts'

const MOST_ACTIONS = 100
/** Of all the items together (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis.html). */
const LARGEST_TRANSACTION_IN_BYTES = 4 * 1024 * 1024

/** One action of a transaction: the single write that dynalite carries out for it. */
interface TransactAction {
  readonly operation: DynaliteOperation
  readonly data: Record<string, unknown>
  readonly tableName: string
  /** The item, or its key. */
  readonly attributes: Item
  /** A condition check changes nothing: its write is thrown away. */
  readonly isCheckOnly: boolean
  readonly returnsOldItem: boolean
}

interface ActionKind {
  readonly operation: DynaliteOperation
  readonly attributes: 'Item' | 'Key'
  readonly required: readonly string[]
}

const KINDS: Readonly<Record<string, ActionKind>> = {
  Put: { operation: 'PutItem', attributes: 'Item', required: ['TableName', 'Item'] },
  Update: { operation: 'UpdateItem', attributes: 'Key', required: ['TableName', 'Key', 'UpdateExpression'] },
  Delete: { operation: 'DeleteItem', attributes: 'Key', required: ['TableName', 'Key'] },
  // Deleting with the same condition evaluates it; the deletion itself is thrown away.
  ConditionCheck: { operation: 'DeleteItem', attributes: 'Key', required: ['TableName', 'Key', 'ConditionExpression'] },
}

type Fields = Readonly<Record<string, unknown>>

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1)
}

function memberList(request: Fields): readonly Fields[] {
  const items = request.TransactItems
  const constraint = `1 validation error detected: Value at 'transactItems' failed to satisfy constraint: Member must`
  if (!Array.isArray(items)) throw validationException(`${constraint} not be null`)
  if (items.length === 0) throw validationException(`${constraint} have length greater than or equal to 1`)
  if (items.length > MOST_ACTIONS)
    throw validationException(`${constraint} have length less than or equal to ${MOST_ACTIONS}`)
  if (items.some((item) => typeof item !== 'object' || item === null))
    throw validationException('Every member of TransactItems must be an object')
  return items
}

function requireFields(fields: Fields, required: readonly string[], path: string): void {
  for (const name of required)
    if (fields[name] == null)
      throw validationException(
        `1 validation error detected: Value null at '${path}.${lowerFirst(name)}' failed to satisfy constraint: Member must not be null`,
      )
}

function onlyAction(member: Fields, kinds: readonly string[]): [string, Fields] {
  const given = kinds.filter((kind) => member[kind] != null)
  const [kind] = given
  if (kind === undefined || given.length !== 1)
    throw validationException(
      `TransactItems can only contain one of ${kinds.join(', ')}. It holds ${given.join(' and ') || 'none'}.`,
    )
  return [kind, member[kind] as Fields]
}

/**
 * Checks a TransactWriteItems request as far as it can be without looking at any table.
 * @throws DynamoDbError ValidationException
 */
export function parseTransactWrite(store: DynaliteStore, request: Fields): TransactAction[] {
  return memberList(request).map((member, index) => {
    const [kind, fields] = onlyAction(member, Object.keys(KINDS))
    const { operation, attributes, required } = KINDS[kind] as ActionKind
    requireFields(fields, required, `transactItems.${index + 1}.member.${lowerFirst(kind)}`)
    const { ReturnValuesOnConditionCheckFailure, ...single } = fields
    const data = validate(store, operation, single)
    return {
      operation,
      data,
      tableName: String(data.TableName),
      attributes: data[attributes] as Item,
      isCheckOnly: kind === 'ConditionCheck',
      returnsOldItem: ReturnValuesOnConditionCheckFailure === 'ALL_OLD',
    }
  })
}

function tableOf(store: DynaliteStore, name: string): Promise<Table> {
  return new Promise((resolve, reject) => {
    store.getTable(name, (error, table) => {
      if (table !== undefined) resolve(table)
      else reject(new DynamoDbError((error as { body: Fields }).body))
    })
  })
}

function reasonOf(error: unknown, oldItem: Item | undefined): CancellationReason {
  if (!(error instanceof DynamoDbError)) throw error
  if (error.name === 'ConditionalCheckFailedException')
    return {
      Code: 'ConditionalCheckFailed',
      Message: error.message,
      ...(oldItem === undefined ? {} : { Item: oldItem }),
    }
  if (error.name === 'ValidationException') return { Code: 'ValidationError', Message: error.message }
  throw error
}

/**
 * Carries out a transaction's actions on stores whose writes are only staged. Every action is tried, so that the
 * reasons name all that stood in its way. The caller holds the exclusive lock, and commits when this resolves.
 * @param store receives the writes.
 * @param scratch receives writes that are to be thrown away.
 * @param itemAt the item as it is before the transaction.
 * @param itemAfter the item as the writes that are staged by now leave it.
 * @throws DynamoDbError TransactionCanceledException, ValidationException, ResourceNotFoundException
 */
export async function runTransactWrite(
  store: DynaliteStore,
  scratch: DynaliteStore,
  actions: readonly TransactAction[],
  itemAt: (tableName: string, key: string) => Item | undefined,
  itemAfter: (tableName: string, key: string) => Item | undefined,
): Promise<void> {
  const keys: (string | undefined)[] = []
  const seen = new Set<string>()
  for (const { tableName, attributes } of actions) {
    const key = storageKey(await tableOf(store, tableName), attributes)
    keys.push(key)
    const identity = `${tableName}\n${key}`
    if (key !== undefined && seen.has(identity))
      throw validationException('Transaction request cannot include multiple operations on one item')
    seen.add(identity)
  }

  const reasons: CancellationReason[] = []
  for (const [index, action] of actions.entries()) {
    try {
      await execute(action.isCheckOnly ? scratch : store, action.operation, action.data)
      reasons.push({ Code: 'None' })
    } catch (error) {
      const key = keys[index]
      const oldItem = action.returnsOldItem && key !== undefined ? itemAt(action.tableName, key) : undefined
      reasons.push(reasonOf(error, oldItem))
    }
  }
  if (reasons.some((reason) => reason.Code !== 'None')) throw transactionCanceled(reasons)
  const sizes = actions.map(({ tableName }, index) => {
    const key = keys[index] ?? ''
    const item = itemAfter(tableName, key) ?? itemAt(tableName, key)
    return item === undefined ? 0 : itemSize(item)
  })
  const size = sizes.reduce((sum, one) => sum + one, 0)
  if (size > LARGEST_TRANSACTION_IN_BYTES)
    throw validationException(
      `The items of the transaction have ${size} bytes together; it takes ${LARGEST_TRANSACTION_IN_BYTES} at most.`,
    )
}

/**
 * TransactGetItems: all items as they are at one moment. The caller holds the shared lock
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactGetItems.html).
 * @throws DynamoDbError TransactionCanceledException, ValidationException, ResourceNotFoundException
 */
export async function runTransactGet(store: DynaliteStore, request: Fields): Promise<Record<string, unknown>> {
  const gets = memberList(request).map((member, index) => {
    const [, fields] = onlyAction(member, ['Get'])
    requireFields(fields, ['TableName', 'Key'], `transactItems.${index + 1}.member.get`)
    return validate(store, 'GetItem', { ...fields, ConsistentRead: true })
  })
  const responses: Record<string, unknown>[] = []
  const reasons: CancellationReason[] = []
  for (const data of gets) {
    try {
      const { Item } = await execute(store, 'GetItem', data)
      responses.push(Item === undefined ? {} : { Item })
      reasons.push({ Code: 'None' })
    } catch (error) {
      reasons.push(reasonOf(error, undefined))
    }
  }
  if (reasons.some((reason) => reason.Code !== 'None')) throw transactionCanceled(reasons)
  return { Responses: responses }
}
