import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { randomFrom } from '../../bin/demo/random.ts'
import { crashesFrom, tellWithCrashes } from '../../bin/demo/tell-with-crashes.ts'

/** `npm run prove:crashes` does this at least 50 times, with seeds of its own. */
const SEEDS = [20260210, 20260901]
const KILLS = 3

describe('five families, told while the service is killed and started again', () => {
  it.each(SEEDS)('end as the law says, with nothing lost (seed %i)', { timeout: 120_000 }, async (seed) => {
    const dataDirectory = mkdtempSync(join(tmpdir(), 'crashes-'))
    try {
      const crashes = crashesFrom(randomFrom(seed), KILLS)
      const { checked, kills } = await tellWithCrashes(
        { assemblyDirectory: inject('assembly'), dataDirectory },
        crashes,
      )
      expect(kills).toBe(KILLS)
      for (const { story, problems } of checked) expect(problems, story.family).toEqual([])
      const again = checked.flatMap(({ sentAgain }) => sentAgain)
      expect(again.reduce((total, { times }) => total + times - 1, 0)).toBeLessThanOrEqual(kills)
    } finally {
      rmSync(dataDirectory, { recursive: true, force: true })
    }
  })
})
