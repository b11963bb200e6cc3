import type { CorpusReport, DuplicateCorpus } from '../../support/duplicate-corpus.ts'
import { sample } from '../../support/parties.ts'
import type { Json, TestClient, TestService } from '../../support/service.ts'
import { validTaxCode } from '../../support/tax-codes.ts'

export interface FiledCorpus {
  readonly office: TestClient
  /** Ids of the declarations, in the order of the reports. */
  readonly ids: readonly string[]
}

/** Files a whole corpus through the service, by an office on behalf of each enterprise. */
export async function fileCorpus(
  service: TestService,
  { enterprises, reports }: DuplicateCorpus,
): Promise<FiledCorpus> {
  const office = await service.admin.newClient({ name: 'Bộ', role: 'labour-office', jurisdiction: { national: true } })
  const tenants: string[] = []
  for (const [n, { name, commune }] of enterprises.entries()) {
    const headOffice = { scheme: 'VN-2025', code: commune }
    const body = { taxCode: validTaxCode(n), name, headOffice, workers: 120, women: 30 }
    tenants.push(String((await office.expect(201, 'post', '/v1/enterprises', body)).body.id))
  }
  const ids: string[] = []
  for (const { report } of reports) {
    const enterpriseId = tenants[report.enterprise] ?? ''
    ids.push(
      await fileConfirmed(office, { ...declarationOf(report, enterprises), onBehalf: { ...ON_BEHALF, enterpriseId } }),
    )
  }
  return { office, ids }
}

const ON_BEHALF = { channel: 'PHONE', source: 'Điện thoại của cơ sở' }

/** Files, and confirms whatever was improbable. */
export async function fileConfirmed(client: TestClient, declaration: Json): Promise<string> {
  const first = await client.file(declaration)
  if (first.status === 201) return String(first.body.id)
  const confirmations = ((first.body.findings ?? []) as { rule: string; kind: string; pointer: string }[])
    .filter(({ kind }) => kind === 'warning')
    .map(({ rule, pointer }) => ({ rule, pointer, reason: 'Đã kiểm tra.' }))
  const again = await client.file({ ...declaration, confirmations })
  if (again.status !== 201) throw new Error(`${again.status} ${again.text}`)
  return String(again.body.id)
}

function declarationOf(report: CorpusReport, enterprises: DuplicateCorpus['enterprises']): Json {
  const { declarant, accident } = sample()
  const nameOf = (n: number) => ({ name: enterprises[n]?.name, taxCode: validTaxCode(n) })
  return {
    preliminary: true,
    accident: {
      occurredAt: report.occurredAt,
      knownAt: report.occurredAt,
      declaredAt: report.occurredAt,
      place: {
        unit: { scheme: 'VN-2025', code: report.unit },
        address: report.address,
        ...(report.premisesOwner === undefined
          ? {}
          : { premises: 'other-employer', premisesOwner: nameOf(report.premisesOwner) }),
      },
      narrative: accident.narrative,
      context: 'at-work',
    },
    ...(report.casualties === undefined
      ? {
          victims: report.victims.map(({ person, condition, employer }) => ({
            person,
            condition,
            employmentRelation: 'fixed-term-contract',
            ...(condition === 'dead' ? { death: { mode: 'A', at: report.occurredAt } } : {}),
            ...(condition === 'serious' ? { injuries: ['011'] } : {}),
            ...(employer === undefined ? {} : { employer: { ...nameOf(employer), outsideManagement: true } }),
          })),
        }
      : { casualties: report.casualties }),
    declarant,
  }
}
