import type { TypedMonth, TypedNumber } from '../../cases/store/typed-figure-store.ts'
import type { Month } from '../../law/month.ts'
import { placesOf, type TypedPlace, type TypedTableId } from './typed-tables.ts'

/** What somebody wants a place to have. Without a number it is not known. */
export interface WantedNumber extends TypedPlace {
  readonly number: number | undefined
  readonly source: string
}

/** A month of a table with what was changed in it. */
export interface ChangedMonth {
  readonly after: TypedMonth
  /** Whether a number took the place of another one, or was taken back. */
  readonly isAgain: boolean
}

/**
 * A month of a table as somebody wants it.
 * @param before what is typed in; undefined where nothing is
 * @param wanted places that are not named stay as they are
 * @returns undefined where nothing changes
 */
export function monthWith(
  before: TypedMonth | undefined,
  at: { readonly table: TypedTableId; readonly month: Month },
  wanted: readonly WantedNumber[],
  by: { readonly who: string; readonly now: Date },
): ChangedMonth | undefined {
  const find = <One extends TypedPlace>(some: readonly One[], { figure, row }: TypedPlace) =>
    some.find((one) => one.figure === figure && one.row === row)
  let isChanged = false
  let isAgain = false
  const numbers = placesOf(at.table).flatMap((place): TypedNumber[] => {
    const [was, is] = [find(before?.numbers ?? [], place), find(wanted, place)]
    if (!is || (was?.number === is.number && (was === undefined || was.source === is.source))) return was ? [was] : []
    isChanged = true
    if (was && was.number !== is.number) isAgain = true
    const { number, source } = is
    return number === undefined
      ? []
      : [{ ...place, number, source, recordedBy: by.who, recordedAt: by.now.toISOString() }]
  })
  const after = { ...at, revision: (before?.revision ?? 0) + 1, numbers }
  return isChanged ? { after, isAgain } : undefined
}
