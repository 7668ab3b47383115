import { describe, expect, it } from 'vitest'
import { benchInputs } from './inputs.ts'
import { appealByDateFns } from './with-date-fns.ts'
import { appealByEngine } from './with-engine.ts'
import { appealByJsJoda } from './with-js-joda.ts'
import { appealByLuxon } from './with-luxon.ts'

describe('the task of the benchmark', () => {
  it('has one answer for each input, whichever library works it out', () => {
    for (const input of benchInputs(2000)) {
      const expected = { input, ...appealByEngine(input) }
      expect({ input, ...appealByLuxon(input) }).toEqual(expected)
      expect({ input, ...appealByDateFns(input) }).toEqual(expected)
      expect({ input, ...appealByJsJoda(input) }).toEqual(expected)
    }
  })
})
