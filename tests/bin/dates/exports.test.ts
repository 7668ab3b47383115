import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { answerRows } from '../../../bin/dates/answer-rows.ts'
import { newTally } from '../../../bin/dates/tally.ts'
import { answered, answeredRow, answeredRows, readingOf } from './answered.ts'

/** As Excel saves "CSV UTF-8": a mark, CRLF, names as people write them, cells with line breaks, empty rows at the end. */
const EXCEL = [
  '\ufeffCase ref, Notice Sent ,Certificate-Issued,ADVISER CONTACTED,Comment',
  'B1,30/06/2026,03/08/2026,,"Rang, twice',
  'no answer"',
  'B2,30/6/26,N/A,tbc,',
  'B3,30-Jun-26,\u00a003 Aug 2026\u200b,01/07/2026 00:00,',
  ',,,,',
  'B4,46203,46237.5,46204,',
  'B5,31/06/2026,,,',
  'B6,30/06/2026,06/30/2026,,',
  ',,,,',
  ',,,,',
  '',
].join('\r\n')

describe('a file that a spreadsheet has saved', () => {
  it('is read where days come first, and a bad row stops no other', async () => {
    const rows = await answeredRows(EXCEL, 'day-first')
    expect(rows.map((row) => [row['Case ref'], row.appeal_by, row.appeal_certificate_limb])).toEqual([
      ['B1', '2026-09-03', '2026-09-03'],
      ['B2', '2026-09-01', ''],
      ['B3', '2026-09-03', '2026-09-03'],
      ['', '', ''],
      ['B4', '2026-09-03', '2026-09-03'],
      ['B5', '', ''],
      ['B6', '', ''],
    ])
  })

  it('has errors that name the line, the column and the value, and say what to do', async () => {
    const rows = await answeredRows(EXCEL, 'day-first')
    expect(rows.map(({ error }) => error).filter((error) => error !== '')).toEqual([
      'Line 6: This line is empty.',
      'Line 8: notice_sent: There is no 31 June 2026. Check the day and the month.',
      expect.stringMatching(
        /^Line 9: certificate_issued: "06\/30\/2026" has the month 30\. .* check one that you know\.$/,
      ),
    ])
  })

  it('has a note where a word was taken as blank', async () => {
    const rows = await answeredRows(EXCEL, 'day-first')
    expect(rows.map(({ reading_note }) => reading_note).filter((note) => note !== '')).toEqual([
      'certificate_issued: "N/A" is taken as blank. adviser_contacted: "tbc" is taken as blank.',
    ])
    const { tally } = await answered(EXCEL, { order: 'day-first' })
    expect(tally).toMatchObject({ rows: 7, refused: 3, noted: 1 })
  })

  it('keeps its names and cells as they came', async () => {
    const { text } = await answered(EXCEL, { order: 'day-first' })
    const [header = '', row = ''] = text.split('\r\n')
    expect(header).toContain('Case ref, Notice Sent ,Certificate-Issued,ADVISER CONTACTED,Comment,contact_by')
    expect(row).toBe('B1,30/06/2026,03/08/2026,,"Rang, twice')
    expect(text).toContain('B3,30-Jun-26,\u00a003 Aug 2026\u200b,01/07/2026 00:00,,2026-08-30')
  })

  it('has errors that name the option, where nobody said that days come first', async () => {
    const [first, ...others] = await answeredRows(EXCEL)
    expect(first?.error).toBe(
      'Line 2: ' +
        'notice_sent: "30/06/2026" cannot be read as a date. Write it as year-month-day, for example 2026-09-10. ' +
        'With --dates day-first it is read as Tuesday 30 June 2026. ' +
        'certificate_issued: "03/08/2026" cannot be read as a date. Write it as year-month-day, for example 2026-09-10. ' +
        'With --dates day-first it is read as Monday 3 August 2026.',
    )
    for (const { appeal_by } of others) expect(appeal_by).toBe('')
  })

  it('is the same whatever the pieces in which it comes', async () => {
    const whole = await answered(EXCEL, { order: 'day-first' })
    for (const pieceSize of [1, 5, 64]) {
      expect((await answered(EXCEL, { order: 'day-first', pieceSize })).text).toBe(whole.text)
    }
  })

  it('has a no-break space in Windows-1252 around a date', async () => {
    const input = Buffer.from('Ren\xe9,notice_sent\nA,\xa030/06/2026\n', 'latin1')
    const [row] = await answeredRows(input, 'day-first')
    expect(row).toMatchObject({ appeal_by: '2026-09-01', error: '' })
  })

  it('has no date of the decision where its word is no date', async () => {
    const { error } = await answeredRow({ notice_sent: 'tbc', notice_printed: '-' })
    expect(error).toBe(
      'Line 2: notice_printed: "-" is taken as blank. notice_sent: "tbc" is taken as blank. ' +
        'There is no date of the decision. Give notice_printed, notice_sent or both.',
    )
  })

  it('takes one date of the decision where the word for the other is no date', async () => {
    const row = await answeredRow({ notice_sent: '2026-06-30', notice_printed: 'N/A' })
    expect(row).toMatchObject({
      appeal_by: '2026-09-01',
      reading_note: 'notice_printed: "N/A" is taken as blank.',
      error: '',
    })
  })

  it.each([
    ' Notice  Sent',
    'NOTICE_SENT',
    'notice-sent:',
    '"Notice\nsent"',
    '\u200bnotice\u00a0sent',
    '(notice sent)',
  ])('names a column as people do: %j', async (name) => {
    const [row] = await answeredRows(`case,${name}\nA,2026-02-10\n`)
    expect(row).toMatchObject({ appeal_by: '2026-04-10', error: '' })
  })

  it.each(['notice_sent2', 'notice_sent_by', 'noticesent', 'notice_sent\u00e9'])(
    'names another column, which is not read: %j',
    async (name) => {
      const [row] = await answeredRows(`${name},notice_printed\n2026-01-01,2026-02-10\n`)
      expect(row).toMatchObject({ [name]: '2026-01-01', appeal_by: '2026-04-10' })
    },
  )

  it('has blanks around the answer about the placement', async () => {
    expect(await answeredRow({ notice_sent: '2026-02-10', placement_only: ' 1\u00a0' })).toMatchObject({
      contact_by: '',
      error: '',
    })
  })
})

describe('a file that cannot be used says what it is', () => {
  const HEADER = 'Case,Notice Sent,Certificate Issued'
  it.each([
    ['semicolons', ';', 'The columns of line 1 are separated by semicolons, and commas are read. Save the file as'],
    ['tabs', '\t', 'The columns of line 1 are separated by tabs, and commas are read.'],
    ['vertical bars', '|', 'The columns of line 1 are separated by vertical bars, and commas are read.'],
  ])('separated by %s', async (_, separator, why) => {
    const input = `${HEADER}\nA,2026-06-30,\n`.replaceAll(',', separator)
    await expect(answered(input)).rejects.toThrow(why)
  })

  it.each([
    [
      'a title',
      'SEND decisions 2026,,\n',
      'The first line is "SEND decisions 2026,,". The header row stands on line 2.',
    ],
    ['a title of two lines in a cell', '"SEND\ndecisions",,\n', 'The header row stands on line 3. Take out the lines'],
    [
      'a title and an empty line',
      'SEND decisions\n\n',
      'The first line is "SEND decisions". The header row stands on line 3.',
    ],
    ['empty lines', '\n,,\n', 'The first line is empty. The header row stands on line 3. Take out the lines above it.'],
    ['the separator that Excel writes', 'sep=,\n', 'The first line is "sep=,". The header row stands on line 2.'],
  ])('with %s above the header', async (_, above, why) => {
    const input = `${above}${HEADER}\nA,2026-06-30,\n`
    await expect(answered(input)).rejects.toThrow(why)
    await expect(answered(input, { pieceSize: 1 })).rejects.toThrow(why)
  })

  it('with a title above a header of another separator: both', async () => {
    await expect(answered('Decisions;;\ncase;notice_sent;x\n')).rejects.toThrow(
      'The columns of line 2 are separated by semicolons, and commas are read. ' +
        'Save the file as "CSV UTF-8 (Comma delimited)" and try again. ' +
        'The first line is "Decisions;;". The header row stands on line 2. Take out the lines above it.',
    )
  })

  it.each([
    ['with its mark', Buffer.from('\ufeffcase\tnotice_sent\r\n', 'utf16le')],
    ['without a mark', Buffer.from('case\tnotice_sent\r\n', 'utf16le')],
    ['with the other half first', Buffer.from('case\tnotice_sent\r\n', 'utf16le').swap16()],
  ])('in UTF-16 %s, as "Unicode Text" is', async (_, input) => {
    await expect(answered(input)).rejects.toThrow('UTF-16, as "Unicode Text" is')
    await expect(answered(input, { pieceSize: 1 })).rejects.toThrow('UTF-16')
  })

  it('with no header in its first rows, however many there are', async () => {
    let rows = 0
    async function* endless() {
      for (; rows < 10_000; rows += 1) yield Buffer.from('2026-06-30,A\n')
    }
    const answers = answerRows(endless(), 'csv', readingOf('year-first'), newTally())
    await expect(answers.next()).rejects.toThrow('It says "2026-06-30,A". It has to be a header row')
    expect(rows).toBeLessThan(100)
  })
})

describe('a first contact that is not known', () => {
  const late = { notice_sent: '2026-05-12', certificate_issued: '2026-07-31' }

  it('is assumed where the certificate is later than the contact day, and appeal_by does not change', async () => {
    expect(await answeredRow(late)).toMatchObject({
      contact_by: '2026-07-12',
      appeal_by: '2026-09-01',
      appeal_certainty: 'assumed',
      appeal_assumption: 'first contact by Sunday 12 July 2026',
    })
    expect(await answeredRow({ ...late, adviser_contacted: '2026-07-12' })).toMatchObject({
      appeal_by: '2026-09-01',
      appeal_certainty: 'certain',
      appeal_assumption: '',
    })
  })

  it.each([
    ['a certificate on the contact day', { ...late, certificate_issued: '2026-07-12' }],
    ['a request for mediation by the contact day', { ...late, la_told: '2026-07-12' }],
    ['a refusal of mediation by the contact day', { ...late, declined_told: '2026-07-12' }],
    ['no certificate', { notice_sent: '2026-05-12' }],
  ])('is not assumed with %s', async (_, facts) => {
    expect(await answeredRow(facts)).toMatchObject({ appeal_certainty: 'certain', appeal_assumption: '' })
  })

  it('is still assumed where the other signs are later', async () => {
    const row = await answeredRow({ ...late, la_told: '2026-07-13' })
    expect(row).toMatchObject({ appeal_certainty: 'assumed' })
  })

  it('has no part in a dispute about the placement alone', async () => {
    const row = await answeredRow({ ...late, placement_only: '1' })
    expect(row).toMatchObject({ appeal_certainty: 'judgement', appeal_assumption: '' })
  })

  it('is told before a judgement, which --json keeps', async () => {
    const input = 'notice_printed,notice_sent,certificate_issued\n2026-05-12,2026-06-20,2026-07-31\n'
    const [row] = await answeredRows(input)
    const { appeal } = JSON.parse((await answered(input, { kind: 'json' })).text).dates
    expect(row).toMatchObject({
      appeal_certainty: 'assumed',
      appeal_assumption: 'first contact by Sunday 12 July 2026',
    })
    expect(appeal).toMatchObject({ certainty: 'assumed', assumption: row?.appeal_assumption, law_date: row?.appeal_by })
  })
})
