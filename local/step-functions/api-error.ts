/** A refusal of a request, by the name the Step Functions API gives it, for example `ExecutionDoesNotExist`. */
export class ApiError extends Error {
  readonly type: string

  constructor(type: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.type = type
  }
}
