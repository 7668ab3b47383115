/** The log of a service of pages. Closed words and case references only. */
export interface Log {
  info(message: string, details: LogDetails): void | Promise<void>
  error(message: string, details: LogDetails): void | Promise<void>
}

export type LogDetails = Readonly<Record<string, string | number>>

/** A log that is loaded for its first line: it takes longer to load than the pages' own start. */
export function logLoadedLater(serviceName: string): Log {
  let logger: Promise<Log> | undefined
  const loaded = () => {
    logger ??= import('../../logger.ts').then(({ functionLogger }) => functionLogger(serviceName))
    return logger
  }
  return {
    info: async (message, details) => (await loaded()).info(message, details),
    error: async (message, details) => (await loaded()).error(message, details),
  }
}
