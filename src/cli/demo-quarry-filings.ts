import { sampleScreening } from '../disease/sample.ts'
import { sampleCampaign } from '../environment/sample.ts'

/** Of the quarry among the invented enterprises; what is left out is taken from the register. */

const site = { scheme: 'VN-2025', code: '01969' } as const
const [drillingDust, drillingNoise, crushingDust, crushingNoise] = sampleCampaign.measurements
const workload = sampleCampaign.measurements[8]

/** Too much dust at both positions and too much noise at one; of one result the report says that it is within limits. */
export const quarryCampaign = {
  site: { unit: site, name: 'Mỏ đá Nà Hái', address: 'Xóm Nà Hái, xã Phủ Thông', registered: true },
  organisation: sampleCampaign.organisation,
  contract: { number: '27/2026/HĐ-QTMTLĐ', date: '2026-05-20' },
  plan: { id: 'KH-27/2026', agreedOn: '2026-05-28' },
  report: {
    number: '61/2026/MTLĐ',
    date: '2026-07-01',
    receivedOn: '2026-07-03',
    copies: 2,
    signed: true,
    retainedAt: 'Văn phòng mỏ',
  },
  campaign: { year: 2026, sampledFrom: '2026-06-17', sampledTo: '2026-06-18', productionRunning: true },
  dossier: sampleCampaign.dossier,
  workforce: { total: 85, women: 9, direct: 60, heavy: 22 },
  instruments: sampleCampaign.instruments,
  positions: sampleCampaign.positions.map(({ hazards: _, ...position }) => ({
    ...position,
    hazards: ['HZ-DUST-SILICA', 'HZ-PHY-NOISE', ...(position.positionId === 'VT1' ? ['HZ-ERG-LOAD'] : [])],
  })),
  measurements: [
    { ...drillingDust, sampledAt: '2026-06-17', value: 0.52, verdict: 'exceed' },
    { ...drillingNoise, sampledAt: '2026-06-17', value: 92.4, verdict: 'exceed' },
    { ...crushingDust, sampledAt: '2026-06-18', value: 0.41, verdict: 'pass' },
    { ...crushingNoise, sampledAt: '2026-06-18', value: 81.6, verdict: 'pass' },
    { ...workload, sampledAt: '2026-06-17' },
  ],
} as const

/** As the quarry amends it: what it has done since, and nothing of the results. */
export const quarryCampaignAmended = {
  ...quarryCampaign,
  measures: [
    {
      description: 'Lắp phun sương dập bụi tại hàm nghiền và khoan ướt; bọc cách âm ca bin máy khoan.',
      positionIds: ['VT1', 'VT2'],
      responsible: 'Giám đốc điều hành mỏ',
      deadline: '2026-10-31',
      doneOn: '2026-10-12',
    },
  ],
  publication: { publishedOn: '2026-07-06', where: 'Bảng tin văn phòng mỏ' },
  earlyExamination: { plannedOn: '2026-08-15', doneOn: '2026-09-11' },
  reason: 'Bổ sung biện pháp đã thực hiện, ngày công bố và đợt khám.',
} as const

const none = { total: 0, women: 0 } as const
const nobodyAssessed = {
  diagnosedEarlier: none,
  assessed: none,
  bands: { under5: none, from5to30: none, from31: none },
} as const
const [silicosis, deafness] = sampleScreening.cases

/** Fifty of the fifty-five exposed; two of them ill. */
export const quarryScreening = {
  site: { unit: site, address: 'Mỏ đá Nà Hái, xóm Nà Hái' },
  examination: sampleScreening.examination,
  facility: sampleScreening.facility,
  workforce: { total: 85, women: 9, heavy: 22 },
  persons: { exposed: { total: 55, women: 4 }, examined: { total: 50, women: 4 } },
  formerWorkers: { examined: none },
  gynaecologyExamined: 4,
  hazards: [
    { ...sampleScreening.hazards[0], exposed: { total: 42, women: 3 }, examined: { total: 40, women: 3 } },
    { ...sampleScreening.hazards[1], exposed: { total: 30, women: 2 }, examined: { total: 27, women: 2 } },
  ],
  diseases: [
    {
      disease: 'OD-01',
      examined: { total: 40, women: 3 },
      suspected: { total: 2, women: 0 },
      diagnosed: { total: 1, women: 0 },
      ...nobodyAssessed,
    },
    {
      disease: 'OD-18',
      examined: { total: 27, women: 2 },
      suspected: { total: 1, women: 0 },
      diagnosed: { total: 1, women: 0 },
      ...nobodyAssessed,
    },
  ],
  files: sampleScreening.files,
  consultation: sampleScreening.consultation,
  employerMeasures: 'Chuyển người mắc bệnh sang việc không tiếp xúc, khoan ướt, cấp khẩu trang lọc bụi và nút tai.',
  cases: [
    {
      ...silicosis,
      person: { fullName: 'Lường Văn Khoan', birthDate: '1975-08-19', identityNumber: '019075000431' },
      occupationWhenArose: { code: '81', name: 'Thợ khoan đá' },
      certificate: { number: 'GK-2026-0131', on: '2026-09-21' },
    },
    {
      ...deafness,
      person: { fullName: 'Triệu Văn Nghiền', birthDate: '1981-02-03', identityNumber: '019081000752' },
      certificate: { number: 'GK-2026-0132', on: '2026-09-21' },
    },
  ],
} as const
