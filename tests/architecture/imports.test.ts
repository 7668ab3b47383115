import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { brokenRules, roomOf, unusedAllowances } from './import-rules.ts'
import { ROOMS, type Room } from './rooms.ts'
import { type Import, importsIn, importsWorkedOut, ourPackages, sourceFiles } from './source-imports.ts'

const ROOT = join(import.meta.dirname, '../..')
const files = sourceFiles()
const packages = ourPackages()
const imports = files.flatMap(({ file, text }) => importsIn(file, text, packages))

describe('who may import whom', () => {
  it('is as the table says, for every import', () => {
    expect(imports.length).toBeGreaterThan(1000)
    expect(brokenRules(ROOMS, imports)).toEqual([])
  })

  it('allows nothing that nobody imports any more', () => {
    expect(unusedAllowances(ROOMS, imports)).toEqual([])
  })

  it('has a row for each folder that is there, and none for another', () => {
    const rows = ROOMS.map(({ path }) => path)
    expect(rows.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
    const folders = files.map(({ file }) => /^lambdas\/[^/]+(?=\/)|^[^/]+/.exec(file)?.[0] ?? file)
    expect([...new Set(folders)].filter((folder) => !rows.includes(folder))).toEqual([])
  })

  it('can be followed: only the staff pages that are built here are imported by a path that is worked out', () => {
    const service = files.filter(({ file }) => /^(?:lambdas|lib)\//.test(file))
    expect(service.filter(({ text }) => importsWorkedOut(text)).map(({ file }) => file)).toEqual([
      'lambdas/web/build/build-pages.ts',
    ])
  })
})

describe('the rules', () => {
  const room = (path: string, mayImport: Room['mayImport'], mayImportPackages = false): Room => ({
    path,
    mayImport,
    mayImportPackages,
    why: `Because of ${path}.`,
  })
  const rooms = [
    room('law', []),
    room('cases', ['law']),
    room('cases/store', ['cases', 'law/days.ts'], true),
    room('tests', 'everything', true),
  ]
  const ofOurs = (file: string, target: string): Import => ({ file, line: 7, target, isPackage: false })
  const ofPackage = (file: string, target: string): Import => ({ file, line: 7, target, isPackage: true })

  it('name the file, the import and the reason', () => {
    expect(brokenRules(rooms, [ofOurs('law/days.ts', 'cases/case.ts')])).toEqual([
      'law/days.ts:7 imports cases/case.ts. Files in law may import nothing else of ours. Because of law.',
    ])
    expect(brokenRules(rooms, [ofOurs('cases/case.ts', 'tests/case.ts')])).toEqual([
      'cases/case.ts:7 imports tests/case.ts. Files in cases may import law besides their own. Because of cases.',
    ])
    expect(brokenRules(rooms, [ofPackage('law/days.ts', 'node:fs')])).toEqual([
      'law/days.ts:7 imports the package "node:fs". Files in law may import no packages. Because of law.',
    ])
  })

  it('let pass what the table allows, and what is in the same room', () => {
    expect(
      brokenRules(rooms, [
        ofOurs('law/days.ts', 'law/months/month.ts'),
        ofOurs('cases/case.ts', 'law/days.ts'),
        ofOurs('cases/store/row.ts', 'law/days.ts'),
        ofPackage('cases/store/row.ts', 'luxon'),
        ofOurs('tests/a.test.ts', 'cases/store/row.ts'),
      ]),
    ).toEqual([])
  })

  it('take a room within another for a room of its own, and a file for that file alone', () => {
    expect(roomOf(rooms, 'cases/store/rows/row.ts')?.path).toBe('cases/store')
    expect(roomOf(rooms, 'cases/storey.ts')?.path).toBe('cases')
    expect(brokenRules(rooms, [ofOurs('cases/case.ts', 'cases/store/row.ts')])).toHaveLength(1)
    expect(brokenRules(rooms, [ofOurs('cases/store/row.ts', 'law/months.ts')])).toHaveLength(1)
  })

  it('refuse what is in no room', () => {
    expect(
      brokenRules(rooms, [ofOurs('cases/case.ts', 'elsewhere/x.ts'), ofOurs('elsewhere/x.ts', 'law/y.ts')]),
    ).toEqual([
      'cases/case.ts:7 imports elsewhere/x.ts. Files in cases may import law besides their own. Because of cases.',
      'elsewhere/x.ts is in no folder of the table. Give its folder a row in tests/architecture/rooms.ts.',
    ])
  })

  it('tell what is allowed and not used', () => {
    expect(
      unusedAllowances(rooms, [ofOurs('cases/case.ts', 'law/days.ts'), ofOurs('cases/store/row.ts', 'law/days.ts')]),
    ).toEqual(['cases/store may import cases, but nothing in it does.'])
  })
})

describe('an import', () => {
  const targets = (text: string) => importsIn('lambdas/cases/plan/plan.ts', text).map(({ target }) => target)

  it('is found in every way of writing it', () => {
    const text = `import { a } from '../a.ts'
import type { B } from './b.ts'
import { type C, c } from '../../law/c.ts'
import '../d.ts'
export { e } from '../e.ts'
export type { F } from '../f.ts'
export * from '../g.ts'
const { h } = await import('../h.ts')
const later = () => import(
  '../i.ts'
)
type J = import('../j.ts').J
import hono from 'hono/body-limit'
`
    expect(targets(text)).toEqual([
      'lambdas/cases/a.ts',
      'lambdas/cases/plan/b.ts',
      'lambdas/law/c.ts',
      ...['d', 'e', 'f', 'g', 'h', 'i', 'j'].map((name) => `lambdas/cases/${name}.ts`),
      'hono/body-limit',
    ])
  })

  it('stands on the line that names the file', () => {
    expect(importsIn('a.ts', "import {\n  b,\n} from './b.ts'\n")).toEqual([
      { file: 'a.ts', line: 3, target: 'b.ts', isPackage: false },
    ])
  })

  it('of a package that is a part of this repository is one of its folder', () => {
    const ours = new Map([
      ['@ours/aws', 'local'],
      ['plain', 'other'],
    ])
    const text = "import { a } from '@ours/aws/clock'\nimport b from 'plain'\nimport c from '@ours/else'\n"
    expect(importsIn('bin/x.ts', text, ours).map(({ target, isPackage }) => [target, isPackage])).toEqual([
      ['local', false],
      ['other', false],
      ['@ours/else', true],
    ])
  })

  it('by a path that is worked out is seen', () => {
    expect(importsWorkedOut('await import(`./a.ts`)')).toBe(true)
    expect(importsWorkedOut('await import(path)')).toBe(true)
    expect(importsWorkedOut("await import('./a.ts')")).toBe(false)
    expect(importsWorkedOut('with `await import()`')).toBe(false)
  })
})
