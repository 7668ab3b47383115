/** So many are told in one part of a digest. A longer email would be cut off by mail programs, and read by nobody. */
const MOST_TOLD = 25

/** The first of a list, and how many more there are. */
export function firstFew<Item>(items: readonly Item[]): { readonly told: readonly Item[]; readonly more: number } {
  const told = items.slice(0, MOST_TOLD)
  return { told, more: items.length - told.length }
}
