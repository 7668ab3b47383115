import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { DataFolderError, inWordsOfDataFolder } from '../data-folder-error.ts'
import { inTransaction, openDatabase } from '../database.ts'

const folder = mkdtempSync(join(tmpdir(), 'data-folder-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The error of some work; fails when there is none. */
function errorOf(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('It went well.')
}

describe('a data folder that cannot be used', () => {
  it('is on a full disk: that is the error, nothing is kept, and the next write that fits goes well', () => {
    const database = openDatabase(folder)
    database.exec('CREATE TABLE t (text TEXT); PRAGMA max_page_count = 20')
    const insert = database.prepare('INSERT INTO t VALUES (?)')
    const error = errorOf(() => inTransaction(database, () => insert.run('x'.repeat(1_000_000))))
    expect(inWordsOfDataFolder(error, folder)).toEqual(
      new DataFolderError(
        `The data folder ${folder} is on a disk that is full. Free some space. Then start again: it goes on from where it was.`,
      ),
    )
    inTransaction(database, () => insert.run('small'))
    expect(database.prepare('SELECT text FROM t').all()).toEqual([{ text: 'small' }])
    database.close()
  })

  it('is rolled back once, though SQLite has done so by itself', () => {
    const database = openDatabase(':memory:')
    const failure = new Error('the disk failed')
    const work = () => {
      database.exec('ROLLBACK')
      throw failure
    }
    expect(errorOf(() => inTransaction(database, work))).toBe(failure)
    database.close()
  })

  // https://www.sqlite.org/rescode.html, and errno(3).
  it.each([
    ['a database for reading only', { code: 'ERR_SQLITE_ERROR', errcode: 8 }, 'cannot be written to.'],
    [
      'one of which a part cannot be read',
      { code: 'ERR_SQLITE_ERROR', errcode: 266 },
      'the disk answers with an error',
    ],
    ['a damaged one', { code: 'ERR_SQLITE_ERROR', errcode: 11 }, 'has a damaged file in it.'],
    ['a disk for reading only', { code: 'EROFS', path: join(folder, 'mailbox', 'x.eml') }, 'cannot be written to.'],
    ['no space for a file', { code: 'ENOSPC', path: join(folder, 'code') }, 'is on a disk that is full.'],
  ])('is told in a sentence: %s', (_, error, words) => {
    const told = inWordsOfDataFolder(error, folder)
    expect(told).toBeInstanceOf(DataFolderError)

    expect((told as Error).message).toContain(words)
  })

  it.each([
    ['a constraint', { code: 'ERR_SQLITE_ERROR', errcode: 19 }],
    ['a file elsewhere', { code: 'EACCES', path: '/elsewhere/x' }],
    ['a port that is not allowed', { code: 'EACCES', syscall: 'listen' }],
    ['something that is no error', undefined],
  ])('has nothing to do with %s', (_, error) => {
    expect(inWordsOfDataFolder(error, folder)).toBe(error)
  })
})
