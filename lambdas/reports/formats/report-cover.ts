import type { ReportTable } from '../report-table.ts'
import { roundingInWords } from './titles.ts'

/** What stands before the tables of a file. */
export interface ReportCover {
  /** "Outcomes of SEND mediation and appeals" */
  readonly title: string
  readonly council: string
  /** Whom to ask, as a sentence. */
  readonly contact: string
  /** When it was made, as ISO 8601 and in words. */
  readonly madeAt: string
  readonly madeOn: string
}

/** What its readers are told first: whose it is, of when, and whether it may be published. */
export function coverLines(
  { council, madeOn, contact }: ReportCover,
  tables: readonly ReportTable[],
): readonly string[] {
  const [first] = tables
  return [
    `${council}.`,
    `Made on ${madeOn}.`,
    contact,
    first?.isProtected
      ? ['Small numbers are hidden, so that no family can be recognised.', ...roundingInWords(first.roundedTo)].join(
          ' ',
        )
      : 'For council staff only: small numbers are shown as they are, and a family could be recognised by them. Do not publish this file.',
  ]
}
