/** A task that was given to somebody by itself. */
export interface TaskOwner {
  /** The id of the task. */
  readonly task: string
  /** Absent: whoever owns the case. */
  readonly owner?: string
}
