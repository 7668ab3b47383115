import { describe, expect, it } from 'vitest'
import { INPUT_COLUMNS, OUTPUT_COLUMNS } from '../../../bin/dates/columns.ts'
import { answered, answeredRow, answeredRows } from './answered.ts'

describe('the dates of a row', () => {
  it('counts from the earlier of printed and sent, and calls it a judgement where it matters (J1)', async () => {
    const row = await answeredRow({ notice_printed: '2026-01-30', notice_sent: '2026-02-04' })
    expect(row).toMatchObject({ contact_by: '2026-03-30', appeal_by: '2026-03-30', appeal_certainty: 'judgement' })
    const sentFirst = await answeredRow({ notice_printed: '2026-02-04', notice_sent: '2026-01-30' })
    expect(sentFirst).toMatchObject({ appeal_by: '2026-03-30', appeal_certainty: 'judgement' })
  })

  it('is certain where printed and sent give the same day', async () => {
    const row = await answeredRow({ notice_printed: '2026-06-01', notice_sent: '2026-06-02' })
    expect(row).toMatchObject({ appeal_by: '2026-09-01', appeal_certainty: 'certain' })
  })

  it.each(['notice_printed', 'notice_sent'])('takes %s alone', async (column) => {
    expect(await answeredRow({ [column]: '2026-02-10' })).toMatchObject({ appeal_by: '2026-04-10', error: '' })
  })

  it('does not move the contact date, and aims for the working day before (regulation 33, J4)', async () => {
    expect(await answeredRow({ notice_sent: '2026-06-30' })).toMatchObject({
      contact_by: '2026-08-30',
      contact_aim: '2026-08-28',
      appeal_by: '2026-09-01',
    })
  })

  it('counts three working days after the adviser is told (regulation 34) and after mediation (regulation 39)', async () => {
    const row = await answeredRow({
      notice_sent: '2026-03-01',
      declined_told: '2026-04-02',
      mediation_concluded: '2026-05-01',
    })
    expect(row).toMatchObject({ certificate_declined_by: '2026-04-09', certificate_mediated_by: '2026-05-07' })
  })

  it('counts 30 days after the council is told, which do not move (regulation 36, J11)', async () => {
    const row = await answeredRow({ notice_sent: '2026-11-01', la_told: '2026-11-27' })
    expect(row).toMatchObject({ mediate_by: '2026-12-27', mediate_aim: '2026-12-24' })
  })

  it('shows each limb of the appeal by itself, rolled', async () => {
    const row = await answeredRow({ notice_sent: '2026-05-12', certificate_issued: '2026-07-31' })
    expect(row).toMatchObject({
      appeal_decision_limb: '2026-07-13',
      appeal_certificate_limb: '2026-09-01',
      appeal_by: '2026-09-01',
    })
  })

  it('gives no contact date and no certificate limb where only the school named is in dispute (J6)', async () => {
    const row = await answeredRow({
      notice_sent: '2026-02-10',
      certificate_issued: '2026-03-30',
      placement_only: '1',
      declined_told: '2026-03-27',
    })
    expect(row).toMatchObject({
      contact_by: '',
      contact_aim: '',
      appeal_certificate_limb: '',
      appeal_by: '2026-04-10',
      appeal_certainty: 'judgement',
      certificate_declined_by: '2026-04-01',
    })
  })

  it('never shows the certificate as a limit after a late first contact (J5)', async () => {
    const facts = { notice_sent: '2026-01-09', certificate_issued: '2026-03-26' }
    const late = await answeredRow({ ...facts, adviser_contacted: '2026-03-23' })
    expect(late).toMatchObject({
      contact_by: '2026-03-09',
      appeal_decision_limb: '2026-03-09',
      appeal_certificate_limb: '',
      appeal_by: '2026-03-09',
      appeal_certainty: 'judgement',
    })
    const onTheLastDay = await answeredRow({ ...facts, adviser_contacted: '2026-03-09' })
    expect(onTheLastDay).toMatchObject({ appeal_by: '2026-04-27', appeal_certainty: 'certain' })
  })

  it('leaves blank what has not started', async () => {
    expect(await answeredRow({ notice_sent: '2026-02-10' })).toMatchObject({
      certificate_declined_by: '',
      mediate_by: '',
      mediate_aim: '',
      certificate_mediated_by: '',
      appeal_certificate_limb: '',
    })
  })
})

describe('a row that has no answer', () => {
  const cases: [string, Record<string, string>, string][] = [
    [
      'no date of the decision',
      { case: 'A1', notice_sent: '' },
      'There is no date of the decision. Give notice_printed, notice_sent or both.',
    ],
    [
      'a day that does not exist',
      { notice_sent: '2026-02-31' },
      'notice_sent: There is no 31 February 2026. Check the day and the month.',
    ],
    [
      'a date written another way',
      { notice_sent: '30/06/2026' },
      'notice_sent: "30/06/2026" cannot be read as a date. Write it as year-month-day, for example 2026-09-10.',
    ],
    [
      'a date with a time of another zone',
      { notice_sent: '2026-06-30T00:00+05:00' },
      'notice_sent: "2026-06-30T00:00+05:00" has the time zone +05:00',
    ],
    [
      'a date with a space in it',
      { notice_sent: '2026- 06-30' },
      'notice_sent: "2026- 06-30" cannot be read as a date.',
    ],
    [
      'an unreadable second date of the decision',
      { notice_sent: '2026-06-30', notice_printed: 'June' },
      'notice_printed: "June" cannot be read as a date.',
    ],
    [
      'a certificate before the decision',
      { notice_sent: '2026-06-30', certificate_issued: '2026-06-29' },
      'certificate_issued: Monday 29 June 2026 is before the decision of Tuesday 30 June 2026. Check both dates.',
    ],
    [
      'a contact before the decision',
      { notice_sent: '2026-06-30', adviser_contacted: '2026-06-29' },
      'adviser_contacted: Monday 29 June 2026 is before the decision',
    ],
    [
      'a refusal of mediation before the decision',
      { notice_sent: '2026-06-30', declined_told: '2026-06-29' },
      'declined_told: Monday 29 June 2026 is before the decision',
    ],
    [
      'a request for mediation before the decision',
      { notice_sent: '2026-06-30', la_told: '2026-06-29' },
      'la_told: Monday 29 June 2026 is before the decision',
    ],
    [
      'a mediation before the decision',
      { notice_sent: '2026-06-30', mediation_concluded: '2026-06-29' },
      'mediation_concluded: Monday 29 June 2026 is before the decision',
    ],
    [
      'an agreement before the decision',
      { notice_sent: '2026-06-30', agreement_date: '2026-06-29' },
      'agreement_date: Monday 29 June 2026 is before the decision',
    ],
    [
      'another word for placement only',
      { notice_sent: '2026-06-30', placement_only: 'yes' },
      'placement_only: "yes" is not 0 or 1.',
    ],
    ['a decision beyond the bank holidays', { notice_sent: '2099-12-01' }, 'Bank holidays are known from 2014 to 2099'],
    ['a decision before the law', { notice_sent: '2014-08-31' }, 'No rule'],
    [
      'a later date beyond the bank holidays',
      { notice_sent: '2099-10-01', la_told: '2099-12-31' },
      'Bank holidays are known from 2014 to 2099',
    ],
    ['a year beyond all dates', { notice_sent: '9999-12-31' }, 'working days in 10000 cannot be counted'],
  ]

  it.each(cases)('keeps its place and says why: %s', async (_, facts, why) => {
    const row = await answeredRow(facts)
    expect(row.error).toContain(why)
    expect(row).toMatchObject(facts)
    for (const column of OUTPUT_COLUMNS) if (column !== 'error') expect(row[column]).toBe('')
  })

  it('tells every problem of a row at once', async () => {
    const { error } = await answeredRow({
      notice_sent: '2026-06-30',
      certificate_issued: '2026-02-30',
      placement_only: '2',
    })
    expect(error).toBe(
      'Line 2: certificate_issued: There is no 30 February 2026. Check the day and the month. placement_only: "2" is not 0 or 1.',
    )
  })

  it('takes any day from the decision itself on', async () => {
    const day = '2026-06-30'
    const facts = Object.fromEntries(INPUT_COLUMNS.map((column) => [column, column === 'placement_only' ? '0' : day]))
    expect((await answeredRow(facts)).error).toBe('')
  })

  it.each([
    ['few', '2026-02-10', 'This row has 1 cell and the header has 2 columns.', { case: '', notice_sent: '2026-02-10' }],
    ['many', '2026-02-10,a,b', 'This row has 3 cells and the header has 2 columns.', { case: 'a' }],
  ])('says when it has too %s cells', async (_, line, why, carried) => {
    const rows = await answeredRows(`notice_sent,case\n2026-02-10,first\n${line}\n2026-02-11,last\n`)
    expect(rows.map((row) => row.error === '')).toEqual([true, false, true])
    expect(rows[1]).toMatchObject({ ...carried, error: expect.stringContaining(why) })
  })

  it('answers the other rows, and counts', async () => {
    const { tally } = await answered('notice_sent\n2026-02-10\nnever\n2028-05-01\n')
    expect(tally).toEqual({ rows: 3, refused: 1, provisional: 1, noted: 0 })
  })

  it('keeps the place of an empty line between rows, and takes empty lines at the end as no rows', async () => {
    const { text, tally } = await answered('notice_sent\n\n2026-02-10\n\n\n')
    expect(text.split('\n')[1]).toBe(`${','.repeat(14)}Line 2: This line is empty.`)
    expect(tally).toMatchObject({ rows: 2, refused: 1 })
  })

  it('does not hold any number of empty lines back', async () => {
    const { tally } = await answered(`notice_sent\n${'\n'.repeat(5000)}`)
    expect(tally.refused).toBeGreaterThan(3000)
  })
})
