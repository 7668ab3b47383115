import { parseArgs } from 'node:util'
import { DATE_ORDERS, type DateOrder } from '../../lambdas/spreadsheet/date-cell.ts'
import { INPUT_COLUMNS, type InputColumn } from './columns.ts'

/** What the command line asks for. */
export interface Question {
  readonly help: boolean
  readonly json: boolean
  /** How the dates are written. */
  readonly dates: DateOrder
  /** The facts given as flags, as typed. Empty when rows are to be read from standard input. */
  readonly typed: ReadonlyMap<InputColumn, string>
}

/** A command line that cannot be understood. The message says what to type instead. */
export class CommandLineError extends Error {
  override readonly name = 'CommandLineError'
}

/** The flag of a column: `--notice-sent` for `notice_sent`. */
export function flagOf(column: InputColumn): string {
  return `--${column.replaceAll('_', '-')}`
}

/**
 * Reads a command line. `--placement-only` stands for 1 when no 0 or 1 follows it.
 *
 * @throws CommandLineError for a flag that is not known, is given twice or has no value, and for any other word
 */
export function readCommandLine(words: readonly string[]): Question {
  const typed = new Map<InputColumn, string>()
  let help = false
  let json = false
  let dates: DateOrder | undefined
  for (const token of tokensOf(words)) {
    if (token.kind !== 'option') {
      const word = token.kind === 'positional' ? token.value : '--'
      throw new CommandLineError(`"${word}" is not a flag. ${SEE_HELP}`)
    }
    const { name, rawName, value } = token
    const column = INPUT_COLUMNS.find((known) => flagOf(known) === rawName)
    if (rawName === '--dates') {
      if (dates !== undefined) throw new CommandLineError('--dates is given twice. Give it once.')
      dates = dateOrder(value)
    } else if (column === undefined) {
      if (rawName !== '--json' && rawName !== '--help') {
        throw new CommandLineError(`There is no flag ${rawName}. The flags are ${FLAGS.join(', ')}. ${SEE_HELP}`)
      }
      if (value !== undefined) throw new CommandLineError(`${rawName} takes no value. ${SEE_HELP}`)
      if (name === 'json') json = true
      else help = true
    } else {
      if (typed.has(column)) throw new CommandLineError(`${rawName} is given twice. Give it once.`)
      // Node takes the next word as the value; when that is a flag, the value was left out.
      if (value === undefined || value === '' || value.startsWith('--')) {
        throw new CommandLineError(`${rawName} needs a value, for example ${rawName} ${exampleOf(column)}.`)
      }
      typed.set(column, value)
    }
  }
  return { help, json, dates: dates ?? 'year-first', typed }
}

const FLAGS = [...INPUT_COLUMNS.map(flagOf), '--dates', '--json', '--help']
const SEE_HELP = 'See npm run -s dates -- --help.'
const PLACEMENT_ONLY = flagOf('placement_only')

function dateOrder(value: string | undefined): DateOrder {
  const order = DATE_ORDERS.find((known) => known === value)
  if (order !== undefined) return order
  const given = value === undefined || value === '' ? '' : `, not ${value}`
  throw new CommandLineError(
    `--dates takes ${DATE_ORDERS.join(' or ')}${given}. Without it dates are year-first, for example 2026-06-30. ${SEE_HELP}`,
  )
}

function exampleOf(column: InputColumn): string {
  return column === 'placement_only' ? '1' : '2026-06-30'
}

function tokensOf(words: readonly string[]) {
  const args = words.map((word, at) => {
    const next = words[at + 1]
    return word === PLACEMENT_ONLY && (next === undefined || next.startsWith('-')) ? `${PLACEMENT_ONLY}=1` : word
  })
  return parseArgs({
    args,
    options: Object.fromEntries(
      ['--dates', ...INPUT_COLUMNS.map(flagOf)].map((flag) => [flag.slice(2), { type: 'string' as const }]),
    ),
    // Problems are told in our own words.
    strict: false,
    allowPositionals: true,
    tokens: true,
  }).tokens
}
