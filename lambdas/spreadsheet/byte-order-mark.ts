import { Buffer } from 'node:buffer'
import { InputError } from './input-error.ts'

const UTF_8_MARK = Buffer.from([0xef, 0xbb, 0xbf])
const UTF_16_MARKS = [Buffer.from([0xff, 0xfe]), Buffer.from([0xfe, 0xff])]

/**
 * The input's bytes without the mark with which some programs begin UTF-8. Chunks may be of any size.
 *
 * @throws InputError when the input begins with the mark of UTF-16 or a letter in it, which is not read
 */
export async function* withoutByteOrderMark(input: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0)
  for await (const chunk of input) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (start === undefined) {
      yield bytes
      continue
    }
    start = Buffer.concat([start, bytes])
    if (start.length < UTF_8_MARK.length) continue
    yield withoutMark(start)
    start = undefined
  }
  if (start !== undefined && start.length > 0) yield withoutMark(start)
}

function withoutMark(start: Buffer): Buffer {
  const hasMark = UTF_16_MARKS.some((mark) => start.subarray(0, mark.length).equals(mark))
  // Without a mark, one of the two bytes of a letter is 0, which no other text has.
  if (hasMark || start.subarray(0, 2).includes(0)) {
    throw new InputError(
      'The input is written in UTF-16, as "Unicode Text" is, which cannot be read. ' +
        'Save it as "CSV UTF-8 (Comma delimited)" and try again.',
    )
  }
  return start.subarray(0, UTF_8_MARK.length).equals(UTF_8_MARK) ? start.subarray(UTF_8_MARK.length) : start
}
