import type { CaseFile } from '../../cases/case-file.ts'
import type { Contact } from '../../cases/contact.ts'
import { daysOfNoticeLost, isCorrectedByAnother, type Letter, type Printing, printingOf } from '../../cases/letter.ts'
import { londonDay } from '../../cases/london.ts'
import type { MessageRecord } from '../../cases/message.ts'
import { nameOf, postalAddressOf, printOf } from '../../cases/recipient.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { PRINT_SIZE_WORDS } from '../closed-words.ts'
import { type SummaryRow, summaryRow } from '../contacts/contact-rows.ts'
import { RECIPIENT_WORDS } from '../contacts/contact-words.ts'
import type { Tag } from '../tag.ts'
import { LETTER_REASON_WORDS, LETTER_STATE_WORDS, POST_WITH_CORRECTION, PRINTING_TAGS } from './letter-words.ts'

/** The letters of a case as its page shows them, and as a program reads them: the latest first. */
export function letterViews({ record, letters, messages }: CaseFile, contact: Contact, today: CalendarDate) {
  return letters
    .toSorted((one, other) => (one.wantedAt < other.wantedAt ? 1 : -1))
    .flatMap((letter) => {
      const message = messages.find(({ key }) => key === letter.key)
      if (!message) return []
      const view = letterView(record, letter, message, contact, today)
      const isCorrected = letter.state === 'to-print' && isCorrectedByAnother(letter, letters)
      return [{ ...view, ...(isCorrected && { correctionInWords: POST_WITH_CORRECTION }) }]
    })
}

export type LetterView = ReturnType<typeof letterViews>[number]

function letterView(
  record: CaseFile['record'],
  letter: Letter,
  message: MessageRecord,
  contact: Contact,
  today: CalendarDate,
) {
  const { caseId } = record
  const { key, recipient, why, state, wantedOn, doneOn } = letter
  const printing = state === 'to-print' ? printingOf(letter, contact, record) : undefined
  const lost = daysOfNoticeLost(letter, message, today)
  return {
    key,
    subject: message.subject,
    recipient: RECIPIENT_WORDS[recipient],
    why: LETTER_REASON_WORDS[why],
    state,
    tag: letterTag(state, printing),
    /** Whether it can be printed now; absent once it is done with. */
    ...(printing && { printing }),
    wantedOn,
    wantedInWords: formatDate(wantedOn),
    ...(doneOn && { doneInWords: formatDate(doneOn) }),
    ...(lost !== undefined && { daysOfNoticeLost: lost, noticeLostInWords: noticeLostInWords(lost, message, letter) }),
    href: `/cases/${caseId}/letters/${key}`,
  }
}

function letterTag(state: Letter['state'], printing: Printing | undefined): Tag {
  const colour = state === 'not-needed' ? 'grey' : 'green'
  if (!printing) return { text: LETTER_STATE_WORDS[state], colour }
  return { text: PRINTING_TAGS[printing], colour: printing === 'ready' ? 'yellow' : 'red' }
}

/** "3 days of notice lost so far: the email that failed was sent on Tuesday 10 February 2026." */
function noticeLostInWords(days: number, { sentAt, claimedAt }: MessageRecord, { doneOn }: Letter): string {
  const lost = days === 1 ? '1 day of notice lost' : `${days === 0 ? 'No' : days} days of notice lost`
  const failedOn = formatDate(londonDay(new Date(sentAt ?? claimedAt)))
  return `${lost}${doneOn ? '' : ' so far'}: the email that failed was sent on ${failedOn}.`
}

/** What the page of a letter says of it: to whom it goes, why and since when. */
export function letterRows(view: LetterView, { recipient }: Letter, contact: Contact): readonly SummaryRow[] {
  const address = postalAddressOf(contact, recipient)
  const name = nameOf(contact, recipient)
  return [
    summaryRow('To', [name ?? 'Nobody any more', ...(address ?? [])].join(', ')),
    ...(address ? [] : [summaryRow('Postal address', 'Not given')]),
    summaryRow('Print', PRINT_SIZE_WORDS[printOf(contact, recipient)]),
    summaryRow('Why a letter', view.why),
    summaryRow('Wanted since', view.wantedInWords),
    ...(view.doneInWords ? [summaryRow(view.state === 'posted' ? 'Posted on' : 'Told on', view.doneInWords)] : []),
    ...(view.noticeLostInWords ? [summaryRow('Notice', view.noticeLostInWords)] : []),
  ]
}
