import { DateTime } from 'luxon'
import { describe, expect, it } from 'vitest'
import { MESSAGE_KINDS, type MessageKind } from '../../lambdas/cases/message.ts'
import { formatDate } from '../../lambdas/law/calendar-date.ts'
import { composeMessage } from '../../lambdas/messages/compose-message.ts'
import type { Block, DatePanel } from '../../lambdas/messages/content.ts'
import { appealState, certificateIsNeeded } from '../../lambdas/messages/passages/appeal-state.ts'
import { WORDS } from '../../lambdas/messages/words/all-words.ts'
import { aCase } from '../cases/case-builder.ts'
import { EVERY_SITUATION } from './every-situation.ts'
import { seenInHtml, sentencesOf, wordsOf } from './read-message.ts'
import { readingGrade } from './reading-grade.ts'
import { council, PARENT, PUBLIC_ADDRESS, situation } from './situations.ts'
import { CONTRACTION, PRESSURE } from './wrong-words.ts'

const FINALITY =
  /too late|is over|out of time|no longer (appeal|possible)|cannot appeal|lost (your|the) right|last chance/i
const WHICH_DECISION = /(This message|Your case) is about our decision/
const MARKED_NAMES = /Zuleika|Peregrine|Quorn/
const DATE =
  /(\w+)\s(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})/g

/** A date set apart, by which somebody has to act. */
const ASKS_TO_ACT =
  /^(Aim for the Tribunal|The Tribunal must have|Speak to|Tell the mediation adviser what|.*must (issue|give|arrange)).*(by|on):$/m

/** A day of which the words say that it is still ahead: each with its date last. */
const AHEAD = [
  /^(?!.*\b(?:was|had to|aimed)\b).*\b(?:by|by 5pm on|by midday on):\n(DATE)/gm,
  /(?:last moment in the law is by 5pm on|last moment for your appeal is 5pm on|The last day in the law is) (DATE)/g,
  /(?:You|We) have until (?:5pm on )?(DATE)/g,
  /(?:meeting is on:?|meeting has moved to)\s(DATE)/g,
  /Your meeting on (DATE)(?: at [\w:]+)? will not take place/g,
  /(?:should hear that your complaint has arrived|should have an answer|expect an answer) on or before:?\s(DATE)/g,
  /\bmust (?:send our response|tell the health body) by (DATE)/g,
  /You must speak to the mediation adviser on or before (DATE)/g,
  /\b(?:is due|must arrange your mediation|send your appeal|speak to the mediation adviser|tell the mediation adviser|appeal) by (DATE)/g,
].map((words) => new RegExp(words.source.replace('DATE', DATE.source.replace(/\((?!\?)/g, '(?:')), words.flags))

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

/** What says why a date is the date, below it in its own panel. */
const REASON_IN_PANEL = /\d+ (weeks?|working days) after|agreed in writing|done at once|promised you this day/
/** A day that somebody fixed needs no reason: a meeting. */
const A_MEETING = /meeting is on$|^Cancelled$/

describe('every message', () => {
  it('is tried here in each of its kinds', () => {
    expect(new Set(Object.values(EVERY_SITUATION).map(({ kind }) => kind))).toEqual(new Set(MESSAGE_KINDS))
  })

  it('is searched for days ahead with patterns that each find some', () => {
    const texts = Object.values(EVERY_SITUATION).map((situation) => {
      const { subject, text } = composeMessage(situation)
      return `${subject}\n${text}`
    })
    for (const words of AHEAD) expect(texts.filter((text) => text.search(words) >= 0)).not.toEqual([])
  })

  it('is the same when it is made again', () => {
    for (const situation of Object.values(EVERY_SITUATION))
      expect(composeMessage(situation)).toEqual(composeMessage(situation))
  })
})

describe.each(Object.entries(EVERY_SITUATION))('%s', (_name, situation) => {
  const message = composeMessage(situation)
  const { text, subject, preheader } = message
  const everything = `${subject}\n${preheader}\n${text}`

  it('says the same in its text part as in its HTML part', () => {
    expect(wordsOf(text)).toEqual(wordsOf(seenInHtml(message)))
  })

  it('keeps every sentence under 25 words', () => {
    expect(sentencesOf(message).filter((sentence) => wordsOf(sentence).length >= 25)).toEqual([])
  })

  it('can be read at the age of 11', () => {
    // Grade 6 of the Flesch-Kincaid scale is the school year of children of 11 and 12.
    expect(readingGrade(sentencesOf(message))).toBeLessThan(6)
  })

  it('uses no contractions', () => {
    expect(everything).not.toMatch(CONTRACTION)
  })

  it('gives every date in full with its true day of the week, and times as 5pm', () => {
    const dates = [...everything.matchAll(DATE)]
    expect(dates.length).toBeGreaterThan(0)
    for (const [whole, , day, month, year] of dates) {
      const date = DateTime.fromFormat(`${day} ${month} ${year}`, 'd LLLL yyyy', { locale: 'en-GB' })
      expect(whole).toBe(date.toFormat('cccc d LLLL yyyy', { locale: 'en-GB' }))
    }
    expect(everything).not.toMatch(/\d{4}-\d{2}-\d{2}/)
    expect(everything).not.toMatch(/\b\d{1,2}:\d{2}(?!\d*[ap]m)/)
    expect(everything).not.toMatch(/(?<!\w+day) \d{1,2} [A-Z][a-z]+ 20\d\d/)
  })

  it('has an action and a date in its subject, and no name there or in the preheader', () => {
    expect(subject).toMatch(/\w+day \d{1,2} [A-Z][a-z]+ 20\d\d/)
    expect(subject.length).toBeLessThan(100)
    expect(`${subject} ${preheader}`).not.toMatch(MARKED_NAMES)
    expect(`${subject} ${preheader}`).not.toMatch(/autis|adhd|dyslex|diagnos|special educational need/i)
  })

  it('greets the reader and says which decision it is about before it says what to do', () => {
    expect(text).toContain(`Dear ${situation.contact.name}\n`)
    expect(text.search(WHICH_DECISION)).toBeGreaterThan(0)
    expect(text.search(WHICH_DECISION)).toBeLessThan(1000)
  })

  it('tells the case reference and how to change how we write', () => {
    expect(text).toContain('Your case reference is 2026-0001.')
    expect(text).toContain('To change how we contact you')
  })

  it('leads to the words explained and to the other ways, in both parts', () => {
    for (const [words, path] of [
      ['Other ways to sort out a disagreement', '/help'],
      ['Words explained', '/help/glossary'],
    ]) {
      expect(text).toContain(`${words}:\n${PUBLIC_ADDRESS}${path}\n`)
      expect(message.html).toMatch(new RegExp(`<a href="${PUBLIC_ADDRESS}${path}"[^>]*>${words}</a>`))
    }
  })

  it('tells how to reach the partnership service, the mediation adviser and the council', () => {
    for (const { name, phone, email } of [
      council.contacts.partnershipService,
      council.providers.mediationAdviser,
      council.contacts.officer,
    ]) {
      expect(text).toContain(name)
      expect(text).toContain(`Phone: ${phone}`)
      expect(text).toContain(`Email: ${email}`)
    }
    expect(text).toContain('free and impartial advice')
  })

  it('speaks of no day as if it lay ahead once it has gone by', () => {
    const days = AHEAD.flatMap((words) => [...everything.matchAll(words)].map(([, day = '']) => day))
    const passed = days.filter(
      (day) =>
        DateTime.fromFormat(day, 'cccc d LLLL yyyy', { locale: 'en-GB' }).toFormat('yyyy-MM-dd') < situation.today,
    )
    expect(passed).toEqual([])
  })

  it('says that the talk with the adviser was late only when it is known to have been', () => {
    const { adviserContactedOn } = situation.subject
    const { contact } = situation.dates
    const wasLate = adviserContactedOn !== undefined && contact !== undefined && adviserContactedOn > contact.lawDate
    if (!wasLate) expect(everything).not.toMatch(LATE_TALK)
  })

  it('sends a cancellation for a calendar with words that say so, and no such words without one', () => {
    expect(text.includes('takes the meeting out of your calendar')).toBe(message.calendarFile?.method === 'CANCEL')
  })

  it('never says that it is too late, and puts no pressure on anyone', () => {
    expect(everything).not.toMatch(FINALITY)
    expect(everything).not.toMatch(PRESSURE)
  })

  it('uses the words of today', () => {
    expect(everything).not.toMatch(
      /clinical commissioning|\bCCG\b|mediator (issues|gives)|months of (getting|receiving)/i,
    )
  })

  it('gives a reason for each date that it sets apart', () => {
    const { blocks } = WORDS[situation.kind](situation)
    const unexplained = blocks.filter(
      (block, index) =>
        block.type === 'date' && !A_MEETING.test(block.label) && !hasReason(block, blocks.slice(index + 1)),
    )
    expect(unexplained).toEqual([])
  })

  if (ABOUT_RESOLUTION.includes(situation.kind)) {
    it('says what disagreement resolution is, and that it gives no certificate and stops no clock', () => {
      expect(text).toContain('It is voluntary, free and confidential. It only takes place if everyone agrees to it.')
      expect(text).toContain('It gives you no certificate. It does not stop the time for an appeal.')
    })
  }

  if (BESIDE_THE_APPEAL.includes(situation.kind)) {
    it('says that the time for an appeal goes on, with its day while that is ahead', () => {
      const { lawDate } = situation.dates.appeal
      const state = appealState(situation)
      if (state === 'not-made') expect(text).toContain('does not stop the time for an appeal. Your right to appeal')
      if (state === 'not-made' && situation.today <= lawDate) expect(text).toContain(`5pm on ${formatDate(lawDate)}`)
      if (state === 'made') expect(text).toMatch(/The Tribunal has your appeal\. .* does not stop it\./)
    })
  }

  if (!certificateIsNeeded(situation) && !SAYS_IT_IN_GENERAL.includes(situation.kind)) {
    it('promises no certificate where none is needed', () => {
      expect(everything).not.toMatch(CERTIFICATE_TO_COME)
    })
  }

  if (appealState(situation) !== 'not-made') {
    it('asks nobody who has appealed to appeal', () => {
      expect(everything).not.toMatch(
        /must have your appeal by|to have your appeal by|[Ss]end your appeal|How to appeal/,
      )
    })
  }

  if (ASKS_TO_ACT.test(text)) {
    it('gives the reason for the date that it gives', () => {
      expect(text).toMatch(/^(Why this day|Which one counts)/m)
    })
  }

  if (ABOUT_MEDIATION.includes(situation.kind)) {
    it('says what mediation is and that the right of appeal stays', () => {
      expect(text).toContain('It is voluntary, free and confidential.')
      expect(text).toContain('You do not have to choose it.')
      expect(text).toContain('Your right to appeal is not affected.')
    })
  }

  if (situation.subject.chosen?.healthIssue === 'only' && appealState(situation) === 'not-made') {
    it('never says of an appeal that it can be about health care alone', () => {
      if (!/how to appeal|you can appeal|your right to appeal is not affected/i.test(text)) return
      expect(text).toMatch(/An appeal must always be about education|The appeal must always be about education/)
    })
  }

  if (situation.contact.relationship === 'young-person') {
    it('speaks to the young person', () => {
      expect(text).toContain('The decision is about you.')
      expect(text).not.toContain('your child')
    })
  }

  if (situation.today > situation.dates.appeal.lawDate && appealState(situation) === 'not-made') {
    it('never sends a family away after the time limit', () => {
      expect(text).toMatch(
        /You can (still )?appeal|late appeal can be made|1 month from the date|You can change your mind|case by mistake/,
      )
    })
  }
})

/** A reason stands in the panel itself, or under a heading before the next date. */
function hasReason({ notes }: DatePanel, after: readonly Block[]): boolean {
  if (notes.some((note) => REASON_IN_PANEL.test(note))) return true
  const next = after.findIndex(({ type }) => type === 'date')
  return after
    .slice(0, next < 0 ? after.length : next)
    .some((block) => block.type === 'heading' && /^(Why|Which one counts)/.test(block.text))
}

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
    ['dates-corrected', 'fact 00001 is not "fact-corrected" or "fact-removed"'],
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
