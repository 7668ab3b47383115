import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { resolveAssembly } from '../../assembly/resolve-resources.ts'
import { functionsOfTemplate } from '../../lambda/functions-of-template.ts'

const folder = mkdtempSync(join(tmpdir(), 'functions-of-template-'))
afterAll(() => rmSync(folder, { recursive: true }))

function functionWith(variables: Readonly<Record<string, string>>) {
  const Properties = {
    Runtime: 'nodejs24.x',
    Handler: 'index.handler',
    Code: { ZipFile: 'exports.handler = async () => 1' },
    Environment: { Variables: variables },
  }
  const template = { Resources: { F: { Type: 'AWS::Lambda::Function', Properties } } }
  const stack = { name: 'Stack', accountId: undefined, region: undefined, template, assets: new Map<string, string>() }
  const { resources } = resolveAssembly([stack], {
    region: 'eu-west-2',
    accountId: '000000000000',
    apiUrl: 'http://127.0.0.1:3000',
  })
  return functionsOfTemplate(resources, folder)[0]
}

/** Lambda's message for an environment that is too long ends with what it measured: `String measured: {"A":"..."}`. */
describe('the environment of a function', () => {
  const frame = '{"A":""}'.length

  it('may be 4,096 bytes long, as one JSON object', () => {
    const A = 'x'.repeat(4096 - frame)
    expect(functionWith({ A })?.environment).toEqual({ A })
  })

  it('may not be longer, which is told with the name of the function and the size', () => {
    expect(() => functionWith({ A: 'x'.repeat(4097 - frame) })).toThrow(
      'Stack Stack, resource F (AWS::Lambda::Function): the local service does not support its property Environment.Variables: the variables of the function Stack-F take 4097 bytes, and Lambda takes 4096 at most.',
    )
  })

  it('is counted in bytes, with what JSON adds', () => {
    expect(() => functionWith({ A: 'é'.repeat((4096 - frame) / 2 + 1) })).toThrow('take 4098 bytes')
    expect(() => functionWith({ A: '"'.repeat((4096 - frame) / 2 + 1) })).toThrow('take 4098 bytes')
  })
})
