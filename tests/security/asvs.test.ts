import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { asvsIn, hasTest, headingsIn, testNamesIn, testOf } from '../../bin/security/asvs.ts'
import { withAsvs } from '../../bin/security/asvs-in-words.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const asvs = asvsIn(read('tests/security/asvs.json'))

describe('how the requirements of OWASP’s standard are met', () => {
  it('is said of all 253 of levels 1 and 2, each once, in their order', () => {
    const ids = asvs.requirements.map(({ id }) => id)
    const parts = (id: string) => id.slice(1).split('.').map(Number)
    const inOrder = ids.toSorted((one, other) => {
      const [left, right] = [parts(one), parts(other)]
      const at = left.findIndex((part, index) => part !== right[index])
      return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0)
    })
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(inOrder)
    const count = (level: number) => asvs.requirements.filter((one) => one.level === level).length
    expect([count(1), count(2)]).toEqual([70, 183])
  })

  it('names tests alone that are there and run', () => {
    const missing = asvs.requirements.flatMap((requirement) => {
      const test = testOf(requirement)
      if (!test) return []
      const { id } = requirement
      if (!existsSync(join(ROOT, test.file))) return [`${id}: there is no file ${test.file}.`]
      const said = `“${test.name}”${test.row ? ` with the row “${test.row}”` : ''}`
      return hasTest(read(test.file), test) ? [] : [`${id}: ${test.file} has no test ${said}.`]
    })
    expect(missing).toEqual([])
  })

  it('names parts of pages alone that are there', () => {
    const missing = asvs.requirements.flatMap((one) =>
      'document' in one && !headingsIn(read(one.document.file)).includes(one.document.heading)
        ? [`${one.id}: ${one.document.file} has no part “${one.document.heading}”.`]
        : [],
    )
    expect(missing).toEqual([])
  })

  it('is told in docs/security.md as it is. After a change: npm run security', () => {
    const page = read('docs/security.md')
    expect(withAsvs(page, asvs)).toBe(page)
  })
})

describe('the names of tests', () => {
  it('are found in each way in which they are written, and not where a test is left out', () => {
    const written = [
      `it('one', () => {})`,
      `describe("two's", () => {})`,
      `it.each([\n  ['a', 1],\n])('three: %s', () => {})`,
      `it.each<[string]>([['a']])('four’s', async () => {})`,
      `  it('five \\'quoted\\'', () => {})`,
      `it.skip('left out', () => {})`,
      `it.todo('not written')`,
      `notice('no test', 1)`,
    ]
    expect([...testNamesIn(written.join('\n'))]).toEqual(['one', "two's", 'three: %s', 'four’s', "five 'quoted'"])
  })

  it('are held to the row of a table that is meant', () => {
    const source = "it.each([\n  ['an attack', 1],\n  [\n    'a long one',\n    2,\n  ],\n])('with %s', () => {})"
    for (const row of ['an attack', 'a long one']) expect(hasTest(source, { name: 'with %s', row })).toBe(true)
    expect(hasTest(source, { name: 'with %s', row: 'another' })).toBe(false)
    expect(hasTest(source, { name: 'without %s', row: 'an attack' })).toBe(false)
  })
})
