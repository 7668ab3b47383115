import type { CaseRecord } from '../case-file.ts'
import { everyCase } from './list-cases.ts'
import type { CaseTables } from './tables.ts'

/** How many cases are looked at side by side: a large council has thousands open. */
const AT_ONCE = 25

/**
 * Looks at every case of one status, some of them side by side.
 * @returns how many cases there are. @throws what `look` throws; the cases after that one are not looked at.
 */
export async function eachCase(
  tables: CaseTables,
  status: CaseRecord['status'],
  look: (record: CaseRecord) => Promise<void>,
): Promise<number> {
  let count = 0
  for await (const records of inGroups(everyCase(tables, status), AT_ONCE)) {
    count += records.length
    await Promise.all(records.map(look))
  }
  return count
}

/** Items in groups of so many, the last with what is left. */
export async function* inGroups<Item>(items: AsyncIterable<Item>, size: number): AsyncGenerator<Item[]> {
  let group: Item[] = []
  for await (const item of items) {
    group.push(item)
    if (group.length === size) {
      yield group
      group = []
    }
  }
  if (group.length > 0) yield group
}
