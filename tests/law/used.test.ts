import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What nothing calls yet, and what will. */
const TO_BE_USED: Readonly<Record<string, string>> = {
  holidayCoverageWarning: 'the nightly repair is to tell when the bank-holiday table ends',
}

it('the law and the cases hold nothing that only tests call', () => {
  const files = globSync(['lambdas/**/*.ts', 'bin/**/*.ts', 'lib/**/*.ts', 'local/**/*.ts'], { cwd: root })
  const sources = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
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
