import { defineConfig } from 'vitest/config'
import base from './vitest.config.ts'

/** Kills servers, fills disks and takes its time; not part of `npm test`. */
export default defineConfig({
  test: {
    ...base.test,
    include: ['test/chaos/**/*.test.ts'],
    maxWorkers: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
