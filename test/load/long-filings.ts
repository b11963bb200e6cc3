import { sampleEnterprise } from '../../src/enterprise/schema.ts'
import { median } from './percentiles.ts'
import { residentMegabytes } from './process-cpu.ts'
import type { Json, ServiceUnderLoad } from './service-under-load.ts'

const MEASUREMENTS = 10_000
const POSITIONS = 500
const CASES = 5_000
const CAMPAIGNS = '/v1/environment-monitorings'
const SCREENINGS = '/v1/disease-screenings'

/**
 * The longest filings there may be, one at a time: how long each takes, and for how long at a stretch the service
 * served nobody else meanwhile, by its own measure of the event loop.
 */
export async function benchLongFilings(service: ServiceUnderLoad, rounds: number): Promise<void> {
  const examples = await examplesOf(service)
  await service.becomeClient({ name: 'bench health office', role: 'health-office', jurisdiction: { national: true } })
  for (const path of ['/v1/facilities', '/v1/monitoring-organisations']) {
    await service.expect(201, 'POST', path, examples(path))
  }
  await service.becomeClient({ name: 'bench long', role: 'enterprise', taxCode: sampleEnterprise.taxCode })

  console.log(`\nLongest filings: ${rounds} of each; medians, and the longest stretch of all`)
  console.table({
    [`${MEASUREMENTS} measurements`]: await timed(service, rounds, CAMPAIGNS, campaignFrom(examples(CAMPAIGNS))),
    [`${CASES} cases`]: await timed(service, rounds, SCREENINGS, screeningFrom(examples(SCREENINGS))),
  })
}

async function timed(
  service: ServiceUnderLoad,
  rounds: number,
  path: string,
  body: (serial: number) => Json,
): Promise<Record<string, string>> {
  const [seconds, stretches, memory, sizes]: number[][] = [[], [], [], []]
  for (let serial = 0; serial <= rounds; serial += 1) {
    const filing = await withConfirmations(service, path, body(serial))
    await longestStretch(service)
    const start = performance.now()
    await service.expect(201, 'POST', path, filing)
    // The first one of each is code that was never run.
    if (serial === 0) continue
    seconds?.push((performance.now() - start) / 1_000)
    stretches?.push(await longestStretch(service))
    memory?.push(residentMegabytes(service.pid))
    sizes?.push(JSON.stringify(filing).length / 1e6)
  }
  return {
    MB: median(sizes ?? []).toFixed(1),
    seconds: median(seconds ?? []).toFixed(2),
    'stretch ms, median': median(stretches ?? []).toFixed(0),
    'stretch ms, longest': Math.max(...(stretches ?? [])).toFixed(0),
    'resident MB, most': Math.max(...(memory ?? [])).toFixed(0),
  }
}

/** As a filer would: look first, and confirm what is improbable. */
async function withConfirmations(service: ServiceUnderLoad, path: string, body: Json): Promise<Json> {
  const answer = JSON.parse((await service.expect(200, 'POST', `${path}/validate`, body)).body) as {
    findings: { kind: string; rule: string; pointer: string; message: string }[]
    errors: unknown[]
  }
  const faults = [...answer.errors, ...answer.findings.filter(({ kind }) => kind === 'error')]
  if (faults.length > 0) throw new Error(`${path}: ${JSON.stringify(faults.slice(0, 3))}`)
  const warnings = answer.findings.filter(({ kind }) => kind === 'warning')
  const confirmations = warnings.map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã kiểm tra.' }))
  return { ...body, ...(confirmations.length === 0 ? {} : { confirmations }) }
}

/** Milliseconds since it was asked last. */
async function longestStretch(service: ServiceUnderLoad): Promise<number> {
  const { body } = await service.expect(200, 'GET', '/metrics')
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(body)?.[1]) * 1_000
}

/** The examples of the service's own document. */
async function examplesOf(service: ServiceUnderLoad): Promise<(path: string) => Json> {
  const { paths } = JSON.parse((await service.expect(200, 'GET', '/openapi.json')).body) as {
    paths: Record<string, { post: { requestBody: { content: Record<string, { example: Json }> } } }>
  }
  return (path) => paths[path]?.post.requestBody.content['application/json']?.example ?? {}
}

function campaignFrom(example: Json) {
  const {
    positions,
    measurements,
    report,
    summary: _printed,
    ...rest
  } = example as Json & {
    positions: [Json]
    measurements: [Json, Json]
    report: Json
  }
  return (serial: number): Json => ({
    ...rest,
    report: { ...report, number: `${serial}/MTLĐ` },
    positions: Array.from({ length: POSITIONS }, (_, index) => ({
      ...positions[0],
      positionId: `V${index}`,
      workers: 1,
    })),
    measurements: Array.from({ length: MEASUREMENTS }, (_, index) => ({
      ...measurements[index % 2],
      measurementId: `M${index}`,
      positionId: `V${index % POSITIONS}`,
      value: index % 2 === 0 ? 0.1 + (index % 971) / 10_000 : 70 + (index % 977) / 70,
      ...(index % 20 === 0 ? { value: 0.45, verdict: 'exceed' } : {}),
    })),
  })
}

function screeningFrom(example: Json) {
  const { cases, hazards, diseases, workforce, files, ...rest } = example as Json & {
    cases: [{ person: Json; certificate: Json }]
    hazards: [Json]
    diseases: [Json]
    workforce: Json
    files: Json
  }
  const people = { total: CASES, women: 0 }
  const [one] = cases
  return (serial: number): Json => ({
    ...rest,
    note: `Đợt ${serial}`,
    workforce: { ...workforce, total: 20_000 },
    persons: { exposed: people, examined: people },
    gynaecologyExamined: 0,
    hazards: [{ ...hazards[0], exposed: people, examined: people }],
    diseases: [{ ...diseases[0], examined: people, suspected: people, diagnosed: people }],
    files: { ...files, certificates: CASES, caseReports: CASES },
    healthClasses: [],
    cases: Array.from({ length: CASES }, (_, index) => ({
      ...one,
      caseId: `c${index}`,
      person: { ...one.person, identityNumber: String(serial * 100_000 + index).padStart(12, '0') },
      certificate: { ...one.certificate, number: `GK-${serial}-${index}` },
    })),
  })
}
