import { expect, it } from 'vitest'
import { sourceFiles } from '../architecture/source-imports.ts'

const WRITES = /\b(?:Put|Update|Delete|TransactWrite|BatchWrite)Command\b/

it('has no page and no recording write to a case but through a store, with its entry', () => {
  const files = sourceFiles().filter(({ file }) => /^lambdas\/(?:staff|recording)\//.test(file))
  expect(files.length).toBeGreaterThan(100)
  const writing = files.filter(({ text }) => WRITES.test(text) && text.includes('casesTable'))
  expect(writing.map(({ file }) => file)).toEqual([])
})

it('has each store that people change a case through write an entry', () => {
  const stores = sourceFiles().filter(({ file }) => /^lambdas\/cases\/store\//.test(file))
  const withEntry = stores.filter(({ text }) => text.includes('writeWithEntry(')).map(({ file }) => file)
  expect(withEntry).toEqual(
    expect.arrayContaining(
      [
        'close-case',
        'held-message-store',
        'letter-store',
        'open-case',
        'particulars-store',
        'record-facts',
        'restriction-store',
        'task-store',
      ].map((store) => `lambdas/cases/store/${store}.ts`),
    ),
  )
})
