/** An error that the DynamoDB API answers with: HTTP 400 and a body with `__type` and a message. */
export class DynamoDbError extends Error {
  readonly status = 400
  readonly body: Readonly<Record<string, unknown>>

  constructor(body: Readonly<Record<string, unknown>>) {
    super(String(body.message ?? body.Message ?? body.__type))
    this.name = String(body.__type).split('#').pop() ?? 'DynamoDbError'
    this.body = body
  }
}

const MODEL = 'com.amazonaws.dynamodb.v20120810#'

/** The request is not of the operation's form (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html). */
export function validationException(message: string): DynamoDbError {
  return new DynamoDbError({ __type: 'com.amazon.coral.validate#ValidationException', message })
}

/** There is no operation of that name. */
export function unknownOperation(operation: string): DynamoDbError {
  return new DynamoDbError({
    __type: 'com.amazon.coral.service#UnknownOperationException',
    message: `The local DynamoDB has no operation ${operation}.`,
  })
}

/** The same client request token came with other parameters. */
export function idempotentParameterMismatch(): DynamoDbError {
  return new DynamoDbError({
    __type: `${MODEL}IdempotentParameterMismatchException`,
    Message: 'The provided client token was already used with a request of other parameters.',
  })
}

const CONFLICT = 'Transaction is ongoing for the item'

/**
 * Somebody's transaction holds an item that a single write goes to
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_UpdateItem.html#API_UpdateItem_Errors).
 */
export function transactionConflict(): DynamoDbError {
  return new DynamoDbError({ __type: `${MODEL}TransactionConflictException`, message: CONFLICT })
}

/** Why one action of a transaction did or did not stand in its way; `None` for an action that did not. */
export interface CancellationReason {
  readonly Code: string
  readonly Message?: string
  readonly Item?: unknown
}

/** Another transaction, or a single write, holds the item of one action of a transaction. */
export const CONFLICT_REASON: CancellationReason = { Code: 'TransactionConflict', Message: CONFLICT }

/**
 * The transaction was refused as a whole; one reason per action, in the order of the request
 * (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html#API_TransactWriteItems_Errors).
 */
export function transactionCanceled(reasons: readonly CancellationReason[]): DynamoDbError {
  const codes = reasons.map((reason) => reason.Code).join(', ')
  return new DynamoDbError({
    __type: `${MODEL}TransactionCanceledException`,
    Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
    CancellationReasons: reasons,
  })
}
