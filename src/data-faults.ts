// The parts of the application read the tables they need when they are loaded.
import './app.ts'
import { builtInLimits } from './law/exposure/limit-book.ts'
import { checkReferenceIntegrity } from './reference/integrity.ts'
import { suppliedFaults, unreadTables } from './reference/supplied-data.ts'
import { describeFault } from './reference/table-row.ts'

/**
 * What is wrong with the data that filings are judged by, those of the release and those the office supplied, one
 * sentence each; empty when all is well. Reads every table. A service that judges by broken data must not run.
 * @throws Error when nothing reads a table the office may supply: a defect of ours.
 */
export function faultsOfData(): readonly string[] {
  builtInLimits()
  const inconsistent = checkReferenceIntegrity()
  const supplied = suppliedFaults().map((fault) => {
    const { vi, en } = describeFault(fault)
    return `${vi}\n    ${en}`
  })
  const unread = unreadTables()
  if (supplied.length === 0 && unread.length > 0) throw new Error(`nothing reads ${unread.join(', ')}`)
  return [...supplied, ...inconsistent]
}
