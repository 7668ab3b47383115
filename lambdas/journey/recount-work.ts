import { UpdateCommand } from '@aws-sdk/lib-dynamodb'
import type { AuditTables } from '../audit/audit-tables.ts'
import { londonDay } from '../cases/london.ts'
import { differences } from '../cases/store/add-to-counts.ts'
import { eachCase } from '../cases/store/each-case.ts'
import { everyCase } from '../cases/store/list-cases.ts'
import { requireCaseFile } from '../cases/store/load-case-file.ts'
import { giveTaskTo, takeFromWhoLeft } from '../cases/store/owner-store.ts'
import { contentOf } from '../cases/store/rows.ts'
import { rowsOfStatus } from '../cases/store/rows-of-status.ts'
import type { CaseTables, ContactTables } from '../cases/store/tables.ts'
import { addToWork, COUNTED, type KeepWork, keepWork, pageOfWork, workOfPeople } from '../cases/store/work-store.ts'
import { countsOf } from '../cases/work/case-work.ts'
import { addDays } from '../law/calendar-date.ts'
import { nextWorkingDayOnOrAfter } from '../law/working-days.ts'
import { listPeople } from '../staff/sign-in/people.ts'

/** Whom the directory has not let in for so many days has left, or is away for long: others take on their cases. */
const DAYS_UNTIL_LEFT = 30

export interface RecountWork extends KeepWork {
  readonly tables: CaseTables & ContactTables & AuditTables
  /** Is told of a case that could not be counted. The others are. */
  readonly reportUncounted: (caseId: string, error: unknown) => void
}

export interface RecountReport {
  readonly openCases: number
  /** Cases that were taken, or tasks of them, from people who have not signed in for 30 days. */
  readonly taken: number
  /** Cases of which something had changed and nobody had told. */
  readonly missed: readonly string[]
  readonly uncounted: readonly string[]
  /** How many counts were not what the cases add up to. They are now. */
  readonly mended: number
}

/**
 * Once a night: takes cases from those who have left, works out anew what there is to look after (a new day can change it),
 * and compares the counts with what they are counts of. It may run twice, and beside everything else.
 */
export async function recountWork(service: RecountWork): Promise<RecountReport> {
  const { tables } = service
  const taken = await takeFromThoseWhoLeft(service)
  const missed: string[] = []
  const uncounted: string[] = []
  const look = async (caseId: string) => {
    try {
      const kept = await keepWork(service, caseId)
      // What we have changed ourselves a moment ago is on its way.
      if (kept === 'changed' && !taken.has(caseId)) missed.push(caseId)
    } catch (error) {
      // One case that is damaged must not keep the others from being counted.
      uncounted.push(caseId)
      service.reportUncounted(caseId, error)
    }
  }
  const seen = new Set<string>()
  const openCases = await eachCase(tables, 'open', async ({ caseId }) => {
    seen.add(caseId)
    await look(caseId)
  })
  // What is counted of closed cases too: their letters and the tasks that outlive them, and what should be counted no more.
  for await (const row of rowsOfStatus(tables, COUNTED)) {
    const { caseId } = contentOf('work-counted', row).work
    if (!seen.has(caseId)) await look(caseId)
  }
  return { openCases, taken: taken.size, missed, uncounted, mended: await mendCounts(tables) }
}

async function takeFromThoseWhoLeft({ tables, now }: RecountWork): Promise<ReadonlySet<string>> {
  const today = londonDay(now())
  const lastDay = addDays(today, -DAYS_UNTIL_LEFT)
  const people = await listPeople(tables)
  const left = new Set(
    people
      .filter(({ lastSignedInAt }) => londonDay(new Date(lastSignedInAt)) < lastDay)
      .map(({ personId }) => personId),
  )
  const taken = new Set<string>()
  if (left.size === 0) return taken
  for await (const record of everyCase(tables, 'open')) {
    if (!record.owner || !left.has(record.owner)) continue
    if (await takeFromWhoLeft(tables, record, nextWorkingDayOnOrAfter(today), now())) taken.add(record.caseId)
  }
  for (const personId of left) {
    for (const caseId of await giveTasksBack(tables, personId, now())) taken.add(caseId)
  }
  return taken
}

/** Tasks that were given to somebody by themselves are the owner's of their case again. */
async function giveTasksBack(tables: RecountWork['tables'], personId: string, now: Date): Promise<readonly string[]> {
  const given: string[] = []
  let from: string | undefined
  do {
    const { work, next } = await pageOfWork(tables, {
      whose: personId,
      kind: 'task',
      limit: 100,
      ...(from && { from }),
    })
    for (const { caseId, item } of work) {
      const owners = (await requireCaseFile(tables, caseId)).taskOwners
      if (owners.every(({ task, owner }) => task !== item.id || owner !== personId)) continue
      await giveTaskTo(tables, caseId, item.id, { to: undefined, changedBy: 'service:owner-left' }, now)
      given.push(caseId)
    }
    from = next
  } while (from)
  return given
}

/**
 * Compares the counts with what was counted of each case. Cases go on changing meanwhile, so that only a difference that is
 * the same on a second look is one. It is put right by adding it, whatever was counted since.
 * @returns how many counts were put right
 */
async function mendCounts(tables: CaseTables): Promise<number> {
  const first = await differencesNow(tables)
  if (first.size === 0) return 0
  const second = await differencesNow(tables)
  let mended = 0
  for (const [whose, changes] of second) {
    const before = first.get(whose) ?? {}
    const stable = Object.fromEntries(Object.entries(changes).filter(([name, change]) => before[name] === change))
    if (Object.keys(stable).length === 0) continue
    await tables.client.send(new UpdateCommand(addToWork(tables.casesTable, whose, stable)))
    mended += Object.keys(stable).length
  }
  return mended
}

async function differencesNow(tables: CaseTables): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>> {
  const counted = new Map<string, Record<string, number>>()
  for await (const row of rowsOfStatus(tables, COUNTED)) {
    for (const [whose, counts] of countsOf(contentOf('work-counted', row).work)) {
      const own = counted.get(whose) ?? {}
      for (const [name, number] of Object.entries(counts)) own[name] = (own[name] ?? 0) + number
      counted.set(whose, own)
    }
  }
  const { counts: kept } = await workOfPeople(tables, { consistent: true })
  return new Map(
    [...new Set([...counted.keys(), ...kept.keys()])]
      .map((whose) => [whose, differences(kept.get(whose) ?? {}, counted.get(whose) ?? {})] as const)
      .filter(([, changes]) => Object.keys(changes).length > 0),
  )
}
