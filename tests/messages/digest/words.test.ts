import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { TASK_KINDS } from '../../../lambdas/cases/tasks.ts'
import { ADVISER_WORK_KINDS } from '../../../lambdas/cases/work/adviser-work.ts'
import { difference, expectOfAll, found, missing } from '../../rule.ts'
import { seenInHtml, sentencesOf, wordsOf } from '../read-message.ts'
import { readingGrade } from '../reading-grade.ts'
import { council } from '../situations.ts'
import { CONTRACTION } from '../wrong-words.ts'
import { ADVISER_WORK, COUNCIL_MESSAGES, OFFICER_WORK, TODAY } from './council-messages.ts'

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'
const DATE = new RegExp(`(\\w+)\\s(\\d{1,2}) (${MONTH}) (\\d{4})`, 'g')
/** A day that is spoken of as ahead: each with its date last. */
const AHEAD =
  /(?:Aim for|The last day in the law is|Do it by|so tell it by|so tell the family by|There is a .* meeting on|Record by|certificate by:\n|is to be arranged by:\n|arranges mediation by:\n|Meeting on:\n) ?(\w+ \d{1,2} \w+ \d{4})/g

type Named = (typeof COUNCIL_MESSAGES)[number]
const isOfficers = ([name]: Named) => name.startsWith('officer')
const OFFICERS = COUNCIL_MESSAGES.filter(isOfficers)
const ADVISERS = COUNCIL_MESSAGES.filter((one) => !isOfficers(one))
const everythingOf = ({ subject, preheader, text }: Named[1]) => `${subject}\n${preheader}\n${text}`
const messageOf = (name: string) => {
  const message = COUNCIL_MESSAGES.find(([one]) => one === name)?.[1]
  if (!message) throw new Error(`There is no message "${name}".`)
  return message
}

describe('the messages to the officer and the mediation adviser', () => {
  it('are tried here with everything that either can have to do', () => {
    const kinds = new Set(OFFICER_WORK.map(({ kind }) => kind))
    expect(TASK_KINDS.filter((kind) => !kind.startsWith('escalate-') && !kinds.has(kind as never))).toEqual([])
    expect(new Set(ADVISER_WORK.map(({ kind }) => kind))).toEqual(new Set(ADVISER_WORK_KINDS))
  })

  it('are searched for days ahead with a pattern that finds some', () => {
    expect([...messageOf('officer digest').text.matchAll(AHEAD)].length).toBeGreaterThan(5)
    expect([...messageOf('adviser digest').text.matchAll(AHEAD)].length).toBeGreaterThan(5)
  })
})

describe('every message to them', () => {
  it('says the same in its text part as in its HTML part', () =>
    expectOfAll(COUNCIL_MESSAGES, (message) => difference(wordsOf(message.text), wordsOf(seenInHtml(message)))))

  it('keeps every sentence under 25 words', () =>
    expectOfAll(COUNCIL_MESSAGES, (message) =>
      sentencesOf(message).filter((sentence) => wordsOf(sentence).length >= 25),
    ))

  it('can be read at the age of 11', () =>
    expectOfAll(COUNCIL_MESSAGES, (message) => {
      const grade = readingGrade(sentencesOf(message))
      return grade < 6 ? undefined : `is of grade ${grade}`
    }))

  it('uses no contractions', () =>
    expectOfAll(COUNCIL_MESSAGES, (message) => found(everythingOf(message), CONTRACTION)))

  it('gives every date in full with its true day of the week', () =>
    expectOfAll(COUNCIL_MESSAGES, (message) => {
      const everything = everythingOf(message)
      const wrong = [...everything.matchAll(DATE)].flatMap(([whole, , day, month, year]) => {
        const date = DateTime.fromFormat(`${day} ${month} ${year}`, 'd LLLL yyyy', { locale: 'en-GB' })
        const right = date.toFormat('cccc d LLLL yyyy', { locale: 'en-GB' })
        return whole === right ? [] : [`says "${whole}", which is ${right}`]
      })
      return [...missing(everything, DATE), ...wrong, ...found(everything, /\d{4}-\d{2}-\d{2}/)]
    }))

  it('says in its subject what there is to do and on which day', () =>
    expectOfAll(COUNCIL_MESSAGES, ({ subject }) => [
      ...missing(
        subject,
        /Monday 30 March 2026/,
        /late|to do today|today|coming up|to print|could not be read|have stopped|need an owner/i,
      ),
      ...(subject.length < 100 ? [] : [`has a subject of ${subject.length} letters`]),
    ]))

  it('speaks of no day as if it lay ahead once it has gone by', () =>
    expectOfAll(COUNCIL_MESSAGES, (message) =>
      [...everythingOf(message).matchAll(AHEAD)]
        .map(([, day = '']) => DateTime.fromFormat(day, 'cccc d LLLL yyyy', { locale: 'en-GB' }).toFormat('yyyy-MM-dd'))
        .filter((day) => day < TODAY)
        .map((day) => `speaks of ${day} as ahead`),
    ))

  it('names cases by their reference, and nobody by what they have', () => {
    expectOfAll(COUNCIL_MESSAGES, (message) => found(everythingOf(message), /autis|adhd|dyslex|diagnos/i))
    const isOfLetters = ([name]: Named) => name.includes('only letters')
    expectOfAll(COUNCIL_MESSAGES.filter(isOfLetters), ({ text }) => missing(text, /\/letters$/m))
    expectOfAll(
      COUNCIL_MESSAGES.filter((one) => !isOfLetters(one)),
      ({ text }) => missing(text, /Case 7K2M-/),
    )
  })

  it('leads to the page of a case only who can open it', () => {
    const pages = 'https://send.example.gov.uk'
    expectOfAll(OFFICERS, ({ text }) => missing(text, pages))
    expectOfAll(ADVISERS, ({ text }) => (text.includes(pages) ? 'leads to our pages' : undefined))
  })

  it('tells the adviser how to say what happened, and how the certificate was counted', () =>
    expectOfAll(ADVISERS, ({ text }) =>
      missing(
        text,
        'Tell us what happened',
        `Email: ${council.contacts.officer.email}`,
        ...(text.includes('Issue the certificate by') ? [/The time is 3 working days, counted from/] : []),
      ),
    ))
})

describe('the digest of the officer', () => {
  const { text, html } = messageOf('officer digest')

  it('tells what is late first, then what is for today, then what comes up', () => {
    const places = ['Late (', 'To do today (', 'Coming up ('].map((part) => text.indexOf(part))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })

  it('says what is late in law before what is late by a day of our own, the longest first, case by case', () => {
    const late = text.slice(text.indexOf('Late ('), text.indexOf('To do today ('))
    const ofCases = late
      .split('\nCase ')
      .slice(1)
      .map((ofCase) =>
        [...ofCase.matchAll(/^\* .*$/gm)].map(([line]) =>
          /The last day in the law was|had to/.test(line) ? (/: (\d+) days? late/.exec(line)?.[1] ?? '') : 'own',
        ),
      )
    const isInLaw = ofCases.map((days) => days[0] !== 'own')
    expect(isInLaw).toContain(false)
    expect(isInLaw).toEqual(isInLaw.toSorted((one, other) => Number(other) - Number(one)))
    const days = ofCases.filter((_, index) => isInLaw[index]).map(([first]) => Number(first))
    expect(days).toEqual(days.toSorted((one, other) => other - one))
    for (const ofCase of ofCases) {
      const own = ofCase.map((one) => one === 'own')
      expect(own).toEqual(own.toSorted())
    }
  })

  it('passes overdue duties, responses, mediation and who comes to it to the named officer, and nothing else', () => {
    const passed = text.split('\n').filter((line) => line.includes('This is passed to you as the named officer.'))
    expect(passed.length).toBeGreaterThanOrEqual(6)
    for (const line of passed) {
      expect(line).toMatch(
        /It follows from|Send the response of the council to the Tribunal|Arrange the mediation meeting|Say who comes to/,
      )
    }
  })

  it('leads to each case', () => {
    expect(html).toContain('href="https://send.example.gov.uk/cases/7K2M-4Q28"')
  })

  it('stays short when there is much to do, and says how many more there are', () => {
    const { text, html } = messageOf('officer digest, many cases')
    expect(text).toContain('There are 35 more. The list of cases has them.')
    expect(text).toContain('https://send.example.gov.uk/cases\n')
    // Mail programs cut an email off at 102 KB.
    expect(html.length).toBeLessThan(100_000)
  })

  it('says which cases could not be read', () => {
    expect(messageOf('officer digest, no case read').text).toContain('Case 7K2M-4QXP')
    expect(messageOf('officer digest, no case read').subject).toContain('some could not be read')
  })

  it('says when the bank holidays end that are known, what follows, and whom to ask', () => {
    const { text } = messageOf('officer digest, bank holidays run out')
    expect(text).toContain('Our list of bank holidays ends on Tuesday 28 July 2026.')
    expect(text).toContain('If one is moved or added, the days that we tell can be wrong.')
    expect(text).toContain('Ask whoever looks after the service to add the next year.')
    expect(messageOf('officer digest, bank holidays have run out').text).toContain(
      'Our list of bank holidays ended on Wednesday 31 December 2025.',
    )
    expect(messageOf('officer digest').text).not.toContain('bank holiday')
  })
})

describe('the digest of the mediation adviser', () => {
  it('tells on which ground each certificate is due', () => {
    const { text } = messageOf('adviser digest')
    expect(text).toContain('The family told you on Monday 23 March 2026 that it does not want mediation.')
    expect(text).toContain('We told you on Friday 27 March 2026 that mediation cannot be arranged in the 30 days.')
    expect(text).toContain('The 30 days for mediation have gone by, and no meeting was arranged.')
    expect(text).toContain('The mediation ended on Wednesday 25 March 2026.')
    expect(text).toContain('The family can have its certificate now if it asks for it.')
  })

  it('stays short too', () => {
    const { text, html } = messageOf('adviser digest, many cases')
    expect(text).toContain('There are 35 more. Ask us for them.')
    expect(html.length).toBeLessThan(100_000)
  })
})
