import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const page = readFileSync(join(root, 'docs/judgement-calls.md'), 'utf8')
const engine = readFileSync(join(root, 'lambdas/law/judgements.ts'), 'utf8')

/** Decided by the words of the Act since. */
const DECIDED = 17
const LAST = 46

it('the page has a row for every judgement call, once, with what is done', () => {
  const rows = [...page.matchAll(/^\| (J\d+) \|(.*)\|$/gm)]
  const numbers = rows.map(([, id = '']) => Number(id.slice(1))).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: LAST }, (_, index) => index + 1).filter((number) => number !== DECIDED))
  for (const [, , cells = ''] of rows) expect(cells.split(' | ').every((cell) => cell.trim() !== '')).toBe(true)
})

it('the engine puts no other call beside a date than the page has', () => {
  const reasons = [...engine.matchAll(/^ {2}(J\d+): '/gm)].map(([, id = '']) => id)
  expect(reasons.length).toBeGreaterThan(20)
  expect(reasons.filter((id) => !page.includes(`| ${id} |`))).toEqual([])
})
