import { Durations } from './percentiles.ts'
import { cpuOf, cpuOfFamily } from './process-cpu.ts'

export interface Parties {
  /** Null where no server of ours takes part. */
  readonly server: number | null
  readonly postmaster: number
}

export interface RoundResult {
  readonly count: number
  readonly rate: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Microseconds of CPU for each filing. */
  readonly serverCpu: number
  readonly postgresCpu: number
  readonly generatorCpu: number
}

/** Lets `connections` workers do `one` again and again for a time. */
export async function round(
  parties: Parties,
  { connections, seconds }: { connections: number; seconds: number },
  one: () => Promise<void>,
): Promise<RoundResult> {
  const durations = new Durations()
  const before = {
    server: cpuOf(parties.server ?? 0),
    postgres: cpuOfFamily(parties.postmaster),
    own: process.cpuUsage(),
  }
  const start = performance.now()
  const end = start + seconds * 1_000
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let now = performance.now(); now < end; ) {
        await one()
        const after = performance.now()
        durations.add(after - now)
        now = after
      }
    }),
  )
  const elapsed = (performance.now() - start) / 1_000
  const own = process.cpuUsage(before.own)
  const each = (cpuSeconds: number) => (cpuSeconds * 1e6) / durations.count
  return {
    count: durations.count,
    rate: durations.count / elapsed,
    p50: durations.percentile(0.5),
    p95: durations.percentile(0.95),
    p99: durations.percentile(0.99),
    serverCpu: parties.server === null ? 0 : each(cpuOf(parties.server) - before.server),
    postgresCpu: each(cpuOfFamily(parties.postmaster) - before.postgres),
    generatorCpu: each((own.user + own.system) / 1e6),
  }
}
