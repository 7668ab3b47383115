import { pipeline } from 'node:stream/promises'
import type { CalendarDate } from '../../lambdas/law/calendar-date.ts'
import { InputError } from '../../lambdas/spreadsheet/input-error.ts'
import { answerQuestion } from './answer-question.ts'
import { answerRows } from './answer-rows.ts'
import { HELP } from './help.ts'
import { CommandLineError, readCommandLine } from './question.ts'
import { newTally, tellTally } from './tally.ts'
import { whyNoAnswer } from './why-no-answer.ts'

/** Where the command reads and writes. */
export interface Streams {
  readonly input: NodeJS.ReadableStream & AsyncIterable<Uint8Array>
  readonly output: NodeJS.WritableStream
  readonly errors: NodeJS.WritableStream
  /** Whether a person is at the input: then there are no rows to wait for. */
  readonly interactive: boolean
}

/**
 * The whole command. `words` are those after its name; `today` is the day in England.
 *
 * @returns the exit status: 0 when everything was answered, 1 when a row or the question could not be, 2 when the
 * command line or the input as a whole cannot be used
 */
export async function run(
  words: readonly string[],
  today: CalendarDate,
  { input, output, errors, interactive }: Streams,
): Promise<number> {
  const say = (sentence: string) => errors.write(`${sentence}\n`)
  try {
    const { help, json, dates, typed } = readCommandLine(words)
    const reading = { order: dates, today }
    if (help) {
      output.write(HELP)
      return 0
    }
    if (typed.size > 0) return ask(() => output.write(answerQuestion(typed, reading, json ? 'json' : 'words')), say)
    if (interactive) {
      say('There are no rows on standard input. Give a file, or a question such as --notice-sent 2026-06-30.')
      say('See npm run -s dates -- --help.')
      return 2
    }
    const tally = newTally()
    await pipeline(
      input,
      (source: AsyncIterable<Uint8Array>) => answerRows(source, json ? 'json' : 'csv', reading, tally),
      output,
      { end: false },
    )
    tellTally(tally).forEach(say)
    return tally.refused === 0 ? 0 : 1
  } catch (error) {
    // Whoever reads the output has read enough (head, say).
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') return 0
    if (!(error instanceof CommandLineError || error instanceof InputError)) throw error
    say(error.message)
    return 2
  }
}

function ask(answer: () => void, say: (sentence: string) => void): number {
  try {
    answer()
    return 0
  } catch (error) {
    say(whyNoAnswer(error))
    return 1
  }
}
