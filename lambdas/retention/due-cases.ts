import type { CaseRecord } from '../cases/case-file.ts'
import type { CouncilRetention } from '../cases/council.ts'
import { londonDay } from '../cases/london.ts'
import { listCases } from '../cases/store/list-cases.ts'
import type { RowContent, RowType } from '../cases/store/rows.ts'
import { rowsByCase } from '../cases/store/rows-by-case.ts'
import type { PageAsked } from '../cases/store/rows-of-status.ts'
import { type CaseTables, type ContactTables, contactKeys } from '../cases/store/tables.ts'
import type { CalendarDate } from '../law/calendar-date.ts'
import { type Due, dueOn } from './due-on.ts'

type ClosedCase = CaseRecord & { readonly status: 'closed' }

export interface DueCase {
  readonly record: ClosedCase
  readonly due: Due
}

export interface DuePage {
  readonly due: readonly DueCase[]
  /** Those that are due by their time, and are held. */
  readonly onHold: readonly string[]
  /** How many closed cases were looked at. */
  readonly lookedAt: number
  /** Pass this back to look at the next ones; absent when all have been looked at. */
  readonly next?: string
}

/** How many rows DynamoDB reads at once. */
const IN_A_BATCH = 100

/**
 * Which of some closed cases are due, and which of those are held. What it reads grows with the cases that are looked at, and
 * not with how many there are: the contact details only of those whose time after the closing is over.
 *
 * @param mayOpen whether who asks may open a case: others are left out
 */
export async function dueCases(
  tables: CaseTables & ContactTables,
  mayOpen: (record: CaseRecord) => boolean,
  policy: CouncilRetention,
  today: CalendarDate,
  page: PageAsked,
): Promise<DuePage> {
  const { cases, next } = await listCases(tables, mayOpen, 'closed', page)
  const closed = cases.filter(isClosed)
  const over = closed.filter((record) => dueOf(policy, record, undefined, 'closing').on <= today)
  const [contacts, holds] = await Promise.all([
    rowsOf(
      tables,
      'contact',
      over.map(({ caseId }) => contactKeys.contact(caseId)),
    ),
    rowsOf(
      tables,
      'hold',
      over.map(({ caseId }) => contactKeys.hold(caseId)),
    ),
  ])
  const due = over
    .map((record) => ({ record, due: dueOf(policy, record, contacts.get(record.caseId)?.bornOn) }))
    .filter((one) => one.due.on <= today)
  const isHeld = ({ record }: DueCase) => holds.get(record.caseId)?.state === 'held'
  return {
    due: due.filter((one) => !isHeld(one)).sort((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1)),
    onHold: due.filter(isHeld).map(({ record }) => record.caseId),
    lookedAt: cases.length,
    ...(next && { next }),
  }
}

function inOrder({ record, due }: DueCase): string {
  return `${due.on} ${record.caseId}`
}

/** When a closed case is due. @param only looks at the closing alone, which is never later than both */
export function dueOf(
  { rules }: Pick<CouncilRetention, 'rules'>,
  { outcome, closedAt, openedAt }: Pick<ClosedCase, 'outcome' | 'closedAt' | 'openedAt'>,
  bornOn: CalendarDate | undefined,
  only?: 'closing',
): Due {
  const rule = rules[outcome]
  return dueOn(only ? { ...rule, untilAge: 'none' } : rule, {
    closedOn: londonDay(new Date(closedAt)),
    openedOn: londonDay(new Date(openedAt)),
    bornOn,
  })
}

function isClosed(record: CaseRecord): record is ClosedCase {
  return record.status === 'closed'
}

async function rowsOf<Type extends RowType>(
  { client, contactsTable: table }: ContactTables,
  type: Type,
  wanted: readonly { readonly pk: string; readonly sk: string }[],
): Promise<ReadonlyMap<string, RowContent<Type>>> {
  const rows = new Map<string, RowContent<Type>>()
  for (let first = 0; first < wanted.length; first += IN_A_BATCH) {
    for (const row of await rowsByCase({ client, table }, type, wanted.slice(first, first + IN_A_BATCH)))
      rows.set(...row)
  }
  return rows
}
