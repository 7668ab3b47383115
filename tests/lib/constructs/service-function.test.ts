import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { App, Duration, Stack } from 'aws-cdk-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { composeMessage } from '../../../lambdas/messages/compose-message.ts'
import { LETTER_FILES } from '../../../lambdas/messages/letter/letter-fonts.ts'
import { ServiceFunction } from '../../../lib/constructs/service-function.ts'
import { letterOf, paperFor } from '../../messages/letter/letters-for-tests.ts'
import { SITUATIONS } from '../../messages/situations.ts'

/** Outside the project, so that nothing is found in the project's own node_modules. */
const folder = mkdtempSync(join(tmpdir(), 'service-function-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

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
    })
    const { directory } = app.synth()
    const asset = readdirSync(directory).find((name) => name.startsWith('asset.')) ?? ''
    bundle = join(directory, asset)
  })

  it('prints the same letter from its bundle alone as from the source', async () => {
    const situation = SITUATIONS['rights, certificate needed'] as Parameters<typeof paperFor>[0]
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
