import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '..')
const files = ['bin', 'lambdas', 'lib', 'tests', '.ci'].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[jt]s$/.test(path))
    .map((path) => ({ path: join(folder, path), text: readFileSync(join(ROOT, folder, path), 'utf8') })),
)
const importing = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ path }) => path)

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}
const packageFile = (folder: string) =>
  JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as PackageFile

describe('AWS on one machine is a package beside the service', () => {
  it('that is reached by its name and its exports, never by a path into its folder', () => {
    expect(importing(/^(?:import|export|\}).*\bfrom '(?:\.\.\/)+local\//m)).toEqual([])
  })

  it('that what is deployed does not know', () => {
    const users = importing(/\bfrom 'aws-on-one-machine/)
    expect(users).toContain('bin/local.ts')
    expect(users.filter((path) => /^(lambdas|lib)\//.test(path))).toEqual([])
  })

  it('that has the same version of each package that both use, so that one is installed', () => {
    const both = packageFile('.')
    const versions: Readonly<Record<string, string>> = { ...both.dependencies, ...both.devDependencies }
    const own = packageFile('local')
    const others = Object.entries({ ...own.dependencies, ...own.devDependencies })
      .filter(([name, version]) => (versions[name] ?? version) !== version)
      .map(([name]) => name)
    expect(others).toEqual([])
  })
})
