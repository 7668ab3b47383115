import { childKeys } from '../../cases/child-keys.ts'
import type { CalendarDate } from '../../law/calendar-date.ts'
import type { UnderWay } from '../../recording/import-case.ts'
import type { StepRow } from './import-store.ts'
import { cellsOf, type ReadFile } from './read-file.ts'
import { readRow } from './read-row.ts'

/** How many rows one step takes at most. */
export const ROWS_OF_A_STEP = 100
/** DynamoDB takes an item of 400 KB. */
const LARGEST_STEP_IN_BYTES = 300_000

/**
 * The rows of a file, divided into steps. Each row says which earlier one is about the same child and decision, as nothing of
 * the tables shows before it is imported.
 * @param today the day in England
 */
export function divideRows({ names, rows }: ReadFile, today: CalendarDate): readonly (readonly StepRow[])[] {
  const firstLines = new Map<string, number>()
  const steps: StepRow[][] = [[]]
  let bytes = 0
  for (const row of rows) {
    const reading = row.unreadable === undefined ? readRow(cellsOf(names, row), today) : undefined
    const sameAs = reading?.ok ? earlierLine(firstLines, reading.underWay, row.line) : undefined
    const size = row.cells.reduce((sum, cell) => sum + Buffer.byteLength(cell) + 3, 0)
    const step = steps.at(-1)
    const toAdd: StepRow = { ...row, cells: [...row.cells], ...(sameAs !== undefined && { sameAs }) }
    if (step && step.length < ROWS_OF_A_STEP && (step.length === 0 || bytes + size <= LARGEST_STEP_IN_BYTES)) {
      step.push(toAdd)
      bytes += size
    } else {
      steps.push([toAdd])
      bytes = size
    }
  }
  return steps
}

/** The line of the first row about the same child and decision, by the rules of `casesOfDecision`; notes this one. */
function earlierLine(firstLines: Map<string, number>, underWay: UnderWay, line: number): number | undefined {
  const tokens = tokensOf(underWay)
  const found = tokens.flatMap((token) => firstLines.get(token) ?? [])
  for (const token of tokens) if (!firstLines.has(token)) firstLines.set(token, line)
  return found.length > 0 ? Math.min(...found) : undefined
}

function tokensOf({ decision, contact }: UnderWay): readonly string[] {
  const keys = childKeys(contact)
  const [name, bornOn] = [keys['child-name'], keys['born-on']]
  const children = [
    keys['child-reference'] && `reference ${keys['child-reference']}`,
    keys['unique-pupil-number'] && `number ${keys['unique-pupil-number']}`,
    name && bornOn && `named ${name} ${bornOn}`,
  ].filter((child) => child !== undefined)
  const { decisionKind, printedOn, sentOn } = decision
  return children.flatMap((child) => [
    `${child} ${decisionKind} printed ${printedOn}`,
    `${child} ${decisionKind} sent ${sentOn}`,
  ])
}
