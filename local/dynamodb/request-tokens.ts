import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { idempotentParameterMismatch } from './dynamodb-error.ts'

/** How long a client request token is good for (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html). */
const TOKEN_MILLISECONDS = 10 * 60 * 1000

/**
 * A request's fingerprint, for telling whether two requests with one token are the same. In which order the attributes of
 * an item stand makes no difference.
 */
export function fingerprint(request: unknown): string {
  const inOrder = (_: string, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value
  return createHash('sha256').update(JSON.stringify(request, inOrder)).digest('hex')
}

/** The client request tokens of transactions that succeeded in the last ten minutes. */
export class RequestTokens {
  readonly #read
  readonly #write
  readonly #expire

  constructor(database: DatabaseSync) {
    database.exec(`
      CREATE TABLE IF NOT EXISTS dynamodb_request_tokens (
        token TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, used_at INTEGER NOT NULL);
      CREATE INDEX IF NOT EXISTS dynamodb_request_tokens_by_age ON dynamodb_request_tokens (used_at);`)
    this.#read = database.prepare('SELECT fingerprint FROM dynamodb_request_tokens WHERE token = ? AND used_at > ?')
    this.#write = database.prepare('INSERT OR REPLACE INTO dynamodb_request_tokens VALUES (?, ?, ?)')
    this.#expire = database.prepare('DELETE FROM dynamodb_request_tokens WHERE used_at <= ?')
  }

  /**
   * Whether this request has been carried out already.
   * @throws DynamoDbError IdempotentParameterMismatchException when the token came with another request.
   */
  isRepeated(token: string, requestFingerprint: string, now: number): boolean {
    const known = this.#read.get(token, now - TOKEN_MILLISECONDS)
    if (known === undefined) return false
    if (known.fingerprint !== requestFingerprint) throw idempotentParameterMismatch()
    return true
  }

  /** Remembers a request, and forgets those whose time is over. Call it in the commit of the request's writes. */
  remember(token: string, requestFingerprint: string, now: number): void {
    this.#expire.run(now - TOKEN_MILLISECONDS)
    this.#write.run(token, requestFingerprint, now)
  }
}
