import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { startLocalProcess } from '../../bin/demo/local-process.ts'

const PROGRAM = fileURLToPath(new URL('../../bin/local.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'program-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the program behind npm start', () => {
  it('says where everything is, and stops cleanly on Ctrl-C', async () => {
    const printed: string[] = []
    const { process: program, addresses } = await startLocalProcess({
      assemblyDirectory: inject('assembly'),
      dataDirectory: join(folder, 'data'),
      port: 0,
      startAt: '2026-09-01T09:00',
      onOutput: (line) => printed.push(line),
    })
    await expect.poll(() => printed.at(-1)).toMatch(/^The clock shows 2026-09-01T08:00:/)
    expect(printed.join('\n')).toMatch(
      /Staff service {2}http:\/\/127\.0\.0\.1:\d+\/\nFor families {3}http:.*\/help\nMailbox {8}http:.*\/mailbox\nConsole {8}http:.*\/console\nData folder {4}\//,
    )
    expect((await fetch(`${addresses.staff}/help`)).status).toBe(200)
    program.kill('SIGINT')
    expect(await once(program, 'exit')).toEqual([0, null])
    expect(printed).toContain('Stopping...')
  })

  it('tells its options', () => {
    const { stdout, status } = spawnSync(process.execPath, [PROGRAM, '--help'], { encoding: 'utf8' })
    expect(status).toBe(0)
    for (const option of ['port', 'data', 'fresh', 'start-at', 'assembly', 'help'])
      expect(stdout).toContain(`\n  --${option} `)
  })
})
