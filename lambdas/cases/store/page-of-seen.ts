import type { PageAsked } from './rows-of-status.ts'

/** Some of a list, and where the rest of it begins. */
interface Some<Item> {
  readonly items: readonly Item[]
  readonly next?: string
}

/**
 * A page of what somebody may see. What they may not is left out, and what comes after it moves up: the page does not show
 * that there is more.
 * @param read reads some of the list; without `from`, from its beginning
 * @param seen those of them that may be seen
 */
export async function pageOfSeen<Item>(
  { limit, from }: PageAsked,
  read: (page: PageAsked) => Promise<Some<Item>>,
  seen: (items: readonly Item[]) => Promise<readonly Item[]>,
): Promise<Some<Item>> {
  const items: Item[] = []
  let position = from
  do {
    const some = await read({ limit: limit - items.length, ...(position && { from: position }) })
    items.push(...(await seen(some.items)))
    position = some.next
  } while (position && items.length < limit)
  return { items, ...(position && { next: position }) }
}
