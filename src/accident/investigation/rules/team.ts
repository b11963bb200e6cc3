import { clockTime, hoursBetween } from '../../../declaration/moments.ts'
import { sceneVisitHours } from '../../../law/accident-constants.ts'
import { requiredMembers, type TeamRole } from '../../../law/accident-investigation.ts'
import { cite } from '../../../law/citation.ts'
import { valueOn } from '../../../law/dated-constant.ts'
import { addDays, type LegalDate, legalDateOf } from '../../../reference/legal-date.ts'
import { INVESTIGATOR_NAMES } from '../../names.ts'
import { INJURED, knownWith } from '../../outcome/sample.ts'
import { FROM_TEXT } from '../../rules/define.ts'
import type { InvestigationFacts } from '../facts.ts'
import { fileRule, type InvestigationRule } from './define.ts'

/** How roles in a team are told to people. */
const ROLE_NAMES: Readonly<Record<TeamRole, { readonly vi: string; readonly en: string }>> = {
  employer: { vi: 'người sử dụng lao động hoặc người được ủy quyền', en: 'the employer or a person authorised' },
  'trade-union-or-workers': {
    vi: 'đại diện công đoàn hoặc tập thể lao động',
    en: "the trade union or the workers' side",
  },
  'safety-officer': { vi: 'người làm công tác an toàn lao động', en: 'the safety officer' },
  'medical-staff': { vi: 'người làm công tác y tế', en: 'the medical staff' },
  'other-employer': { vi: 'người sử dụng lao động của nạn nhân', en: "the victim's own employer" },
  'home-affairs-department': { vi: 'Sở Nội vụ', en: 'the Department of Home Affairs' },
  'labour-inspectorate': { vi: 'Thanh tra Sở Lao động - Thương binh và Xã hội', en: 'the labour inspectorate' },
  'health-department': { vi: 'Sở Y tế', en: 'the Department of Health' },
  'provincial-trade-union': { vi: 'Liên đoàn Lao động cấp tỉnh', en: 'the provincial trade union' },
  'ministry-of-labour': { vi: 'Bộ quản lý nhà nước về lao động', en: 'the ministry in charge of labour' },
  'ministry-of-health': { vi: 'Bộ Y tế', en: 'the Ministry of Health' },
  'general-confederation-of-labour': {
    vi: 'Tổng Liên đoàn Lao động Việt Nam',
    en: 'the General Confederation of Labour',
  },
  'commune-committee': { vi: 'Ủy ban nhân dân cấp xã', en: "the commune's People's Committee" },
  other: { vi: 'thành viên khác', en: 'another member' },
}

/** The first who should sit in the team and does not, or should lead it and does not. */
function lacking({ file, dates, received }: InvestigationFacts, authority: 'base' | 'provincial') {
  const { team } = file
  if (file.authority !== authority || team === undefined) return null
  const required = requiredMembers(authority, dates.formed ?? received)
  const absent = required.find((role) => !team.some((member) => member.role === role))
  if (absent !== undefined) return { role: absent, asLeader: false }
  const leader = team.find((member) => member.leader)
  const [leads] = required
  return leads !== undefined && leader !== undefined && leader.role !== leads ? { role: leads, asLeader: true } : null
}

function lackingIn(authority: 'base' | 'provincial') {
  return (facts: InvestigationFacts) => {
    const found = lacking(facts, authority)
    if (found === null) return []
    const name = ROLE_NAMES[found.role]
    const fix = found.asLeader
      ? { vi: `Trưởng đoàn phải là ${name.vi}.`, en: `The team is led by ${name.en}.` }
      : { vi: `Bổ sung ${name.vi}.`, en: `Add ${name.en}.` }
    return [{ pointer: '/team', fix }]
  }
}

/** When the news reached the body that investigates. */
function reportedAt({ file, before }: InvestigationFacts): Date {
  return file.reportedAt === undefined ? before.course.receivedAt : new Date(file.reportedAt)
}

/** The builder was seriously injured: the employer investigates. */
export const BY_EMPLOYER = knownWith(INJURED)
const BASE_TEAM = [
  { role: 'employer', leader: true },
  { role: 'trade-union-or-workers' },
  { role: 'safety-officer' },
  { role: 'medical-staff' },
] as const

/** Who investigates, with whom, and how soon (Law 84/2015, Art. 35; Decree 39/2016, Art. 11). */
export const teamRules: readonly InvestigationRule[] = [
  fileRule({
    id: 'ACC-E01',
    kind: 'breach',
    citations: [cite('L84-2015 35.1'), cite('L84-2015 35.2'), cite('ND39-2016 11')],
    provenance: FROM_TEXT,
    inputs: ['/authority'],
    at: '/authority',
    violated: ({ file: { authority }, lawful, before }) => {
      if (authority === undefined || lawful === null || lawful.authority === 'central-possible') return false
      // What a lower team investigated, a higher one may investigate anew; the gravest a central one may draw to itself.
      const higher = authority === 'central' || (authority === 'provincial' && before.present.investigation !== null)
      const expected = lawful.authority === 'commune-record' ? 'commune' : lawful.authority
      return authority === expected || higher
        ? false
        : { authority: INVESTIGATOR_NAMES[authority], expected: INVESTIGATOR_NAMES[expected] }
    },
    message: {
      vi: 'Điều tra không đúng thẩm quyền: ghi là {authority}, theo luật là {expected}.',
      en: 'Investigated by {authority}; by law it is for {expected}.',
    },
    fix: {
      vi: 'Chuyển vụ việc cho {expected} điều tra; nếu ghi nhầm thì sửa authority.',
      en: 'Pass the accident on to {expected}; if the level was a mistake, correct authority.',
    },
    examples: {
      holds: [
        {},
        { change: { '/authority': 'central' } },
        { change: { '/authority': 'base' }, context: BY_EMPLOYER },
        { change: { '/authority': 'base' }, context: knownWith({ '/accident/specialField': 'radiation' }) },
      ],
      fails: [{ change: { '/authority': 'base' } }, { context: BY_EMPLOYER }],
    },
  }),
  {
    id: 'ACC-E02',
    kind: 'breach',
    citations: [cite('L84-2015 35.1')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/team/*/role', '/team/*/leader', '/decision/on', '/startedOn'],
    judge: lackingIn('base'),
    message: {
      vi: 'Đoàn điều tra cấp cơ sở không đủ thành phần.',
      en: "The employer's team is not complete.",
    },
    fix: {
      vi: 'Bổ sung thành viên còn thiếu của Đoàn điều tra cấp cơ sở, Trưởng đoàn là người sử dụng lao động hoặc người được ủy quyền.',
      en: "Add who is missing in the employer's team, led by the employer or a person authorised.",
    },
    examples: {
      holds: [{}, { change: { '/authority': 'base', '/team': BASE_TEAM }, context: BY_EMPLOYER }],
      fails: [
        { change: { '/authority': 'base', '/team': BASE_TEAM.slice(0, 3) }, context: BY_EMPLOYER },
        {
          change: { '/authority': 'base', '/team': [...BASE_TEAM.slice(1), { role: 'employer' }].map(led) },
          context: BY_EMPLOYER,
        },
      ],
    },
  },
  {
    id: 'ACC-E03',
    kind: 'breach',
    datedBy: 'formed',
    citations: [cite('L84-2015 35.2'), cite('CV4787-2025-BNV'), cite('TT06-2026-BNV 1.9')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/team/*/role', '/team/*/leader', '/decision/on', '/startedOn'],
    judge: lackingIn('provincial'),
    message: {
      vi: 'Đoàn điều tra cấp tỉnh không đủ thành phần hoặc trưởng đoàn không đúng.',
      en: 'The provincial team is not complete, or not led by who leads it.',
    },
    fix: {
      vi: 'Bổ sung thành viên còn thiếu của Đoàn điều tra cấp tỉnh và cử đúng Trưởng đoàn.',
      en: 'Add who is missing in the provincial team, and have it led by who leads it.',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/decision/on': '2025-07-01',
            '/team/0/role': 'labour-inspectorate',
          },
        },
      ],
      fails: [
        { change: { '/team/1': undefined } },
        { change: { '/team/0/role': 'labour-inspectorate' } },
        { change: { '/team/0/leader': false, '/team/1/leader': true } },
      ],
    },
  },
  fileRule({
    id: 'ACC-E04',
    kind: 'breach',
    citations: [cite('ND39-2016 11.1.b')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/otherEmployerInvited', '/team/*/role'],
    at: '/otherEmployerInvited',
    violated: ({ file, before }) =>
      file.authority === 'base' &&
      before.victims.some(({ employer }) => employer?.outsideManagement) &&
      file.otherEmployerInvited !== true &&
      !(file.team ?? []).some(({ role }) => role === 'other-employer'),
    message: {
      vi: 'Nạn nhân thuộc người sử dụng lao động khác nhưng đại diện của họ chưa được mời tham gia Đoàn.',
      en: "A victim is another employer's, who was not invited to take part in the team.",
    },
    fix: { vi: 'Mời đại diện người sử dụng lao động của nạn nhân.', en: "Invite the victim's employer." },
    examples: {
      holds: [
        {},
        {
          change: { '/authority': 'base', '/otherEmployerInvited': true },
          context: knownWith({ ...INJURED, '/victims/0/employer': { outsideManagement: true } }),
        },
      ],
      fails: [
        {
          change: { '/authority': 'base' },
          context: knownWith({ ...INJURED, '/victims/0/employer': { outsideManagement: true } }),
        },
      ],
    },
  }),
  fileRule({
    id: 'ACC-D11',
    kind: 'breach',
    citations: [cite('ND39-2016 11.2.a')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/reportedAt', '/sceneVisitedAt'],
    at: '/sceneVisitedAt',
    violated: (facts) => {
      const { file, before, context } = facts
      const reported = reportedAt(facts)
      const limit = valueOn(sceneVisitHours, legalDateOf(reported))
      const concerned = file.authority === 'provincial' && !before.setting.abroad && before.present.worsened === null
      if (limit === undefined || !concerned) return false
      const visited = file.sceneVisitedAt === undefined ? context.receivedAt : new Date(file.sceneVisitedAt)
      if (hoursBetween(reported, visited) <= limit.value) return false
      return { hours: limit.value, reported: clockTime(reported) }
    },
    message: {
      vi: 'Không cử người đến hiện trường trong {hours} giờ kể từ khi nhận tin báo lúc {reported}.',
      en: 'Nobody was sent to the scene within {hours} hours of the report at {reported}.',
    },
    fix: {
      vi: 'Cử người đến hiện trường ngay; nếu đã cử đúng hạn thì sửa sceneVisitedAt hoặc reportedAt.',
      en: 'Send somebody to the scene at once; if that was done in time, correct sceneVisitedAt or reportedAt.',
    },
    examples: {
      holds: [{}, { change: { '/authority': 'base' } }],
      fails: [
        { change: { '/sceneVisitedAt': '2026-05-12T14:00:00+07:00' } },
        { change: { '/sceneVisitedAt': undefined } },
        { change: { '/reportedAt': '2026-05-12T10:00:00+07:00' } },
      ],
    },
  }),
  fileRule({
    id: 'ACC-D12',
    kind: 'breach',
    datedBy: 'formed',
    citations: [cite('ND39-2016 11.1')],
    provenance: FROM_TEXT,
    inputs: ['/authority', '/decision/on'],
    at: '/decision/on',
    violated: ({ file: { authority, decision }, before }) => {
      if (authority !== 'base' || decision?.on === undefined) return false
      const known: LegalDate = before.present.worsened?.knownOn ?? before.dates.known ?? before.legalDate
      return decision.on > addDays(known, 1) ? { known, formed: decision.on } : false
    },
    message: {
      vi: 'Biết tin ngày {known} nhưng ngày {formed} mới thành lập Đoàn điều tra cấp cơ sở, không phải "ngay".',
      en: "Known on {known}, yet the employer's team was formed on {formed}, which is not at once.",
    },
    fix: {
      vi: 'Lần sau thành lập Đoàn ngay khi biết tin; nếu đã thành lập trước đó thì sửa decision.on.',
      en: 'Form the team at once when the news comes; if it was formed earlier, correct decision.on.',
    },
    examples: {
      holds: [
        {},
        { change: { '/authority': 'base', '/decision/on': '2026-05-13' }, context: BY_EMPLOYER },
        { change: { '/decision/on': '2026-05-20' } },
      ],
      fails: [{ change: { '/authority': 'base', '/decision/on': '2026-05-14' }, context: BY_EMPLOYER }],
    },
  }),
]

function led(member: { readonly role: string }, index: number) {
  return { role: member.role, ...(index === 0 ? { leader: true } : {}) }
}
