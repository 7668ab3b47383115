import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const time = { testTimeout: 30_000, hookTimeout: 120_000 }
const needsTheApp = ['tests/lib/**/*.test.ts', 'tests/journeys/**/*.test.ts', 'tests/bin/local.test.ts']

export default defineConfig({
  test: {
    projects: [
      // A package with a configuration of its own.
      'local',
      {
        // Bundles have the council's own file instead: lib/constructs/service-function.ts.
        resolve: { alias: { '#council': fileURLToPath(new URL('tests/council-for-tests.ts', import.meta.url)) } },
        test: { ...time, name: 'parts', include: ['tests/**/*.test.ts'], exclude: needsTheApp },
      },
      {
        test: {
          ...time,
          name: 'whole',
          include: needsTheApp,
          // Synthesizes the app once for all of them.
          globalSetup: ['tests/synthesized-app.ts'],
        },
      },
    ],
  },
})
