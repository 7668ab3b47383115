/** An error that SES answers a caller with. */
export class SesError extends Error {
  /** @param name SES's own code for the error, for example `MessageRejected`. */
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

/** The error for input that cannot be right. */
export function invalidValue(message: string): SesError {
  return new SesError('InvalidParameterValue', message)
}
