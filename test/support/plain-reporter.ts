import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with the one plain line that people and machines both read. */
export default class PlainReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      let brokenModule = module.errors().length > 0
      for (const test of module.children.allTests()) {
        const state = test.result().state
        if (state === 'passed') count.passed += 1
        else if (state === 'failed') {
          count.failed += 1
          brokenModule = false
        } else count.skipped += 1
      }
      if (brokenModule) count.failed += 1
    }
    const skipped = count.skipped > 0 ? `, ${count.skipped} skipped` : ''
    process.stdout.write(`\n${count.passed} passed, ${count.failed} failed${skipped}\n`)
  }
}
