import type { DatabaseSync } from 'node:sqlite'

/** What a stream's records show of the item (https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html). */
export type StreamViewType = 'KEYS_ONLY' | 'NEW_IMAGE' | 'OLD_IMAGE' | 'NEW_AND_OLD_IMAGES'

const VIEW_TYPES: readonly string[] = ['KEYS_ONLY', 'NEW_IMAGE', 'OLD_IMAGE', 'NEW_AND_OLD_IMAGES']

export function isStreamViewType(value: unknown): value is StreamViewType {
  return typeof value === 'string' && VIEW_TYPES.includes(value)
}

/** A table's stream: what its records show, and the label that tells it from an earlier stream of the same table. */
export interface Stream {
  readonly viewType: StreamViewType
  readonly label: string
}

/** What dynalite does not keep of a table: its stream, and the attribute by which items expire. */
export interface TableSettings {
  readonly stream: Stream | undefined
  readonly timeToLiveAttribute: string | undefined
}

export class TableSettingsStore {
  readonly #read
  readonly #write
  readonly #delete

  constructor(database: DatabaseSync) {
    database.exec(`CREATE TABLE IF NOT EXISTS dynamodb_table_settings (
      table_name TEXT PRIMARY KEY, view_type TEXT, stream_label TEXT, time_to_live_attribute TEXT)`)
    this.#read = database.prepare('SELECT * FROM dynamodb_table_settings WHERE table_name = ?')
    this.#write = database.prepare('INSERT OR REPLACE INTO dynamodb_table_settings VALUES (?, ?, ?, ?)')
    this.#delete = database.prepare('DELETE FROM dynamodb_table_settings WHERE table_name = ?')
  }

  of(tableName: string): TableSettings {
    const row = this.#read.get(tableName)
    return {
      stream: isStreamViewType(row?.view_type)
        ? { viewType: row.view_type, label: String(row.stream_label) }
        : undefined,
      timeToLiveAttribute: row?.time_to_live_attribute == null ? undefined : String(row.time_to_live_attribute),
    }
  }

  set(tableName: string, { stream, timeToLiveAttribute }: TableSettings): void {
    this.#write.run(tableName, stream?.viewType ?? null, stream?.label ?? null, timeToLiveAttribute ?? null)
  }

  delete(tableName: string): void {
    this.#delete.run(tableName)
  }
}
