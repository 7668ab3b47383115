import { strToU8, zipSync } from 'fflate'
import { jsonFile, MANIFEST, MANIFEST_HASH, type Manifest, type PackFile, sha256, textFile } from './manifest.ts'

/** One zip of a pack. */
export interface PackPart {
  readonly part: number
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Of the zip itself, in hexadecimal. */
  readonly sha256: string
}

/** A function of Lambda answers with 6 MB at most, and a file takes a third more on its way. */
export const LARGEST_PART_IN_BYTES = 4 * 1024 * 1024
/** What a zip says of a file besides its bytes: its two headers, and its name in both. */
const HEADERS_OF_A_FILE_IN_BYTES = 128

/**
 * The same on every zip, so that the same files give the same bytes. fflate reads it in the time zone that the machine has
 * then, so it is made then.
 */
const noParticularTime = () => new Date(1980, 0, 1)

/**
 * Zips the files of a pack, with a manifest of them. What would be larger than a part may be is split into numbered parts;
 * each has the manifest of all, and those that go first. The same files give the same bytes.
 *
 * @param title what the pack is, in words
 * @param first the files that stand in each part, in which the reader begins; they and the manifest are small
 * @param others the rest, each in one of the parts
 * @param largest how large a zip may be, in bytes
 * @throws Error when two files have one name, or one file by itself is too large for a part
 */
export function zipPack(
  title: string,
  first: readonly PackFile[],
  others: readonly PackFile[],
  largest = LARGEST_PART_IN_BYTES,
): readonly PackPart[] {
  const sorted = [...others].sort((one, other) => (one.name < other.name ? -1 : 1))
  refuseSameNames([...first, ...sorted])
  const inEachPart = [...first, ...aboutThem(title, first, [sorted])]
  const parts = sharedOut(sorted, largest - inEachPart.reduce((total, file) => total + sizeAtMost(file), 0))
  const about = aboutThem(title, first, parts)
  return parts.map((files, index) => {
    const bytes = zipOf([...first, ...about, ...files])
    return { part: index + 1, bytes, sha256: sha256(bytes) }
  })
}

/** Zips files as they are, in the order of their names. */
function zipOf(files: readonly PackFile[]): Uint8Array<ArrayBuffer> {
  const inOrder = [...files].sort((one, other) => (one.name < other.name ? -1 : 1))
  return zipSync(Object.fromEntries(inOrder.map(({ name, bytes }) => [name, bytes])), {
    level: 6,
    mtime: noParticularTime(),
  })
}

/** The files, shared out over as few parts as their order allows. There is one part at least. */
function sharedOut(files: readonly PackFile[], room: number): readonly (readonly PackFile[])[] {
  const parts: PackFile[][] = [[]]
  let left = room
  for (const file of files) {
    const size = zipOf([file]).length
    if (size > room) {
      throw new Error(`The file ${file.name} takes ${size} bytes, and a part of a pack has room for ${room}.`)
    }
    if (size > left) {
      parts.push([])
      left = room
    }
    parts.at(-1)?.push(file)
    left -= size
  }
  return parts
}

/** A file takes no more in a zip, however little it can be compressed. The numbers of parts can have more digits in the end. */
function sizeAtMost({ name, bytes }: PackFile): number {
  return 2 * HEADERS_OF_A_FILE_IN_BYTES + 2 * strToU8(name).length + Math.ceil(bytes.length * 1.05)
}

function aboutThem(title: string, first: readonly PackFile[], parts: readonly (readonly PackFile[])[]) {
  const entry = ({ name, bytes }: PackFile, part: number) => ({
    name,
    bytes: bytes.length,
    sha256: sha256(bytes),
    part,
  })
  const manifest: Manifest = {
    format: 'pack-1',
    title,
    parts: parts.length,
    files: [
      ...first.map((file) => entry(file, 1)),
      ...parts.flatMap((files, index) => files.map((file) => entry(file, index + 1))),
    ],
  }
  const file = jsonFile(MANIFEST, manifest)
  return [file, textFile(MANIFEST_HASH, `${sha256(file.bytes)}\n`)]
}

function refuseSameNames(files: readonly PackFile[]): void {
  const names = files.map(({ name }) => name)
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice) throw new Error(`Two files of a pack are called ${twice}.`)
}
