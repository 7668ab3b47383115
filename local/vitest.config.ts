import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'local',
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A process keeps what it has loaded from one file to the next: no test changes what another one loads.
    isolate: false,
    // One waits for a child process or its own threads for part of its time.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
  },
})
