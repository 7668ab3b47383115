/** The log of a function. Say case references and closed words only: never a name, an address, free text or a whole event. */
export interface Logger {
  readonly info: Say
  readonly warn: Say
  readonly error: Say
}

type Say = (message: string, details: LogDetails) => void

type LogDetails = Readonly<Record<string, string | number | readonly string[] | Readonly<Record<string, string>>>>

/**
 * Makes a log that writes a line of JSON for each thing that is said: its level, message, timestamp (ISO 8601), service, and
 * each detail under its own name, by which the metric filters of the stacks find it.
 * @param service the function's name
 */
export function functionLogger(service: string): Logger {
  const sayAs =
    (level: string): Say =>
    (message, details) => {
      const line = JSON.stringify({ level, message, timestamp: new Date().toISOString(), service, ...details })
      // Not by console: Lambda puts words before what goes through it, and a filter of JSON finds nothing then.
      process.stdout.write(`${line}\n`)
    }
  return { info: sayAs('INFO'), warn: sayAs('WARN'), error: sayAs('ERROR') }
}
