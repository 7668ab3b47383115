import { beforeAll, describe, expect, it } from 'vitest'
import { QUESTIONS } from '../../../lambdas/public/dates/questions.ts'
import { dateInputs } from '../../web/date-inputs.ts'
import { type Answers, addressWith, NOTHING_YET, type PublicForTests, publicForTests } from '../public-for-tests.ts'

let dates: PublicForTests
beforeAll(async () => {
  dates = await publicForTests()
})

/** Sends a question's form in, as a browser does: with the answers before it, and what is typed. */
const send = (question: string, before: Answers, typed: Answers) =>
  dates.ask(addressWith(question, { ...before, answering: question, ...typed }))

/** The inputs of a page's form that nobody sees. */
function carried(html: string): Answers {
  const hidden = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)
  return Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, value]))
}

const pathOf = (address: string | null) => address?.split('?')[0]
const backLink = (html: string) =>
  /<a href="([^"]+)" class="govuk-back-link">/.exec(html)?.[1]?.replaceAll('&amp;', '&')

describe('the questions', () => {
  it('are asked one after another, each page with the answers before it, up to the page that checks them', async () => {
    const typed: Record<string, Answers> = {
      disagreement: { disagreement: 'more' },
      'printed-on': dateInputs('printed-on', '2026-02-10'),
      sent: { sent: 'yes' },
      'sent-on': dateInputs('sent-on', '2026-02-11'),
      adviser: { adviser: 'yes' },
      'adviser-on': dateInputs('adviser-on', '2026-02-20'),
      certificate: { certificate: 'yes' },
      'certificate-on': dateInputs('certificate-on', '2026-03-02'),
      council: { council: 'yes' },
      'council-on': dateInputs('council-on', '2026-02-20'),
    }
    let address = /href="([^"]+)"[^>]*>\s*Start now/.exec((await dates.ask('/dates')).html)?.[1] ?? ''
    const asked: string[] = []
    while (!address.startsWith('/dates/check')) {
      const { html } = await dates.ask(address)
      const question = pathOf(address)?.replace('/dates/', '') ?? ''
      asked.push(question)
      const { status, location } = await dates.ask(addressWith(question, { ...carried(html), ...typed[question] }))
      expect([question, status]).toEqual([question, 303])
      address = location ?? ''
    }
    expect(asked).toEqual(QUESTIONS.map(({ name }) => name))
    const { html } = await dates.ask(address)
    const answers = [...html.matchAll(/summary-list__value">([^<]+)</g)].map(([, answer]) => answer)
    expect(answers).toEqual([
      'No, about something else or about more',
      'Tuesday 10 February 2026',
      'Yes',
      'Wednesday 11 February 2026',
      'Yes',
      'Friday 20 February 2026',
      'Yes',
      'Monday 2 March 2026',
      'Yes, and I know which day',
      'Friday 20 February 2026',
    ])
  })

  it('are not asked where they cannot matter: no adviser and no certificate for the school alone', async () => {
    const answers = { disagreement: 'only-school', 'printed-on': '2026-02-10', sent: 'unknown' }
    expect((await send('sent', answers, { sent: 'unknown' })).location).toBe(addressWith('council', answers))
    expect((await dates.ask(addressWith('certificate', answers))).location).toBe(addressWith('council', answers))
  })

  it('have a way back to the one before, with the answers', async () => {
    const steps = ['council', 'certificate', 'adviser', 'sent-on', 'sent', 'printed-on', 'disagreement']
    let address = addressWith('check', NOTHING_YET)
    for (const question of steps) {
      address = backLink((await dates.ask(address)).html) ?? ''
      expect(address).toBe(addressWith(question, NOTHING_YET))
    }
    expect(backLink((await dates.ask(address)).html)).toBe('/dates')
  })

  it('show the answer that was given before', async () => {
    const choice = await dates.ask(addressWith('adviser', NOTHING_YET))
    expect(choice.html).toMatch(/value="not-yet" checked/)
    const day = await dates.ask(addressWith('printed-on', NOTHING_YET))
    expect([...day.html.matchAll(/type="text" value="(\d+)"/g)].map(([, value]) => value)).toEqual(['10', '2', '2026'])
  })

  it('can be changed from the page that checks the answers, and lead back to it', async () => {
    const check = await dates.ask(addressWith('check', NOTHING_YET))
    const change = [...check.html.matchAll(/href="([^"]+)">Change/g)].map(([, href = '']) =>
      href.replaceAll('&amp;', '&'),
    )
    expect(change.map(pathOf)).toEqual([
      '/dates/disagreement',
      '/dates/printed-on',
      '/dates/sent',
      '/dates/sent-on',
      '/dates/adviser',
      '/dates/certificate',
      '/dates/council',
    ])
    const { html } = await dates.ask(change[1] ?? '')
    expect(backLink(html)).toBe(addressWith('check', NOTHING_YET))
    const changed = dateInputs('printed-on', '2026-02-09')
    const { location } = await dates.ask(addressWith('printed-on', { ...carried(html), ...changed }))
    expect(location).toBe(addressWith('check', { ...NOTHING_YET, 'printed-on': '2026-02-09' }))
  })

  it('that a changed answer brings up are asked next, and answers that lost their question go', async () => {
    const brought = await send('adviser', NOTHING_YET, { adviser: 'yes' })
    expect(pathOf(brought.location)).toBe('/dates/adviser-on')
    const lost = await send('disagreement', NOTHING_YET, { disagreement: 'only-school' })
    expect(lost.location).toBe(
      addressWith('check', {
        disagreement: 'only-school',
        'printed-on': '2026-02-10',
        sent: 'yes',
        'sent-on': '2026-02-10',
        council: 'no',
      }),
    )
  })
})

describe('bad input comes back with the form, an error summary and what was typed', () => {
  const EMPTY = {}
  const later = { ...NOTHING_YET, adviser: 'yes', 'adviser-on': '2026-02-20', certificate: 'yes', council: 'yes' }
  it.each<[string, string, Answers, string]>([
    ['nothing selected', 'disagreement', EMPTY, 'Select whether you disagree only about the school or college'],
    [
      'a word of its own',
      'disagreement',
      { disagreement: 'x' },
      'Select whether you disagree only about the school or college',
    ],
    ['nothing typed', 'printed-on', EMPTY, 'Enter the date printed on the letter'],
    [
      'a year missing',
      'printed-on',
      { 'printed-on-day': '1', 'printed-on-month': '2' },
      'The date printed on the letter must include a year',
    ],
    [
      'words for a day',
      'printed-on',
      { ...dateInputs('printed-on', '2026-02-10'), 'printed-on-day': 'tenth' },
      'The day of the date printed on the letter must be a number, like 27',
    ],
    [
      '31 February',
      'printed-on',
      dateInputs('printed-on', '2026-02-31'),
      'The date printed on the letter must be a real date. There is no 31 February 2026. Check the day and the month.',
    ],
    [
      'a short year',
      'printed-on',
      { ...dateInputs('printed-on', '2026-02-10'), 'printed-on-year': '26' },
      'The year of the date printed on the letter must have 4 numbers, like 2026',
    ],
    [
      'a day in the future',
      'printed-on',
      dateInputs('printed-on', '2026-03-11'),
      'The date printed on the letter must be today or in the past',
    ],
    [
      'a day before the law',
      'printed-on',
      dateInputs('printed-on', '2014-08-31'),
      'The date printed on the letter must be on or after Monday 1 September 2014, when these time limits began',
    ],
    ['nothing selected', 'sent', EMPTY, 'Select whether you know which day the letter was sent'],
    [
      'a day in the future',
      'sent-on',
      dateInputs('sent-on', '2026-03-11'),
      'The day the letter was sent must be today or in the past',
    ],
    [
      'sent before it was printed',
      'sent-on',
      dateInputs('sent-on', '2026-02-09'),
      'The day the letter was sent must be the same as or after the date printed on the letter (Tuesday 10 February 2026). If it really was sent before that, go back and enter the day it was sent as the date on the letter',
    ],
    ['nothing selected', 'adviser', EMPTY, 'Select whether you have spoken to the mediation adviser'],
    [
      'a talk in the future',
      'adviser-on',
      dateInputs('adviser-on', '2026-03-11'),
      'The day you first spoke to the adviser must be today or in the past. If you have not spoken to the adviser yet, go back and select “Not yet”',
    ],
    [
      'a talk before the decision',
      'adviser-on',
      dateInputs('adviser-on', '2026-02-09'),
      'The day you first spoke to the adviser must be the same as or after the date printed on the letter (Tuesday 10 February 2026)',
    ],
    ['nothing selected', 'certificate', EMPTY, 'Select whether you have a mediation certificate'],
    [
      'a certificate of the future',
      'certificate-on',
      dateInputs('certificate-on', '2026-03-11'),
      'The date on the certificate must be today or in the past',
    ],
    [
      'a certificate before the decision',
      'certificate-on',
      dateInputs('certificate-on', '2026-02-09'),
      'The date on the certificate must be the same as or after the date printed on the letter (Tuesday 10 February 2026)',
    ],
    [
      'a certificate before the talk',
      'certificate-on',
      dateInputs('certificate-on', '2026-02-19'),
      'The date on the certificate must be the same as or after the day you first spoke to the adviser (Friday 20 February 2026)',
    ],
    ['nothing selected', 'council', EMPTY, 'Select whether the council has been told that you want mediation'],
    [
      'told in the future',
      'council-on',
      dateInputs('council-on', '2026-03-11'),
      'The day the council was told must be today or in the past',
    ],
    [
      'told before the decision',
      'council-on',
      dateInputs('council-on', '2026-02-09'),
      'The day the council was told must be the same as or after the date printed on the letter (Tuesday 10 February 2026)',
    ],
  ])('%s: %s', async (_, question, typed, message) => {
    const { [question]: _own, ...before } = later as Record<string, string>
    const { status, html } = await send(question, before, typed)
    expect([status, dates.problems(html)]).toEqual([422, [message]])
    expect(html).toContain('<title>Error: ')
    for (const value of Object.values(typed)) if (value !== 'x') expect(html).toContain(`value="${value}"`)
    // The answers of the other questions are not lost either, but for the day that a choice without a choice leads to.
    const { [`${question}-on`]: _day, ...others } = before
    expect(carried(html)).toMatchObject(others)
  })

  it('has a test for each question', () => {
    // The cases above name each question of QUESTIONS: a new one has to be added there.
    expect(QUESTIONS.map(({ name }) => name)).toEqual([
      'disagreement',
      'printed-on',
      'sent',
      'sent-on',
      'adviser',
      'adviser-on',
      'certificate',
      'certificate-on',
      'council',
      'council-on',
    ])
  })

  it('shows what was typed as text, and puts it in no link', async () => {
    const script = '"><script>alert(1)</script>'
    const { status, html } = await send('printed-on', { disagreement: 'more' }, { 'printed-on-day': script })
    expect(status).toBe(422)
    expect(html).toContain('value="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"')
    expect(html).not.toContain('<script')
    const links = [...html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, link]) => link)
    expect(JSON.stringify(links)).not.toContain('script')
  })

  it('takes no answer from an address that is none of ours, and asks again', async () => {
    for (const [name, value] of [
      ['disagreement', 'constructor'],
      ['printed-on', '2026-02-31'],
      ['printed-on', '10 February 2026'],
      ['printed-on', 'x'.repeat(10_000)],
      ['adviser', ''],
    ] as const) {
      const { status, location } = await dates.ask(addressWith('result', { ...NOTHING_YET, [name]: value }))
      expect([name, status, pathOf(location)]).toEqual([name, 303, `/dates/${name}`])
      expect(new URLSearchParams(location?.split('?')[1]).has(name)).toBe(false)
    }
  })

  it('asks again for a day that another answer has made impossible', async () => {
    const answers = { ...NOTHING_YET, 'printed-on': '2026-02-20', 'sent-on': '2026-02-19' }
    for (const page of ['check', 'result', 'dates.ics']) {
      const { status, html } = await dates.ask(addressWith(page, answers))
      expect([page, status]).toEqual([page, 422])
      expect(dates.problems(html)).toEqual([
        expect.stringMatching(/^The day the letter was sent must be the same as or after/),
      ])
      expect(html).toContain('Which day was the letter sent?')
    }
  })
})
