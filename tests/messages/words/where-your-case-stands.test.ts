import { describe, expect, inject, it } from 'vitest'
import { drawn, randomFrom } from '../../../bin/demo/random.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import type { SituationOfFact } from '../../../lambdas/messages/message-situation.ts'
import { appealState } from '../../../lambdas/messages/passages/appeal-state.ts'
import { occasionOf } from '../../../lambdas/messages/passages/occasion.ts'
import { caseToldBefore } from '../../../lambdas/messages/passages/told-before.ts'
import { writeWords } from '../../../lambdas/messages/words/all-messages.ts'
import { expectOfAll, found, missing } from '../../rule.ts'
import { composed, textOf } from '../composed.ts'
import { datesWithoutReason, pastDaysToldAsAhead } from '../dates-in-words.ts'
import { messagesToTry } from '../every-message.ts'
import { EVERY_SITUATION, theSituation } from '../every-situation.ts'
import { sentencesOf, wordsOf } from '../read-message.ts'
import { readingGrade } from '../reading-grade.ts'
import { PARENT, YOUNG_PERSON } from '../situations.ts'
import { standingsOf } from '../standing-of-every-case.ts'

/** About six pages of a letter. */
const MOST_WORDS = 1600

const TOLD_BEFORE = 'What we told you before, and is different now'

/** So many of the cases and their news are tried each time; all of them when the whole is asked for. */
const DRAWN = 300

const every = standingsOf(EVERY_SITUATION)
const tried = inject('isWhole') ? every : drawn(randomFrom(inject('seed')), every, DRAWN)
const ofWhat = inject('isWhole') ? 'every case' : `cases, drawn (seed ${inject('seed')})`

describe(`where a case stands, whatever is news of it: ${ofWhat}`, () => {
  const messages = messagesToTry(Object.fromEntries(tried))

  it('can be told, and has no gap', () =>
    expectOfAll(messages, ({ everything }) => found(everything, /undefined|\[object|NaN|Invalid/)))

  it('has a subject with a date, and no name or number of a reminder in it', () =>
    expectOfAll(messages, ({ message: { subject } }) => [
      ...missing(subject, /^Where your case stands/, /\w+day \d{1,2} [A-Z][a-z]+ 20\d\d/),
      ...found(subject, /reminder|Quorn/i),
      ...(subject.length < 100 ? [] : [`has a subject of ${subject.length} letters`]),
    ]))

  it('can be read at the age of 11, in short sentences', () =>
    expectOfAll(messages, ({ message }) => {
      const sentences = sentencesOf(message)
      const grade = readingGrade(sentences)
      return [
        ...sentences.filter((sentence) => wordsOf(sentence).length >= 25),
        ...(grade < 6 ? [] : [`is of grade ${grade}`]),
      ]
    }))

  it('is not longer than a family can be asked to read', () =>
    expectOfAll(messages, ({ wordsOfText }) =>
      wordsOfText.length <= MOST_WORDS ? undefined : `has ${wordsOfText.length} words`,
    ))

  it('sets no date apart twice, and none without its reason', () =>
    expectOfAll(messages, ({ situation }) => {
      const { blocks } = writeWords(situation)
      const dates = blocks.flatMap((block) => (block.type === 'date' ? [`${block.label} ${block.date}`] : []))
      return [
        ...dates.filter((date, index) => dates.indexOf(date) !== index).map((date) => `says twice "${date}"`),
        ...datesWithoutReason(blocks),
      ]
    }))

  it('says no paragraph twice, and has no heading with nothing below it', () =>
    expectOfAll(messages, ({ situation }) => {
      const { blocks } = writeWords(situation)
      const texts = blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))
      return [
        ...texts.filter((text, index) => texts.indexOf(text) !== index).map((text) => `says twice "${text}"`),
        ...blocks
          .filter(({ type }, index) => type === 'heading' && (blocks[index + 1]?.type ?? 'heading') === 'heading')
          .map((block) => `has nothing below ${JSON.stringify(block)}`),
      ]
    }))

  it('speaks of no day as if it lay ahead once it has gone by', () =>
    expectOfAll(messages, ({ everything, situation }) => pastDaysToldAsAhead(everything, situation.today)))

  it('asks nobody to appeal who has appealed, and tells nobody that the Tribunal has what it has not', () =>
    expectOfAll(messages, ({ everything, situation }) =>
      found(
        everything,
        ...(appealState(situation) === 'not-made'
          ? [/The Tribunal has your appeal/]
          : [/must have your appeal by|to have your appeal by|[Ss]end your appeal|How to appeal/]),
      ),
    ))

  it('gives an appeal that can be made its day, or says what gives it one', () =>
    expectOfAll(
      messages.filter(
        ([, { situation }]) =>
          appealState(situation) === 'not-made' && situation.subject.withdrawn?.reason !== 'opened-in-error',
      ),
      ({ message }) =>
        missing(
          message.text,
          /(appeal by midday on|appeal by 5pm on|time limit was 5pm on|until 5pm on|your appeal is 5pm on|1 month from the date|cannot give you a last day for an appeal)/,
        ),
    ))

  it('leads to the adviser, the partnership service and the council', () =>
    expectOfAll(messages, ({ situation: { council }, message }) =>
      missing(
        message.text,
        ...[council.contacts.partnershipService, council.providers.mediationAdviser, council.contacts.officer].map(
          ({ email }) => `Email: ${email}`,
        ),
      ),
    ))
})

describe('several things that were learnt late', () => {
  it('stand in the order in which they happened, a point each', () => {
    expect(textOf('standing: the appeal was in time after all')).toMatch(
      /What we have learnt\n-+\n\n\* You first spoke to the mediation adviser on Tuesday 1 July 2025\.\n\* Your mediation certificate is dated Tuesday 15 July 2025\.\n\n/,
    )
  })

  it('name the last day that was told beside the right one, and have the new day with its reason below', () => {
    const { text, subject } = composed('standing: declined and certificate, a later day')
    expect(text).toContain(
      '* Your appeal. The last day that we told you was Friday 10 April 2026. The right one is Tuesday 5 May 2026.',
    )
    expect(text).toContain('Use the days in this message. If an old day is in your calendar, take it out.')
    expect(subject).toBe('Where your case stands: send your appeal by Friday 1 May 2026')
  })

  it('help a family that a wrong day has made late', () => {
    expect(textOf('standing: the talk was late after all, a wrong day was told')).toContain(
      'If the wrong day made you late, say so in your appeal. Add a copy of this message.',
    )
  })

  it('put right that an appeal was said to be late, or that it was not', () => {
    const inTime = textOf('standing: the appeal was in time after all')
    expect(inTime).toContain('We told you that your appeal may count as late. It does not.')
    expect(inTime).toContain('The last day for it was Monday 1 September 2025.')
    expect(inTime).toContain('We now know that you have a mediation certificate.')
    expect(inTime).not.toContain('A judge decides')
    const late = textOf('standing: the appeal may count as late after all')
    expect(late).toContain('Your appeal may count as late')
    expect(late).toContain('You spoke to the mediation adviser after the last day for that.')
  })

  it('say that a meeting is another one, with the entry in the calendar', () => {
    const moved = composed('standing: meeting moved')
    expect(moved.text).toContain('We told you Monday 30 March 2026 at 2:30pm.')
    expect(moved.calendarFile?.content).toContain('UID:2026-0001-meeting-00003@')
    const another = composed('standing: meeting cancelled and another arranged')
    expect(another.text).toContain('If that meeting is in your calendar, take it out.')
    expect(another.calendarFile?.content).toContain('UID:2026-0001-meeting-00005@')
    const off = composed('standing: mediation not wanted any more, with a meeting planned')
    expect(off.text).toContain('There is no mediation meeting on Monday 30 March 2026 at 2:30pm.')
    expect(off.calendarFile?.method).toBe('CANCEL')
  })

  it('say where a meeting is only where the words of the message are those of the meeting', () => {
    expect(textOf('standing: mediation chosen and its meeting')).toContain('Where: Room 3')
    const other = theSituation('standing: meeting and then a complaint, so its place is not told')
    const { text } = composeMessage({ ...other, words: { place: 'somewhere else' } })
    expect(text).toContain('The mediation adviser will tell you where, or how to join.')
    expect(text).not.toContain('somewhere else')
  })

  it('give the rights again where the decision itself is among them', () => {
    const text = textOf('standing: the opening is among what was learnt')
    expect(text).toContain('Your right to mediation')
    expect(text).toContain('What an appeal can be about')
    expect(textOf('standing: one fact alone')).not.toContain('Your right to mediation\n')
  })

  it('send nobody to act whose case was opened by mistake', () => {
    const { text, calendarFile } = composed('standing: opened by mistake')
    expect(text).toContain('The dates that we sent you about this case do not apply.')
    expect(text).not.toMatch(/appeal by|Speak to the mediation adviser|How to appeal/)
    expect(calendarFile).toBeUndefined()
  })

  it('say what can be done about what is late', () => {
    const text = textOf('standing: decided, one thing done and one late')
    expect(text).toContain('We had to send you the changed plan. Our records do not show that it is done.')
    expect(text).toContain('Write to the Tribunal and tell it that its order was not kept.')
  })
})

describe('what the family was told before', () => {
  const asIs = theSituation('standing: declined and certificate, a later day') as SituationOfFact

  it('is the case as it was when the family was last written to before what is told now', () => {
    const typesTold = (situation: SituationOfFact) => caseToldBefore(situation)?.facts.map(({ type }) => type)
    expect(typesTold(asIs)).toEqual(['case-opened'])
    const lastTwo = { ...asIs, news: asIs.news.slice(1) }
    expect(typesTold(lastTwo)).toEqual(['case-opened'])
    expect(typesTold({ ...lastTwo, lastTold: '2026-04-13T10:00:00.000Z' })).toEqual([
      'case-opened',
      'adviser-contacted',
    ])
  })

  it('is nothing where nobody had written to the family, so that nothing is put right', () => {
    const untold = { ...asIs, lastTold: undefined }
    expect(caseToldBefore(untold)).toBeUndefined()
    expect(composeMessage(asIs).text).toContain(TOLD_BEFORE)
    expect(composeMessage(untold).text).not.toContain(TOLD_BEFORE)
  })

  it('is nothing where the opening is among what is told, and to somebody new', () => {
    for (const first of ['standing: the opening is among what was learnt', 'standing: to somebody new, a long case']) {
      expect(caseToldBefore(theSituation(first) as SituationOfFact)).toBeUndefined()
      expect(textOf(first)).not.toContain(TOLD_BEFORE)
    }
  })
})

describe('the message of a case that was taken over', () => {
  it('names a last day that is near before all else, in its subject and its first line', () => {
    const { subject, text } = composed(
      'standing: taken over with a meeting of which the result is not known, and the last day is tomorrow',
    )
    expect(subject).toBe('Where your case stands: speak to the mediation adviser by Friday 10 April 2026')
    expect(text).toContain('Dear Zuleika Quorn\n\nSpeak to the mediation adviser by Friday 10 April 2026.')
    expect(text.indexOf('When you have your certificate')).toBeLessThan(text.indexOf('Your mediation meeting'))
  })

  it('says that our messages come from now on, all that is on record, and to tell us what is wrong', () => {
    const situation = theSituation('standing: taken over, the Tribunal has the appeal') as SituationOfFact
    expect(occasionOf(situation)).toBe('history-complete')
    const { text } = composeMessage(situation)
    expect(text).toContain('From now on you get our messages about this case.')
    expect(text).toContain('What we have on record')
    expect(text).toContain('If something in this message is wrong or missing, tell us today.')
    expect(text).not.toMatch(/who got them before you|What we told you before/)
  })
})

describe('the first message to somebody new', () => {
  const first = theSituation('standing: to somebody new, a meeting is planned') as SituationOfFact

  it('is one where nothing is news but that they get our messages', () => {
    expect(occasionOf(first)).toBe('contact-details-changed')
    expect(occasionOf({ ...first, news: [first.about] })).toBe('facts-learnt')
  })

  it('says that they get our messages from now on, and that others may have acted before', () => {
    const { text } = composeMessage(first)
    expect(text).toContain('From now on you get our messages about this case.')
    expect(text).toContain('In this message “you” can also mean someone who got them before you.')
  })

  it('says the same to the other parent, who is a party too', () => {
    const { text } = composeMessage(first, { reader: { role: 'second', name: 'Quentin Quorn' } })
    expect(text).toContain('From now on you get our messages about this case.')
    expect(text).not.toMatch(/copy|agreed that/)
  })

  it('says to whoever gets a copy who agreed to it, or for whom they act', () => {
    const ofYoungPerson = { ...first, contact: YOUNG_PERSON }
    expect(composeMessage(ofYoungPerson, { reader: { role: 'second', name: 'Zuleika Quorn' } }).text).toContain(
      'Peregrine Quorn agreed that you get a copy of our messages from now on. In this message “you” means Peregrine Quorn.',
    )
    const acting = { name: 'Ada Advocate', by: 'email', email: 'ada@example.org' } as const
    const reader = { role: 'representative', name: acting.name } as const
    const withCopy = { ...first, contact: { ...PARENT, representative: { ...acting, gets: 'copy' } } } as const
    expect(composeMessage(withCopy, { reader }).text).toContain(
      'You act for Zuleika Quorn. So you get a copy of our messages from now on.',
    )
    const instead = { ...first, contact: { ...PARENT, representative: { ...acting, gets: 'everything' } } } as const
    expect(composeMessage(instead, { reader }).text).toContain(
      'You act for Zuleika Quorn. So we write to you from now on.',
    )
  })

  it('has the meeting that is planned for the calendar, and every right while an appeal can be made', () => {
    const { calendarFile, text } = composeMessage(first)
    expect(calendarFile?.method).toBe('REQUEST')
    for (const heading of ['Your right to mediation', 'The time limits', 'If you want mediation, tell us']) {
      expect(text).toContain(`${heading}\n---`)
    }
    expect(textOf('standing: to somebody new, the Tribunal has the appeal')).not.toContain('Your right to mediation\n')
  })

  it('tells a long case by what it is about, and a short one in one list', () => {
    expect(textOf('standing: to somebody new, a long case')).toMatch(
      /What we have on record about mediation\n-+\n\n(\* .*\n){3}\n/,
    )
    expect(textOf('standing: to somebody new, certificate held')).toMatch(
      /What we have on record\n-+\n\n\* We sent our letter on Tuesday 10 February 2026\.\n(\* .*\n){2}\n/,
    )
  })
})

describe('the other messages about several facts', () => {
  it('say to a copy whose message it is', () => {
    const { text } = composeMessage(
      { ...theSituation('standing: mediation was not arranged'), contact: YOUNG_PERSON },
      { reader: { role: 'second', name: 'Zuleika Quorn' } },
    )
    expect(text).toContain('This is a copy of our message to Peregrine Quorn. They agreed that you get it.')
  })
})
