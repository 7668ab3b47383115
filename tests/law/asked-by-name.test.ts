import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** A string that is the code of a rule or of a judgement call, and nothing else. */
const CODE = /(['"`])(?:D\d{2}[ab]?|J\d{1,2})\1/
/** A function of the law that works out one date by itself. */
const ONE_DATE = /\bimport \{[^}]*?(?<!type )\b[a-z]\w*Deadlines?\b[^}]*\} from '[^']*\/law\//

/** The code of the service and of its commands, without comments. The demo names duties as the form does: "00006-D25". */
function found(pattern: RegExp): string[] {
  const files = globSync(['lambdas/**/*.ts', 'bin/**/*.ts', 'lib/**/*.ts'], { cwd: root }).filter(
    (file) => !file.startsWith('lambdas/law/') && file !== 'bin/demo/roads.ts',
  )
  expect(files.length).toBeGreaterThan(100)
  return files.filter((file) => pattern.test(withoutComments(readFileSync(join(root, file), 'utf8'))))
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/^\s*\/\/.*$/gm, '')
}

describe('the law is asked in one way, and by name', () => {
  it('gives every date through whichDates: no other code works one out by itself', () => {
    expect(found(ONE_DATE)).toEqual([])
  })

  it('keeps the codes of its rules to itself: they are for people, and code uses names', () => {
    expect(found(CODE)).toEqual([])
  })

  it('would find each of these', () => {
    expect(ONE_DATE.test("import { certificateDeadline } from '../law/certificate-deadline.ts'")).toBe(true)
    expect(ONE_DATE.test("import {\n  type Duty,\n  complianceDeadlines,\n} from '../../law/x.ts'")).toBe(true)
    expect(ONE_DATE.test("import { type AppealDeadline, whichDates } from '../law/which-dates.ts'")).toBe(false)
    expect(CODE.test("if (rule === 'D13') return")).toBe(true)
    expect(CODE.test("if (rule === 'D46a') return")).toBe(true)
    expect(CODE.test(withoutComments('/** The row of the rules: "D14". */'))).toBe(false)
  })
})
