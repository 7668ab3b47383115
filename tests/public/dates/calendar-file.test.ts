import { beforeAll, describe, expect, it } from 'vitest'
import { type Answers, addressWith, NOTHING_YET, type PublicForTests, publicForTests } from '../public-for-tests.ts'

let dates: PublicForTests
beforeAll(async () => {
  dates = await publicForTests()
})

const answers: Answers = {
  ...NOTHING_YET,
  'printed-on': '2026-02-03',
  'sent-on': '2026-02-03',
  council: 'yes',
  'council-on': '2026-03-06',
}

/** The properties of each entry. Long lines are put together first (RFC 5545, section 3.1). */
function entries(file: string): Record<string, string>[] {
  const lines = file.replaceAll('\r\n ', '').split('\r\n')
  const found: Record<string, string>[] = []
  let inAlarm = false
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') found.push({})
    if (line === 'BEGIN:VALARM') inAlarm = true
    const [, name = '', value = ''] = /^([^:]+):(.*)$/.exec(line) ?? []
    const entry = found.at(-1)
    if (entry) entry[inAlarm ? `alarm ${name}` : name] = value
    if (line === 'END:VALARM') inAlarm = false
  }
  return found
}

const calendar = (of: Answers) => dates.ask(addressWith('dates.ics', of))

describe('the calendar file', () => {
  it('is a download of a calendar that is published', async () => {
    const { status, headers, html } = await calendar(answers)
    expect([status, headers.get('content-type'), headers.get('content-disposition')]).toEqual([
      200,
      'text/calendar; charset=utf-8; method=PUBLISH',
      'attachment; filename="send-dates.ics"',
    ])
    expect(headers.get('cache-control')).toBe('no-store')
    expect(html).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/)
    expect(html).toContain('\r\nMETHOD:PUBLISH\r\n')
    expect(html).toMatch(/END:VCALENDAR\r\n$/)
    expect(html.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of html.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  })

  it('has a whole day for each date ahead, on the day to keep to, with the law’s last moment', async () => {
    const found = entries((await calendar(answers)).html)
    expect(found.map((entry) => [entry['DTSTART;VALUE=DATE'], entry.SUMMARY, entry.DESCRIPTION])).toEqual([
      [
        '20260402',
        'Speak to the mediation adviser by today',
        "The law's last day is Friday 3 April 2026. This is not legal advice.",
      ],
      [
        '20260402',
        'The council must arrange mediation by today',
        "The law's last day is Sunday 5 April 2026. This is not legal advice.",
      ],
      [
        '20260402',
        'Aim for the Tribunal to have your appeal by midday today',
        "The law's last moment is 5pm on Tuesday 7 April 2026. This is not legal advice.",
      ],
    ])
    for (const entry of found) {
      expect(entry['alarm ACTION']).toBe('DISPLAY')
      // A week before at 9 in the morning: 6 days and 15 hours before the day begins.
      expect(entry['alarm TRIGGER']).toBe('-P6DT15H')
    }
  })

  it('keeps an entry’s id while its date changes, and a later file is a later revision', async () => {
    const [, , before] = entries((await calendar(answers)).html)
    const later = await publicForTests('2026-03-10T11:05:00Z')
    const certificate = {
      adviser: 'yes',
      'adviser-on': '2026-03-06',
      certificate: 'yes',
      'certificate-on': '2026-03-10',
    }
    const { html } = await later.ask(addressWith('dates.ics', { ...answers, ...certificate }))
    const [after, ...others] = entries(html)
    expect(others).toEqual([])
    expect([before?.UID, after?.UID]).toEqual(Array(2).fill('send-dates-2026-02-03-appeal@example.gov.uk'))
    expect(after?.['DTSTART;VALUE=DATE']).toBe('20260410')
    expect(Number(after?.SEQUENCE)).toBe(Number(before?.SEQUENCE) + 5)
    expect(after?.DTSTAMP).toBe('20260310T110500Z')
  })

  it('has the law’s last day once the day to keep to has gone by', async () => {
    const saturday = await publicForTests('2026-04-04T09:00:00Z')
    const { html } = await saturday.ask(
      addressWith('dates.ics', { ...NOTHING_YET, 'printed-on': '2026-02-05', 'sent-on': '2026-02-05' }),
    )
    expect(entries(html).map((entry) => [entry['DTSTART;VALUE=DATE'], entry.SUMMARY])).toEqual([
      ['20260405', 'Last day to speak to the mediation adviser'],
      ['20260407', 'Last day: the Tribunal must have your appeal by 5pm'],
    ])
  })

  it('is not offered when nothing is ahead, nor a day to appeal when it is to be sent today', async () => {
    const late = await publicForTests('2026-04-13T09:00:00Z')
    const over = await late.ask(addressWith('dates.ics', NOTHING_YET))
    expect([over.status, over.location]).toEqual([303, addressWith('result', NOTHING_YET)])
    expect((await late.ask(addressWith('result', NOTHING_YET))).html).not.toContain('in your calendar')
    // Spoken to on Saturday 4 April, after the last day, Friday 3 April; the appeal has until Tuesday 7 April.
    const monday = await publicForTests('2026-04-06T09:00:00Z')
    const spoken = { ...answers, council: 'no', adviser: 'yes', 'adviser-on': '2026-04-04' }
    expect((await monday.ask(addressWith('dates.ics', spoken))).status).toBe(303)
  })
})
