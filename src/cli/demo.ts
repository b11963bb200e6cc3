import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sampleAccident } from '../accident/sample.ts'
import type { Config } from '../config.ts'
import { DemoClient } from './demo-client.ts'
import { commutingAccident, demoEnterprises, quarryAccident, withMistakes } from './demo-filings.ts'
import { heading, say, showFiling, showRows } from './demo-print.ts'
import { demoQuarry } from './demo-quarry.ts'
import { serve } from './serve.ts'

/** Starts the service, lets offices, enterprises and those who examine and monitor use it, and leaves it running. */
export async function demo(config: Config): Promise<void> {
  const { url } = await serve({ ...config, LOG_LEVEL: 'warn' })
  const admin = await DemoClient.withCredentials(url, credentialsOf(config))

  heading('Sở Nội vụ Thái Nguyên được cấp tài khoản')
  const office = await admin.newClient({
    name: 'Sở Nội vụ tỉnh Thái Nguyên',
    role: 'labour-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
  say('Địa bàn: tỉnh Thái Nguyên (VN-2025:19)')

  heading('Đăng ký doanh nghiệp')
  const registered: { client: DemoClient; id: string }[] = []
  for (const enterprise of demoEnterprises) {
    const { taxCode, name } = enterprise
    const { id } = await office.register('/v1/enterprises', enterprise)
    registered.push({ client: await office.newClient({ name, role: 'enterprise', taxCode }), id: String(id) })
    say(`${taxCode}  ${name}`)
  }
  const [builder, quarry, garment] = registered
  if (!builder || !quarry || !garment) throw new Error('the demonstration needs three enterprises')

  heading('Ngã cao chết người tại công trường')
  await fileAccident(builder.client, sampleAccident)
  heading('Hai người bị thương nặng tại mỏ đá')
  await fileAccident(quarry.client, quarryAccident)
  heading('Tai nạn trên đường đi làm')
  await fileAccident(garment.client, commutingAccident)
  heading('Hồ sơ có sai sót: bị trả lời kèm điều luật và cách sửa')
  await fileAccident(quarry.client, withMistakes)

  heading('Thống kê tai nạn của Sở Nội vụ')
  showRows(await office.get('/v1/statistics/accidents?by=class&measures=accidents,victims,deaths,serious'))

  await demoQuarry({ admin, office, quarry: quarry.client, quarryId: quarry.id })
  console.log(`\nDịch vụ vẫn đang chạy tại ${url} — nhấn Ctrl-C để dừng.`)
}

/** The first administrator's, as the service keeps them. */
function credentialsOf(config: Config): { clientId: string; clientSecret: string } {
  const { KHAIBAO_BOOTSTRAP_CLIENT_ID: clientId, KHAIBAO_BOOTSTRAP_CLIENT_SECRET: clientSecret } = config
  if (clientId !== undefined && clientSecret !== undefined) return { clientId, clientSecret }
  return JSON.parse(readFileSync(join(config.dataDirectory, 'admin-client.json'), 'utf8'))
}

async function fileAccident(client: DemoClient, declaration: object): Promise<void> {
  showFiling(await client.file('/v1/accident-declarations', declaration))
}
