import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What nothing calls yet, and why it is there. */
const TO_BE_USED: Readonly<Record<string, string>> = {
  phaseTransferDeadline: 'D51 (J38): no fact of a case says that a transfer is coming',
  youngPersonDeadline: 'D56: the page of a case shows the school leaving date itself',
  planMayContinueUntil: 'section 46: no fact of a case says what course the young person is on',
}

const files = globSync(['lambdas/**/*.ts', 'bin/**/*.ts', 'lib/**/*.ts', 'local/**/*.ts'], { cwd: root })
const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))

it('the law is asked about no fact that only tests give', () => {
  const [, fields = ''] = /interface DateFacts \{(.*?)^\}/ms.exec(textOf('lambdas/law/date-facts.ts')) ?? []
  const facts = [...fields.matchAll(/^ {2}readonly (\w+)\?:/gm)].map(([, name = '']) => name)
  expect(facts.length).toBeGreaterThan(20)
  const askers = sources.filter(({ file, text }) => !file.startsWith('lambdas/law/') && text.includes('which-dates.ts'))
  expect(askers.length).toBeGreaterThan(5)
  const isGiven = (fact: string) => askers.some(({ text }) => new RegExp(`\\b${fact}\\b`).test(text))
  expect(facts.filter((fact) => !isGiven(fact) && !(fact in TO_BE_USED))).toEqual([])
})

function textOf(path: string): string {
  return sources.find(({ file }) => file === path)?.text ?? ''
}

it('the law and the cases hold nothing that only tests call', () => {
  const exported = sources
    .filter(({ file }) => /^lambdas\/(?:law|cases)\//.test(file))
    .flatMap(({ file, text }) =>
      [...text.matchAll(/^export (?:async )?(?:function\*?|const|class) (\w+)/gm)].map(([, name = '']) => ({
        file,
        name,
      })),
    )
  expect(exported.length).toBeGreaterThan(200)
  const uses = (text: string, name: string) => text.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0
  const unused = exported.filter(
    ({ file, name }) =>
      !(name in TO_BE_USED) && !sources.some((one) => uses(one.text, name) > (one.file === file ? 1 : 0)),
  )
  expect(unused).toEqual([])
})
