import { inGroups } from '../../cases/store/each-case.ts'
import { everyCounted } from '../../cases/store/outcome-store.ts'
import { recordsOf, rowsByCase } from '../../cases/store/rows-by-case.ts'
import { type CaseTables, type ContactTables, contactKeys } from '../../cases/store/tables.ts'
import type { Actor } from '../../recording/actor.ts'
import { loadCaseFor } from '../../recording/load-case-for.ts'
import type { Sen2Map } from '../../reports/sen2/maps.ts'
import { monthOfDecision } from '../../reports/sen2/month-of-decision.ts'
import { allSen2Rows, type KeysOfChild, type Sen2Rows, sen2Rows } from '../../reports/sen2/rows.ts'

/** How many cases are read side by side. What is read of them goes before the next are. */
const CASES_AT_ONCE = 50
/** As many as one batch takes. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html */
const CONTACTS_AT_ONCE = 100

/** The decisions of a year as somebody may see them, and how many of the year they are not shown. */
export interface DecisionsOfYear extends Sen2Rows {
  /** Those of cases that are restricted to others. */
  readonly restricted: number
  /** Those of cases that were erased: of their days nothing is left. */
  readonly erased: number
}

/** A case that may belong to the year, and whether it is known to. */
interface Candidate {
  readonly caseId: string
  readonly isOfYear: boolean
}

/**
 * The decisions that were sent in the year of a map. What was counted of each case says which these are, so that only their cases
 * are read: a council keeps those of many years. One of which nothing was counted that says so is read to make sure.
 */
export async function decisionsOfYear(
  tables: CaseTables,
  actor: Pick<Actor, 'id'>,
  map: Sen2Map,
): Promise<DecisionsOfYear> {
  const read: Sen2Rows[] = []
  let [restricted, erased] = [0, 0]
  for await (const group of inGroups(candidates(tables, map.year), CASES_AT_ONCE)) {
    const files = await Promise.all(group.map(({ caseId }) => loadCaseFor(tables, actor, caseId)))
    read.push(
      sen2Rows(
        files.filter((file) => file !== undefined),
        map,
      ),
    )
    const unread = group.filter((one, place) => one.isOfYear && !files[place])
    if (unread.length === 0) continue
    const records = await recordsOf(
      tables,
      unread.map(({ caseId }) => caseId),
    )
    restricted += records.size
    erased += unread.length - records.size
  }
  return { ...allSen2Rows(read), restricted, erased }
}

async function* candidates(tables: CaseTables, year: number): AsyncGenerator<Candidate> {
  for await (const { caseId, cells } of everyCounted(tables)) {
    const month = monthOfDecision(cells)
    const isOfYear = month?.startsWith(`${year}-`) ?? false
    if (isOfYear || month === undefined) yield { caseId, isOfYear }
  }
}

/** What the council's own records know each child and case by. Nothing else of a family is kept of what is read. */
export async function keysOfChildren(
  { client, contactsTable: table }: ContactTables,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, KeysOfChild>> {
  const groups = Array.from({ length: Math.ceil(caseIds.length / CONTACTS_AT_ONCE) }, (_, place) =>
    caseIds.slice(place * CONTACTS_AT_ONCE, (place + 1) * CONTACTS_AT_ONCE),
  )
  const read = await Promise.all(
    groups.map((group) => rowsByCase({ client, table }, 'contact', group.map(contactKeys.contact))),
  )
  return new Map(
    read.flatMap((contacts) =>
      [...contacts].map(([caseId, { uniquePupilNumber, childReference, caseReference }]) => [
        caseId,
        {
          ...(uniquePupilNumber && { uniquePupilNumber }),
          ...(childReference && { childReference }),
          ...(caseReference && { caseReference }),
        },
      ]),
    ),
  )
}
