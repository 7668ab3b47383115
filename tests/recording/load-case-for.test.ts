import { describe, expect, it } from 'vitest'
import { mayOpen } from '../../lambdas/cases/may-open.ts'
import { importsIn, sourceFiles } from '../architecture/source-imports.ts'

describe('who may open a case', () => {
  it('is everybody who reads cases, unless it is restricted to somebody else', () => {
    expect(mayOpen({ id: 'person-1' }, {})).toBe(true)
    expect(mayOpen({ id: 'person-1' }, { restrictedTo: ['person-2', 'person-1'] })).toBe(true)
    expect(mayOpen({ id: 'person-1' }, { restrictedTo: ['person-2'] })).toBe(false)
    expect(mayOpen({ id: 'person-1' }, { restrictedTo: [] })).toBe(false)
  })

  it('is asked of every case that a page or a recording comes to: there is one way to a case', () => {
    const imports = sourceFiles()
      .filter(({ file }) => /^lambdas\/(staff|recording)\//.test(file))
      .flatMap(({ file, text }) => importsIn(file, text))
    const loading = imports.filter(({ target }) => target === 'lambdas/cases/store/load-case-file.ts')
    expect(loading.map(({ file }) => file)).toEqual(['lambdas/recording/load-case-for.ts'])
  })
})
