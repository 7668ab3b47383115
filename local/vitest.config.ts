import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    name: 'local',
    include: ['tests/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // A process keeps what it has loaded from one file to the next: no test changes what another one loads.
    isolate: false,
    // As many as there are cores: vitest leaves one of them free unless it is told not to.
    maxWorkers: '100%',
  },
})
