import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The tests that take longest, and so come last: most mutants are found before them. */
const SLOW = ['explanations', 'properties', 'proof']

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const slowness = ({ moduleId }: TestSpecification) => SLOW.findIndex((name) => moduleId.includes(name))
    return [...files].sort((a, b) => slowness(a) - slowness(b) || a.moduleId.localeCompare(b.moduleId))
  }
}

/**
 * The tests that mutants of the law are tried on: those of the rules. Left out are the ones that start other processes
 * or read the source, which a mutant cannot change, and the comparison with other libraries.
 */
export default defineConfig({
  test: {
    // A slow machine must not look like a test that found the mutant; Stryker itself stops what never ends.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    include: ['tests/law/**/*.test.ts'],
    // The same sample for each mutant.
    provide: { seed: 28 },
    exclude: [
      'tests/law/asked-by-name.test.ts',
      'tests/law/judgement-page.test.ts',
      'tests/law/only-the-law-counts-days.test.ts',
      'tests/law/purity.test.ts',
      'tests/law/used.test.ts',
      'tests/law/bench/**',
    ],
    sequence: { sequencer: QuickFirst },
  },
})
