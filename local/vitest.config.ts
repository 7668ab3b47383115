import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { name: 'local', include: ['tests/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 120_000, isolate: false },
})
