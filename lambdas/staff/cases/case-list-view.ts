import type { CaseRecord } from '../../cases/case-file.ts'
import { londonDay } from '../../cases/london.ts'
import type { CasePage } from '../../cases/store/list-cases.ts'
import { type CalendarDate, formatDate } from '../../law/calendar-date.ts'
import { describeDecision } from '../facts/describe-route.ts'
import type { Tag } from '../tag.ts'
import { NEXT_DATE_WORDS, OUTCOME_WORDS } from './journey-words.ts'

/**
 * The list of cases. It names nobody: the list is on many screens in an open office and is read over shoulders, its
 * table holds no names, and the reference with the decision is enough to find a case.
 */
export function caseListView(
  status: CaseRecord['status'],
  { cases, next }: CasePage,
  today: CalendarDate,
  isFirstPage: boolean,
) {
  return {
    status,
    today,
    cases: cases.map((record) => listedCase(record, today)),
    /** The address of the next page, when there is one. */
    ...(next && { nextPage: `/cases?${new URLSearchParams({ status, from: next })}` }),
    isFirstPage,
  }
}

export type CaseListView = ReturnType<typeof caseListView>

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
