/** What the test runner says of a whole run, as far as it is counted here (the JSON of vitest's own reporter). */
export interface TestRun {
  readonly numPassedTests: number
  readonly numFailedTests: number
  /** Skipped. */
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

/**
 * How the tests went, in one line: "2104 passed, 0 failed". A file that failed outside of its tests counts as one failed.
 * @param hasPassed what the runner said by its exit code: an error outside of every file fails the run too
 */
export function testCount(run: TestRun, hasPassed: boolean): string {
  const files = run.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = run.numFailedTests + files.length
  const skipped = run.numPendingTests + run.numTodoTests
  return [
    `${run.numPassedTests} passed`,
    `${hasPassed ? failed : Math.max(failed, 1)} failed`,
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ')
}
