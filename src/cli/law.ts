import { resolve } from 'node:path'
import type { Config } from '../config.ts'
import { tableName } from '../reference/built-in-tables.ts'
import { mergedRows, supplyFrom } from '../reference/supplied-data.ts'

const USAGE = 'usage: khai-bao law check [directory]; the directory is KHAIBAO_LAW_DIR when left out'

/** `law check [directory]`: whether the service would start with these data. Ends with 1 when it would not. */
export async function law(config: Config): Promise<void> {
  const [what, named] = process.argv.slice(3)
  const directory = named === undefined ? config.lawDirectory : resolve(named)
  if (what !== 'check' || directory === null) throw new Error(USAGE)
  const { files, hash } = supplyFrom(directory)
  // Loaded only now, because loading it reads tables.
  const { faultsOfData } = await import('../data-faults.ts')
  const faults = faultsOfData()
  if (faults.length > 0) {
    console.error(`${directory}: ${faults.length} faults`)
    for (const fault of faults) console.error(`  ${fault}`)
    process.exitCode = 1
    return
  }
  console.log(`${directory}: no faults; hash ${hash ?? 'none, as there is no table'}`)
  for (const { name } of files) {
    const { added, replaced } = mergedRows().get(tableName(name)) ?? { added: 0, replaced: 0 }
    console.log(`  ${name}: ${added} rows added, ${replaced} replaced`)
  }
}
