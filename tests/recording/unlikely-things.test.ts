import { describe, expect, it } from 'vitest'
import type { Contact } from '../../lambdas/cases/contact.ts'
import { parseCalendarDate as day } from '../../lambdas/law/calendar-date.ts'
import { type LookedAt, unlikelyThings } from '../../lambdas/recording/unlikely-things.ts'

const decision = (printedOn: string, sentOn: string): LookedAt['details'] => ({
  decisionKind: 'plan-contents',
  placementOnly: false,
  printedOn: day(printedOn),
  sentOn: day(sentOn),
})
const meeting = (on: string): LookedAt['details'] => ({ meetingOn: day(on), startsAt: '10:00', format: 'online' })
const on = (recordedOn: string, details: LookedAt['details'], contact?: Contact) =>
  unlikelyThings({
    details,
    recordedOn: day(recordedOn),
    sameCases: [],
    notPrinted: [],
    ...(contact && { contact }),
  }).map(({ sentence }) => sentence)

describe('a decision letter', () => {
  it('is likely up to a fortnight between its two dates, and unlikely from the day after', () => {
    expect(on('2026-03-10', decision('2026-02-10', '2026-02-24'))).toEqual([])
    expect(on('2026-03-10', decision('2026-02-10', '2026-02-25'))).toEqual([
      'The letter is dated Tuesday 10 February 2026 and was sent 15 days later, on Wednesday 25 February 2026.',
    ])
  })

  it('is likely for two months, and unlikely from the day after', () => {
    expect(on('2026-04-10', decision('2026-02-10', '2026-02-11'))).toEqual([])
    expect(on('2026-04-11', decision('2026-02-10', '2026-02-11'))).toEqual([
      'The decision was on Tuesday 10 February 2026, more than two months before its case was opened.',
    ])
  })
})

it('a meeting is unlikely at the weekend and on a bank holiday', () => {
  expect(on('2026-03-10', meeting('2026-04-02'))).toEqual([])
  expect(on('2026-03-10', meeting('2026-04-03'))).toEqual([
    'The meeting is on Friday 3 April 2026, which is Good Friday.',
  ])
  expect(on('2026-03-10', meeting('2026-04-04'))).toEqual(['The meeting is on Saturday 4 April 2026, at the weekend.'])
})

it('an open case about the same child and decision is told with its day, each in a sentence that leads to it', () => {
  const sameCases = [
    { caseId: '7K2M-4Q9X', openedOn: day('2026-03-05') },
    { caseId: '8L3N-5R0Y', openedOn: day('2026-03-06') },
  ]
  const looked = { details: decision('2026-02-10', '2026-02-11'), recordedOn: day('2026-03-10'), notPrinted: [] }
  expect(unlikelyThings({ ...looked, sameCases })).toEqual([
    {
      sentence:
        'A case about the same child and decision is already open: case 7K2M-4Q9X, opened Thursday 5 March 2026.',
      otherCase: '7K2M-4Q9X',
    },
    {
      sentence: 'A case about the same child and decision is already open: case 8L3N-5R0Y, opened Friday 6 March 2026.',
      otherCase: '8L3N-5R0Y',
    },
  ])
})

describe('an email address', () => {
  const to = (email: string): Contact => ({
    name: 'Sam',
    relationship: 'parent',
    childName: 'Robin',
    by: 'email',
    email,
  })
  const said = (email: string) => on('2026-03-10', {}, to(email))

  it.each([
    ['sam@gmial.com', 'gmail.com'],
    ['sam@gmail.con', 'gmail.com'],
    ['sam@gamil.com', 'gmail.com'],
    ['sam@gmaill.com', 'gmail.com'],
    ['sam@gmal.com', 'gmail.com'],
    ['sam@Hotmial.co.uk', 'hotmail.co.uk'],
    ['sam@outlok.com', 'outlook.com'],
    ['sam@yaho.co.uk', 'yahoo.co.uk'],
    ['sam@iclould.com', 'icloud.com'],
    ['sam@btintenet.com', 'btinternet.com'],
  ])('%s most likely means %s', (email, meant) => {
    expect(said(email)).toEqual([`The email address ${email} nearly ends in ${meant}, but not quite.`])
  })

  it.each(['sam@gmail.com', 'sam@GMAIL.com', 'sam@ymail.com', 'sam@mail.com', 'sam@yahoo.com', 'sam@example.com'])(
    '%s is likely',
    (email) => {
      expect(said(email)).toEqual([])
    },
  )

  it('is looked at for each person who is written to', () => {
    const second = { name: 'Kim', by: 'email', email: 'kim@gmial.com' } as const
    const representative = { name: 'Sol', by: 'email', email: 'sol@outlok.com', gets: 'copy' } as const
    expect(on('2026-03-10', {}, { ...to('sam@yaho.com'), second, representative })).toHaveLength(3)
  })
})

it('what letters cannot show is told while it can still be typed otherwise', () => {
  const looked = { details: decision('2026-02-10', '2026-02-11'), recordedOn: day('2026-03-10'), sameCases: [] }
  expect(unlikelyThings({ ...looked, notPrinted: ['Letters cannot show “王”.'] })).toEqual([
    { sentence: 'Letters cannot show “王”.' },
  ])
})
