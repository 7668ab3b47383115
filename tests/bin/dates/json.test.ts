import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { HOLIDAY_TABLE_VERSION } from '../../../lambdas/law/bank-holidays.ts'
import { addDays, calendarDate } from '../../../lambdas/law/calendar-date.ts'
import { answered, answeredRows } from './answered.ts'

async function objects(input: string | Uint8Array) {
  const { text } = await answered(input, { kind: 'json' })
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

describe('rows as JSON Lines', () => {
  it('gives the whole working of a date', async () => {
    const [row] = await objects('case,notice_sent\nA1,2026-06-30\n')
    expect(row).toMatchObject({ row: 1, input: { case: 'A1', notice_sent: '2026-06-30' }, error: null })
    expect(row.dates.appeal).toMatchObject({
      rule_id: 'D09',
      rule_version: '1',
      law_date: '2026-09-01',
      law_time: '17:00',
      unrolled_date: '2026-08-30',
      aim_date: '2026-08-28',
      certainty: 'certain',
      provisional: false,
      judgements: [],
      working: [
        '2 months after Tuesday 30 June 2026 is Sunday 30 August 2026.',
        'That day is in August, so the time ends on the first working day of September: Tuesday 1 September 2026.',
      ],
      holiday_table_version: HOLIDAY_TABLE_VERSION,
      set_by: 'decision',
      late_contact: false,
      certificate_limb: null,
    })
    expect(row.dates.appeal.decision_limb.law_date).toBe('2026-09-01')
    expect(row.dates.appeal.sources[0]).toEqual({
      title: expect.stringContaining('rule 20(1)(c)(i)'),
      url: expect.stringContaining('https://www.legislation.gov.uk/'),
    })
    expect(row.dates.contact).toMatchObject({
      rule_id: 'D01',
      law_date: '2026-08-30',
      law_time: null,
      certainty: 'judgement',
      judgements: [{ id: 'J4', reason: expect.any(String), other_reading: '2026-09-01' }],
    })
  })

  it('has every date that the facts give, and null for the others', async () => {
    const [row] = await objects(
      'notice_sent,declined_told,la_told,mediation_concluded,agreement_date\n2026-05-01,,2026-06-01,2026-07-06,2026-07-06\n',
    )
    const { contact, certificate_declined, mediate, certificate_mediated, appeal, agreement } = row.dates
    expect(certificate_declined).toBeNull()
    expect([contact, mediate, certificate_mediated, appeal, agreement].map((date) => date.rule_id)).toEqual([
      'D01',
      'D04',
      'D08',
      'D09',
      'D12',
    ])
    expect(agreement.law_date).toBe('2026-07-20')
  })

  it('says what is missing and what it would change', async () => {
    const [alone, certificate, whole] = await objects(
      'notice_printed,notice_sent,certificate_issued,adviser_contacted\n,2026-06-30,,\n2026-06-30,2026-06-30,2026-08-31,\n2026-06-30,2026-06-30,2026-08-31,2026-07-01\n',
    )
    expect(alone.missing.map(({ column }: { column: string }) => column)).toEqual([
      'notice_printed',
      'certificate_issued',
    ])
    expect(certificate.missing).toEqual([
      { column: 'adviser_contacted', effect: expect.stringContaining('by Sunday 30 August 2026') },
    ])
    expect(whole.missing).toEqual([])
  })

  it('keeps the place of a row without an answer', async () => {
    const rows = await objects('notice_sent,case\n2026-02-10,A\n2026-02-31,B\n2026-02-10,C,D\n')
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3])
    expect(rows[1]).toEqual({
      row: 2,
      line: 3,
      input: { notice_sent: '2026-02-31', case: 'B' },
      error: 'Line 3: notice_sent: There is no 31 February 2026. Check the day and the month.',
      dates: null,
      missing: null,
      reading_notes: null,
    })
    expect(rows[2]).toMatchObject({ cells_beyond_header: ['D'], error: expect.stringContaining('3 cells') })
  })

  it('is UTF-8 whatever the input is, and safe with any column name', async () => {
    const [row] = await objects(Buffer.from('__proto__,notice_sent\nRen\xe9,2026-02-10\n', 'latin1'))
    expect(Object.entries(row.input)).toEqual([
      ['__proto__', 'Ren\u00e9'],
      ['notice_sent', '2026-02-10'],
    ])
    const [inUtf8] = await objects('name,notice_sent\nRené 🙂,2026-02-10\n')
    expect(inUtf8.input.name).toBe('René 🙂')
  })

  it('marks a date that rests on bank holidays not yet published', async () => {
    const [row] = await objects('notice_sent\n2028-10-24\n')
    expect(row.dates.appeal).toMatchObject({ provisional: true, certainty: 'judgement' })
  })

  it('gives the same days as the CSV', async () => {
    const input = manyRows(1500)
    const columns = await answeredRows(input)
    const rows = await objects(input)
    expect(rows).toHaveLength(1500)
    const fromWorking = rows.map(({ dates, error }) =>
      dates === null
        ? error
        : {
            contact_by: dates.contact?.law_date ?? '',
            contact_aim: dates.contact?.aim_date ?? '',
            certificate_declined_by: dates.certificate_declined?.law_date ?? '',
            mediate_by: dates.mediate?.law_date ?? '',
            mediate_aim: dates.mediate?.aim_date ?? '',
            certificate_mediated_by: dates.certificate_mediated?.law_date ?? '',
            appeal_decision_limb: dates.appeal.decision_limb.law_date,
            appeal_certificate_limb: dates.appeal.certificate_limb?.law_date ?? '',
            appeal_by: dates.appeal.law_date,
            appeal_aim: dates.appeal.aim_date,
            appeal_certainty: dates.appeal.certainty,
            appeal_assumption: dates.appeal.assumption ?? '',
          },
    )
    for (const [place, row] of columns.entries()) {
      const expected = fromWorking[place]
      if (typeof expected === 'string') expect(row.error).toBe(expected)
      else expect(row).toMatchObject({ ...expected, error: '' })
    }
  })
})

/** Rows over eleven years, of every kind. */
function manyRows(count: number): string {
  const first = calendarDate(2018, 1, 1)
  const lines = [
    'notice_printed,notice_sent,certificate_issued,adviser_contacted,declined_told,la_told,mediation_concluded,placement_only',
  ]
  for (let row = 0; row < count; row += 1) {
    const printed = addDays(first, (row * 41) % 4000)
    const after = (days: number, when: boolean) => (when ? addDays(printed, days) : '')
    lines.push(
      [
        after(0, row % 7 !== 0),
        addDays(printed, row % 4),
        after(5 + ((row * 13) % 120), row % 3 !== 0),
        after((row * 17) % 100, row % 2 === 0),
        after((row * 11) % 60, row % 5 === 0),
        after((row * 19) % 60, row % 5 === 1),
        after((row * 23) % 120, row % 5 === 1),
        row % 9 === 0 ? '1' : row % 9 === 1 ? '' : '0',
      ].join(','),
    )
  }
  return lines.join('\n')
}
