import { cite } from '../../law/citation.ts'
import type { Text, Violation } from '../../rules/rule.ts'
import { BY_POLICY, campaignRule, type EnvironmentRule, FROM_FORM, numbered, positionRule } from './define.ts'
import { knowing } from './knowing.ts'

/** What Form 04 asks for. */
export const requiredFieldRules: readonly EnvironmentRule[] = [
  {
    id: 'ENV-004',
    kind: 'error',
    citations: [cite('ND44-2016 PL III, Mẫu số 04')],
    provenance: FROM_FORM,
    inputs: [
      '/organisation/id',
      '/organisation/taxCode',
      '/organisation/name',
      '/organisation/address',
      '/organisation/phone',
      '/organisation/representative',
    ],
    judge: ({ declaration: { organisation }, context: { known } }) => [
      ...unless(organisation?.name ?? known.organisation?.name, '/organisation/name', {
        vi: 'Ghi tên tổ chức quan trắc, hoặc mã số thuế của tổ chức có trong sổ đăng ký.',
        en: 'State the name of the monitoring organisation, or the tax code of one in the register.',
      }),
      ...unless(organisation?.address ?? known.organisation?.address, '/organisation/address', {
        vi: 'Ghi địa chỉ tổ chức quan trắc.',
        en: 'State the address of the monitoring organisation.',
      }),
      ...unless(organisation?.phone ?? known.organisation?.phone, '/organisation/phone', {
        vi: 'Ghi điện thoại tổ chức quan trắc.',
        en: 'State the telephone number of the monitoring organisation.',
      }),
      ...unless(organisation?.representative, '/organisation/representative', {
        vi: 'Ghi người đại diện ký báo cáo.',
        en: 'State who signs the report for it.',
      }),
    ],
    message: {
      vi: 'Thiếu tên, địa chỉ, điện thoại hoặc người đại diện của tổ chức quan trắc.',
      en: 'The name, address, telephone number or representative of the monitoring organisation is missing.',
    },
    fix: {
      vi: 'Ghi tên, địa chỉ, điện thoại của tổ chức quan trắc và người ký báo cáo vào organisation.',
      en: 'State in organisation its name, address and telephone, and who signs the report.',
    },
    examples: {
      holds: [{}, { change: { '/organisation/name': undefined, '/organisation/address': undefined } }],
      fails: [
        { change: { '/organisation/representative': undefined } },
        { change: { '/organisation/name': undefined }, context: knowing({ organisation: null }) },
        { change: { '/organisation/phone': undefined }, context: knowing({ organisation: null }) },
      ],
    },
  },

  {
    id: 'KB-ENV-01',
    kind: 'error',
    citations: [cite('ND44-2016 PL III, Mẫu số 04')],
    provenance: FROM_FORM,
    inputs: ['/campaign/sampledFrom', '/campaign/sampledTo', '/report/number', '/report/date'],
    judge: ({ declaration: { campaign, report } }) => [
      ...unless(campaign?.sampledFrom, '/campaign/sampledFrom', {
        vi: 'Ghi ngày bắt đầu lấy mẫu; ngày này quyết định quy chuẩn được áp dụng.',
        en: 'State the first day of sampling; it decides which limits apply.',
      }),
      ...unless(campaign?.sampledTo, '/campaign/sampledTo', {
        vi: 'Ghi ngày kết thúc lấy mẫu.',
        en: 'State the last day of sampling.',
      }),
      ...unless(report?.number, '/report/number', { vi: 'Ghi số báo cáo.', en: 'State the number of the report.' }),
      ...unless(report?.date, '/report/date', { vi: 'Ghi ngày báo cáo.', en: 'State the date of the report.' }),
    ],
    message: {
      vi: 'Thiếu ngày lấy mẫu, số hoặc ngày của báo cáo kết quả quan trắc.',
      en: 'The days of sampling, or the number or date of the report, are missing.',
    },
    fix: {
      vi: 'Ghi ngày lấy mẫu vào campaign, số và ngày báo cáo vào report.',
      en: 'State the days of sampling in campaign, number and date in report.',
    },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/campaign/sampledFrom': undefined } },
        { change: { '/campaign/sampledTo': undefined } },
        { change: { '/report/number': undefined } },
        { change: { '/report/date': undefined } },
      ],
    },
  },

  campaignRule({
    id: 'KB-ENV-02',
    kind: 'error',
    citations: [cite('ND44-2016 38.1')],
    provenance: FROM_FORM,
    inputs: ['/measurements', '/counts'],
    at: '/measurements',
    violated: ({ declaration: { measurements = [], counts = [] } }) => measurements.length + counts.length === 0,
    message: { vi: 'Hồ sơ không có kết quả đo nào.', en: 'The filing holds no result.' },
    fix: {
      vi: 'Ghi từng kết quả đo vào measurements; báo cáo cũ chỉ có số mẫu thì ghi vào counts.',
      en: 'Enter each result in measurements; of an old report that holds counts only, enter them in counts.',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/measurements': undefined,
            '/counts': [{ factor: 'PH-NOISE-LAEQ', samples: 12, exceeding: 1 }],
          },
        },
      ],
      fails: [{ change: { '/measurements': undefined } }, { change: { '/measurements': [] } }],
    },
  }),

  {
    id: 'KB-ENV-06',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/instruments/*/instrumentId', '/positions/*/positionId', '/measurements/*/measurementId'],
    judge: ({ declaration: { instruments = [], positions = [], measurements = [] } }) => [
      ...repeated(instruments, ({ instrumentId }) => instrumentId, '/instruments', 'instrumentId'),
      ...repeated(positions, ({ positionId }) => positionId, '/positions', 'positionId'),
      ...repeated(measurements, ({ measurementId }) => measurementId, '/measurements', 'measurementId'),
    ],
    message: { vi: 'Mã "{id}" được dùng hai lần trong báo cáo.', en: 'Id "{id}" stands twice in the report.' },
    fix: { vi: 'Đặt cho mỗi mục một mã riêng.', en: 'Give each entry an id of its own.' },
    examples: {
      holds: [{}],
      fails: [
        { change: { '/positions/1/positionId': 'VT1' } },
        { change: { '/instruments/1/instrumentId': 'TB1' } },
        { change: { '/measurements/1/measurementId': '1' } },
      ],
    },
  },

  positionRule({
    id: 'KB-ENV-07',
    kind: 'error',
    citations: [cite('ND44-2016 36')],
    provenance: BY_POLICY,
    inputs: ['/positions/*/workshop', '/positions/*/job'],
    at: '/workshop',
    violated: ({ position: { workshop, job } }) => workshop === undefined && job === undefined,
    message: {
      vi: 'Vị trí thứ {ordinal} không ghi phân xưởng hay công việc, không biết là ở đâu.',
      en: 'Position {ordinal} names neither workshop nor job, so nobody knows where it is.',
    },
    fix: { vi: 'Ghi phân xưởng hoặc công việc.', en: 'State the workshop or the job.' },
    examples: {
      holds: [{}, { change: { '/positions/0/workshop': undefined } }],
      fails: [{ change: { '/positions/0/workshop': undefined, '/positions/0/job': undefined } }],
    },
  }),

  positionRule({
    id: 'KB-ENV-08',
    kind: 'info',
    citations: [cite('ND44-2016 36')],
    provenance: BY_POLICY,
    inputs: ['/positions/*/workers'],
    at: '/workers',
    violated: ({ position: { workers = 0 } }) => workers === 0,
    message: {
      vi: 'Vị trí thứ {ordinal} chưa ghi số người làm việc; không tính được số người ở vị trí vượt giới hạn.',
      en: 'Position {ordinal} does not say how many work there, so workers at positions beyond a limit cannot be counted.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/positions/1/workers': undefined } }, { change: { '/positions/1/workers': 0 } }],
    },
  }),
]

function unless(value: string | null | undefined, pointer: string, fix: Text): readonly Violation[] {
  return value === undefined || value === null ? [{ pointer, fix }] : []
}

function repeated<T>(
  items: readonly T[],
  idOf: (item: T) => string | undefined,
  list: string,
  field: string,
): readonly Violation[] {
  const seen = new Set<string>()
  const found: Violation[] = []
  for (const [index, item] of items.entries()) {
    const id = idOf(item)
    if (id !== undefined && seen.has(id)) {
      found.push(...numbered({ index }, [{ pointer: `${list}/${index}/${field}`, params: { id } }]))
    }
    if (id !== undefined) seen.add(id)
  }
  return found
}
