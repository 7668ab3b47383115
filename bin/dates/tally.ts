/** What came of an input, counted while its rows stream by. */
export interface Tally {
  rows: number
  /** Rows with an error. */
  refused: number
  /** Rows with a date that rests on bank holidays which are not yet published. */
  provisional: number
  /** Rows with a note. */
  noted: number
}

export function newTally(): Tally {
  return { rows: 0, refused: 0, provisional: 0, noted: 0 }
}

/** What to say at the end on standard error: nothing when there is nothing to look at. */
export function tellTally({ rows, refused, provisional, noted }: Tally): readonly string[] {
  return [
    ...(refused === 0 ? [] : [`${refused} of ${counted(rows)} had an error: the column "error" says why.`]),
    ...(noted === 0 ? [] : [`${counted(noted)} with a note: the column "reading_note" says what was taken as blank.`]),
    ...(provisional === 0
      ? []
      : [
          `${counted(provisional)} with a date that may change: the government has not yet published the bank holidays ` +
            'that it rests on. --json marks each such date.',
        ]),
  ]
}

function counted(rows: number): string {
  return rows === 1 ? '1 row' : `${rows} rows`
}
