import type { Config } from '../config.ts'
import { verifyDeclarations } from '../declaration/verify.ts'
import { KINDS } from '../kinds.ts'
import { startService } from '../main.ts'

/** Ends with 1 when anything kept is not what was filed. */
export async function verify(config: Config): Promise<void> {
  const service = await startService({ ...config, PORT: 0, LOG_LEVEL: 'silent' }, (reason) => console.error(reason))
  try {
    let [declarations, acts, faults] = [0, 0, 0]
    for (const kind of KINDS) {
      const found = await verifyDeclarations(kind, service.composition.declarations)
      for (const fault of found.faults) console.error(fault)
      declarations += found.declarations
      acts += found.acts
      faults += found.faults.length
    }
    console.log(`${declarations} declarations, ${acts} acts checked; ${faults} faults`)
    process.exitCode = faults === 0 ? 0 : 1
  } finally {
    await service.stop()
  }
}
