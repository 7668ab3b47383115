import { whichDates } from '../../lambdas/law/which-dates.ts'
import { textOfCell } from '../../lambdas/spreadsheet/cell-text.ts'
import type { Header } from '../../lambdas/spreadsheet/header.ts'
import type { InputColumn } from './columns.ts'
import type { Dates, ReadFacts } from './facts.ts'
import { missingFacts } from './missing-facts.ts'
import type { Row, RowFormat } from './row-format.ts'
import { datesJson } from './working-json.ts'

/** Rows as JSON Lines: one object a line, with the whole working of every date. */
export function jsonFormat(header: Header<InputColumn>): RowFormat {
  const names = header.names.map(textOfCell)
  /** The row as it came, under the header's names; what stands beyond them is kept beside. */
  function carried({ number, line, cells }: Row) {
    const texts = cells.map(textOfCell)
    const input = Object.fromEntries(
      names.flatMap((name, place) => (place < texts.length ? [[name, texts[place]]] : [])),
    )
    const beyond = texts.slice(names.length)
    return { row: number, line, input, ...(beyond.length === 0 ? {} : { cells_beyond_header: beyond }) }
  }
  return {
    encoding: 'utf8',
    start: '',
    answer: (row, read) => {
      const { dates } = whichDates(read.facts)
      const answer = { ...carried(row), error: null, ...answerJson(read, dates) }
      return {
        text: `${JSON.stringify(answer)}\n`,
        provisional: Object.values(dates).some((deadline) => deadline?.provisional),
      }
    },
    refuse: (row, why) =>
      `${JSON.stringify({ ...carried(row), error: why, dates: null, missing: null, reading_notes: null })}\n`,
  }
}

/** The part of an answer that does not depend on where the facts came from. */
export function answerJson(read: ReadFacts, dates: Dates) {
  return { dates: datesJson(read.facts, dates), missing: missingFacts(read, dates), reading_notes: read.notes }
}
