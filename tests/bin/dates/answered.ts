import { Buffer } from 'node:buffer'
import { parse } from 'csv-parse/sync'
import { answerRows } from '../../../bin/dates/answer-rows.ts'
import { newTally, type Tally } from '../../../bin/dates/tally.ts'
import { calendarDate } from '../../../lambdas/law/calendar-date.ts'
import type { DateOrder, DateReading } from '../../../lambdas/spreadsheet/date-cell.ts'

/** How dates are read on a day on which everything in these tests has happened. */
export function readingOf(order: DateOrder): DateReading {
  return { order, today: calendarDate(2026, 11, 26) }
}

/** What an input gives, its bytes arriving in pieces of `pieceSize`. */
export async function answered(
  input: string | Uint8Array,
  {
    kind = 'csv',
    order = 'year-first',
    pieceSize = 65_536,
  }: { kind?: 'csv' | 'json'; order?: DateOrder; pieceSize?: number } = {},
): Promise<{ readonly bytes: Buffer; readonly text: string; readonly tally: Tally }> {
  const tally = newTally()
  const pieces: Buffer[] = []
  const answers = answerRows(inPieces(Buffer.from(input), pieceSize), kind, readingOf(order), tally)
  for await (const piece of answers) pieces.push(piece)
  const bytes = Buffer.concat(pieces)
  return { bytes, text: bytes.toString('utf8'), tally }
}

/** The rows that an input gives, by column. */
export async function answeredRows(
  input: string | Uint8Array,
  order: DateOrder = 'year-first',
): Promise<Record<string, string>[]> {
  return parse((await answered(input, { order })).text, { columns: true }) as Record<string, string>[]
}

/** One row of facts, and the row that it gives. */
export async function answeredRow(
  facts: Readonly<Record<string, string>>,
  order: DateOrder = 'year-first',
): Promise<Record<string, string>> {
  const [row] = await answeredRows(`${Object.keys(facts).join(',')}\n${Object.values(facts).join(',')}\n`, order)
  if (row === undefined) throw new Error('The row gave no row.')
  return row
}

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
