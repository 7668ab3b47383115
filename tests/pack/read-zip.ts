import { inflateRawSync } from 'node:zlib'

/**
 * Reads a zip by its central directory (PKWARE APPNOTE 4.3), and shares no code with what made it.
 * @throws Error when it is no zip, or a file of it is not as long or not in the order that it says
 */
export function readZip(zip: Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(zip)
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0) throw new Error('There is no end of a central directory.')
  const count = bytes.readUInt16LE(end + 10)
  const files = new Map<string, Buffer>()
  let at = bytes.readUInt32LE(end + 16)
  for (let number = 0; number < count; number += 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw new Error(`Entry ${number} does not begin as one.`)
    const method = bytes.readUInt16LE(at + 10)
    const packed = bytes.readUInt32LE(at + 20)
    const size = bytes.readUInt32LE(at + 24)
    const nameLength = bytes.readUInt16LE(at + 28)
    const others = bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    const local = bytes.readUInt32LE(at + 42)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const content = bytes.subarray(start, start + packed)
    const file = method === 0 ? content : inflateRawSync(content)
    if (file.length !== size) throw new Error(`${name} has ${file.length} bytes, not ${size}.`)
    files.set(name, file)
    at += 46 + nameLength + others
  }
  return files
}
