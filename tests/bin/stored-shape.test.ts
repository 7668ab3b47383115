import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { requireOurShape } from '../../bin/local/stored-shape.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stored-shape-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a data folder', () => {
  it('that is new is noted as ours, and goes on', () => {
    const data = join(folder, 'new')
    requireOurShape(data)
    writeFileSync(join(data, 'service.sqlite'), '')
    expect(() => requireOurShape(data)).not.toThrow()
  })

  it('with cases from before shapes were noted is refused in a sentence that names --fresh', () => {
    writeFileSync(join(folder, 'service.sqlite'), '')
    expect(() => requireOurShape(folder)).toThrow(/^The cases in .* remove them with --fresh.*\.$/)
  })

  it('of another shape is refused', () => {
    writeFileSync(join(folder, 'stored-shape'), '1\n')
    expect(() => requireOurShape(folder)).toThrow('--fresh')
  })

  it('that holds other things but no cases is taken', () => {
    mkdirSync(join(folder, 'mutation'))
    expect(() => requireOurShape(folder)).not.toThrow()
  })
})
