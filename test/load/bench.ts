import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { sampleAccident } from '../../src/accident/sample.ts'
import { sampleEnterprise } from '../../src/enterprise/schema.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { benchContradictions } from './contradictions.ts'
import { directPool, readWritten, type Written, writeDirectly } from './direct-writes.ts'
import { benchLongFilings } from './long-filings.ts'
import { makeAccidents } from './many-accidents.ts'
import { benchObligations } from './obligations.ts'
import { median } from './percentiles.ts'
import { hasPgbench, pgbenchRate } from './pgbench.ts'
import { residentMegabytes } from './process-cpu.ts'
import { type RoundResult, round } from './round.ts'
import { ServiceUnderLoad } from './service-under-load.ts'

/** Seconds a round, rounds of each way, connections of each way. */
const SECONDS = Number(process.env.BENCH_SECONDS ?? 5)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5)
const CONNECTIONS = Number(process.env.BENCH_CONNECTIONS ?? 8)
const ACCIDENTS = Number(process.env.BENCH_ACCIDENTS ?? 100_000)
const ENTERPRISES = Number(process.env.BENCH_ENTERPRISES ?? 10_000)
/** All parts, or those named. */
const PARTS = process.env.BENCH_PARTS?.split(',') ?? ['writes', 'long', 'reads', 'obligations', 'contradictions']
const LOAD = { connections: CONNECTIONS, seconds: SECONDS }

const directory = mkdtempSync(join(tmpdir(), 'khai-bao-bench-'))
const postgres = await startEmbeddedPostgres({ directory: join(directory, 'postgres') })
const service = await ServiceUnderLoad.start(postgres.url, join(directory, 'keys'), CONNECTIONS)
const pool = directPool(postgres.url, CONNECTIONS)
const owner = new pg.Client({ connectionString: postgres.url })
await owner.connect()
const backend = Number((await owner.query('select pg_backend_pid() as pid')).rows[0].pid)
const postmaster = Number(
  readFileSync(`/proc/${backend}/stat`, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ')[1],
)
let counter = 0

try {
  await enrol()
  await fileOne()
  const parts: Readonly<Record<string, () => Promise<void>>> = {
    writes: async () => benchWrites(await readWritten(new pg.Pool({ connectionString: postgres.url, max: 1 }))),
    long: () => benchLongFilings(service, ROUNDS),
    reads: benchReads,
    obligations: () => benchObligations(service, owner, ROUNDS),
    contradictions: () => benchContradictions(postgres.url, owner, ENTERPRISES),
  }
  for (const part of PARTS) await parts[part]?.()
} finally {
  await pool.end()
  await owner.end()
  await service.stop()
  await postgres.stop()
  rmSync(directory, { recursive: true, force: true })
}

async function enrol(): Promise<void> {
  await service.expect(201, 'POST', '/v1/enterprises', sampleEnterprise)
  await service.becomeClient({ name: 'bench', role: 'enterprise', taxCode: sampleEnterprise.taxCode })
}

/** Of a victim of its own each, or the second would be refused as a repetition. */
async function fileOne(): Promise<void> {
  const [victim] = sampleAccident.victims
  await service.expect(201, 'POST', '/v1/accident-declarations', {
    ...sampleAccident,
    victims: [{ ...victim, person: { ...victim.person, idNumber: serial() } }],
  })
}

function serial(): string {
  counter += 1
  return String(counter).padStart(12, '0')
}

async function benchWrites(written: Written): Promise<void> {
  const direct: RoundResult[] = []
  const http: RoundResult[] = []
  const native: number[] = []
  let memory = 0
  await round({ server: service.pid, postmaster }, LOAD, fileOne)
  for (let i = 0; i < ROUNDS; i += 1) {
    direct.push(await round({ server: null, postmaster }, LOAD, () => writeDirectly(pool, written)))
    http.push(await round({ server: service.pid, postmaster }, LOAD, fileOne))
    memory = Math.max(memory, residentMegabytes(service.pid))
    if (hasPgbench()) native.push(await pgbenchRate(postgres.url, directory, written, LOAD))
  }
  console.log(
    `\nFilings: ${ROUNDS} rounds of ${SECONDS} s each way in turn, ${CONNECTIONS} connections, durable commits; medians`,
  )
  console.table({ 'a direct call of the write function': summary(direct), 'c through HTTP': summary(http) })
  if (native.length > 0) console.log(`b  pgbench, the same call: ${median(native).toFixed(0)} a second`)
  const ratios = http.map((result, i) => result.rate / (direct[i]?.rate ?? Number.NaN))
  console.log(`c/a: ${median(ratios).toFixed(2)} (${ratios.map((ratio) => ratio.toFixed(2)).join(' ')})`)
  console.log(`resident memory of the service: at most ${memory.toFixed(0)} MB`)
}

function summary(results: readonly RoundResult[]): Record<string, string> {
  const of = (pick: (result: RoundResult) => number, digits = 0) => median(results.map(pick)).toFixed(digits)
  return {
    'a second': of(({ rate }) => rate),
    'p50 ms': of(({ p50 }) => p50, 2),
    'p95 ms': of(({ p95 }) => p95, 2),
    'p99 ms': of(({ p99 }) => p99, 2),
    'service µs': of(({ serverCpu }) => serverCpu),
    'PostgreSQL µs': of(({ postgresCpu }) => postgresCpu),
    'generator µs': of(({ generatorCpu }) => generatorCpu),
  }
}

async function benchReads(): Promise<void> {
  await makeAccidents(owner, ACCIDENTS)
  const parties = { server: service.pid, postmaster }
  const validate = await round(parties, LOAD, async () => {
    await service.expect(200, 'POST', '/v1/accident-declarations/validate', sampleAccident)
  })
  const pageOf50 = await round(parties, { ...LOAD, connections: 1 }, async () => {
    await service.expect(200, 'GET', '/v1/accident-declarations?limit=50')
  })
  await service.becomeClient({ name: 'bench office', role: 'labour-office', jurisdiction: { national: true } })
  const asOffice = (path: string) =>
    round(parties, { ...LOAD, connections: 1 }, async () => {
      await service.expect(200, 'GET', path)
    })
  const cube = '/v1/statistics/accidents?measures=accidents,victims,deaths&by='
  console.log(`\nReads over ${ACCIDENTS} accidents`)
  console.table({
    validate: summary([validate]),
    'page of 50, filer': summary([pageOf50]),
    'page of 50, national office': summary([await asOffice('/v1/accident-declarations?limit=50')]),
    'cube by province': summary([await asOffice(`${cube}province`)]),
    'cube by year and class': summary([await asOffice(`${cube}year,class`)]),
    'cube by sex of the victims': summary([await asOffice(`${cube}sex`)]),
  })
}
