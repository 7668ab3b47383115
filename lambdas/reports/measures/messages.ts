import { daysOfNoticeLost } from '../../cases/letter.ts'
import { londonDay } from '../../cases/london.ts'
import { didNotArrive, type MessageRecord } from '../../cases/message.ts'
import { daysBetween } from '../../law/calendar-date.ts'
import { measure, NOT_FOLLOWED, NOT_LINKED } from './measure.ts'

const EMAIL_ROWS = {
  delivered: 'Delivered',
  'no-word': 'Sent, and no word of it yet',
  'did-not-arrive': 'Did not arrive',
  'not-sent': 'Not sent: for safety, or because it could not be',
} as const

/** T13: what became of the emails to families. */
export const emails = measure({
  id: 'emails',
  table: 'T13',
  title: 'Emails to families, and what became of them',
  basis: 'activity',
  things: 'emails',
  rowsAre: 'What became of it',
  rows: EMAIL_ROWS,
  columns: { emails: 'Emails' },
  addsUp: 'both',
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { messages } }) =>
    messages.flatMap((message) => {
      const row = standingOf(message)
      return row ? [{ row, column: 'emails', on: londonDay(new Date(message.claimedAt)) }] : []
    }),
  definition: {
    counted:
      'A message to one person of a family, on the day on which it was sent. A copy to another person is one more.',
    leftOut: 'Messages that go by post because that was chosen, and those that are about to be sent.',
    clock: 'None.',
    followUp: 'Until the mail service says what became of it.',
    source: 'The service’s own record of what it sent.',
  },
  figures: [],
})

function standingOf({ state, delivery }: MessageRecord): keyof typeof EMAIL_ROWS | undefined {
  switch (state) {
    case 'by-letter':
    case 'claimed':
      return undefined
    case 'withheld':
    case 'unsettled':
      return 'not-sent'
    case 'sent':
      if (didNotArrive(delivery)) return 'did-not-arrive'
      return delivery === 'delivered' ? 'delivered' : 'no-word'
  }
}

/** T13: the letters, and how many days a family lost because an email did not arrive. */
export const letters = measure({
  id: 'letters',
  table: 'T13',
  title: 'Letters to families',
  basis: 'activity',
  things: 'letters',
  rowsAre: 'Why by post',
  rows: {
    chosen: 'The family chose letters, or gave no email address',
    instead: 'In place of an email that did not arrive',
  },
  columns: {
    posted: 'Posted',
    'told-another-way': 'Told another way',
    'to-print': 'Still to be printed',
    'not-needed': 'Not needed: the email arrived after all',
  },
  addsUp: 'both',
  isPublished: true,
  linked: NOT_LINKED,
  counts: ({ file: { letters: all, messages }, today }) =>
    all.map((letter) => {
      const { key, why, state, wantedOn, doneOn } = letter
      const row = why === 'chosen' || why === 'no-email' ? 'chosen' : 'instead'
      const message = messages.find((one) => one.key === key)
      const lost = message && daysOfNoticeLost(letter, message, today)
      const days = doneOn && (row === 'instead' ? lost : daysBetween(wantedOn, doneOn))
      return { row, column: state, on: wantedOn, ...(days !== undefined && { days: Math.max(0, days) }) } as const
    }),
  definition: {
    counted: 'A letter, on the day from which it was wanted.',
    leftOut: 'Letters that somebody writes outside the service.',
    clock:
      'Calendar days to the posting: from the day from which the letter was wanted, or, in place of an email, from the day on which that was sent. Those are the days of notice that the family lost.',
    followUp: NOT_FOLLOWED,
    source: 'The service’s own record of letters.',
  },
  figures: [
    {
      kind: 'time',
      id: 'median',
      title: 'Days, median',
      centile: 50,
      of: ['posted', 'told-another-way'],
      inTotal: false,
    },
    {
      kind: 'time',
      id: 'centile-90',
      title: 'Days, 9 of 10 within',
      centile: 90,
      of: ['posted', 'told-another-way'],
      inTotal: false,
    },
  ],
})
