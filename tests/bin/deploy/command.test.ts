import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { cdkArguments } from '../../../bin/deploy/cdk-arguments.ts'

const PROGRAM = fileURLToPath(new URL('../../../bin/deploy.ts', import.meta.url))

function run(council: string | undefined, ...options: string[]) {
  const { COUNCIL: _council, ...env } = process.env
  return spawnSync(process.execPath, [PROGRAM, ...options], {
    env: { ...env, ...(council && { COUNCIL: council }) },
    encoding: 'utf8',
  })
}

describe('npm run deploy', () => {
  it.each([
    [undefined, 'Say which council is deployed'],
    ['nowhere', 'There is no council "nowhere"'],
    ['bath-and-north-east-somerset', '"bath-and-north-east-somerset" cannot be deployed'],
  ])('with COUNCIL %s says in a sentence why it does nothing', (council, sentence) => {
    const { status, stdout, stderr } = run(council, '--yes')
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(new RegExp(`^${sentence}.*\\n$`))
  })

  it('tells its options', () => {
    expect(run(undefined, '--help').stdout).toContain('  --yes     ')
  })
})

describe('what CDK is told', () => {
  it('lets it ask where there is a terminal', () => {
    expect(cdkArguments({ isTerminal: true, isAgreed: false })).toEqual(['deploy', '--all'])
  })

  it('lets it go on without asking only when that was agreed', () => {
    const agreed = ['deploy', '--all', '--require-approval', 'never']
    expect(cdkArguments({ isTerminal: false, isAgreed: true })).toEqual(agreed)
    expect(cdkArguments({ isTerminal: true, isAgreed: true })).toEqual(agreed)
  })

  it('is a sentence to a person, and nothing to CDK, where nobody can be asked', () => {
    expect(() => cdkArguments({ isTerminal: false, isAgreed: false })).toThrow(
      /^Nothing was deployed: .* "npm run deploy -- --yes"\.$/,
    )
  })
})
