/** An error that SES answers a caller with. */
export class SesError extends Error {
  readonly status: number

  /** @param name SES's own name of the error, for example `MessageRejected`. */
  constructor(name: string, message: string, status = 400) {
    super(message)
    this.name = name
    this.status = status
  }
}

/** The error for input that cannot be right. */
export function badRequest(message: string): SesError {
  return new SesError('BadRequestException', message)
}
