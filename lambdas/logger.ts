import { Logger } from '@aws-lambda-powertools/logger'

/**
 * The log of a function. Say case references and closed words only: never a name, an address, free text or a whole event.
 */
export function functionLogger(serviceName: string): Logger {
  return new Logger({ serviceName })
}
