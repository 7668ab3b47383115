import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = join(import.meta.dirname, '../../lambdas/law')
const sources = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))

/**
 * What the engine says, as text: every day of 2026 by its core, and in words the clock-change weekends of England, New
 * Zealand and California and days around the turn of the year.
 */
const script = `
  import { appealDays } from './appeal-days.ts'
  import { appealDeadline } from './appeal-deadline.ts'
  import { addDays, dayOf, formatDate, parseCalendarDate } from './calendar-date.ts'
  import { certificateDeadline } from './certificate-deadline.ts'
  import { whichDates } from './which-dates.ts'
  const answers = []
  for (const start of ['2026-01-28', '2026-03-06', '2026-03-27', '2026-04-03', '2026-08-24', '2026-09-25', '2026-10-23', '2026-10-30', '2026-12-30']) {
    for (let days = 0; days < 5; days += 1) {
      const day = addDays(parseCalendarDate(start), days)
      answers.push(appealDeadline({ printedOn: day, sentOn: day, placementOnly: false, certificateIssuedOn: addDays(day, 40) }))
      answers.push(certificateDeadline({ ground: 'declined', startsOn: day }))
      answers.push(whichDates({ printedOn: day, sentOn: day, placementOnly: false, councilToldOn: day, becameAwareOn: day, order: { on: day, duties: ['assess'] } }))
    }
  }
  for (let day = parseCalendarDate('2026-01-01'); day < '2027-01-01'; day = addDays(day, 1)) {
    answers.push([formatDate(day), Object.values(appealDays({ decisionDay: dayOf(day), certificateDay: dayOf(day) + 61, placementOnly: false }))])
  }
  console.log(JSON.stringify(answers))
`

function answersIn(timeZone: string): string {
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: folder,
    env: { ...process.env, TZ: timeZone },
    encoding: 'utf8',
  })
}

describe('the law is pure', () => {
  it('reads no clock, no environment and no instant', () => {
    const reads = /\bnew Date\b|\bDate\.|\bprocess\b|\bperformance\b|\bMath\.random\b|\bTemporal\b|\bIntl\b/
    expect(sources.filter(({ text }) => reads.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('gives the same dates wherever the machine is', () => {
    const inLondon = answersIn('Europe/London')
    expect(JSON.parse(inLondon)).toHaveLength(9 * 5 * 3 + 365)
    expect(answersIn('Pacific/Auckland')).toBe(inLondon)
    expect(answersIn('America/Los_Angeles')).toBe(inLondon)
  })
})
