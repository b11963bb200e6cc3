import { cite } from '../../law/citation.ts'
import { BY_POLICY, type DiseaseRule, hazardName, hazardRule, screeningRule } from './define.ts'

/** Ours. */
const NOTABLE_DIFFERENCE = 0.1

/** What the filing says of the establishment beside what the register says. The filing stands; somebody should look. */
export const registerRules: readonly DiseaseRule[] = [
  screeningRule({
    id: 'KB-DIS-17',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/establishment/type'],
    needs: ['register'],
    at: '/establishment/type',
    violated: ({ declaration, context: { register } }) => {
      const filed = declaration.establishment?.type
      const registered = register?.ownership ?? undefined
      return filed !== undefined && registered !== undefined && filed !== registered && { filed, registered }
    },
    message: {
      vi: 'Loại hình cơ sở ghi là {filed}, trong sổ đăng ký là {registered}.',
      en: 'The type of establishment is stated as {filed}; the register has {registered}.',
    },
    fix: {
      vi: 'Sửa hồ sơ này hoặc cập nhật sổ đăng ký.',
      en: 'Correct this filing or bring the register up to date.',
    },
    examples: {
      holds: [{}, { change: { '/establishment/type': undefined } }],
      fails: [{ change: { '/establishment/type': '2' } }],
    },
  }),

  screeningRule({
    id: 'KB-DIS-18',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/workforce/total'],
    needs: ['register'],
    at: '/workforce/total',
    violated: ({ declaration, context: { register } }) => {
      const filed = declaration.workforce?.total
      const registered = register?.workers ?? undefined
      return (
        filed !== undefined &&
        registered !== undefined &&
        Math.abs(filed - registered) > NOTABLE_DIFFERENCE * Math.max(filed, registered) && { filed, registered }
      )
    },
    message: {
      vi: 'Số lao động ghi là {filed}, trong sổ đăng ký là {registered}.',
      en: 'The workforce is stated as {filed}; the register has {registered}.',
    },
    fix: {
      vi: 'Sửa hồ sơ này hoặc cập nhật sổ đăng ký.',
      en: 'Correct this filing or bring the register up to date.',
    },
    examples: {
      holds: [{}, { change: { '/workforce/total': 220 } }],
      fails: [{ change: { '/workforce/total': 150 } }],
    },
  }),

  {
    id: 'KB-DIS-19',
    kind: 'info',
    citations: [cite('L84-2015 21.2'), cite('TT19-2016-BYT 3')],
    provenance: BY_POLICY,
    inputs: ['/hazards/*/factor', '/examination/kind'],
    needs: ['register'],
    judge: ({ hazards, examination, context: { register } }) => {
      if (examination.kind !== 'detection') return []
      const filed = new Set(hazards.map((hazard) => hazard.filed.factor))
      return (register?.hazardFactors ?? [])
        .filter((factor) => !filed.has(factor))
        .map((factor) => ({ pointer: '/hazards', params: { factor: hazardName(factor) } }))
    },
    message: {
      vi: 'Sổ đăng ký của cơ sở có yếu tố {factor}, đợt khám này không khai.',
      en: 'The register has factor {factor} for the establishment; this round does not state it.',
    },
    fix: {
      vi: 'Nếu vẫn còn người tiếp xúc thì khai thêm; nếu không còn thì cập nhật sổ đăng ký.',
      en: 'Add it if anybody is still exposed; otherwise bring the register up to date.',
    },
    examples: {
      holds: [{}, { change: { '/examination/kind': 'acute-suspicion', '/hazards/1': undefined } }],
      fails: [{ change: { '/hazards/1': undefined } }],
    },
  },

  hazardRule({
    id: 'KB-DIS-20',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/hazards/*/factor'],
    needs: ['register'],
    at: '/factor',
    violated: ({ filed: { factor } }, { context: { register } }) => {
      const registered = register?.hazardFactors ?? []
      return (
        factor !== undefined && registered.length > 0 && !registered.includes(factor) && { factor: hazardName(factor) }
      )
    },
    message: {
      vi: 'Yếu tố {factor} chưa có trong sổ đăng ký của cơ sở.',
      en: 'The register does not have factor {factor} for the establishment.',
    },
    fix: {
      vi: 'Cập nhật hồ sơ vệ sinh lao động và sổ đăng ký.',
      en: 'Bring the hygiene dossier and the register up to date.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/hazards/0/factor': 'HZ-DUST-COAL' } }],
    },
  }),
]
