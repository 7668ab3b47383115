import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** A data folder that no other service uses while this is held. */
export interface DataFolderLock {
  release(): void
}

/**
 * Takes a data folder for this process. The lock is the operating system's own on an open file, so it is gone when its
 * process is, however that ended.
 *
 * @throws Error when another service has the folder.
 */
export function lockDataFolder(directory: string): DataFolderLock {
  mkdirSync(directory, { recursive: true })
  const database = new DatabaseSync(join(directory, 'lock.sqlite'))
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;')
  } catch (error) {
    database.close()
    if (!/locked|busy/i.test((error as Error).message)) throw error
    throw new Error(
      `The data folder ${resolve(directory)} is used by another local service that is running. Stop that one first, or choose another folder.`,
    )
  }
  return { release: () => database.close() }
}
