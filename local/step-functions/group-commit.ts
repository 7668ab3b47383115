import type { DatabaseSync } from 'node:sqlite'
import { inTransaction } from '../database.ts'

interface Pending {
  readonly write: () => void
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Commits what has gathered since the last turn of the event loop in one transaction. Nobody hears of their commit before
 * it is made; if it cannot be made, everybody in it hears so and nothing of it is kept.
 */
export class GroupCommit {
  readonly #database: DatabaseSync
  #pending: Pending[] = []
  #isClosed = false

  constructor(database: DatabaseSync) {
    this.#database = database
  }

  /** Resolves once `write` has been committed. */
  commit(write: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ write, resolve, reject })
      if (this.#pending.length === 1) setImmediate(() => this.#flush())
    })
  }

  /** From now on nothing is written; those who wait are let go. */
  close(): void {
    this.#isClosed = true
  }

  #flush(): void {
    const batch = this.#pending
    this.#pending = []
    try {
      if (!this.#isClosed)
        inTransaction(this.#database, () => {
          for (const { write } of batch) write()
        })
    } catch (error) {
      for (const { reject } of batch) reject(error)
      return
    }
    for (const { resolve } of batch) resolve()
  }
}
