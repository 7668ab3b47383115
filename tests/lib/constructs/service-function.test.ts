import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { App, Duration, Stack } from 'aws-cdk-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Council } from '../../../lambdas/cases/council.ts'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { LETTER_FILES, SHAPER_FILES } from '../../../lambdas/messages/letter/letter-fonts.ts'
import { ServiceFunction } from '../../../lib/constructs/service-function.ts'
import { loadCouncil } from '../../../lib/councils/council-schema.ts'
import { letterOf, paperFor } from '../../messages/letter/letters-for-tests.ts'
import { SITUATIONS } from '../../messages/situations.ts'

/** Outside the project, so that nothing is found in the project's own node_modules. */
const folder = mkdtempSync(join(tmpdir(), 'service-function-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a function that imports a part of the council', () => {
  const FILE = new URL('../../../lib/councils/bath-and-north-east-somerset.json', import.meta.url)
  const bundled = (name: string, changed: Partial<Council> = {}) => {
    const councilFile = join(folder, `${name}.json`)
    writeFileSync(councilFile, JSON.stringify({ ...loadCouncil(FILE), ...changed }))
    const app = new App({ outdir: join(folder, name) })
    new ServiceFunction(new Stack(app, 'Council'), 'NameTheAdviser', {
      handler: '../tests/lib/constructs/name-the-adviser',
      description: 'Names the mediation adviser',
      schema: {},
      environment: {},
      councilFile,
      timeout: Duration.seconds(3),
    })
    return bundleOf(app.synth().directory)
  }
  const adviser = { name: 'Another Adviser', phone: '01632 960200', email: 'adviser@example.org' }
  let bath: string
  let another: string
  beforeAll(() => {
    bath = bundled('bath')
    another = bundled('another', { providers: { mediationAdviser: adviser } })
  })

  it("has the council's own words in its bundle", async () => {
    const nameIn = async (bundle: string) =>
      ((await import(pathToFileURL(join(bundle, 'index.mjs')).href)) as { handler: () => string }).handler()
    expect(await nameIn(bath)).toBe('Global Mediation')
    expect(await nameIn(another)).toBe('Another Adviser')
  })

  it('has nothing else of the file', () => {
    expect(readFileSync(join(bath, 'index.mjs'), 'utf8')).not.toMatch(/officer|bathnes|keepOpenMonths/)
  })

  it('is deployed again when that part has changed, and only then', () => {
    expect(basename(another)).not.toBe(basename(bath))
    // Other letters in the file can give the bundle's own names other letters, so a number is changed.
    const { ownTimes } = loadCouncil(FILE)
    const later = { ...ownTimes, keepOpenMonths: ownTimes.keepOpenMonths + 1 }
    expect(basename(bundled('later', { ownTimes: later }))).toBe(basename(bath))
  })
})

/** The folder that is deployed: its name has the hash of what is in it. */
function bundleOf(directory: string): string {
  return join(directory, readdirSync(directory).find((name) => name.startsWith('asset.')) ?? '')
}

describe('a function with large packages that few requests need', () => {
  let bundle: string
  beforeAll(() => {
    const app = new App({ outdir: join(folder, 'cdk.out') })
    new ServiceFunction(new Stack(app, 'Letters'), 'PrintALetter', {
      handler: '../tests/lib/constructs/print-a-letter',
      description: 'Prints a letter',
      schema: {},
      environment: {},
      timeout: Duration.seconds(30),
      files: LETTER_FILES,
      filesBesideTheCode: SHAPER_FILES,
    })
    bundle = bundleOf(app.synth().directory)
  })

  it.each([
    ['', 'Zuleika Quorn'],
    [' in a script that has to be shaped', 'محمد عبد الله'],
  ])('prints the same letter from its bundle alone as from the source, to a name%s', async (_script, name) => {
    const usual = SITUATIONS['rights, certificate needed'] as Parameters<typeof paperFor>[0]
    const situation = { ...usual, contact: { ...usual.contact, name } }
    const event = { content: composeMessage(situation).content, paper: paperFor(situation) }
    const run = `
      const { handler } = await import(${JSON.stringify(pathToFileURL(join(bundle, 'index.mjs')).href)})
      process.stdout.write(await handler(${JSON.stringify(event)}))`
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', run], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    expect(stdout).toBe(Buffer.from(await letterOf(situation)).toString('base64'))
  })

  it('keeps them out of what is read when it starts', () => {
    expect(statSync(join(bundle, 'index.mjs')).size).toBeLessThan(50_000)
  })

  it('takes the licence of the font with the font', () => {
    expect(readdirSync(join(bundle, 'node_modules/@expo-google-fonts/noto-sans'))).toContain('LICENSE_FONT')
  })
})
