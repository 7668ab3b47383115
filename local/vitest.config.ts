import { defineConfig } from 'vitest/config'

/** What takes longest. With SAMPLE=drawn a run has one of them, by SEED; by itself it has all. */
const LONGEST = ['tests/command.test.ts', 'tests/service.test.ts', 'tests/step-functions/kill.test.ts']
const { SAMPLE, SEED } = process.env
const leftOut = SAMPLE === 'drawn' ? LONGEST.filter((_, index) => index !== Number(SEED) % LONGEST.length) : []

export default defineConfig({
  test: {
    name: 'local',
    include: ['tests/**/*.test.ts'],
    exclude: leftOut,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A process keeps what it has loaded from one file to the next: no test changes what another one loads.
    isolate: false,
    // As many as there are cores: vitest leaves one of them free unless it is told not to.
    maxWorkers: '100%',
  },
})
