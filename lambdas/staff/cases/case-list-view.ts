import type { CaseRecord } from '../../cases/case-file.ts'
import type { Contact } from '../../cases/contact.ts'
import { londonDay } from '../../cases/london.ts'
import type { CasePage } from '../../cases/store/list-cases.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { OUTCOME_WORDS } from '../closed-words.ts'
import { describeDecision } from '../facts/describe-route.ts'
import type { Tag } from '../tag.ts'
import { NEXT_DATE_WORDS } from './journey-words.ts'

/**
 * The list of cases. Those who work on cases see the names: a parent on the phone gives a name, and never a reference.
 * @param contacts who the cases are about; undefined for somebody who is not to see it
 */
export function caseListView(
  status: CaseRecord['status'],
  { cases, next }: CasePage,
  today: CalendarDate,
  isFirstPage: boolean,
  contacts: ReadonlyMap<string, Contact> | undefined,
) {
  return {
    status,
    today,
    cases: cases.map((record) => ({ ...listedCase(record, today), ...namesIn(contacts?.get(record.caseId)) })),
    showsNames: contacts !== undefined,
    /** The address of the next page, when there is one. */
    ...(next && { nextPage: `/cases?${new URLSearchParams({ status, from: next })}` }),
    isFirstPage,
  }
}

export type CaseListView = ReturnType<typeof caseListView>

function namesIn(contact: Contact | undefined): { readonly child?: string; readonly family?: string } {
  if (!contact) return {}
  const { name, childName } = contact
  return { child: childName, ...(name !== childName && { family: name }) }
}

/** A case in a list, without names. */
export function listedCase(record: CaseRecord, today: CalendarDate) {
  const { caseId, status, outcome, closedAt, openedAt, nextDate, nextKind } = record
  const closed = status === 'closed' && closedAt !== undefined && outcome !== undefined
  const date = closed ? londonDay(new Date(closedAt)) : nextDate
  return {
    caseId,
    decision: describeDecision(record),
    status,
    openedOn: formatDate(londonDay(new Date(openedAt))),
    /** What is next; for a closed case how it ended. */
    next: closed ? OUTCOME_WORDS[outcome] : NEXT_DATE_WORDS[nextKind].what,
    /** The day of what is next; for a closed case the day on which it was closed. */
    date,
    dateInWords: formatDate(date),
    isBeingTakenOver: record.history !== undefined,
    ...(!closed && nextDateTag(nextKind, nextDate, today)),
  }
}

/** Draws the eye to a date that is today or has gone, in words that are true of it. */
export function nextDateTag(
  kind: CaseRecord['nextKind'],
  date: CalendarDate,
  today: CalendarDate,
): { readonly tag?: Tag } {
  if (date > today) return {}
  if (date === today) return { tag: { text: 'Today', colour: 'orange' } }
  const text = NEXT_DATE_WORDS[kind].passed
  return { tag: { text, colour: text === 'Overdue' ? 'red' : 'yellow' } }
}
