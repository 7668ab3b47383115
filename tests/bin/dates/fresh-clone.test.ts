import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

function npmRunDates(folder: string, words: readonly string[], input: string) {
  return spawnSync('npm', ['run', '-s', 'dates', ...words], { cwd: folder, input, encoding: 'utf8' })
}

describe('npm run -s dates', () => {
  it('writes nothing but the answer on standard output', () => {
    const { status, stdout } = npmRunDates(ROOT, ['--', '--notice-sent', '2026-06-30'], '')
    expect(stdout.startsWith('Contact the mediation adviser: by Sunday 30 August 2026\n')).toBe(true)
    expect(status).toBe(0)
  })

  it('writes nothing else there and leaves its input alone when it has to install packages first', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dates-fresh-clone-'))
    try {
      const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
      const clone = { name: 'clone', version: '1.0.0', private: true }
      mkdirSync(join(folder, '.ci'))
      copyFileSync(join(ROOT, '.ci/install.js'), join(folder, '.ci/install.js'))
      writeFileSync(
        join(folder, 'package.json'),
        JSON.stringify({ ...clone, scripts: { predates: scripts.predates, dates: 'node echo.cjs' } }),
      )
      writeFileSync(
        join(folder, 'package-lock.json'),
        JSON.stringify({ ...clone, lockfileVersion: 3, packages: { '': clone } }),
      )
      writeFileSync(join(folder, 'echo.cjs'), 'process.stdin.pipe(process.stdout)')
      const { status, stdout, stderr } = npmRunDates(folder, [], 'notice_sent\n2026-02-10\n')
      expect({ status, stdout }).toEqual({ status: 0, stdout: 'notice_sent\n2026-02-10\n' })
      expect(stderr).toContain('Installing packages')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
