import { cite } from '../../law/citation.ts'
import type { InvestigationTrigger } from '../../law/disease-investigation.ts'
import type { Violation } from '../../rules/rule.ts'
import type { DiseaseFacts } from '../facts.ts'
import { triggersNamed } from '../investigation.ts'
import { DATED, type DiseaseRule, FROM_TEXT, hazardName } from './define.ts'

const HAZARD = [
  '/hazards/*/factor',
  '/hazards/*/exposed/total',
  '/hazards/*/examined/total',
  '/hazards/*/monitoringResult',
  '/diseases/*/disease',
  '/diseases/*/suspected/total',
  '/diseases/*/diagnosed/total',
  '/examination/kind',
  ...DATED,
] as const

const NEXT = {
  vi: 'Cơ quan y tế xem xét điều tra bệnh nghề nghiệp; hồ sơ này vẫn được ghi nhận.',
  en: 'The health office considers an investigation; this filing stands.',
} as const

const ACUTE = { form: 'acute', examinedOn: '2026-09-08', diagnosedOn: '2026-09-09' } as const

/** A sign for the health office, never a fault of the filing. */
function shown(facts: DiseaseFacts, codes: readonly InvestigationTrigger[]): readonly Violation[] {
  return triggersNamed(facts, codes).map(({ hazard }) =>
    hazard === null
      ? { pointer: '/cases' }
      : { pointer: `/hazards/${hazard.index}`, params: { factor: hazardName(hazard.filed.factor) } },
  )
}

/** The cases for an investigation of occupational disease that the round shows (Circular 56/2025, Art. 11.1). */
export const investigationRules: readonly DiseaseRule[] = [
  {
    id: 'OD-R098',
    kind: 'info',
    citations: [cite('TT28-2016-BYT 14.1.d'), cite('TT56-2025-BYT 11.1.b')],
    provenance: FROM_TEXT,
    inputs: HAZARD,
    judge: (facts) => shown(facts, ['limit-exceeded-no-disease']),
    message: {
      vi: '{factor}: quan trắc vượt giới hạn nhưng không phát hiện bệnh nghề nghiệp, là một trường hợp phải điều tra.',
      en: '{factor}: monitoring found the limit exceeded and no disease was found, which is a case for an investigation.',
    },
    fix: NEXT,
    examples: {
      holds: [{}, { change: { '/diseases/0/diagnosed/total': 0, '/hazards/0/monitoringResult': 'not-monitored' } }],
      fails: [{ change: { '/diseases/0/diagnosed/total': 0 } }],
    },
  },
  {
    id: 'OD-R099',
    kind: 'info',
    citations: [cite('TT56-2025-BYT 11.1.b')],
    provenance: FROM_TEXT,
    inputs: HAZARD,
    judge: (facts) => shown(facts, ['not-monitored', 'not-examined']),
    message: {
      vi: '{factor}: có người tiếp xúc nhưng không quan trắc hoặc không khám phát hiện bệnh, là một trường hợp phải điều tra.',
      en: '{factor}: people are exposed and there was no monitoring or no examination, which is a case for an investigation.',
    },
    fix: NEXT,
    examples: {
      holds: [{}, { change: { '/hazards/0/monitoringResult': undefined } }],
      fails: [
        { change: { '/hazards/0/monitoringResult': 'not-monitored' } },
        { change: { '/hazards/0/examined/total': 0 } },
      ],
    },
  },
  {
    id: 'OD-R100',
    kind: 'info',
    citations: [cite('TT56-2025-BYT 11.1.b')],
    provenance: FROM_TEXT,
    inputs: HAZARD,
    judge: (facts) => shown(facts, ['within-limits-suspected']),
    message: {
      vi: '{factor}: quan trắc không vượt giới hạn nhưng có người nghi mắc bệnh, là một trường hợp phải điều tra.',
      en: '{factor}: monitoring was within the limits and a disease is suspected, which is a case for an investigation.',
    },
    fix: NEXT,
    examples: {
      holds: [
        {},
        {
          change: {
            '/hazards/0/monitoringResult': 'within-limits',
            '/diseases/0/suspected/total': 0,
            '/diseases/0/diagnosed/total': 0,
          },
        },
      ],
      fails: [{ change: { '/hazards/0/monitoringResult': 'within-limits' } }],
    },
  },
  {
    id: 'OD-R101',
    kind: 'info',
    citations: [cite('TT56-2025-BYT 11.1.a')],
    provenance: FROM_TEXT,
    inputs: ['/cases/*/form', '/cases/*/diagnosedOn', '/cases/*/examinedOn', ...DATED],
    judge: (facts) => shown(facts, ['many-ill-at-once']),
    message: {
      vi: 'Nhiều người mắc bệnh cấp tính trong cùng thời gian, là một trường hợp phải điều tra.',
      en: 'Many have an acute disease at the same time, which is a case for an investigation.',
    },
    fix: NEXT,
    examples: {
      holds: [{}, { change: { '/cases': [ACUTE, ACUTE] } }],
      fails: [{ change: { '/cases': [ACUTE, ACUTE, ACUTE] } }],
    },
  },
]
