import { isDeepStrictEqual } from 'node:util'
import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { MESSAGE_KINDS, type MessageKind } from '../../lambdas/cases/message.ts'
import { formatDate } from '../../lambdas/law/calendar-date.ts'
import { composeMessage } from '../../lambdas/messages/compose-message.ts'
import type { MessageSituation } from '../../lambdas/messages/message-situation.ts'
import { appealState, certificateIsNeeded } from '../../lambdas/messages/passages/appeal-state.ts'
import { writeWords } from '../../lambdas/messages/words/all-messages.ts'
import { aCase } from '../cases/case-builder.ts'
import { difference, expectOfAll, found, missing } from '../rule.ts'
import { AHEAD, DATE, datesWithoutReason, pastDaysToldAsAhead } from './dates-in-words.ts'
import { messagesToTry } from './every-message.ts'
import { seenInHtml, sentencesOf, wordsOf } from './read-message.ts'
import { readingGrade } from './reading-grade.ts'
import { council, PARENT, PUBLIC_ADDRESS, situation } from './situations.ts'
import { CONTRACTION, PRESSURE } from './wrong-words.ts'

const FINALITY =
  /too late|is over|out of time|no longer (appeal|possible)|cannot appeal|lost (your|the) right|last chance/i
const WHICH_DECISION = /(This message|Your case) is about our decision/
const MARKED_NAMES = /Zuleika|Peregrine|Quorn/
/** A date set apart, by which somebody has to act. */
const ASKS_TO_ACT =
  /^(Aim for the Tribunal|The Tribunal must have|Speak to|Tell the mediation adviser what|.*must (issue|give|arrange)).*(by|on):$/m

/** A talk with the adviser that came late, told as a fact. */
const LATE_TALK = /You spoke to the mediation adviser after|why you spoke to the mediation adviser late/

/** Messages in which the family thinks about mediation, or is in it. */
const ABOUT_MEDIATION: readonly MessageKind[] = [
  'rights',
  'contact-reminder-day-30',
  'contact-reminder-day-50',
  'contact-reminder-last-week',
  'choose',
  'choose-before-two-months',
  'mediation-requested',
  'mediation-not-arranged',
  'mediation-late',
  'health-board-knows',
  'meeting-invitation',
  'meeting-new-time',
  'meeting-is-off',
  'meeting-goes-on-another-day',
  'meeting-result-unknown',
]

/** A route that stops no clock and gives no certificate. */
const ABOUT_RESOLUTION = MESSAGE_KINDS.filter((kind) => kind.startsWith('resolution-'))
const BESIDE_THE_APPEAL = MESSAGE_KINDS.filter((kind) => /^(resolution|complaint)-/.test(kind))

/** A certificate that comes, is owed or can be had. */
const CERTIFICATE_TO_COME =
  /you get (a|your) certificate|gives? you (a|your) certificate|must give you a certificate|You can have your certificate|ask for your certificate|certificate (is|was) due/
/** The first message says of certificates in general what the law says of them. */
const SAYS_IT_IN_GENERAL: readonly MessageKind[] = ['rights', 'last-day-to-appeal']
/** Where a message that says where a case stands begins to tell the rights, in general too. */
const RIGHTS_BEGIN = 'What an appeal can be about\n'

const MESSAGES = messagesToTry()
type Messages = typeof MESSAGES

/** Those that a rule is about. */
function where(isAbout: (situation: MessageSituation, text: string) => boolean): Messages {
  return MESSAGES.filter(([, { situation, message }]) => isAbout(situation, message.text))
}

describe('the situations', () => {
  it('have every kind of message', () => {
    expect(new Set(MESSAGES.map(([, { situation }]) => situation.kind))).toEqual(new Set(MESSAGE_KINDS))
  })

  it('have words for each pattern that days ahead are searched with', () => {
    for (const words of AHEAD) {
      expect(
        MESSAGES.filter(([, { message }]) => `${message.subject}\n${message.text}`.search(words) >= 0),
      ).not.toEqual([])
    }
  })
})

/** What the family is told of what it did itself. */
const OWN_ACTS: readonly MessageKind[] = [
  'choose',
  'certificate-due',
  'mediation-requested',
  'mediation-given-up',
  'appeal-at-tribunal',
  'appeal-taken-back',
  'resolution-asked',
  'resolution-declined',
  'complaint-recorded',
]
/** A heading under which it stands what comes next, or what the reader can do. */
const SAYS_WHAT_NEXT = /^(What (to do|you can|happens next)|How to|If (you|the)|Your appeal|The rights that)/

describe('every message', () => {
  it('is the same when it is made again', () =>
    expectOfAll(MESSAGES, ({ situation, message }) =>
      isDeepStrictEqual(composeMessage(situation), message) ? undefined : 'is another message the second time',
    ))

  it('says the same in its text part as in its HTML part', () =>
    expectOfAll(MESSAGES, ({ wordsOfText, wordsOfHtml }) => difference(wordsOfText, wordsOfHtml)))

  it('says more than what its reader just did: what comes next, by when, or what to do', () =>
    expectOfAll(
      where(({ kind }) => OWN_ACTS.includes(kind)),
      ({ message: { content } }) =>
        content.blocks.some(
          (block) =>
            block.type === 'date' ||
            block.type === 'steps' ||
            (block.type === 'heading' && SAYS_WHAT_NEXT.test(block.text)),
        )
          ? undefined
          : 'says nothing but what was done',
    ))

  it('keeps every sentence under 25 words', () =>
    expectOfAll(MESSAGES, ({ message }) => sentencesOf(message).filter((sentence) => wordsOf(sentence).length >= 25)))

  it('can be read at the age of 11', () =>
    expectOfAll(MESSAGES, ({ message }) => {
      // Grade 6 of the Flesch-Kincaid scale is the school year of children of 11 and 12.
      const grade = readingGrade(sentencesOf(message))
      return grade < 6 ? undefined : `is of grade ${grade}`
    }))

  it('uses no contractions', () => expectOfAll(MESSAGES, ({ everything }) => found(everything, CONTRACTION)))

  it('has a date', () => expectOfAll(MESSAGES, ({ everything }) => missing(everything, DATE)))

  it('gives every date in full with its true day of the week, and times as 5pm', () =>
    expectOfAll(MESSAGES, ({ everything }) => [
      ...[...everything.matchAll(DATE)].flatMap(([whole, , day, month, year]) => {
        const date = DateTime.fromFormat(`${day} ${month} ${year}`, 'd LLLL yyyy', { locale: 'en-GB' })
        const right = date.toFormat('cccc d LLLL yyyy', { locale: 'en-GB' })
        return whole === right ? [] : [`says "${whole}", which is ${right}`]
      }),
      ...found(
        everything,
        /\d{4}-\d{2}-\d{2}/,
        /\b\d{1,2}:\d{2}(?!\d*[ap]m)/,
        /(?<!\w+day) \d{1,2} [A-Z][a-z]+ 20\d\d/,
      ),
    ]))

  it('has an action and a date in its subject, and no name there or in the preheader', () =>
    expectOfAll(MESSAGES, ({ message: { subject, preheader } }) => [
      ...missing(subject, /\w+day \d{1,2} [A-Z][a-z]+ 20\d\d/),
      ...(subject.length < 100 ? [] : [`has a subject of ${subject.length} letters`]),
      ...found(`${subject} ${preheader}`, MARKED_NAMES, /autis|adhd|dyslex|diagnos|special educational need/i),
    ]))

  it('greets the reader and says which decision it is about before it says what to do', () =>
    expectOfAll(MESSAGES, ({ situation, message: { text } }) => [
      ...missing(text, `Dear ${situation.contact.name}\n`, WHICH_DECISION),
      ...(text.search(WHICH_DECISION) < 1000 ? [] : ['says late which decision it is about']),
    ]))

  it('tells the case reference and how to change how we write', () =>
    expectOfAll(MESSAGES, ({ message }) =>
      missing(message.text, 'Your case reference is 2026-0001.', 'To change how we contact you'),
    ))

  it('leads to the words explained, the other ways and the privacy notice, in both parts', () => {
    const links = [
      ['Other ways to sort out a disagreement', '/help'],
      ['Words explained', '/help/glossary'],
      ['What we do with your information (privacy notice)', '/help/privacy'],
    ] as const
    expectOfAll(MESSAGES, ({ message: { text, html } }) =>
      links.flatMap(([words, path]) => [
        ...missing(text, `${words}:\n${PUBLIC_ADDRESS}${path}\n`),
        ...missing(html, new RegExp(`<a href="${PUBLIC_ADDRESS}${path}"[^>]*>${literally(words)}</a>`)),
      ]),
    )
  })

  it('tells how to reach the partnership service, the mediation adviser and the council', () => {
    const points = [council.contacts.partnershipService, council.providers.mediationAdviser, council.contacts.officer]
    const wanted = points.flatMap(({ name, phone, email }) => [name, `Phone: ${phone}`, `Email: ${email}`])
    expectOfAll(MESSAGES, ({ message }) => missing(message.text, ...wanted, 'free and impartial advice'))
  })

  it('speaks of no day as if it lay ahead once it has gone by', () =>
    expectOfAll(MESSAGES, ({ everything, situation }) => pastDaysToldAsAhead(everything, situation.today)))

  it('says that the talk with the adviser was late only when it is known to have been', () =>
    expectOfAll(
      where(({ subject: { adviserContactedOn }, dates: { contact } }) => {
        const wasLate = adviserContactedOn && contact && adviserContactedOn > contact.lawDate
        return !wasLate
      }),
      ({ everything }) => found(everything, LATE_TALK),
    ))

  it('sends a cancellation for a calendar with words that say so, and no such words without one', () =>
    expectOfAll(MESSAGES, ({ message: { text, calendarFile } }) => {
      const says = text.includes('takes the meeting out of your calendar')
      const does = calendarFile?.method === 'CANCEL'
      return says === does ? undefined : `${says ? 'says' : 'does not say'} that it ${does ? 'cancels' : 'does not'}`
    }))

  it('never says that it is too late, and puts no pressure on anyone', () =>
    expectOfAll(MESSAGES, ({ everything }) => found(everything, FINALITY, PRESSURE)))

  it('uses the words of today', () =>
    expectOfAll(MESSAGES, ({ everything }) =>
      found(everything, /clinical commissioning|\bCCG\b|mediator (issues|gives)|months of (getting|receiving)/i),
    ))

  it('gives a reason for each date that it sets apart', () =>
    expectOfAll(MESSAGES, ({ situation }) => datesWithoutReason(writeWords(situation).blocks)))
})

describe('a message', () => {
  it('of disagreement resolution says what that is, and that it gives no certificate and stops no clock', () =>
    expectOfAll(
      where(({ kind }) => ABOUT_RESOLUTION.includes(kind)),
      ({ message }) =>
        missing(
          message.text,
          'It is voluntary, free and confidential. It only takes place if everyone agrees to it.',
          'It gives you no certificate. It does not stop the time for an appeal.',
        ),
    ))

  it('of a route beside the appeal says that the time for an appeal goes on, with its day while that is ahead', () =>
    expectOfAll(
      where(({ kind }) => BESIDE_THE_APPEAL.includes(kind)),
      ({ situation, message: { text } }) => {
        const { lawDate } = situation.dates.appeal
        const isAhead = situation.today <= lawDate
        switch (appealState(situation)) {
          case 'not-made':
            return missing(
              text,
              'does not stop the time for an appeal. Your right to appeal',
              ...(isAhead ? [`5pm on ${formatDate(lawDate)}`] : []),
            )
          case 'made':
            return missing(text, /The Tribunal has your appeal\. .* does not stop it\./)
          default:
            return undefined
        }
      },
    ))

  it('promises no certificate where none is needed', () =>
    expectOfAll(
      where((situation) => !certificateIsNeeded(situation) && !SAYS_IT_IN_GENERAL.includes(situation.kind)),
      ({ everything }) => found(everything.split(RIGHTS_BEGIN)[0] ?? '', CERTIFICATE_TO_COME),
    ))

  it('asks nobody who has appealed to appeal', () =>
    expectOfAll(
      where((situation) => appealState(situation) !== 'not-made'),
      ({ everything }) =>
        found(everything, /must have your appeal by|to have your appeal by|[Ss]end your appeal|How to appeal/),
    ))

  it('gives the reason for the date by which somebody has to act', () =>
    expectOfAll(
      where((_, text) => ASKS_TO_ACT.test(text)),
      ({ message }) => missing(message.text, /^(Why this day|Which one counts)/m),
    ))

  it('says what mediation is and that the right of appeal stays, where the family thinks about it or is in it', () =>
    expectOfAll(
      where(({ kind }) => ABOUT_MEDIATION.includes(kind)),
      ({ message }) =>
        missing(
          message.text,
          'It is voluntary, free and confidential.',
          'You do not have to choose it.',
          'Your right to appeal is not affected.',
        ),
    ))

  it('never says of an appeal that it can be about health care alone', () =>
    expectOfAll(
      where(
        (situation, text) =>
          situation.subject.chosen?.healthIssue === 'only' &&
          appealState(situation) === 'not-made' &&
          /how to appeal|you can appeal|your right to appeal is not affected/i.test(text),
      ),
      ({ message }) =>
        missing(message.text, /An appeal must always be about education|The appeal must always be about education/),
    ))

  it('to a young person speaks to the young person', () =>
    expectOfAll(
      where(({ contact }) => contact.relationship === 'young-person'),
      ({ message: { text } }) => [...missing(text, 'The decision is about you.'), ...found(text, /your child/)],
    ))

  it('never sends a family away after the time limit', () =>
    expectOfAll(
      where((situation) => situation.today > situation.dates.appeal.lawDate && appealState(situation) === 'not-made'),
      ({ message }) =>
        missing(
          message.text,
          /You can (still )?appeal|late appeal can be made|1 month from the date|You can change your mind|case by mistake/,
        ),
    ))
})

describe('a text that looks like a tag', () => {
  const message = composeMessage(
    situation(
      'meeting-invitation',
      '00002',
      aCase().and('meeting-arranged', { meetingOn: '2026-03-30', startsAt: '09:05', format: 'in-person' }),
      '2026-03-02',
      {
        contact: { ...PARENT, name: '<script>alert("a")</script>', childName: "<img src=x onerror='b'>" },
        words: { place: '"><iframe src="//c">' },
      },
    ),
  )

  it('is shown as text in the HTML part', () => {
    expect(message.html).not.toMatch(/<script|<img|<iframe/)
    expect(message.html).toContain('Dear &lt;script&gt;alert(&quot;a&quot;)&lt;/script&gt;')
    expect(wordsOf(message.text)).toEqual(wordsOf(seenInHtml(message)))
  })

  it('is left as it is in the text part', () => {
    expect(message.text).toContain('Dear <script>alert("a")</script>')
  })
})

describe('a message asked for at the wrong time', () => {
  it.each([
    ['choose', 'nobody has spoken to the adviser'],
    ['certificate-due', 'nobody has declined mediation'],
    ['certificate-overdue', 'nothing has started the 3 working days'],
    ['last-day-to-appeal', 'no certificate is recorded'],
    ['mediation-requested', 'nobody has chosen mediation'],
    ['meeting-invitation', 'the fact is about no meeting'],
    ['mediation-ended', 'no mediation has ended'],
    ['appeal-at-tribunal', 'no appeal is recorded'],
    ['closing-after-withdrawal', 'the case was not withdrawn'],
    ['mediation-late', 'the 30 days have no last day'],
    ['response-overdue', 'the response has no day'],
    ['what-the-tribunal-decided', 'fact 00001 is not "appeal-decided"'],
    ['duties-set', 'nothing is to be done from the fact 00001'],
    ['resolution-asked', 'the fact 00001 asked for no disagreement resolution'],
    ['complaint-recorded', 'the fact 00001 made no complaint'],
  ] as const)('%s says what is missing', (kind, missing) => {
    const early = situation(kind, '00001', aCase(), '2026-02-10')
    expect(() => composeMessage(early)).toThrow(
      new RegExp(`The message "${kind}" of case 2026-0001 cannot be written: ${missing}`),
    )
  })
})

/** A text as a pattern that means itself. */
function literally(text: string): string {
  return text.replaceAll(/[()]/g, '\\$&')
}
