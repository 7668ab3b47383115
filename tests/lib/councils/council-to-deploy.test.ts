import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { councilFile, councilIdOf, councilToDeploy } from '../../../lib/councils/council-to-deploy.ts'

const APP = fileURLToPath(new URL('../../../bin/app.ts', import.meta.url))

describe('a deployment is refused', () => {
  it.each([
    ['without COUNCIL', undefined, 'Say which council is deployed: set COUNCIL to the name of its file'],
    ['with an empty COUNCIL', '', 'Say which council is deployed'],
    [
      'for a council that is not there',
      'bath',
      'There is no council "bath": lib/councils has no file "bath.json". It has',
    ],
    ['for a path', '../councils/bath-and-north-east-somerset', 'There is no council "../councils/bath'],
    [
      'for a council whose file does not say where',
      'bath-and-north-east-somerset',
      '"bath-and-north-east-somerset" cannot be deployed: lib/councils/bath-and-north-east-somerset.json has no "deployment".',
    ],
  ])('%s', (_name, id, message) => {
    expect(() => councilToDeploy(id)).toThrow(message)
  })

  it('in a sentence and no stack trace, by the app that CDK runs', () => {
    const { COUNCIL: _council, FOR_THIS_MACHINE: _machine, ...env } = process.env
    const { status, stderr, stdout } = spawnSync(process.execPath, [APP], { env, encoding: 'utf8' })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toBe(
      'Say which council is deployed: set COUNCIL to the name of its file in lib/councils, without ".json".\n',
    )
  })
})

it("a council's id is the name of its file", () => {
  expect(councilIdOf(councilFile('bath-and-north-east-somerset'))).toBe('bath-and-north-east-somerset')
  for (const name of ['Bath', '1-council', 'a council', 'x'.repeat(41)]) {
    expect(() => councilIdOf(new URL(`file:///councils/${encodeURIComponent(name)}.json`))).toThrow(
      `The council's file "${name}.json" cannot be used`,
    )
  }
})
