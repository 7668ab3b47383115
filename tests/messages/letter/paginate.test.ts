import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paginate } from '../../../lambdas/messages/letter/paginate.ts'
import type { Row } from '../../../lambdas/messages/letter/row.ts'

const ROOM = { firstTop: 50, top: 10, bottom: 100 }

function row(height: number, other: Partial<Row> = {}): Row {
  return { pieces: [], height, lineTop: 0, spaceBefore: 0, staysWithNext: false, ...other }
}

/** The top of each row, page by page. */
function tops(rows: readonly Row[]): number[][] {
  return paginate(rows, ROOM).map((page) => page.map(({ top }) => top))
}

describe('putting rows on pages', () => {
  it('fills the first page from further down than the others', () => {
    expect(tops([row(25), row(25), row(45), row(45)])).toEqual([
      [50, 75],
      [10, 55],
    ])
  })

  it('leaves out the space before the first row of a page', () => {
    const spaced = row(20, { spaceBefore: 10 })
    expect(tops([spaced, spaced, spaced])).toEqual([[50, 80], [10]])
  })

  it('takes a heading to the next page with what follows it', () => {
    const heading = row(10, { staysWithNext: true })
    expect(tops([row(35), heading, row(10)])).toEqual([[50], [10, 20]])
    expect(tops([row(30), heading, row(10)])).toEqual([[50, 80, 90]])
  })

  it('parts rows that stay together only where they are more than a page', () => {
    const together = Array.from({ length: 12 }, () => row(10, { staysWithNext: true }))
    expect(tops([row(10), ...together]).map((page) => page.length)).toEqual([1, 9, 3])
  })

  it('loses no row, keeps their order and goes over no edge', () => {
    const rows = fc.array(
      fc.record({
        height: fc.integer({ min: 1, max: 50 }),
        spaceBefore: fc.integer({ min: 0, max: 20 }),
        stays: fc.boolean(),
      }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(rows, (given) => {
        const all = given.map(({ height, spaceBefore, stays }) => row(height, { spaceBefore, staysWithNext: stays }))
        const pages = paginate(all, ROOM)
        expect(pages.flat().map((placed) => placed.row)).toEqual(all)
        for (const page of pages) {
          expect(page.length).toBeGreaterThan(0)
          page.forEach(({ row, top }, index) => {
            const before = page[index - 1]
            if (before) expect(top).toBe(before.top + before.row.height + row.spaceBefore)
            expect(top + row.height).toBeLessThanOrEqual(ROOM.bottom)
          })
        }
      }),
    )
  })
})
