import { NOT_STATED } from '../../declaration/code-name.ts'
import { cite } from '../../law/citation.ts'
import type { IncidentFacts } from '../facts.ts'
import { BY_POLICY, FROM_FORM, FROM_TEXT, type IncidentRule, incidentRule } from './define.ts'
import {
  type Missing,
  missingCasualties,
  missingContact,
  missingDeclarant,
  missingKind,
  missingNameOrAddress,
  missingPlace,
  missingTime,
} from './missing-parts.ts'

/** Refuses a full declaration for what it lacks. */
function requires(missing: Missing): Pick<IncidentRule, 'inputs' | 'judge'> {
  return {
    inputs: [...missing.inputs, '/preliminary'],
    judge: (facts) => (facts.preliminary ? [] : missing.of(facts)),
  }
}

const ASKED_AT_ONCE: readonly Missing[] = [missingTime, missingPlace, missingCasualties, missingContact]
const ASKED_LATER: readonly Missing[] = [missingNameOrAddress, missingKind, missingDeclarant]

function all(parts: readonly Missing[], facts: IncidentFacts) {
  return parts.flatMap((part) => part.of(facts))
}

function inputsOf(parts: readonly Missing[]): readonly string[] {
  return [...new Set(parts.flatMap((part) => part.inputs)), '/preliminary']
}

const FIRST_NOTICE = { '/preliminary': true } as const
const NOBODY_TO_REACH = {
  '/declarant/phone': undefined,
  '/declarant/email': undefined,
  '/establishment/phone': undefined,
  '/establishment/email': undefined,
} as const

/** What the form asks for: Annex III of Decree 39/2016, which Art. 26.1 still names. */
export const requiredFieldRules: readonly IncidentRule[] = [
  {
    id: 'KB-INC-14',
    kind: 'error',
    citations: [cite('ND39-2016 26.1'), cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    needs: ['register'],
    ...requires(missingNameOrAddress),
    message: {
      vi: 'Thiếu tên hoặc địa chỉ cơ sở xảy ra sự cố, trong sổ đăng ký cũng không có.',
      en: 'The name or address of the establishment is missing, and the register does not have it.',
    },
    fix: {
      vi: 'Ghi tên và địa chỉ cơ sở xảy ra sự cố vào establishment.',
      en: 'State in establishment the name and address of where the incident happened.',
    },
    examples: {
      holds: [
        { change: { '/establishment/name': undefined, '/establishment/address': undefined } },
        { change: { '/establishment/name': undefined, '/preliminary': true }, context: { register: null } },
      ],
      fails: [
        { change: { '/establishment/name': undefined }, context: { register: null } },
        { change: { '/establishment/address': undefined }, context: { register: null } },
      ],
    },
  },

  {
    id: 'KB-INC-15',
    kind: 'error',
    citations: [cite('ND39-2016 26.1'), cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    ...requires(missingTime),
    guards: ['/incident/occurredAt'],
    message: {
      vi: 'Thiếu hoặc ghi sai ngày, giờ, phút xảy ra sự cố.',
      en: 'The day, hour and minute of the incident are missing or malformed.',
    },
    fix: {
      vi: 'Ghi đủ ngày, giờ, phút theo dạng 2026-05-12T07:20:00+07:00.',
      en: 'State day, hour and minute as in 2026-05-12T07:20:00+07:00.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/incident/occurredAt': undefined } }, { change: { '/incident/occurredAt': '2026-05-12' } }],
    },
  },

  {
    id: 'KB-INC-16',
    kind: 'error',
    citations: [cite('ND39-2016 26.1'), cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    inputs: [...missingPlace.inputs, '/incident/place/unit/scheme', '/incident/occurredAt', '/preliminary'],
    judge: (facts) => {
      const { place, preliminary, legalDate } = facts
      const params = { code: place?.unit.code ?? NOT_STATED, date: legalDate }
      const missing = preliminary ? [] : missingPlace.of(facts)
      const unknown = place !== null && place.lineage === null ? [{ pointer: '/incident/place/unit' }] : []
      return [...missing, ...unknown].map((violation) => ({ ...violation, params }))
    },
    message: {
      vi: 'Thiếu nơi xảy ra sự cố, hoặc đơn vị hành chính {code} không có vào ngày {date}.',
      en: 'The place of the incident is missing, or there was no administrative unit {code} on {date}.',
    },
    fix: {
      vi: 'Từ 01/7/2025 dùng mã xã của 34 tỉnh (VN-2025); trước đó dùng mã cũ (VN-2004).',
      en: 'Since 1 July 2025 use commune codes of the 34 provinces (VN-2025), for earlier days the former ones (VN-2004).',
    },
    examples: {
      holds: [
        {},
        { change: { '/incident/place/unit': undefined, '/preliminary': true } },
        { change: { '/incident/place/unit': { code: '063' }, '/incident/occurredAt': '2025-06-30T07:20:00+07:00' } },
      ],
      fails: [
        { change: { '/incident/place/unit': undefined } },
        { change: { '/incident/place/unit': { scheme: 'VN-2004', code: '063' } } },
        { change: { '/incident/place/unit/code': '99999', '/preliminary': true } },
      ],
    },
  },

  {
    id: 'KB-INC-17',
    kind: 'error',
    citations: [cite('L84-2015 3.6'), { kind: 'policy' }],
    provenance: BY_POLICY,
    ...requires(missingKind),
    message: { vi: 'Chưa ghi loại sự cố.', en: 'The kind of incident is missing.' },
    fix: {
      vi: 'Chọn loại sự cố, như fire (cháy), explosion (nổ), collapse (sập đổ); không thuộc loại nào thì chọn other.',
      en: 'Choose the kind of incident, such as fire, explosion, collapse; other where none fits.',
    },
    examples: {
      holds: [{}, { change: { '/incident/kind': undefined, '/preliminary': true } }],
      fails: [{ change: { '/incident/kind': undefined } }],
    },
  },

  {
    id: 'KB-INC-18',
    kind: 'error',
    citations: [cite('ND39-2016 26.1')],
    provenance: FROM_TEXT,
    ...requires(missingCasualties),
    message: {
      vi: 'Chưa ghi sự cố có làm ai bị nạn hay không.',
      en: 'It is not stated whether the incident hurt anybody.',
    },
    fix: {
      vi: 'Ghi số người bị nạn vào casualties, bằng 0 nếu không có ai; chưa rõ thì đặt unknown = true.',
      en: 'State in casualties how many were hurt, nought if nobody; if nothing is known yet, set unknown to true.',
    },
    examples: {
      holds: [
        {},
        { change: { '/casualties': { unknown: true } } },
        { change: { '/casualties': { workers: { dead: 0 } } } },
        { change: { '/casualties': undefined, '/preliminary': true } },
      ],
      fails: [{ change: { '/casualties': undefined } }, { change: { '/casualties': { unknown: false, workers: {} } } }],
    },
  },

  {
    id: 'KB-INC-19',
    kind: 'error',
    citations: [cite('ND39-2016 26.1'), cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    ...requires(missingDeclarant),
    message: {
      vi: 'Thiếu họ tên hoặc chức vụ của người khai báo.',
      en: 'The name or position of the declarant is missing.',
    },
    fix: {
      vi: 'Ghi họ tên và chức vụ của người khai báo vào declarant.',
      en: 'State name and position of who declares in declarant.',
    },
    examples: {
      holds: [{}, { change: { '/declarant': undefined, '/preliminary': true } }],
      fails: [{ change: { '/declarant/name': undefined } }, { change: { '/declarant/position': undefined } }],
    },
  },

  {
    id: 'KB-INC-20',
    kind: 'error',
    citations: [cite('ND39-2016 26.1'), { kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: inputsOf(ASKED_AT_ONCE),
    judge: (facts) => (facts.preliminary ? all(ASKED_AT_ONCE, facts) : []),
    message: {
      vi: 'Báo tin ban đầu phải cho biết xảy ra khi nào, ở đâu, ai bị nạn theo những gì đã biết và liên hệ với ai.',
      en: 'A first notice tells when and where it happened, who was hurt as far as known, and whom to contact.',
    },
    fix: {
      vi: 'Bổ sung phần còn thiếu theo những gì đã biết; các phần khác bổ sung sau.',
      en: 'Add what is missing as far as it is known; the rest can follow.',
    },
    examples: {
      holds: [
        { change: FIRST_NOTICE },
        { change: { '/casualties': undefined } },
        { change: { ...FIRST_NOTICE, '/declarant/phone': undefined } },
      ],
      fails: [
        { change: { ...FIRST_NOTICE, '/incident/occurredAt': undefined } },
        { change: { ...FIRST_NOTICE, '/incident/place/unit': undefined } },
        { change: { ...FIRST_NOTICE, '/casualties': undefined } },
        { change: { ...FIRST_NOTICE, ...NOBODY_TO_REACH } },
      ],
    },
  },

  {
    id: 'KB-INC-21',
    kind: 'info',
    citations: [cite('ND39-2016 PL III'), { kind: 'policy' }],
    provenance: BY_POLICY,
    needs: ['register'],
    inputs: inputsOf(ASKED_LATER),
    judge: (facts) => (facts.preliminary ? all(ASKED_LATER, facts) : []),
    message: {
      vi: 'Báo tin ban đầu chưa cần phần này, bản khai đầy đủ thì phải có.',
      en: 'A first notice may go without this part, which the full declaration must have.',
    },
    examples: {
      holds: [{ change: FIRST_NOTICE }, { change: { '/incident/kind': undefined } }],
      fails: [
        { change: { ...FIRST_NOTICE, '/incident/kind': undefined } },
        { change: { ...FIRST_NOTICE, '/declarant/position': undefined } },
      ],
    },
  },

  incidentRule({
    id: 'KB-INC-22',
    kind: 'info',
    citations: [cite('ND39-2016 PL III')],
    provenance: FROM_FORM,
    inputs: ['/incident/course', '/incident/causes'],
    at: '/incident',
    violated: ({ incident }) => incident.course === undefined || incident.causes === undefined,
    message: {
      vi: 'Chưa ghi diễn biến hoặc nguyên nhân của sự cố.',
      en: 'The course or the causes of the incident are not stated yet.',
    },
    examples: {
      holds: [{}],
      fails: [{ change: { '/incident/course': undefined } }, { change: { '/incident/causes': undefined } }],
    },
  }),
]
