import { beforeAll, describe, expect, it } from 'vitest'
import { type Answers, addressWith, NOTHING_YET, type PublicForTests, publicForTests } from '../public-for-tests.ts'

let dates: PublicForTests
beforeAll(async () => {
  dates = await publicForTests()
})

/** A letter printed and sent on one day, and nothing else that has happened. */
const letterOf = (day: string): Answers => ({ ...NOTHING_YET, 'printed-on': day, 'sent-on': day })
const certified = (letter: string, certificate: string, adviser = letter): Answers => ({
  ...letterOf(letter),
  adviser: 'yes',
  'adviser-on': adviser,
  certificate: 'yes',
  'certificate-on': certificate,
})
const onlySchool = (day: string): Answers => {
  const { adviser, certificate, ...answers } = letterOf(day)
  return { ...answers, disagreement: 'only-school' }
}

/** The instant of midday on a day, or the morning after it. */
const noonOf = (day: string) => `${day}T12:00:00Z`

async function panel(kind: string, answers: Answers, at: string) {
  const found = (await dates.result(answers, at)).dates.find((one) => one.kind === kind)
  return found && { law: found.lawDate, aim: found.aimDate, shown: found.date, standing: found.standing }
}

describe('the appeal date, by the worked examples (rules 12 and 20(1)(c) of the Tribunal’s rules)', () => {
  it.each<[string, Answers, string, string]>([
    ['a plain corresponding date', letterOf('2026-02-10'), '2026-04-10', '2026-04-10'],
    ['the last day of February', letterOf('2025-12-31'), '2026-03-02', '2026-02-27'],
    ['29 February', letterOf('2027-12-31'), '2028-02-29', '2028-02-29'],
    ['a day in August goes to September', letterOf('2026-06-30'), '2026-09-01', '2026-08-28'],
    ['31 July stays', letterOf('2026-05-31'), '2026-07-31', '2026-07-31'],
    ['August does not stop the clock', letterOf('2026-07-15'), '2026-09-15', '2026-09-15'],
    ['Good Friday and Easter', letterOf('2026-02-03'), '2026-04-07', '2026-04-02'],
    ['Christmas', letterOf('2026-10-27'), '2027-01-04', '2026-12-24'],
    ['the certificate is later', certified('2026-02-01', '2026-03-20'), '2026-04-20', '2026-04-20'],
    ['the certificate never shortens', certified('2026-03-01', '2026-03-02'), '2026-05-01', '2026-05-01'],
    ['both give one day', certified('2026-01-09', '2026-02-09'), '2026-03-09', '2026-03-09'],
    ['the certificate’s month ends in August', certified('2026-05-20', '2026-07-10'), '2026-09-01', '2026-08-10'],
    ['the certificate’s month ends at Christmas', certified('2026-10-01', '2026-11-29'), '2027-01-04', '2026-12-29'],
    ['only the school named', onlySchool('2026-02-10'), '2026-04-10', '2026-04-10'],
    ['printed before it was sent', { ...letterOf('2026-01-30'), 'sent-on': '2026-02-04' }, '2026-03-30', '2026-03-30'],
  ])('%s', async (_, answers, law, aim) => {
    const last =
      Object.values(answers)
        .filter((value) => /^\d{4}-/.test(value))
        .sort()
        .at(-1) ?? ''
    expect(await panel('appeal', answers, noonOf(last))).toEqual({ law, aim, shown: aim, standing: 'ahead' })
  })

  it('after a late talk counts from the decision alone, and says to appeal today (J5)', async () => {
    const answers = certified('2026-01-09', '2026-03-26', '2026-03-23')
    const { dates: panels, done, steps, calendar } = await dates.result(answers, noonOf('2026-03-27'))
    expect(panels.map(({ kind, lawDate }) => [kind, lawDate])).toEqual([['appeal', '2026-03-09']])
    expect(panels[0]?.notes).toEqual(['You can still appeal. Send it today and say why it is late. A judge decides.'])
    expect(done).toContain(
      'You spoke to the mediation adviser on Monday 23 March 2026. The last day in the law was Monday 9 March 2026. You can still appeal.',
    )
    expect(steps.join(' ')).toContain('Say why you are late.')
    expect(calendar).toEqual([])
    expect(JSON.stringify(panels)).not.toContain('27 April')
  })
})

describe('a certificate after a late talk', () => {
  it('is not promised to a family that says no to mediation (regulation 34(2))', async () => {
    const onlyAfter =
      'The adviser can give you a certificate only if you want mediation. It is due 3 working days after mediation ends.'
    const { steps } = await dates.result(letterOf('2026-01-09'), noonOf('2026-03-10'))
    expect(steps).toContain(onlyAfter)
    const inTime = await dates.result(letterOf('2026-01-09'), noonOf('2026-03-09'))
    expect(inTime.steps).not.toContain(onlyAfter)
    expect(inTime.steps.join(' ')).toContain('3 working days after you say no to mediation')
  })

  it('does not move the appeal, which is to be sent today while its last moment is still ahead (J5)', async () => {
    // Contact until Sunday 30 August 2026, appeal until Tuesday 1 September 2026; the first talk was between the two.
    const { dates: panels, calendar } = await dates.result(
      certified('2026-06-30', '2026-08-31', '2026-08-31'),
      noonOf('2026-08-31'),
    )
    expect(panels.map(({ kind, lawDate, standing }) => [kind, lawDate, standing])).toEqual([
      ['appeal', '2026-09-01', 'aim-passed'],
    ])
    expect(panels[0]?.notes[0]).toBe('You can still appeal. Send it today.')
    expect(calendar).toEqual([])
  })
})

describe('the date to speak to the adviser (regulation 33)', () => {
  it.each([
    ['2026-06-30', '2026-08-30', '2026-08-28'],
    ['2026-10-27', '2026-12-27', '2026-12-24'],
    ['2026-12-31', '2027-02-28', '2027-02-26'],
  ])('for a letter of %s is %s and does not move; %s is the day to keep to', async (letter, law, aim) => {
    expect(await panel('contact', letterOf(letter), noonOf(letter))).toEqual({
      law,
      aim,
      shown: aim,
      standing: 'ahead',
    })
  })

  it('is not there for the school alone, nor once the adviser has been spoken to', async () => {
    expect(await panel('contact', onlySchool('2026-02-10'), noonOf('2026-02-12'))).toBeUndefined()
    const spoken = { ...letterOf('2026-02-10'), adviser: 'yes', 'adviser-on': '2026-02-12' }
    expect(await panel('contact', spoken, noonOf('2026-02-12'))).toBeUndefined()
    expect((await dates.result(spoken)).done).toEqual([
      'You spoke to the mediation adviser on Thursday 12 February 2026. That was in time.',
    ])
  })

  it('is there for those who are not sure, or were told that they do not need the adviser', async () => {
    for (const answers of [
      { ...letterOf('2026-02-10'), disagreement: 'not-sure' },
      { ...letterOf('2026-02-10'), adviser: 'not-needed' },
    ]) {
      expect(await panel('contact', answers, noonOf('2026-02-12'))).toMatchObject({ law: '2026-04-10' })
    }
  })
})

describe('the date for mediation (regulation 36)', () => {
  const told = (letter: string, council: string): Answers => ({
    ...letterOf(letter),
    council: 'yes',
    'council-on': council,
  })

  it.each([
    ['2026-03-04', '2026-04-03', '2026-04-02'],
    ['2026-07-20', '2026-08-19', '2026-08-19'],
  ])('for a council told on %s is %s', async (council, law, aim) => {
    expect(await panel('mediation', told('2026-02-20', council), noonOf(council))).toMatchObject({ law, aim })
  })

  it('when it has passed says what the family can do', async () => {
    const { dates: panels } = await dates.result(told('2026-02-10', '2026-02-20'), noonOf('2026-03-23'))
    const mediation = panels.find(({ kind }) => kind === 'mediation')
    expect(mediation).toMatchObject({ standing: 'passed', lead: 'The council had to arrange mediation by' })
    expect(mediation?.notes[0]).toBe(
      'If it did not, ask the adviser for a certificate now. You can then appeal, or still wait for mediation.',
    )
  })

  it('is left out once a certificate came after it', async () => {
    const answers = { ...certified('2026-02-10', '2026-03-20'), council: 'yes', 'council-on': '2026-02-20' }
    expect(await panel('mediation', answers, noonOf('2026-03-23'))).toBeUndefined()
    expect(await panel('mediation', { ...answers, 'council-on': '2026-03-21' }, noonOf('2026-03-23'))).toMatchObject({
      law: '2026-04-20',
    })
  })
})

describe('a time limit is told by the moment at which it is asked', () => {
  // Contact: Sunday 30 August 2026. Appeal: 5pm on Tuesday 1 September 2026.
  const answers = letterOf('2026-06-30')
  const standings = async (at: string) =>
    Object.fromEntries(
      (await dates.result(answers, at)).dates.map(({ kind, standing, date }) => [kind, `${standing} ${date}`]),
    )

  it.each([
    ['2026-08-28T22:30:00Z', 'ahead 2026-08-28', 'ahead 2026-08-28'],
    // Half past midnight in England, where it is summer time.
    ['2026-08-28T23:30:00Z', 'aim-passed 2026-08-30', 'aim-passed 2026-09-01'],
    ['2026-08-30T22:59:00Z', 'aim-passed 2026-08-30', 'aim-passed 2026-09-01'],
    ['2026-08-31T10:00:00Z', 'passed 2026-08-30', 'aim-passed 2026-09-01'],
    ['2026-09-01T15:59:00Z', 'passed 2026-08-30', 'aim-passed 2026-09-01'],
    ['2026-09-01T16:00:00Z', 'passed 2026-08-30', 'passed 2026-09-01'],
  ])('at %s', async (at, contact, appeal) => {
    expect(await standings(at)).toEqual({ contact, appeal })
  })

  it('and is never said to be the end', async () => {
    for (const at of ['2026-08-31T10:00:00Z', '2026-09-01T16:00:00Z', '2028-01-01T10:00:00Z']) {
      const { dates: panels } = await dates.result(answers, at)
      for (const { kind, notes } of panels)
        expect([kind, notes.join(' ')]).toEqual([kind, expect.stringContaining('You can still appeal.')])
    }
    const { dates: panels } = await dates.result(answers, '2026-08-31T10:00:00Z')
    expect(panels.find(({ kind }) => kind === 'appeal')?.notes[0]).toBe(
      'You can still appeal. Send it today, even if you have no certificate yet.',
    )
  })
})

describe('what is missing is said, with what it would change', () => {
  const missing = async (answers: Answers, at = noonOf('2026-03-10')) => (await dates.result(answers, at)).missing

  it('the day the letter was sent', async () => {
    expect(await missing({ ...letterOf('2026-02-10'), sent: 'unknown' })).toContain(
      'You do not know the day the letter was sent. If it was before Tuesday 10 February 2026, your dates are earlier. Ask the council.',
    )
  })

  it('the certificate: more time when the adviser can still be spoken to, and no promise after that', async () => {
    expect(await missing(letterOf('2026-02-10'))).toEqual([
      'You have no certificate. You need one to appeal. It may give you a later date to appeal, and never an earlier one.',
    ])
    expect(await missing(letterOf('2026-02-10'), noonOf('2026-04-11'))).toEqual([
      'You have no certificate. Ask for one, but do not wait for it. To be safe, it does not give you more time.',
    ])
    expect(await missing(onlySchool('2026-02-10'))).toEqual([])
  })

  it('whether it is only about the school: the date that the certificate would give', async () => {
    const sure = certified('2026-02-01', '2026-03-20')
    const answers = { ...sure, disagreement: 'not-sure' }
    expect(await missing(answers, noonOf('2026-03-21'))).toEqual([
      'You are not sure if you disagree only about the school or college. If it is about more, the certificate gives you until 5pm on Monday 20 April 2026.',
    ])
    expect(await panel('appeal', answers, noonOf('2026-03-21'))).toMatchObject({ law: '2026-04-01' })
  })

  it('the first talk with the adviser, where a late one would take time away', async () => {
    const answers = { ...certified('2026-01-09', '2026-03-26'), adviser: 'not-yet', 'adviser-on': '' }
    expect(await missing(answers, noonOf('2026-03-27'))).toEqual([
      'We do not know the day you first spoke to the adviser. If it was after Monday 9 March 2026, to be safe the certificate does not give more time. Then the last moment to appeal in time is 5pm on Monday 9 March 2026.',
    ])
  })

  it('the day the council was told, and advice that may be wrong', async () => {
    expect(await missing({ ...letterOf('2026-02-10'), council: 'unknown', adviser: 'not-needed' })).toEqual([
      expect.stringContaining('You have no certificate.'),
      'You do not know the day the council was told. From that day it has 30 days to arrange mediation. Ask it.',
      'You were told that you do not need the adviser. That is so only if you disagree about nothing but the school or college.',
    ])
  })
})

describe('the page of the dates', () => {
  it('shows the day to keep to first, then the law’s last moment, why, the law, what to do and who can help', async () => {
    await dates.result(letterOf('2026-06-30'), noonOf('2026-07-06'))
    const { status, html } = await dates.ask(addressWith('result', letterOf('2026-06-30')))
    expect(status).toBe(200)
    const parts = [
      'From your answers, on Monday 6 July 2026. This is not legal advice.',
      'Speak to the mediation adviser by <strong class="family-date__day">Friday 28 August 2026</strong>',
      'The last day in the law is Sunday 30 August 2026. The phone may not be answered that day.',
      'This date does not move for weekends, bank holidays, August or Christmas.',
      'The law is not settled on this point. We have used the earlier date.',
      'Aim for the Tribunal to have your appeal by midday on <strong class="family-date__day">Friday 28 August 2026</strong>',
      'The law’s last moment is 5pm on Tuesday 1 September 2026.',
      'It is safer not to use the extra days. Aim for Friday 28 August 2026.',
      'Put these dates in your calendar',
      'What could change these dates',
      // The words of a term lead to their explanation.
      'Phone or email the <a class="govuk-link" href="/help/glossary#mediation-adviser">mediation adviser</a>.',
      'Example Partnership Service',
      '01632 960200',
    ]
    const places = parts.map((part) => html.indexOf(part))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  const SITUATIONS: readonly Answers[] = [
    letterOf('2026-06-30'),
    { ...letterOf('2026-06-30'), sent: 'unknown', 'sent-on': '', council: 'yes', 'council-on': '2026-07-06' },
    { ...certified('2026-06-30', '2026-07-10'), disagreement: 'not-sure', council: 'unknown' },
    certified('2026-01-09', '2026-03-26', '2026-03-23'),
    onlySchool('2026-06-30'),
    { ...certified('2026-01-09', '2026-03-26'), adviser: 'not-needed', 'adviser-on': '' },
  ]

  it.each(['2026-07-10', '2026-08-29', '2026-08-31', '2026-09-02'])(
    'on %s is in plain words: short sentences, no contractions, days in full',
    async (day) => {
      for (const answers of SITUATIONS) {
        const { done, dates: panels, missing, steps } = await dates.result(answers, noonOf(day))
        const said = [done, missing, steps, ...panels.flatMap(({ notes, why, lead }) => [notes, why, [lead]])].flat()
        for (const sentence of said.flatMap((text) => text.split(/(?<=[.!?])\s+(?=[A-Z])/))) {
          expect([sentence, sentence.split(/\s+/).length <= 25]).toEqual([sentence, true])
          expect(sentence).not.toMatch(/n['’]t\b|['’](?:re|ll|ve)\b/)
          expect(sentence).not.toMatch(
            /\d{4}-\d{2}-\d{2}|(?<!day )\b\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}/,
          )
          expect(sentence.toLowerCase()).not.toMatch(/too late|out of time|is over\b|cannot appeal/)
        }
      }
    },
  )
})
