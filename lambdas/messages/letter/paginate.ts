import type { Row } from './row.ts'

/** A row and its place on a page: the top of it, in points from the top of the page. */
export interface PlacedRow {
  readonly row: Row
  readonly top: number
}

/** Where the rows go on a page, in points from its top. */
export interface PageRoom {
  readonly firstTop: number
  /** On every page but the first. */
  readonly top: number
  readonly bottom: number
}

/**
 * Puts rows on pages, in their order. Rows that stay together go to the next page together. Only where they are more
 * than a whole page holds are they parted, so that nothing is ever cut off.
 */
export function paginate(rows: readonly Row[], { firstTop, top, bottom }: PageRoom): PlacedRow[][] {
  let page: PlacedRow[] = []
  const pages = [page]
  let at = firstTop
  const spaceOf = (row: Row) => (page.length === 0 ? 0 : row.spaceBefore)
  const turn = () => {
    page = []
    pages.push(page)
    at = top
  }
  for (const group of groupsOf(rows)) {
    const height = group.reduce(
      (sum, row, index) => sum + row.height + (index === 0 ? spaceOf(row) : row.spaceBefore),
      0,
    )
    if (page.length > 0 && at + height > bottom) turn()
    for (const row of group) {
      if (page.length > 0 && at + row.spaceBefore + row.height > bottom) turn()
      at += spaceOf(row)
      page.push({ row, top: at })
      at += row.height
    }
  }
  return pages
}

/** The rows in groups that stay together. */
function groupsOf(rows: readonly Row[]): Row[][] {
  const groups: Row[][] = []
  let goesOn = false
  for (const row of rows) {
    const last = groups.at(-1)
    if (goesOn && last) last.push(row)
    else groups.push([row])
    goesOn = row.staysWithNext
  }
  return groups
}
