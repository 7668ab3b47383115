/**
 * An error of a state, as the Amazon States Language knows it: a name that Retry and Catch look at, and a cause for people.
 * The names are listed in https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html.
 */
export class StateError extends Error {
  readonly error: string
  /** The field whose expression failed, for `States.QueryEvaluationError`. */
  readonly location: string | undefined

  /**
   * @param error the error name, for example `States.Timeout`; empty when a Fail state gives none
   * @param cause what happened, for people
   */
  constructor(error: string, cause: string, location?: string) {
    super(cause)
    this.name = 'StateError'
    this.error = error
    this.location = location
  }

  /** `$states.errorOutput` in a catcher. */
  get output(): { Error: string; Cause: string } {
    return { Error: this.error, Cause: this.message }
  }
}

/** True for the errors that end the execution whatever its states say. */
export function isUncatchable(error: string): boolean {
  return error === 'States.Runtime'
}

/**
 * Whether an `ErrorEquals` list matches an error name.
 *
 * `States.ALL` matches everything but `States.DataLimitExceeded` and `States.Runtime`; `States.TaskFailed` matches
 * everything `States.ALL` does but timeouts; `States.Timeout` matches a missed heartbeat too, because the States
 * Language defines it as either. `States.Runtime` is matched by nothing, not even its own name.
 */
export function matchesError(errorEquals: readonly string[], error: string): boolean {
  if (isUncatchable(error)) return false
  if (errorEquals.includes(error)) return true
  const isTimeout = error === 'States.Timeout' || error === 'States.HeartbeatTimeout'
  if (isTimeout && errorEquals.includes('States.Timeout')) return true
  if (error === 'States.DataLimitExceeded') return false
  if (errorEquals.includes('States.ALL')) return true
  return !isTimeout && errorEquals.includes('States.TaskFailed')
}
