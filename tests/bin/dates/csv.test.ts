import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { OUTPUT_COLUMNS } from '../../../bin/dates/columns.ts'
import { newTally } from '../../../bin/dates/tally.ts'
import { answered, answeredRows, readingOf } from './answered.ts'

const ADDED = OUTPUT_COLUMNS.join(',')
const DATES_OF_10_FEBRUARY = '2026-04-10,2026-04-10,,,,,2026-04-10,,2026-04-10,2026-04-10,certain,,,'

describe('the output as CSV', () => {
  it("has the input's columns in their order, then its own", async () => {
    const { text } = await answered('case,placement_only,notice_sent,area\nA1,0,2026-02-10,north\n')
    expect(text).toBe(`case,placement_only,notice_sent,area,${ADDED}\nA1,0,2026-02-10,north,${DATES_OF_10_FEBRUARY}\n`)
  })

  it('carries commas, quotation marks and line ends in cells', async () => {
    const { text } = await answered('"the ""case""",notice_sent\n"a, ""b""\nc","2026-02-10"\n')
    expect(text).toBe(`"the ""case""",notice_sent,${ADDED}\n"a, ""b""\nc",2026-02-10,${DATES_OF_10_FEBRUARY}\n`)
  })

  it('is the same whatever the pieces in which the input comes', async () => {
    const input = '\ufeffcase,notice_sent\r\n"é, ""b""\r\nc",2026-02-10\r\n,\r\n\r\nf,2026-31-01\r\n'
    const whole = await answered(input)
    for (const pieceSize of [1, 2, 3, 7]) expect((await answered(input, { pieceSize })).text).toBe(whole.text)
  })

  it('ends its lines as the input does', async () => {
    const { text } = await answered('case,notice_sent\r\nA,2026-02-10\r\n')
    expect(text).toBe(`case,notice_sent,${ADDED}\r\nA,2026-02-10,${DATES_OF_10_FEBRUARY}\r\n`)
  })

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('reads lines that end in %s', async (_, end) => {
    const rows = await answeredRows(['case,notice_sent', 'A,2026-02-10', 'B,2026-02-10'].join(end))
    expect(rows.map((row) => [row.case, row.error])).toEqual([
      ['A', ''],
      ['B', ''],
    ])
  })

  it('reads a last row without a line end, and lines that end in different ways', async () => {
    const rows = await answeredRows('case,notice_sent\nA,2026-02-10\r\nB,2026-02-10')
    expect(rows.map(({ appeal_by }) => appeal_by)).toEqual(['2026-04-10', '2026-04-10'])
  })

  it('leaves out a byte order mark', async () => {
    const { text } = await answered('\ufeffnotice_sent\n2026-02-10\n')
    expect(text.startsWith('notice_sent,')).toBe(true)
  })

  it('carries bytes through that are not UTF-8', async () => {
    const input = Buffer.from('name,notice_sent\nRen\xe9,2026-02-10\nZo\xeb,never\n', 'latin1')
    const { bytes } = await answered(input)
    expect(bytes.includes(Buffer.from('Ren\xe9,2026-02-10,', 'latin1'))).toBe(true)
    expect(bytes.includes(Buffer.from('Zo\xeb,never,', 'latin1'))).toBe(true)
  })

  it('quotes in an error what a cell says, in UTF-8', async () => {
    const [row] = await answeredRows(`notice_sent\n${'é'.repeat(60)}\n`)
    expect(row?.error).toBe(
      `Line 2: notice_sent: "${'é'.repeat(40)}..." cannot be read as a date. Write it as year-month-day, for example 2026-09-10.`,
    )
  })

  it('takes a quotation mark inside a cell as itself', async () => {
    const [row] = await answeredRows('size,notice_sent\n5" pipe,2026-02-10\n')
    expect(row).toMatchObject({ size: '5" pipe', error: '' })
  })

  it('says in its row when a quotation mark is never closed', async () => {
    const { text, tally } = await answered('notice_sent,case\n2026-02-10,A\n"2026-02-11,B\n2026-02-12,C\n')
    const lines = text.trimEnd().split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[2]).toContain('A quotation mark in this row is never closed')
    expect(tally).toMatchObject({ rows: 2, refused: 1 })
  })

  it('stops reading a row that is longer than any row', async () => {
    let pieces = 0
    async function* endless() {
      yield Buffer.from('notice_sent,case\n2026-02-10,A\n"')
      for (;;) {
        pieces += 1
        yield Buffer.alloc(65_536, 'x,\n')
      }
    }
    const { answerRows } = await import('../../../bin/dates/answer-rows.ts')
    const tally = newTally()
    let text = ''
    for await (const piece of answerRows(endless(), 'csv', readingOf('year-first'), tally)) text += piece
    expect(text).toContain('This row is longer than 1 MiB')
    expect(tally).toMatchObject({ rows: 2, refused: 1 })
    expect(pieces).toBeLessThan(40)
  })

  it('reads no further than its reader asks for', async () => {
    let read = 0
    async function* rows() {
      yield Buffer.from('notice_sent\n')
      for (; read < 1000; read += 1) yield Buffer.from('2026-02-10\n')
    }
    const { answerRows } = await import('../../../bin/dates/answer-rows.ts')
    const answers = answerRows(rows(), 'csv', readingOf('year-first'), newTally())
    for (let taken = 0; taken < 10; taken += 1) await answers.next()
    expect(read).toBeLessThan(20)
    await answers.return(undefined)
  })
})

describe('an input that cannot be used', () => {
  it.each([
    ['is empty', '', 'The input is empty. It has to begin with a header row.'],
    ['is a byte order mark', '\ufeff', 'The input is empty.'],
    ['begins with an empty line', '\nnotice_sent\n', 'The first line is empty.'],
    [
      'has no header',
      '2026-02-10,2026-03-01\n',
      'The first row has neither a column notice_printed nor a column notice_sent.',
    ],
    ['names a column twice', 'notice_sent,case,notice_sent\n', 'The column "notice_sent" stands twice in the header.'],
    [
      'names an unknown column twice',
      'notice_sent,cas\u00e9,cas\u00e9\n',
      'The column "cas\u00e9" stands twice in the header.',
    ],
    ['has two columns without a name', 'notice_sent,,\n', 'More than one column of the header has no name.'],
    [
      'names a column in two ways',
      'notice_sent,Certificate Issued,certificate_issued\n',
      'The columns "Certificate Issued" and "certificate_issued" are both read as certificate_issued.',
    ],
    [
      'has a column that is added',
      'notice_sent,appeal_by\n',
      'The input has a column "appeal_by", which this command adds.',
    ],
    ['has a header that never ends', 'notice_sent,"case\n', 'The header cannot be read.'],
  ])('says so when it %s', async (_, input, why) => {
    await expect(answered(input)).rejects.toThrow(why)
  })

  it('says so when it is UTF-16', async () => {
    await expect(answered(Buffer.from('\ufeffnotice_sent\n', 'utf16le'))).rejects.toThrow('UTF-16')
  })

  it('has no rows, and that is no error', async () => {
    expect((await answered('notice_sent\n')).text).toBe(`notice_sent,${ADDED}\n`)
  })
})
