import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { KEPT } from '../../../bin/data-protection/kept-data.ts'
import { withKeptData } from '../../../bin/data-protection/kept-in-words.ts'
import { STORED_ROWS, storedAttributes } from '../../../bin/data-protection/stored-attributes.ts'

it.each(STORED_ROWS)('tells every attribute of a row "%s", once', (type) => {
  const told = Object.values(KEPT[type].attributes).flat()
  const hashes = KEPT[type].attributes.hash ?? []
  expect(told.filter((one) => !hashes.includes(one)).sort()).toEqual(storedAttributes(type))
  expect(new Set(told).size).toBe(told.length)
})

it('finds attributes within attributes, of every kind of fact, in every state', () => {
  expect(storedAttributes('contact')).toContain('representative.postalAddress')
  expect(storedAttributes('fact')).toContain('details.healthIssue')
  expect(storedAttributes('wait')).toEqual(expect.arrayContaining(['taskToken', 'endedWith']))
})

it('docs/data-protection.md has it as it is. After a change: npm run data-protection', () => {
  const page = readFileSync(new URL('../../../docs/data-protection.md', import.meta.url), 'utf8')
  expect(withKeptData(page)).toBe(page)
})
