import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'

/** A message that was sent, as the mailbox lists it. */
export interface MailboxEntry {
  readonly id: string
  /** Epoch milliseconds on the service's clock. */
  readonly sentAt: number
  readonly from: string
  readonly to: readonly string[]
  readonly cc: readonly string[]
  readonly bcc: readonly string[]
  readonly subject: string
  readonly configurationSet: string | undefined
  readonly tags: Readonly<Record<string, string>>
  /** What SES told of it: `Send`, `Delivery`, `Bounce`, `Complaint`. */
  readonly events: readonly string[]
}

/** Every message that was sent: its entry in the database, and the message itself as a file. */
export class Mailbox {
  readonly #database: DatabaseSync
  readonly #folder: string

  /** @param folder holds `<id>.eml`, each exactly as sent. */
  constructor(database: DatabaseSync, folder: string) {
    this.#database = database
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
    database.exec(
      'CREATE TABLE IF NOT EXISTS mailbox_message (id TEXT PRIMARY KEY, sent_at INTEGER NOT NULL, entry TEXT NOT NULL)',
    )
  }

  /** Writes the message itself. A file without an entry is a message that was never accepted. */
  keepFile(id: string, message: Buffer): void {
    const file = this.file(id)
    writeFileSync(`${file}.part`, message)
    renameSync(`${file}.part`, file)
  }

  /** Adds the entry, in the transaction that is open: from its commit on the message has been sent. */
  addEntry(entry: MailboxEntry): void {
    this.#database
      .prepare('INSERT INTO mailbox_message (id, sent_at, entry) VALUES (?, ?, ?)')
      .run(entry.id, Math.round(entry.sentAt), JSON.stringify(entry))
  }

  /** Every message, the newest first. */
  entries(): readonly MailboxEntry[] {
    return this.#database
      .prepare('SELECT entry FROM mailbox_message ORDER BY sent_at DESC, rowid DESC')
      .all()
      .map((row) => JSON.parse(String(row.entry)) as MailboxEntry)
  }

  /** One message's entry; `undefined` when there is none of that id. */
  entry(id: string): MailboxEntry | undefined {
    const row = this.#database.prepare('SELECT entry FROM mailbox_message WHERE id = ?').get(id)
    return row === undefined ? undefined : (JSON.parse(String(row.entry)) as MailboxEntry)
  }

  /** How many messages there are. */
  count(): number {
    return Number(this.#database.prepare('SELECT count(*) AS count FROM mailbox_message').get()?.count)
  }

  /** The message exactly as sent. Only for the id of an entry. */
  file(id: string): string {
    return join(this.#folder, `${id}.eml`)
  }

  /** The bytes of a message exactly as sent. */
  read(id: string): Buffer {
    return readFileSync(this.file(id))
  }
}
