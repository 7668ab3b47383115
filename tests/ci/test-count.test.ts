import { describe, expect, it } from 'vitest'
import { type TestRun, testCount } from '../../.ci/test-count.ts'

const RUN: TestRun = { numPassedTests: 12, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] }
const fileWith = (...statuses: readonly string[]) => ({
  status: 'failed',
  assertionResults: statuses.map((status) => ({ status })),
})

describe('the last line of npm test', () => {
  it.each<[string, Partial<TestRun>, boolean, string]>([
    ['all passed', {}, true, '12 passed, 0 failed'],
    [
      'some failed',
      { numFailedTests: 2, testResults: [fileWith('passed', 'failed', 'failed')] },
      false,
      '12 passed, 2 failed',
    ],
    ['some were skipped', { numPendingTests: 3, numTodoTests: 1 }, true, '12 passed, 0 failed, 4 skipped'],
    ['a file could not be loaded', { testResults: [fileWith()] }, false, '12 passed, 1 failed'],
    [
      'a file failed after its tests, and another in one',
      { numFailedTests: 1, testResults: [fileWith('passed'), fileWith('failed')] },
      false,
      '12 passed, 2 failed',
    ],
    ['something failed outside of every file', {}, false, '12 passed, 1 failed'],
  ])('where %s', (_, run, hasPassed, line) => {
    expect(testCount({ ...RUN, ...run }, hasPassed)).toBe(line)
  })
})
