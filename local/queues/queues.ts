import type { DatabaseSync } from 'node:sqlite'
import type { Clock } from '../contracts.ts'

/** A message in a queue. The local service's queues only take what could not be delivered; nothing reads them away. */
export interface QueueMessage {
  readonly id: string
  readonly queueArn: string
  readonly body: string
  readonly attributes: Readonly<Record<string, string>>
  /** Epoch milliseconds on the service's clock. */
  readonly sentAt: number
}

/** The application's queues, kept on disk. */
export class Queues {
  readonly #database: DatabaseSync
  readonly #clock: Clock
  readonly #newId: () => string

  constructor(database: DatabaseSync, clock: Clock, newId: () => string) {
    this.#database = database
    this.#clock = clock
    this.#newId = newId
    database.exec(
      'CREATE TABLE IF NOT EXISTS queue_message (id TEXT PRIMARY KEY, queue_arn TEXT NOT NULL, body TEXT NOT NULL, attributes TEXT NOT NULL, sent_at INTEGER NOT NULL)',
    )
  }

  /** Puts a message into a queue, within the caller's transaction if there is one. */
  send(queueArn: string, body: string, attributes: Readonly<Record<string, string>> = {}): void {
    this.#database
      .prepare('INSERT INTO queue_message (id, queue_arn, body, attributes, sent_at) VALUES (?, ?, ?, ?, ?)')
      .run(this.#newId(), queueArn, body, JSON.stringify(attributes), Math.round(this.#clock.now()))
  }

  /** How many messages are in the queue of this name. */
  count(queueName: string): number {
    const row = this.#database
      .prepare("SELECT count(*) AS count FROM queue_message WHERE queue_arn LIKE '%:' || ?")
      .get(queueName)
    return Number(row?.count ?? 0)
  }

  /** Every message, the newest first. */
  messages(): readonly QueueMessage[] {
    return this.#database
      .prepare('SELECT id, queue_arn, body, attributes, sent_at FROM queue_message ORDER BY sent_at DESC, rowid DESC')
      .all()
      .map((row) => ({
        id: String(row.id),
        queueArn: String(row.queue_arn),
        body: String(row.body),
        attributes: JSON.parse(String(row.attributes)) as Readonly<Record<string, string>>,
        sentAt: Number(row.sent_at),
      }))
  }
}
