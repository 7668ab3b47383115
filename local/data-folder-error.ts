import { resolve } from 'node:path'

/** The data folder cannot be used. The message is one sentence that says which, what is wrong and what to do. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError'
}

const GOES_ON = 'Then start again: it goes on from where it was.'
const FULL = `is on a disk that is full. Free some space. ${GOES_ON}`
const NOT_WRITABLE = `cannot be written to. Make it writable, or choose another folder. ${GOES_ON}`
const DISK_ERROR = `cannot be read or written: the disk answers with an error. Look at the disk. ${GOES_ON}`
const DAMAGED = 'has a damaged file in it. Put a copy of the folder back, or choose another folder to start afresh.'
const NO_FOLDER = 'is not a folder, or lies in something that is none. Choose another.'

/** By SQLite's primary result code: https://www.sqlite.org/rescode.html. */
const BY_SQLITE_CODE: Readonly<Record<number, string>> = {
  3: NOT_WRITABLE,
  8: NOT_WRITABLE,
  10: DISK_ERROR,
  11: DAMAGED,
  13: FULL,
  14: NOT_WRITABLE,
  26: DAMAGED,
}

const BY_FILE_CODE: Readonly<Record<string, string>> = {
  EACCES: NOT_WRITABLE,
  EDQUOT: FULL,
  EEXIST: NO_FOLDER,
  EIO: DISK_ERROR,
  ENOSPC: FULL,
  ENOTDIR: NO_FOLDER,
  EPERM: NOT_WRITABLE,
  EROFS: NOT_WRITABLE,
}

/**
 * Puts into words what is wrong with the data folder.
 * @param error any error.
 * @param directory the data folder.
 * @returns the error as it is told: a DataFolderError where the folder is to blame, and otherwise `error` itself.
 */
export function inWordsOfDataFolder(error: unknown, directory: string): unknown {
  const { code, errcode, path } = (error ?? {}) as { code?: string; errcode?: number; path?: string }
  const folder = resolve(directory)
  const words =
    code === 'ERR_SQLITE_ERROR'
      ? BY_SQLITE_CODE[(errcode ?? 0) & 0xff]
      : typeof path === 'string' && resolve(path).startsWith(folder)
        ? BY_FILE_CODE[code ?? '']
        : undefined
  return words === undefined ? error : new DataFolderError(`The data folder ${folder} ${words}`, { cause: error })
}
