import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { INPUT_COLUMNS, OUTPUT_COLUMNS } from '../../../bin/dates/columns.ts'
import { flagOf } from '../../../bin/dates/question.ts'
import { COMMAND, runDates } from './dates-command.ts'

describe('npm run -s dates', () => {
  it('answers rows and ends with 0', async () => {
    const { status, output, errors } = await runDates([], 'case,notice_sent\nA1,2026-02-10\n')
    expect(output.split('\n')[1]).toBe(
      'A1,2026-02-10,2026-04-10,2026-04-10,,,,,2026-04-10,,2026-04-10,2026-04-10,certain,,,',
    )
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
  })

  it('ends with 1 when a row had an error, and says how many', async () => {
    const { status, output, errors } = await runDates([], 'notice_sent\nnever\n2026-02-10\n')
    expect(status).toBe(1)
    expect(errors).toBe('1 of 2 rows had an error: the column "error" says why.\n')
    expect(output.trimEnd().split('\n')).toHaveLength(3)
  })

  it('says on standard error that dates rest on bank holidays not yet published', async () => {
    const { status, errors } = await runDates([], 'notice_sent\n2028-10-24\n')
    expect(status).toBe(0)
    expect(errors).toContain('1 row with a date that may change')
  })

  it.each([
    ['an empty input', [], '', 'The input is empty. It has to begin with a header row.\n'],
    ['a missing header', [], '2026-02-10\n', /^The first row has neither .*\n$/],
    ['a column that stands twice', [], 'notice_sent,notice_sent\n', /^The column "notice_sent" stands twice .*\n$/],
    ['a flag that is not known', ['--sent', '2026-02-10'], '', /^There is no flag --sent\. .*\n$/],
  ])('ends with 2 and a sentence on standard error for %s', async (_, words, input, sentence) => {
    const { status, output, errors } = await runDates(words, input)
    expect({ status, output }).toEqual({ status: 2, output: '' })
    expect(errors).toMatch(sentence)
  })

  it('writes one JSON object a line', async () => {
    const { status, output } = await runDates(['--json'], 'notice_sent\n2026-06-30\n2026-07-01\n')
    const rows = output
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows.map(({ row, dates }) => [row, dates.appeal.law_date])).toEqual([
      [1, '2026-09-01'],
      [2, '2026-09-01'],
    ])
    expect(status).toBe(0)
  })

  it('answers one question without reading any input', async () => {
    const { status, output, errors } = await runDates(['--notice-sent', '2026-06-30'])
    expect(output).toContain('Appeal: by Tuesday 1 September 2026, 5pm')
    expect({ status, errors }).toEqual({ status: 0, errors: '' })
  })

  it('ends with 1 when the question has no answer', async () => {
    const { status, output, errors } = await runDates(['--notice-sent', '2026-02-31'])
    expect({ status, output }).toEqual({ status: 1, output: '' })
    expect(errors).toBe('--notice-sent: There is no 31 February 2026. Check the day and the month.\n')
  })

  it('explains every column and flag', async () => {
    const { status, output } = await runDates(['--help'])
    expect(status).toBe(0)
    const page = readFileSync(new URL('../../../docs/dates-command.md', import.meta.url), 'utf8')
    for (const column of [...INPUT_COLUMNS, ...OUTPUT_COLUMNS]) {
      expect(output).toContain(column)
      expect(page).toContain(`\`${column}\``)
    }
    for (const column of INPUT_COLUMNS) expect(page).toContain(`\`${flagOf(column)}`)
  })

  it('ends quietly when its reader has read enough', async () => {
    const child = spawn(process.execPath, [COMMAND], { stdio: ['pipe', 'pipe', 'pipe'] })
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors += text
    })
    const ended = new Promise((resolve) => child.on('close', resolve))
    child.stdin.on('error', () => {})
    child.stdout.once('data', () => child.stdout.destroy())
    child.stdin.end(`notice_sent\n${'2026-02-10\n'.repeat(50_000)}`)
    expect(await ended).toBe(0)
    expect(errors).toBe('')
  })

  it('streams 200,000 rows in bounded memory', async () => {
    const rows = 200_000
    const row = `2026-02-10,${'carried through '.repeat(20)}\n`
    async function* input() {
      yield 'notice_sent,note\n'
      for (let sent = 0; sent < rows; sent += 1000) yield row.repeat(1000)
    }
    // 66 MB in and 78 MB out: Node itself with the command takes 100 MB, so that holding either would show.
    const { status, lines, peakInMegabytes } = await countLines(input())
    expect({ status, lines }).toEqual({ status: 0, lines: rows + 1 })
    expect(peakInMegabytes).toBeLessThan(160)
  })
})

/**
 * Looks again and again how much memory the process has, and tells the most of it in bytes as the last thing on standard
 * error. What the system itself remembers (`maxRSS`) begins with the memory of the process that started this one.
 */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(`
  let peak = 0
  const look = () => { peak = Math.max(peak, process.memoryUsage.rss()) }
  setInterval(look, 5).unref()
  process.on('exit', () => { look(); console.error(peak) })
`)}`

/** Runs the command and counts what it writes, holding none of it. */
async function countLines(input: AsyncIterable<string>) {
  // A small heap keeps Node from putting off its cleaning up, which would look like holding.
  const child = spawn(process.execPath, ['--max-old-space-size=32', '--import', TELL_PEAK, COMMAND], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text
  })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const writing = (async () => {
    for await (const text of input) {
      if (!child.stdin.write(text)) await new Promise((done) => child.stdin.once('drain', done))
    }
    child.stdin.end()
  })()
  let lines = 0
  for await (const bytes of child.stdout) for (const byte of bytes as Uint8Array) if (byte === 0x0a) lines += 1
  await writing
  return { status: await ended, lines, peakInMegabytes: Number(errors) / 1024 ** 2 }
}
