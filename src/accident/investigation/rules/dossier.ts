import { dossierPapers, requiredPapers } from '../../../law/accident-dossier.ts'
import { fatalDossierKeptUntil } from '../../../law/accident-investigation.ts'
import { cite } from '../../../law/citation.ts'
import { knownWith } from '../../outcome/sample.ts'
import { BY_POLICY, FROM_TEXT } from '../../rules/define.ts'
import type { InvestigationFacts } from '../facts.ts'
import { fileRule, type InvestigationRule } from './define.ts'

const BODY_EXAMINATION = 'body-examination'

/** Of each dossier, once the minutes were announced: the papers that must be there and are not. */
function missingPapers({ file, after, announcedOn }: InvestigationFacts) {
  if (announcedOn === null) return []
  return (file.victims ?? []).flatMap(({ victimId, papers = [] }, index) => {
    const victim = after.present.victims.find((each) => each.victimId === victimId)
    const missing = requiredPapers({ declaredDead: victim?.declaredDead === true }).filter(
      ({ code }) => !papers.includes(code),
    )
    return missing.length === 0 ? [] : [{ pointer: `/victims/${index}/papers`, missing }]
  })
}

const DECLARED_DEAD = knownWith({ '/victims/0/death': { mode: 'D', courtDecision: true } })
const ALL_BUT_EXAMINATION = [
  'scene-sketch',
  'photographs',
  'statements',
  'investigation-minutes',
  'announcement-minutes',
] as const

/** The dossier of each victim, and how long it is kept (Decree 39/2016, Arts. 16 and 18). */
export const dossierRules: readonly InvestigationRule[] = [
  fileRule({
    id: 'ACC-E05',
    kind: 'breach',
    datedBy: 'announced',
    citations: [cite('ND39-2016 16.2')],
    provenance: FROM_TEXT,
    inputs: ['/announcement/meetingOn', '/victims/*/victimId'],
    at: '/victims',
    violated: ({ file: { victims = [] }, after, announcedOn }) => {
      const without = after.present.victims.filter((each) => !victims.some((own) => own.victimId === each.victimId))
      return announcedOn !== null && without.length > 0
        ? { victims: without.map(({ victimId }) => victimId).join(', ') }
        : false
    },
    message: {
      vi: 'Mỗi nạn nhân phải có một bộ hồ sơ riêng; chưa có hồ sơ của: {victims}.',
      en: 'Every victim has a dossier; there is none for: {victims}.',
    },
    fix: {
      vi: 'Lập hồ sơ riêng cho từng nạn nhân, rồi ghi vào victims của cuộc điều tra.',
      en: 'Make a dossier for each victim, then name it in victims of the investigation.',
    },
    examples: {
      holds: [{}, { change: { '/announcement': undefined, '/victims': undefined } }],
      fails: [{ change: { '/victims': undefined } }, { context: knownWith({ '/victims/1': { victimId: 'v2' } }) }],
    },
  }),
  {
    id: 'ACC-E06',
    kind: 'breach',
    datedBy: 'announced',
    citations: [cite('ND39-2016 16.1')],
    provenance: FROM_TEXT,
    inputs: ['/announcement/meetingOn', '/victims/*/victimId', '/victims/*/papers'],
    judge: (facts) =>
      missingPapers(facts).flatMap(({ pointer, missing }) => {
        const others = missing.filter(({ code }) => code !== BODY_EXAMINATION)
        if (others.length === 0) return []
        const fix = {
          vi: `Bổ sung: ${others.map(({ vi }) => vi).join('; ')}.`,
          en: `Add: ${others.map(({ en }) => en).join('; ')}.`,
        }
        return [{ pointer, fix }]
      }),
    message: { vi: 'Hồ sơ tai nạn lao động thiếu giấy tờ bắt buộc.', en: 'The dossier lacks papers it must have.' },
    fix: {
      vi: 'Bổ sung giấy tờ còn thiếu vào hồ sơ, rồi ghi vào papers.',
      en: 'Add the papers that are missing, then name them in papers.',
    },
    examples: {
      holds: [{}, { change: { '/announcement': undefined, '/victims/0/papers': [] } }],
      fails: [{ change: { '/victims/0/papers': ['scene-sketch'] } }],
    },
  },
  {
    id: 'ACC-E07',
    kind: 'breach',
    datedBy: 'announced',
    citations: [cite('ND39-2016 16.1.d')],
    provenance: FROM_TEXT,
    inputs: ['/announcement/meetingOn', '/victims/*/victimId', '/victims/*/papers'],
    judge: (facts) =>
      missingPapers(facts).flatMap(({ pointer, missing }) =>
        missing.some(({ code }) => code === BODY_EXAMINATION) ? [{ pointer }] : [],
      ),
    message: {
      vi: 'Hồ sơ thiếu biên bản khám nghiệm tử thi hoặc khám nghiệm thương tích.',
      en: 'The dossier lacks the record of the autopsy or of the examination of the injury.',
    },
    fix: {
      vi: 'Bổ sung biên bản khám nghiệm tử thi hoặc khám nghiệm thương tích, rồi ghi body-examination vào papers.',
      en: 'Add the record of the autopsy or the examination, then name body-examination in papers.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/papers': ALL_BUT_EXAMINATION }, context: DECLARED_DEAD }],
      fails: [{ change: { '/victims/0/papers': ALL_BUT_EXAMINATION } }],
    },
  },
  fileRule({
    id: 'ACC-E08',
    kind: 'breach',
    citations: [cite('ND39-2016 18.3.b')],
    provenance: FROM_TEXT,
    inputs: ['/sceneCleared/on', '/sceneCleared/consentBy', '/sceneCleared/consentOn'],
    at: '/sceneCleared',
    violated: ({ file: { sceneCleared }, after }) => {
      const grave = after.present.class === 'fatal' || after.present.class === 'serious'
      if (!grave || sceneCleared?.on === undefined) return false
      const { on, consentBy, consentOn } = sceneCleared
      return consentBy === undefined || consentOn === undefined || consentOn > on
    },
    message: {
      vi: 'Hiện trường bị xóa khi chưa có sự đồng ý bằng văn bản của Đoàn điều tra cấp tỉnh hoặc cơ quan Công an.',
      en: 'The scene was cleared without the written consent of the provincial team or the police.',
    },
    fix: {
      vi: 'Ghi văn bản đồng ý vào sceneCleared.consentBy và consentOn nếu có; nếu không có thì giữ nguyên và nêu trong biên bản.',
      en: 'State the written consent in sceneCleared.consentBy and consentOn if there is one; if not, leave it and say so in the minutes.',
    },
    examples: {
      holds: [{}, { change: { '/sceneCleared': undefined } }],
      fails: [
        { change: { '/sceneCleared/consentBy': undefined } },
        { change: { '/sceneCleared/consentOn': '2026-05-16' } },
      ],
    },
  }),
  fileRule({
    id: 'ACC-E14',
    kind: 'breach',
    citations: [cite('ND39-2016 18.8')],
    provenance: FROM_TEXT,
    inputs: ['/keepUntil'],
    at: '/keepUntil',
    violated: ({ file: { keepUntil }, after }) => {
      const least = after.present.class === 'fatal' ? fatalDossierKeptUntil(after.legalDate) : undefined
      return least !== undefined && keepUntil !== undefined && keepUntil < least ? { least } : false
    },
    message: {
      vi: 'Hồ sơ vụ tai nạn chết người phải lưu trữ 15 năm, ít nhất đến ngày {least}.',
      en: 'The dossier of a fatal accident is kept for 15 years, to {least} at least.',
    },
    fix: {
      vi: 'Lưu hồ sơ ít nhất đến ngày {least}, rồi sửa keepUntil.',
      en: 'Keep the dossier to {least} at least, then correct keepUntil.',
    },
    examples: {
      holds: [{}, { change: { '/keepUntil': undefined } }],
      fails: [{ change: { '/keepUntil': '2036-05-12' } }],
    },
  }),
  {
    id: 'KB-INV-03',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/victims/*/papers'],
    judge: ({ file: { victims = [] } }) =>
      victims.flatMap(({ papers = [] }, victim) =>
        papers.flatMap((code, index) =>
          dossierPapers.some((paper) => paper.code === code)
            ? []
            : [{ pointer: `/victims/${victim}/papers/${index}`, params: { code } }],
        ),
      ),
    message: { vi: 'Không có loại giấy tờ "{code}".', en: 'There is no paper "{code}".' },
    fix: {
      vi: 'Chọn mã tại GET …/dossiers.',
      en: 'Choose a code from GET …/dossiers.',
    },
    examples: { holds: [{}], fails: [{ change: { '/victims/0/papers/0': 'so-do' } }] },
  },
  {
    id: 'KB-INV-04',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/victims/*/victimId'],
    judge: ({ file: { victims = [] }, before }) =>
      victims.flatMap(({ victimId }, index) => {
        const known = before.present.victims.some((each) => each.victimId === victimId)
        const again = victims.findIndex((each) => each.victimId === victimId) < index
        return known && !again ? [] : [{ pointer: `/victims/${index}/victimId`, params: { victim: victimId } }]
      }),
    message: {
      vi: 'Bản khai báo không có nạn nhân "{victim}", hoặc nạn nhân được nêu hai lần.',
      en: 'The declaration has no victim "{victim}", or it is named twice.',
    },
    fix: {
      vi: 'Dùng mỗi victimId của bản khai báo đang có hiệu lực một lần.',
      en: 'Use each victimId of the declaration in force once.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/victims/0/victimId': 'v9' } }, { change: { '/victims/1': { victimId: 'v1' } } }],
    },
  },
]
