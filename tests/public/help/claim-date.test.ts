import { describe, expect, it } from 'vitest'
import { PATHS } from '../../../lambdas/guidance/paths.ts'
import { parseCalendarDate } from '../../../lambdas/law/calendar-date.ts'
import { claimPanel } from '../../../lambdas/public/help/claim-date.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import { publicForTests } from '../public-for-tests.ts'

const at = (today: string, time = '12:00') => ({ today: parseCalendarDate(today), time })
const panel = (actOn: string, today: string) => claimPanel(parseCalendarDate(actOn), at(today))

describe('the last day for a claim that a school discriminated (rule D22)', () => {
  it.each([
    // The day of the act is the first of the six months (J18), so the last one is the day before its number comes again.
    ['a plain day', '2026-01-14', '2026-07-13', '2026-07-13'],
    ['a Sunday in August, which does not move', '2026-02-10', '2026-08-09', '2026-08-07'],
    ['Christmas Day, which does not move', '2026-06-26', '2026-12-25', '2026-12-24'],
  ])('%s', (_, actOn, law, aim) => {
    expect(panel(actOn, actOn)).toMatchObject({ lawDate: law, aimDate: aim, date: aim, standing: 'ahead' })
  })

  it('is told with both days, what counts, and why', () => {
    const { notes, why } = panel('2026-02-10', '2026-03-10')
    expect(notes).toEqual([
      'The last day in the law is Sunday 9 August 2026.',
      'It counts on the day that the Tribunal has it, not the day that you send it.',
    ])
    expect(why).toContain('This time limit does not move for August, Christmas, a weekend or a bank holiday.')
  })

  it('is the law’s last day once the day to aim for has gone by', () => {
    expect(panel('2026-02-10', '2026-08-08')).toMatchObject({
      date: '2026-08-09',
      standing: 'aim-passed',
      notes: ['Send it today.', 'It counts on the day that the Tribunal has it, not the day that you send it.'],
    })
  })

  it('that has gone by leaves a late claim, on which a judge decides', () => {
    const { standing, lead, notes } = panel('2025-02-10', '2026-03-10')
    expect([standing, lead]).toEqual(['passed', 'The time limit looks to have passed. It was'])
    expect(notes[0]).toBe('You can still send a claim. Send it today and say why it is late. A judge decides.')
  })

  it('says nothing of mediation, a certificate or an appeal', () => {
    for (const today of ['2026-03-10', '2026-08-08', '2026-09-01']) {
      expect(JSON.stringify(panel('2026-02-10', today))).not.toMatch(/mediation|certificate|appeal/i)
    }
  })
})

describe('the page that asks for the day', () => {
  const send = async (typed: Readonly<Record<string, string>>) => {
    const pages = await publicForTests()
    return { pages, ...(await pages.ask(`${PATHS.claimDate}?${new URLSearchParams({ answering: 'yes', ...typed })}`)) }
  }

  it('shows the date with why, and no mediation date', async () => {
    const { status, html } = await send(dateInputs('act-on', '2026-02-10'))
    expect(status).toBe(200)
    expect(html).toContain('<strong class="family-date__day">Friday 7 August 2026</strong>')
    expect(html).toContain('Why this day')
    expect(html).toContain('Equality Act 2010, schedule 17, paragraph 4')
    expect(html).toContain('You do not need a mediation adviser or a certificate for a claim.')
  })

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['nothing typed', {}, 'Enter the day the school discriminated'],
    ['no such day', dateInputs('act-on', '2026-02-31'), 'There is no 31 February 2026.'],
    [
      'a day to come',
      dateInputs('act-on', '2026-03-11'),
      'The day the school discriminated must be today or in the past',
    ],
    [
      'a day before the rule',
      dateInputs('act-on', '2020-07-20'),
      'must be on or after Tuesday 21 July 2020. For an earlier day, ask for advice',
    ],
  ])('%s comes back with the form and an error summary', async (_, typed, message) => {
    const { pages, status, html } = await send(typed)
    expect(status).toBe(422)
    expect(pages.problems(html).join()).toContain(message)
    expect(html).toContain('<title>Error: When did the school discriminate?')
  })

  it('never meets an error of ours, whatever the day', async () => {
    for (const [year, month, day] of [
      ['1900', '1', '1'],
      ['9999', '12', '31'],
      ['2020', '07', '21'],
      ['2026', 'March', '10'],
    ]) {
      const { status } = await send({ 'act-on-year': year ?? '', 'act-on-month': month ?? '', 'act-on-day': day ?? '' })
      expect(status).toBeLessThan(500)
    }
  })
})
