import { describe, expect, it } from 'vitest'
import { answeredRow } from './answered.ts'

/** The notice's date, the certificate's, placement only, the last day to appeal and the day to aim for. */
const VECTORS = `
1,2026-02-10,,0,2026-04-10,2026-04-10
2,2025-12-31,,0,2026-03-02,2026-02-27
3,2026-12-31,,0,2027-03-01,2027-02-26
4,2027-12-31,,0,2028-02-29,2028-02-29
6,2028-02-29,,0,2028-05-02,2028-04-28
7,2027-02-28,,0,2027-04-28,2027-04-28
9,2026-06-30,,0,2026-09-01,2026-08-28
10,2027-06-15,,0,2027-09-01,2027-08-13
11,2026-06-01,,0,2026-09-01,2026-07-31
12,2026-05-31,,0,2026-07-31,2026-07-31
13,2026-07-15,,0,2026-09-15,2026-09-15
15,2026-02-03,,0,2026-04-07,2026-04-02
16,2026-02-06,,0,2026-04-07,2026-04-02
17,2026-03-04,,0,2026-05-05,2026-05-01
18,2026-10-27,,0,2027-01-04,2026-12-24
19,2026-10-24,,0,2026-12-24,2026-12-24
20,2026-11-01,,0,2027-01-04,2026-12-31
21,2026-11-02,,0,2027-01-04,2026-12-31
23,2026-02-01,2026-03-20,0,2026-04-20,2026-04-20
24,2026-03-01,2026-03-02,0,2026-05-01,2026-05-01
25,2026-01-09,2026-02-09,0,2026-03-09,2026-03-09
26,2026-12-01,2027-01-31,0,2027-03-01,2027-02-26
27,2027-11-30,2028-01-31,0,2028-02-29,2028-02-29
28,2026-11-20,2026-12-31,0,2027-02-01,2027-01-29
29,2026-10-01,2026-11-29,0,2027-01-04,2026-12-29
30,2026-05-20,2026-07-10,0,2026-09-01,2026-08-10
31,2026-05-12,2026-07-31,0,2026-09-01,2026-08-28
34,2026-02-10,2026-03-30,1,2026-04-10,2026-04-10
22a,2027-05-31,,0,2027-08-02,2027-07-30
22b,2028-10-24,,0,2028-12-27,2028-12-22`
  .trim()
  .split('\n')
  .map((line) => line.split(',') as [string, string, string, string, string, string])

/** The vectors on which the law leaves room, each with why. */
const JUDGEMENTS: Readonly<Record<string, string>> = { 34: 'J6', '22a': 'J16', '22b': 'J16' }

/** The vectors whose certificate is later than the contact day, while no contact is given: J5. */
const ASSUMED: Readonly<Record<string, string>> = {
  27: 'first contact by Sunday 30 January 2028',
  31: 'first contact by Sunday 12 July 2026',
}

describe('Tribunal Procedure (HESC Chamber) Rules 2008, rules 12 and 20(1)(c)', () => {
  it.each(VECTORS)('example %s: notice %s, certificate "%s", placement only %s: by %s, aim %s', async (...vector) => {
    const [id, notice_sent, certificate_issued, placement_only, by, aim] = vector
    const row = await answeredRow({ notice_sent, certificate_issued, placement_only })
    expect(row).toMatchObject({
      appeal_by: by,
      appeal_aim: aim,
      appeal_certainty: id in ASSUMED ? 'assumed' : id in JUDGEMENTS ? 'judgement' : 'certain',
      appeal_assumption: ASSUMED[id] ?? '',
      error: '',
    })
  })
})
