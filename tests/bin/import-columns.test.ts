import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { withColumns } from '../../bin/import-columns/columns-in-words.ts'

const PAGE = readFileSync(new URL('../../docs/importing.md', import.meta.url), 'utf8')

it('tells in docs/importing.md every column as it is read: npm run import-columns writes it', () => {
  expect(PAGE).toBe(withColumns(PAGE))
})

it('says when the page has no place for them', () => {
  expect(() => withColumns('A page.')).toThrow('has no lines')
})
