import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/**
 * Opens the local service's own database (executions, messages, undelivered records, timers).
 *
 * Commits survive `kill -9` of the process: the write-ahead log is in the operating system's hands before a commit
 * returns. They are not forced to the disk platter one by one (`synchronous = NORMAL`), so losing the machine's power
 * can lose the last moments; it cannot corrupt the file (https://www.sqlite.org/pragma.html#pragma_synchronous).
 *
 * @param directory the data folder; made when missing. `:memory:` keeps everything in memory, for tests.
 */
export function openDatabase(directory: string): DatabaseSync {
  if (directory !== ':memory:') mkdirSync(directory, { recursive: true })
  const database = new DatabaseSync(directory === ':memory:' ? directory : join(directory, 'service.sqlite'))
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;')
  return database
}

/** Runs `work` in one transaction: all of it is kept, or none. */
export function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE')
  try {
    const result = work()
    database.exec('COMMIT')
    return result
  } catch (error) {
    // When the disk is full or fails, SQLite has rolled back by itself.
    if (database.isTransaction) database.exec('ROLLBACK')
    throw error
  }
}
