import type { Config } from '../config.ts'
import { verifyDeclarations } from '../declaration/verify.ts'
import { postgresStorage } from '../file/postgres-storage.ts'
import { verifyFiles } from '../file/verify.ts'
import { KINDS } from '../kinds.ts'
import { startService } from '../main.ts'

/** Ends with 1 when anything kept is not what was filed. */
export async function verify(config: Config): Promise<void> {
  const service = await startService({ ...config, PORT: 0, LOG_LEVEL: 'silent' }, (reason) => console.error(reason))
  try {
    const deps = service.composition.declarations
    const storage = postgresStorage(deps)
    let [declarations, acts, files, faults] = [0, 0, 0, 0]
    for (const kind of KINDS) {
      const filed = await verifyDeclarations(kind, deps)
      const attached = await verifyFiles(kind, { ...deps, storage })
      for (const fault of [...filed.faults, ...attached.faults]) console.error(fault)
      declarations += filed.declarations
      acts += filed.acts
      files += attached.files
      faults += filed.faults.length + attached.faults.length
    }
    console.log(`${declarations} declarations, ${acts} acts, ${files} files checked; ${faults} faults`)
    process.exitCode = faults === 0 ? 0 : 1
  } finally {
    await service.stop()
  }
}
