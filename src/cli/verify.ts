import { accidentKind } from '../accident/kind.ts'
import type { Config } from '../config.ts'
import { verifyDeclarations } from '../declaration/verify.ts'
import { startService } from '../main.ts'

/** Ends with 1 when anything kept is not what was filed. */
export async function verify(config: Config): Promise<void> {
  const service = await startService({ ...config, PORT: 0, LOG_LEVEL: 'silent' }, (reason) => console.error(reason))
  try {
    const { declarations, acts, faults } = await verifyDeclarations(accidentKind, service.composition.declarations)
    for (const fault of faults) console.error(fault)
    console.log(`${declarations} declarations, ${acts} acts checked; ${faults.length} faults`)
    process.exitCode = faults.length === 0 ? 0 : 1
  } finally {
    await service.stop()
  }
}
