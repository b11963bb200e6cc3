import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleAccident } from '../accident/sample.ts'
import type { Config } from '../config.ts'
import { DemoClient, type Json } from './demo-client.ts'
import { commutingAccident, demoEnterprises, quarryAccident, withMistakes } from './demo-filings.ts'
import { serve } from './serve.ts'

/** Starts the service, lets an office and three enterprises use it, and leaves it running. */
export async function demo(config: Config): Promise<void> {
  const { url } = await serve({ ...config, LOG_LEVEL: 'warn' })
  const admin = await DemoClient.withCredentials(url, credentialsOf(config))

  heading('1. Sở Nội vụ Thái Nguyên được cấp tài khoản')
  const office = await admin.newClient({
    name: 'Sở Nội vụ tỉnh Thái Nguyên',
    role: 'labour-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
  console.log('  Địa bàn: tỉnh Thái Nguyên (VN-2025:19)')

  heading('2. Đăng ký doanh nghiệp')
  const clients = new Map<string, DemoClient>()
  for (const enterprise of demoEnterprises) {
    await office.registerEnterprise(enterprise)
    clients.set(
      enterprise.taxCode,
      await office.newClient({ name: enterprise.name, role: 'enterprise', taxCode: enterprise.taxCode }),
    )
    console.log(`  ${enterprise.taxCode}  ${enterprise.name}`)
  }
  const [builder, quarry, garment] = demoEnterprises.map(({ taxCode }) => clients.get(taxCode))
  if (!builder || !quarry || !garment) throw new Error('the demonstration needs three enterprises')

  heading('3. Ngã cao chết người tại công trường')
  await fileAndShow(builder, sampleAccident)
  heading('4. Hai người bị thương nặng tại mỏ đá')
  await fileAndShow(quarry, quarryAccident)
  heading('5. Tai nạn trên đường đi làm')
  await fileAndShow(garment, commutingAccident)
  heading('6. Hồ sơ có sai sót: bị trả lời kèm điều luật và cách sửa')
  await fileAndShow(quarry, withMistakes)

  heading('7. Thống kê của Sở Nội vụ')
  const statistics = await office.get('/v1/statistics/accidents?by=class&measures=accidents,victims,deaths,serious')
  table(statistics.rows as Json[])
  console.log(`\nDịch vụ vẫn đang chạy tại ${url} — nhấn Ctrl-C để dừng.`)
}

/** The first administrator's, as the service keeps them. */
function credentialsOf(config: Config): { clientId: string; clientSecret: string } {
  const { KHAIBAO_BOOTSTRAP_CLIENT_ID: clientId, KHAIBAO_BOOTSTRAP_CLIENT_SECRET: clientSecret } = config
  if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret }
  return JSON.parse(readFileSync(join(config.dataDirectory, 'admin-client.json'), 'utf8'))
}

function heading(text: string): void {
  console.log(`\n\u001b[1m${text}\u001b[0m`)
}

async function fileAndShow(client: DemoClient, declaration: object): Promise<void> {
  const { status, body } = await client.file('/v1/accident-declarations', declaration)
  console.log(`  HTTP ${status}${body.id ? `  hồ sơ ${body.id}, phân loại: ${body.class}` : `  ${body.title}`}`)
  for (const error of (body.errors ?? []) as Json[]) console.log(`  [shape] ${error.pointer}: ${error.message}`)
  for (const finding of (body.findings ?? []) as Json[]) {
    const citations = (finding.citations as Json[]).map((citation) => citation.text).join('; ')
    console.log(`  [${finding.kind}] ${finding.rule} ${finding.pointer}: ${finding.message} (${citations})`)
    if (finding.fix) console.log(`      → ${finding.fix}`)
  }
  for (const due of (body.dueDates ?? []) as Json[]) console.log(`  Hạn ${due.dueAt ?? due.due ?? '—'}: ${due.text}`)
  if (body.receipt) console.log(`  Biên nhận: ${String(body.receipt).slice(0, 60)}…`)
}

function table(rows: readonly Json[]): void {
  console.table(
    rows.map(({ labels, ...row }) => {
      const names = Object.fromEntries(
        Object.entries(labels as Record<string, Json>).map(([key, text]) => [key, text.vi ?? text]),
      )
      return { ...row, ...names }
    }),
  )
}
