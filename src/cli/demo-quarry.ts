import { sampleFacility, sampleMonitoringOrganisation } from '../provider/sample.ts'
import type { DemoAnswer, DemoClient, Json } from './demo-client.ts'
import { heading, say, showAct, showFiling, showRows } from './demo-print.ts'
import { quarryCampaign, quarryCampaignAmended, quarryScreening } from './demo-quarry-filings.ts'

const CAMPAIGNS = '/v1/environment-monitorings'
const SCREENINGS = '/v1/disease-screenings'
const YEAR = 'from=2026-01-01&to=2026-12-31'

export interface QuarryParties {
  readonly admin: DemoClient
  readonly office: DemoClient
  readonly quarry: DemoClient
  readonly quarryId: string
}

/** A quarry with silica dust and noise: monitored, exceeding, screened, two cases found. */
export async function demoQuarry({ admin, office, quarry, quarryId }: QuarryParties): Promise<void> {
  heading('Sở Y tế ghi sổ cơ sở khám và tổ chức quan trắc; mỏ đá ủy quyền cho cả hai')
  const health = await admin.newClient({
    name: 'Sở Y tế tỉnh Thái Nguyên',
    role: 'health-office',
    jurisdiction: { units: [{ scheme: 'VN-2025', code: '19' }] },
  })
  await health.register('/v1/facilities', sampleFacility)
  await health.register('/v1/monitoring-organisations', sampleMonitoringOrganisation)
  const examiner = await admin.newClient({ name: sampleFacility.name, role: 'examiner' })
  const monitor = await admin.newClient({ name: sampleMonitoringOrganisation.name, role: 'monitor' })
  for (const [delegate, scope] of [
    [examiner, 'disease-screening'],
    [monitor, 'environment-monitoring'],
  ] as const) {
    const path = `/v1/enterprises/${quarryId}/delegations/${delegate.clientId}`
    const granted = await quarry.put(path, { scopes: [scope], until: `${new Date().getFullYear() + 1}-12-31` })
    say(`${granted.name}: ${scope} đến ${granted.until}`)
  }
  const { items: earlier } = await quarry.get(CAMPAIGNS)
  if ((earlier as Json[]).length === 0) await fileAndReview({ health, examiner, monitor, quarry, quarryId })
  else say('Mỏ đá đã có hồ sơ của lần chạy trước trên dữ liệu này; không gửi lại.')

  heading('Sở Nội vụ hỏi thống kê: kết quả đo, và chẩn đoán đã che')
  showRows(await office.get(`/v1/statistics/environment?${YEAR}&by=factor&measures=samples,exceeding,notAssessable`))
  showRows(await office.get(`/v1/statistics/disease?${YEAR}&by=disease&measures=examinations,diagnosed`))
  say('Sở Y tế, cùng câu hỏi:')
  showRows(await health.get(`/v1/statistics/disease?${YEAR}&by=disease&measures=examinations,diagnosed`))

  heading('Chỉ tiêu bao phủ, mỗi chỉ tiêu với mẫu số của nó')
  await showRatio(office, 'disease', 'examinedOfExposed')
  await showRatio(office, 'disease', 'screenedOfHazardous')
  await showRatio(office, 'environment', 'monitoredOfHazardous')
}

interface Filing {
  readonly health: DemoClient
  readonly examiner: DemoClient
  readonly monitor: DemoClient
  readonly quarry: DemoClient
  readonly quarryId: string
}

async function fileAndReview({ health, examiner, monitor, quarry, quarryId }: Filing): Promise<void> {
  const onBehalf = { enterpriseId: quarryId }

  heading('Tổ chức quan trắc gửi kết quả: bụi silic và tiếng ồn vượt giới hạn')
  const campaign = await monitor.file(CAMPAIGNS, { ...quarryCampaign, onBehalf })
  showFiling(campaign)
  showPositions(campaign)

  heading('Mỏ đá thấy hồ sơ đứng tên mình, không phản đối, bổ sung một điều')
  const filedCampaign = `${CAMPAIGNS}/${campaign.body.id}`
  const amended = await quarry.act('PUT', filedCampaign, '', { ...quarryCampaignAmended, onBehalf })
  showAct('Sửa đổi', amended)
  say(`Vi phạm được ghi nhận: trước ${breaches(campaign)}, sau ${breaches(amended)}`)

  heading('Cơ sở khám gửi đợt khám bệnh nghề nghiệp: hai trường hợp')
  const screening = await examiner.file(SCREENINGS, { ...quarryScreening, onBehalf })
  showFiling(screening)
  showCoverage(screening)

  heading('Sở Y tế xem một trường hợp, trả lại một hồ sơ, chấp nhận một hồ sơ')
  const filedScreening = `${SCREENINGS}/${screening.body.id}`
  await showFirstCase('Không nêu mục đích', await health.get(filedScreening))
  await showFirstCase('Có mục đích', await health.get(filedScreening, 'giam-sat-benh-nghe-nghiep'))
  const comment = {
    pointer: '/measurements/2/verdict',
    text: 'Kết quả 0,41 mg/m³ vượt giới hạn mà báo cáo ghi đạt: đề nghị tổ chức quan trắc đính chính.',
  }
  showAct('Trả lại kết quả quan trắc', await health.act('POST', filedCampaign, '/return', { comments: [comment] }))
  const { items } = await quarry.get(`${filedCampaign}/comments`)
  for (const { text } of items as Json[]) say(`Mỏ đá đọc được: ${text}`)
  showAct('Chấp nhận đợt khám', await health.act('POST', filedScreening, '/acceptance', {}))
}

function breaches({ body }: DemoAnswer): number {
  return ((body.findings ?? []) as Json[]).filter(({ kind }) => kind === 'breach').length
}

function showPositions({ body }: DemoAnswer): void {
  for (const { job, workers, factors } of (body.exceedingPositions ?? []) as Json[]) {
    say(`Vị trí vượt giới hạn: ${job}, ${workers} người, ${(factors as string[]).join(', ')}`)
  }
}

function showCoverage({ body }: DemoAnswer): void {
  if (body.coverage === undefined) return
  const { distinctPersons, personsByFactor } = body.coverage as Record<string, Json>
  const told = (of?: Json) => `${of?.examined}/${of?.exposed} = ${of?.percent}%`
  say(`Khám theo người: ${told(distinctPersons)}; theo lượt người - yếu tố: ${told(personsByFactor)}`)
}

async function showFirstCase(how: string, { declaration }: Json): Promise<void> {
  const [first] = (declaration as { cases: { disease: string; person?: Json }[] }).cases
  say(`${how}: ${first?.disease}, ${first?.person?.fullName ?? 'tên được che'}`)
}

async function showRatio(client: DemoClient, cube: string, ratio: string): Promise<void> {
  const { totals, basis } = await client.get(`/v1/statistics/${cube}?${YEAR}&measures=${ratio}`)
  const numbers = totals as Json
  for (const { title, measure } of basis as { title: Json; measure: string }[]) {
    say(`${cube}.${ratio} = ${numbers[ratio]}% của ${numbers[measure]} (${title.vi})`)
  }
}
