import { codeName } from '../../declaration/code-name.ts'
import { duration, hoursBetween } from '../../declaration/moments.ts'
import { cite } from '../../law/citation.ts'
import { conditions } from '../../reference/catalogue.ts'
import type { AccidentFacts } from '../facts.ts'
import { type AccidentRule, BY_ARITHMETIC, COUNTED, declarationRule, FROM_TEXT, victimRule } from './define.ts'
import { filedInjuries, filedInjuryFactor, isUnderNothingKnown, standingOf } from './filed-codes.ts'

/** Ours: the law sets no number to "at the scene"; after a day it is hardly the scene any more. */
const HOURS_AT_THE_SCENE = 24

const STATED = ['dead', 'serious', 'light', 'missing'] as const

/** Victims by condition as listed, and how many the filer says there are. */
function differences({ declaration: { casualties }, victims, counts }: AccidentFacts) {
  if (victims.length === 0) return []
  return STATED.flatMap((condition) => {
    const stated = casualties?.[condition]
    const listed = counts[condition]
    return stated === undefined || stated === listed ? [] : [{ condition, stated, listed }]
  })
}

/** The missing taken for dead: no court has declared them so, yet the class or the number of dead includes them. */
function missingTakenForDead(facts: AccidentFacts): { pointer: string; missing: number } | null {
  const { counts, accident } = facts
  if (counts.missing === 0) return null
  const tooMany = differences(facts).some(({ condition, stated, listed }) => condition === 'dead' && stated > listed)
  if (tooMany) return { pointer: '/casualties/dead', missing: counts.missing }
  if (accident.declaredClass !== 'fatal' || counts.dead > 0) return null
  return { pointer: '/accident/declaredClass', missing: counts.missing }
}

/** Factors by which somebody can be poisoned or burnt by electricity, in the lists whose codes are known well enough. */
const POISONING_FACTORS: Readonly<Record<string, ReadonlySet<string>>> = {
  'injury-factors-kb': new Set([
    'chemical-or-gas',
    'fire',
    'explosion',
    'pressure-equipment',
    'drowning-or-asphyxia',
    'other',
  ]),
  'injury-factors-tt13-2020': new Set(['3', '3.1']),
}
const ELECTRICITY_FACTORS: Readonly<Record<string, ReadonlySet<string>>> = {
  'injury-factors-kb': new Set(['electricity', 'other']),
  'injury-factors-tt13-2020': new Set(['1']),
  'injury-factors-software-old': new Set(['1']),
}

/** Injuries chosen by `concerned` where the factor is known and none of `fitting`. */
function oddWithFactor(
  facts: AccidentFacts,
  concerned: (code: string) => boolean,
  fitting: Readonly<Record<string, ReadonlySet<string>>>,
) {
  return filedInjuryFactor(facts).flatMap((factor) => {
    const standing = standingOf(factor, facts)
    const codes = fitting[factor.list.id]
    if (standing.is !== 'known' || codes === undefined || codes.has(factor.code)) return []
    return filedInjuries(facts)
      .filter((injury) => concerned(injury.code))
      .map((injury) => ({ pointer: injury.pointer, params: { injury: injury.code, factor: standing.entry.vi } }))
  })
}

const FACTOR = ['/accident/injuryFactor/list', '/accident/injuryFactor/code'] as const
const MISSING = { '/victims/1': { condition: 'missing' } } as const

/** The class of the accident and the condition of each victim (Decree 39/2016, Art. 9 and Annex II). */
export const classificationRules: readonly AccidentRule[] = [
  declarationRule({
    id: 'ACC-C01',
    kind: 'error',
    citations: [cite('ND39-2016 9')],
    provenance: FROM_TEXT,
    inputs: ['/accident/declaredClass', '/casualtiesUnknown', ...COUNTED],
    at: '/accident/declaredClass',
    violated: (facts) => {
      const { accident, declaration } = facts
      const stated = accident.declaredClass
      if (stated === undefined || stated === facts.class || missingTakenForDead(facts)) return false
      const mayStillChange = facts.class === 'undetermined' || declaration.casualtiesUnknown === true
      if (mayStillChange && facts.class !== 'fatal' && stated !== 'fatal') return false
      return { stated, found: facts.class }
    },
    message: {
      vi: 'Loại tai nạn ghi là "{stated}", nhưng theo tình trạng các nạn nhân phải là "{found}".',
      en: 'The accident is stated as "{stated}", but by the condition of the victims it is "{found}".',
    },
    fix: {
      vi: 'Sửa loại tai nạn hoặc tình trạng nạn nhân; loại tai nạn theo người nặng nhất.',
      en: 'Correct the class or the conditions; the worst victim gives the class.',
    },
    examples: {
      holds: [
        {},
        { change: { '/accident/declaredClass': undefined } },
        { change: { '/accident/declaredClass': 'serious', '/victims/0/condition': 'unknown' } },
        {
          change: {
            '/accident/declaredClass': 'undetermined',
            '/victims/0/condition': 'light',
            '/casualtiesUnknown': true,
          },
        },
      ],
      fails: [
        { change: { '/accident/declaredClass': 'light' } },
        { change: { '/victims/0/condition': 'serious' } },
        { change: { '/accident/declaredClass': 'undetermined', '/casualtiesUnknown': true } },
      ],
    },
  }),

  {
    id: 'ACC-C03',
    kind: 'error',
    citations: [cite('ND39-2016 9.2'), cite('ND39-2016 9.3'), cite('ND39-2016 PL II')],
    provenance: FROM_TEXT,
    inputs: ['/victims/*/condition', '/victims/*/injuries'],
    judge: (facts) =>
      filedInjuries(facts)
        .filter((injury) => facts.victims[injury.victim]?.condition === 'light' && !isUnderNothingKnown(injury, facts))
        .map(({ pointer, code, victim }) => ({ pointer, params: { ordinal: victim + 1, injury: code } })),
    message: {
      vi: 'Nạn nhân thứ {ordinal} ghi là bị thương nhẹ nhưng có chấn thương thuộc Phụ lục II ({injury}), tức là bị thương nặng.',
      en: 'Victim {ordinal} is stated as lightly injured with an injury of Annex II ({injury}), which makes it serious.',
    },
    fix: {
      vi: 'Sửa tình trạng thành serious, hoặc bỏ mã chấn thương nếu ghi nhầm.',
      en: 'Set the condition to serious, or remove the code if it was a mistake.',
    },
    examples: {
      holds: [
        { change: { '/victims/0/condition': 'light', '/victims/0/injuries': undefined } },
        { change: { '/victims/0/condition': 'light', '/victims/0/injuries': ['110'] } },
        { change: { '/victims/0/condition': 'serious' } },
      ],
      fails: [{ change: { '/victims/0/condition': 'light' } }],
    },
  },

  victimRule({
    id: 'ACC-C05',
    kind: 'warning',
    citations: [cite('ND39-2016 9.1.a')],
    provenance: BY_ARITHMETIC,
    inputs: ['/victims/*/death/mode', '/victims/*/death/at', '/accident/occurredAt'],
    at: '/death/at',
    violated: ({ death }, { occurredAt }) => {
      if (death?.mode !== 'A' || death.at === undefined || occurredAt === null) return false
      const hours = hoursBetween(occurredAt, new Date(death.at))
      return hours > HOURS_AT_THE_SCENE && { hours: duration(hours) }
    },
    message: {
      vi: 'Nạn nhân thứ {ordinal} ghi chết tại nơi xảy ra tai nạn nhưng thời điểm chết là {hours} sau tai nạn.',
      en: 'Victim {ordinal} is stated to have died at the scene, but {hours} after the accident.',
    },
    fix: {
      vi: 'Chọn B hoặc C nếu chết khi cấp cứu hay điều trị; nếu đúng là chết tại chỗ thì xác nhận.',
      en: 'Choose B or C for a death in emergency care or treatment; confirm it if it was at the scene.',
    },
    examples: {
      holds: [
        {},
        { change: { '/victims/0/death/at': '2026-05-13T09:40:00+07:00' } },
        { change: { '/victims/0/death': { mode: 'B', at: '2026-05-14T09:40:00+07:00' } } },
      ],
      fails: [{ change: { '/victims/0/death/at': '2026-05-13T10:45:00+07:00' } }],
    },
  }),

  victimRule({
    id: 'ACC-C06',
    kind: 'error',
    citations: [cite('ND39-2016 9.1.c')],
    provenance: FROM_TEXT,
    inputs: ['/victims/*/death/mode', '/victims/*/death/recurrence', '/victims/*/death/forensicRecord', '/preliminary'],
    at: '/death/forensicRecord',
    violated: ({ death }, { preliminary }) =>
      death?.mode === 'C' && death.recurrence === true && death.forensicRecord !== true && !preliminary,
    message: {
      vi: 'Nạn nhân thứ {ordinal} chết do vết thương tái phát nhưng chưa có kết luận tại biên bản giám định pháp y.',
      en: 'Victim {ordinal} died of a recurrence of the wound, but there is no finding of a forensic record.',
    },
    fix: {
      vi: 'Khi đã có biên bản, đặt forensicRecord = true; chưa có thì báo tin ban đầu (preliminary = true).',
      en: 'With the record at hand set forensicRecord to true; until then file a first notice (preliminary = true).',
    },
    examples: {
      holds: [
        { change: { '/victims/0/death': { mode: 'C', recurrence: true, forensicRecord: true } } },
        { change: { '/victims/0/death': { mode: 'C', recurrence: true }, '/preliminary': true } },
        { change: { '/victims/0/death': { mode: 'C' } } },
      ],
      fails: [{ change: { '/victims/0/death': { mode: 'C', recurrence: true } } }],
    },
  }),

  victimRule({
    id: 'ACC-C07',
    kind: 'info',
    citations: [cite('ND39-2016 9.1.c')],
    provenance: FROM_TEXT,
    inputs: ['/victims/*/death/mode', '/victims/*/death/recurrence', '/victims/*/death/forensicRecord'],
    at: '/death/forensicRecord',
    violated: ({ death }) => death?.mode === 'C' && death.recurrence !== true && death.forensicRecord !== true,
    message: {
      vi: 'Nạn nhân thứ {ordinal} chết trong thời gian điều trị: quy định không nói rõ có cần biên bản giám định pháp y hay không.',
      en: 'Victim {ordinal} died during treatment: the text does not say clearly whether a forensic record is needed.',
    },
    fix: {
      vi: 'Nếu có biên bản giám định pháp y, hãy ghi nhận.',
      en: 'State the forensic record if there is one.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/death': { mode: 'C', forensicRecord: true } } }],
      fails: [{ change: { '/victims/0/death': { mode: 'C' } } }],
    },
  }),

  victimRule({
    id: 'ACC-C08',
    kind: 'error',
    citations: [cite('ND39-2016 9.1.d')],
    provenance: FROM_TEXT,
    inputs: ['/victims/*/death/mode', '/victims/*/death/courtDecision'],
    at: '/death/courtDecision',
    violated: ({ death }) => death?.mode === 'D' && death.courtDecision !== true,
    message: {
      vi: 'Nạn nhân thứ {ordinal} mất tích nhưng chưa có quyết định của Tòa án tuyên bố chết.',
      en: 'Victim {ordinal} is missing, and no court has declared the death.',
    },
    fix: {
      vi: 'Chưa có quyết định thì ghi tình trạng là missing; đã có thì đặt courtDecision = true.',
      en: 'Without a decision the condition is missing; with one set courtDecision to true.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/death': { mode: 'D', courtDecision: true } } }],
      fails: [
        { change: { '/victims/0/death': { mode: 'D' } } },
        { change: { '/victims/0/death': { mode: 'D', courtDecision: false } } },
      ],
    },
  }),

  {
    id: 'ACC-C09',
    kind: 'error',
    citations: [cite('ND39-2016 9.1.d')],
    provenance: FROM_TEXT,
    inputs: ['/accident/declaredClass', ...COUNTED],
    judge: (facts) => {
      const found = missingTakenForDead(facts)
      return found ? [{ pointer: found.pointer, params: { missing: found.missing } }] : []
    },
    message: {
      vi: 'Có {missing} người mất tích chưa được Tòa án tuyên bố chết nên chưa được tính là người chết.',
      en: '{missing} missing, whom no court has declared dead, do not count as dead.',
    },
    fix: {
      vi: 'Không tính người mất tích vào số người chết và loại tai nạn.',
      en: 'Leave the missing out of the number of dead and of the class.',
    },
    examples: {
      holds: [
        {},
        { change: { ...MISSING, '/casualties': { dead: 1, missing: 1 } } },
        { change: { '/victims/0/condition': 'missing', '/accident/declaredClass': 'undetermined' } },
      ],
      fails: [
        { change: { ...MISSING, '/casualties': { dead: 2 } } },
        { change: { '/victims/0/condition': 'missing' } },
      ],
    },
  },

  victimRule({
    id: 'ACC-C10',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: ['/victims/*/condition', '/victims/*/death/at', '/victims/*/death/mode'],
    at: '/death',
    violated: ({ condition, death }) =>
      condition !== undefined &&
      condition !== 'dead' &&
      (death?.at !== undefined || death?.mode !== undefined) && { condition: codeName(conditions, condition) },
    message: {
      vi: 'Nạn nhân thứ {ordinal} có thông tin về việc chết nhưng tình trạng lại ghi là "{condition}".',
      en: 'Victim {ordinal} has details of a death, yet the condition is "{condition}".',
    },
    fix: {
      vi: 'Sửa tình trạng thành dead hoặc bỏ phần death.',
      en: 'Set the condition to dead, or remove death.',
    },
    examples: {
      holds: [{}, { change: { '/victims/0/condition': 'serious', '/victims/0/death': {} } }],
      fails: [
        { change: { '/victims/0/condition': 'serious', '/victims/0/death/mode': undefined } },
        { change: { '/victims/0/condition': 'light', '/victims/0/death/at': undefined } },
      ],
    },
  }),

  {
    id: 'ACC-C13',
    kind: 'info',
    citations: [cite('ND39-2016 PL II')],
    provenance: BY_ARITHMETIC,
    inputs: ['/victims/*/injuries', ...FACTOR],
    judge: (facts) => oddWithFactor(facts, (code) => code.startsWith('06'), POISONING_FACTORS),
    message: {
      vi: 'Chấn thương {injury} là nhiễm độc, nhưng yếu tố gây chấn thương lại là "{factor}".',
      en: 'Injury {injury} is a poisoning, but the injury factor is "{factor}".',
    },
    fix: { vi: 'Kiểm tra lại mã chấn thương và yếu tố.', en: 'Check the injury and the factor.' },
    examples: {
      holds: [
        {},
        {
          change: {
            '/victims/0/injuries': ['061'],
            '/accident/injuryFactor': { list: 'injury-factors-kb', code: 'chemical-or-gas' },
          },
        },
        {
          change: {
            '/victims/0/injuries': ['061'],
            '/accident/injuryFactor': { list: 'injury-factors-tt13-2020', code: '9' },
          },
        },
      ],
      fails: [
        { change: { '/victims/0/injuries': ['061'] } },
        {
          change: {
            '/victims/0/injuries': ['061'],
            '/accident/injuryFactor': { list: 'injury-factors-tt13-2020', code: '1' },
          },
        },
      ],
    },
  },

  {
    id: 'ACC-C14',
    kind: 'info',
    citations: [cite('ND39-2016 PL II')],
    provenance: BY_ARITHMETIC,
    inputs: ['/victims/*/injuries', ...FACTOR],
    judge: (facts) => oddWithFactor(facts, (code) => code === '054', ELECTRICITY_FACTORS),
    message: {
      vi: 'Chấn thương {injury} là bỏng điện, nhưng yếu tố gây chấn thương lại là "{factor}".',
      en: 'Injury {injury} is an electrical burn, but the injury factor is "{factor}".',
    },
    fix: { vi: 'Kiểm tra lại mã chấn thương và yếu tố.', en: 'Check the injury and the factor.' },
    examples: {
      holds: [
        {},
        {
          change: {
            '/victims/0/injuries': ['054'],
            '/accident/injuryFactor': { list: 'injury-factors-kb', code: 'electricity' },
          },
        },
      ],
      fails: [{ change: { '/victims/0/injuries': ['054'] } }],
    },
  },

  {
    id: 'KB-ACC-15',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...COUNTED, '/preliminary', '/casualtiesUnknown'],
    judge: (facts) => {
      const { preliminary, declaration, counts } = facts
      const someUnlisted = preliminary || declaration.casualtiesUnknown === true || counts.unknown > 0
      const missing = missingTakenForDead(facts)?.pointer
      return differences(facts)
        .filter(({ stated, listed }) => !(someUnlisted && stated > listed))
        .map(({ condition, stated, listed }) => ({
          pointer: `/casualties/${condition}`,
          params: { condition: codeName(conditions, condition), stated, listed },
        }))
        .filter(({ pointer }) => pointer !== missing)
    },
    message: {
      vi: 'Số người "{condition}" ghi là {stated}, nhưng danh sách nạn nhân có {listed}.',
      en: 'The number "{condition}" is stated as {stated}, but {listed} such victims are listed.',
    },
    fix: {
      vi: 'Bổ sung nạn nhân còn thiếu hoặc sửa con số; đã liệt kê đủ thì có thể bỏ casualties.',
      en: 'List the victims who are missing or correct the number; with a full list casualties can be left out.',
    },
    examples: {
      holds: [
        { change: { '/casualties': { dead: 1, serious: 0 } } },
        { change: { '/casualties': { dead: 1, serious: 3 }, '/preliminary': true } },
        { change: { '/casualties': { dead: 1, serious: 3 }, '/casualtiesUnknown': true } },
        { change: { '/casualties': { dead: 2 }, '/victims/1': { condition: 'unknown' } } },
        { change: { ...MISSING, '/casualties': { dead: 2 } } },
      ],
      fails: [
        { change: { '/casualties': { dead: 1, serious: 3 } } },
        { change: { '/casualties': { dead: 0 }, '/preliminary': true } },
      ],
    },
  },
]
