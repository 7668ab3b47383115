import { describe, expect, it } from 'vitest'
import { answerQuestion } from '../../../bin/dates/answer-question.ts'
import type { InputColumn } from '../../../bin/dates/columns.ts'
import { readCommandLine } from '../../../bin/dates/question.ts'
import type { DateOrder } from '../../../lambdas/spreadsheet/date-cell.ts'
import { readingOf } from './answered.ts'

describe('the command line', () => {
  it('reads the facts of one question', () => {
    expect(readCommandLine(['--notice-sent', '2026-06-30', '--placement-only', '--json'])).toEqual({
      help: false,
      json: true,
      dates: 'year-first',
      typed: new Map([
        ['notice_sent', '2026-06-30'],
        ['placement_only', '1'],
      ]),
    })
  })

  it.each([
    [['--placement-only', '0', '--notice-sent=2026-06-30'], '0'],
    [['--placement-only=1', '--notice-sent=2026-06-30'], '1'],
    [['--notice-sent=2026-06-30', '--placement-only'], '1'],
  ])('reads %j', (words, placementOnly) => {
    expect(readCommandLine(words).typed.get('placement_only')).toBe(placementOnly)
  })

  it('reads how dates are written', () => {
    expect(readCommandLine(['--dates', 'day-first'])).toMatchObject({ dates: 'day-first', typed: new Map() })
    expect(readCommandLine(['--dates=year-first'])).toMatchObject({ dates: 'year-first' })
  })

  it.each([
    [['--notice_sent', '2026-06-30'], 'There is no flag --notice_sent. The flags are --notice-printed, --notice-sent,'],
    [['--notice-sent'], '--notice-sent needs a value, for example --notice-sent 2026-06-30.'],
    [['--notice-sent', '--json'], '--notice-sent needs a value'],
    [['--notice-sent='], '--notice-sent needs a value'],
    [['--notice-sent', '2026-06-30', '--notice-sent', '2026-07-01'], '--notice-sent is given twice. Give it once.'],
    [['2026-06-30'], '"2026-06-30" is not a flag. See npm run -s dates -- --help.'],
    [['--json=yes'], '--json takes no value.'],
    [['-j'], 'There is no flag -j.'],
    [['--dates', 'month-first'], '--dates takes year-first or day-first, not month-first.'],
    [['--dates'], '--dates takes year-first or day-first. Without it'],
    [['--dates', 'day-first', '--dates=day-first'], '--dates is given twice. Give it once.'],
  ])('tells in a sentence what is wrong with %j', (words, why) => {
    expect(() => readCommandLine(words)).toThrow(why)
  })
})

function inWords(facts: Partial<Record<InputColumn, string>>, order: DateOrder = 'year-first'): string {
  return answerQuestion(new Map(Object.entries(facts) as [InputColumn, string][]), readingOf(order), 'words')
}

describe('one question in words', () => {
  it('gives each date in full with its reasons', () => {
    const words = inWords({ notice_sent: '2026-06-30' })
    expect(words).toContain('Contact the mediation adviser: by Sunday 30 August 2026\n')
    expect(words).toContain('Aim for the working day before: Friday 28 August 2026.')
    expect(words).toContain('Appeal: by Tuesday 1 September 2026, 5pm\n')
    expect(words).toContain('2 months after Tuesday 30 June 2026 is Sunday 30 August 2026.')
    expect(words).toContain('the first working day of September: Tuesday 1 September 2026.')
    expect(words).toContain('No certificate date was given')
    expect(words).toContain('rule 20(1)(c)(i)')
    expect(words).not.toContain('certificate after mediation')
  })

  it('has no contact date where only the school named is in dispute', () => {
    expect(inWords({ notice_sent: '2026-06-30', placement_only: '1' })).not.toContain('Contact the mediation adviser:')
  })

  it('says that a late appeal can still be made after a late contact (J5)', () => {
    const words = inWords({
      notice_sent: '2026-01-09',
      adviser_contacted: '2026-03-23',
      certificate_issued: '2026-03-26',
    })
    expect(words).toContain('You can still appeal after the time limit.')
    expect(words).toContain('Judgement: J5')
    expect(words).not.toContain('27 April')
  })

  it('reads dates as people write them, and says what was taken as blank', () => {
    const words = inWords({ notice_sent: '30 June 2026', certificate_issued: 'tbc' }, 'day-first')
    expect(words).toContain('Appeal: by Tuesday 1 September 2026, 5pm\n')
    expect(words).toContain('What was not given\n  --certificate-issued: "tbc" is taken as blank.\n')
  })

  it('names the option with which a date could be read', () => {
    expect(() => inWords({ notice_sent: '30/06/2026' })).toThrow(
      'With --dates day-first it is read as Tuesday 30 June 2026.',
    )
  })

  it('names the flag of a fact that cannot be', () => {
    expect(() => inWords({ notice_sent: '2026-02-31' })).toThrow('--notice-sent: There is no 31 February 2026.')
    expect(() => inWords({ la_told: '2026-02-01' })).toThrow('Give --notice-printed, --notice-sent or both.')
  })
})
