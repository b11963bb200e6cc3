import { defineConfig } from 'vitest/config'

/** They give the process other law for good, so each has one of its own. */
const OTHER_LAW = 'test/unit/law/**/*{office,supplied,wrong}*.test.ts'

export default defineConfig({
  test: {
    reporters: ['default', './test/support/plain-reporter.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'service',
          include: ['test/{unit,contract,integration,property,acceptance}/**/*.test.ts'],
          exclude: [OTHER_LAW],
          globalSetup: ['test/support/global-setup.ts'],
          // Loading the service anew for each file took as long as a third of all tests.
          isolate: false,
        },
      },
      { extends: true, test: { name: 'other law', include: [OTHER_LAW] } },
    ],
  },
})
