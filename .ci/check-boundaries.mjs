// Runs the boundary rules and makes sure that modules were really read: a parser that fails reads none and passes.
import { readdirSync } from 'node:fs'
import { cruise } from 'dependency-cruiser'
import options from '../.dependency-cruiser.cjs'

const sources = readdirSync('src', { recursive: true }).filter((file) => String(file).endsWith('.ts')).length
const { output } = await cruise(['src'], {
  ...options.options,
  ruleSet: { forbidden: options.forbidden },
  validate: true,
})
const { violations, totalCruised } = output.summary

for (const { rule, from, to } of violations) console.error(`${rule.name}: ${from} -> ${to}`)
console.log(`${sources} source files, ${totalCruised} modules cruised, ${violations.length} violations`)
if (violations.length > 0 || totalCruised < sources) process.exitCode = 1
