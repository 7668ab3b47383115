import { createHash } from 'node:crypto'

/** A file of a pack. Its name has folders with "/", and stays below the pack. */
export interface PackFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The names of what a pack says of itself. */
export const MANIFEST = 'manifest.json'
export const MANIFEST_HASH = 'manifest.sha256'

/** Which files a pack has, with the SHA-256 of each and the part in which it is. */
export interface Manifest {
  readonly format: 'pack-1'
  /** What the pack is, in words: "Evidence pack of case 7K2M-4QXP". */
  readonly title: string
  readonly parts: number
  readonly files: readonly {
    readonly name: string
    readonly bytes: number
    readonly sha256: string
    readonly part: number
  }[]
}

/** The SHA-256 of some bytes, in hexadecimal. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function textFile(name: string, text: string): PackFile {
  return { name, bytes: Buffer.from(text) }
}

export function jsonFile(name: string, content: unknown): PackFile {
  return textFile(name, `${JSON.stringify(content, undefined, 2)}\n`)
}
