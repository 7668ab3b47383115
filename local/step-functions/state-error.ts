/**
 * An error of a state, as the Amazon States Language knows it: a name that Retry and Catch look at, and a cause for people.
 * The names are listed in https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html.
 */
export class StateError extends Error {
  readonly error: string
  /** The field whose expression failed, for `States.QueryEvaluationError`. */
  readonly location: string | undefined
  /** Another name by which ErrorEquals knows it. */
  readonly alias: string | undefined

  /**
   * @param error the error name, for example `States.Timeout`; empty when a Fail state gives none
   * @param cause what happened, for people
   */
  constructor(error: string, cause: string, { location, alias }: { location?: string; alias?: string } = {}) {
    super(cause)
    this.name = 'StateError'
    this.error = error
    this.location = location
    this.alias = alias
  }

  /** `$states.errorOutput` in a catcher. What fails without a word, as SendTaskFailure may, has null in both. */
  get output(): { Error: string | null; Cause: string | null } {
    return this.error === '' && this.message === ''
      ? { Error: null, Cause: null }
      : { Error: this.error, Cause: this.message }
  }
}

/** An error as ErrorEquals looks at it. */
export type NamedError = Pick<StateError, 'error' | 'alias'>

/** What a task can end with and `States.TaskFailed` does not match. */
const NOT_OF_A_TASK: readonly string[] = ['States.Timeout', 'States.DataLimitExceeded']

/** True for the errors that end the execution whatever its states say. */
export function isUncatchable(error: string): boolean {
  return error === 'States.Runtime'
}

/**
 * Whether an `ErrorEquals` list matches an error name.
 *
 * `States.ALL` matches everything but `States.Runtime`, which nothing matches, not even its own name. AWS's guide says that
 * it does not match `States.DataLimitExceeded` either; AWS was recorded to catch that. `States.TaskFailed` matches what
 * `States.ALL` does but that and timeouts. A missed heartbeat is `States.Timeout`, as AWS was recorded, and matched by
 * `States.HeartbeatTimeout` too, which is the name that the guide gives it.
 */
export function matchesError(errorEquals: readonly string[], { error, alias }: NamedError): boolean {
  if (isUncatchable(error)) return false
  if (errorEquals.includes(error) || errorEquals.includes('States.ALL')) return true
  if (alias !== undefined && errorEquals.includes(alias)) return true
  return errorEquals.includes('States.TaskFailed') && !NOT_OF_A_TASK.includes(error)
}
