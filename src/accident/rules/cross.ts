import { cite } from '../../law/citation.ts'
import { hazardFactors } from '../../reference/catalogue.ts'
import { daysBetween, type LegalDate, legalDate, legalDateOf } from '../../reference/legal-date.ts'
import type { Text, Violation } from '../../rules/rule.ts'
import { totalOf } from '../casualties.ts'
import type { AccidentFacts } from '../facts.ts'
import type { AccidentTotals, ReportOfAccidents, VictimElsewhere } from '../known.ts'
import { sampleContext } from '../sample.ts'
import {
  type AccidentContext,
  type AccidentRule,
  BY_ARITHMETIC,
  BY_POLICY,
  COUNTED,
  declarationRule,
} from './define.ts'
import { filedInjuryFactor } from './filed-codes.ts'
import { knowing } from './knowing.ts'

const ANOTHER = '0198f000-0000-7000-8000-000000000005'
const A_REPORT = '0198f000-0000-7000-8000-000000000006'

const FIGURES: readonly { readonly name: keyof AccidentTotals; readonly text: Text }[] = [
  { name: 'accidents', text: { vi: 'số vụ', en: 'accidents' } },
  { name: 'fatalAccidents', text: { vi: 'số vụ chết người', en: 'fatal accidents' } },
  { name: 'victims', text: { vi: 'số người bị nạn', en: 'victims' } },
  { name: 'deaths', text: { vi: 'số người chết', en: 'deaths' } },
  { name: 'serious', text: { vi: 'số người bị thương nặng', en: 'seriously injured' } },
]

/** Injury factors that are harmful factors too, as lists stand beside each other here: nobody published such a table. */
const HARMFUL: Readonly<Record<string, (hazard: string) => boolean>> = {
  'injury-factors-kb/chemical-or-gas': (hazard) => hazardFactors.findEver(hazard)?.attributes.group === 'chemical',
  'injury-factors-kb/radiation': (hazard) => hazard === 'HZ-PHY-IONRAD',
  'injury-factors-tt13-2020/2': (hazard) => hazard === 'HZ-PHY-IONRAD',
}

/** The same person hurt within a day: one accident declared twice, or a wrong number. */
function isWithinADay({ on }: VictimElsewhere, { legalDate: day }: AccidentFacts): boolean {
  return Math.abs(daysBetween(on, day)) <= 1
}

/** By one declaration the victim was dead before the accident of the other; null where there is nothing wrong. */
function hurtAfterDeath(elsewhere: VictimElsewhere, facts: AccidentFacts): { died: LegalDate; on: LegalDate } | null {
  const { legalDate: day, present } = facts
  if (elsewhere.died !== null && elsewhere.died < day) return { died: elsewhere.died, on: day }
  const victim = present.victims[elsewhere.victim]
  if (victim?.condition !== 'dead') return null
  const died = victim.diedAt === null ? day : legalDateOf(victim.diedAt)
  return died < elsewhere.on ? { died, on: elsewhere.on } : null
}

/** That the whole of it was filed before is told by KB-GEN-01. */
function victimsElsewhere({ context: { known, sameContentAs } }: AccidentFacts): readonly VictimElsewhere[] {
  return (known?.victims ?? []).filter(({ declaration }) => declaration !== sameContentAs)
}

const PERSON = '/victims/*/person/idNumber'
const at = ({ victim }: VictimElsewhere) => ({ pointer: `/victims/${victim}/person/idNumber`, ordinal: victim + 1 })

/** The accident beside what else the same establishment declared and reported. What the office finds over the base it finds so too. */
export const crossRules: readonly AccidentRule[] = [
  {
    // An accident is declared at once (Law 84/2015, Art. 34.1): it does not wait because another record may be wrong. The
    // office finds both side by side.
    id: 'KB-ACC-32',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [PERSON, '/accident/occurredAt'],
    needs: ['history'],
    judge: (facts) =>
      victimsElsewhere(facts)
        .filter((elsewhere) => isWithinADay(elsewhere, facts))
        .map((elsewhere): Violation => {
          const { pointer, ordinal } = at(elsewhere)
          return { pointer, params: { ordinal, declaration: elsewhere.declaration, on: elsewhere.on } }
        }),
    message: {
      vi: 'Nạn nhân thứ {ordinal} đã là nạn nhân trong hồ sơ {declaration} của chính cơ sở (tai nạn ngày {on}).',
      en: 'Victim {ordinal} is a victim in declaration {declaration} of the same establishment already (accident of {on}).',
    },
    fix: {
      vi: 'Nếu là cùng một vụ thì sửa đổi hồ sơ đó (PUT /v1/accident-declarations/{declaration}), không nộp hồ sơ thứ hai; nếu số định danh sai thì sửa. Cơ quan quản lý thấy cả hai hồ sơ.',
      en: 'If it is the same accident, amend that declaration (PUT /v1/accident-declarations/{declaration}) instead of filing a second one; correct the number if it is wrong. The office sees both declarations.',
    },
    examples: {
      holds: [
        {},
        { context: elsewhere({ on: '2026-05-14' }) },
        { context: elsewhere({ on: '2026-05-10' }) },
        { context: { ...elsewhere({ on: '2026-05-12' }), sameContentAs: ANOTHER } },
      ],
      fails: [{ context: elsewhere({ on: '2026-05-13' }) }, { context: elsewhere({ on: '2026-05-11' }) }],
    },
  },

  {
    id: 'KB-ACC-33',
    kind: 'info',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [PERSON, '/accident/occurredAt', '/victims/*/condition', '/victims/*/death/at'],
    needs: ['history'],
    judge: (facts) =>
      victimsElsewhere(facts).flatMap((elsewhere) => {
        const wrong = isWithinADay(elsewhere, facts) ? null : hurtAfterDeath(elsewhere, facts)
        const { pointer, ordinal } = at(elsewhere)
        return wrong === null ? [] : [{ pointer, params: { ordinal, declaration: elsewhere.declaration, ...wrong } }]
      }),
    message: {
      vi: 'Nạn nhân thứ {ordinal} cũng có trong hồ sơ {declaration}: theo hai hồ sơ, người này chết ngày {died} mà vẫn bị tai nạn ngày {on}.',
      en: 'Victim {ordinal} is in declaration {declaration} too: by the two of them this person died on {died} and was hurt on {on}.',
    },
    fix: {
      vi: 'Kiểm tra số định danh, ngày tai nạn và tình trạng trong hai hồ sơ; sửa hồ sơ sai. Cơ quan quản lý thấy cả hai hồ sơ.',
      en: 'Check the number, the days and the condition in both; correct the one that is wrong. The office sees both declarations.',
    },
    examples: {
      holds: [
        {},
        { context: elsewhere({ on: '2026-05-13', died: '2026-05-13' }) },
        { context: elsewhere({ on: '2026-03-02' }) },
        { change: { '/victims/0/condition': 'serious' }, context: elsewhere({ on: '2026-06-02' }) },
        { context: elsewhere({ on: '2026-03-02', died: '2026-05-12' }) },
      ],
      fails: [
        { context: elsewhere({ on: '2026-03-02', died: '2026-03-05' }) },
        { context: elsewhere({ on: '2026-06-02' }) },
        { change: { '/victims/0/death/at': undefined }, context: elsewhere({ on: '2026-06-02' }) },
      ],
    },
  },

  {
    id: 'KB-ACC-34',
    kind: 'info',
    citations: [cite('L84-2015 36.1'), { kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [...COUNTED, '/accident/occurredAt'],
    needs: ['history'],
    judge: (facts) => {
      const own = totalsOf(facts)
      if (own === null) return []
      return (facts.context.known?.reports ?? []).flatMap((report) => {
        const lacking = lackingIn(report, own)
        if (lacking.length === 0) return []
        const figures = (language: keyof Text, has: string) =>
          lacking.map(({ text, reported, declared }) => `${text[language]} ${reported}, ${has} ${declared}`).join('; ')
        return [
          {
            pointer: '/accident/occurredAt',
            params: {
              report: report.id,
              period: report.period,
              figures: { vi: figures('vi', 'theo hồ sơ khai báo'), en: figures('en', 'declared') },
            },
          },
        ]
      })
    },
    message: {
      vi: 'Báo cáo {report} kỳ {period} đã gửi chưa gồm vụ này, vì ghi ít hơn các hồ sơ đã khai báo kể cả hồ sơ này: {figures}.',
      en: 'Report {report} of {period} cannot hold this accident, since it has less than what is declared with this one: {figures}.',
    },
    fix: {
      vi: 'Sửa đổi báo cáo đó (PUT /v1/periodic-reports/{report}); nếu báo cáo đúng thì sửa hồ sơ này.',
      en: 'Amend that report (PUT /v1/periodic-reports/{report}); if it is right, correct this declaration.',
    },
    examples: {
      holds: [
        {},
        { context: afterReport({ accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1, serious: 0 }) },
        { context: afterReport({ accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1, serious: null }) },
      ],
      fails: [
        { context: afterReport({}) },
        { context: afterReport({ accidents: 1, victims: 1 }) },
        {
          context: afterReport(
            { accidents: 1, fatalAccidents: 1, victims: 1, deaths: 1 },
            { accidents: 1, victims: 1 },
          ),
        },
      ],
    },
  },

  declarationRule({
    id: 'ENV-148',
    kind: 'info',
    citations: [cite('ND44-2016 35.4')],
    provenance: BY_POLICY,
    inputs: ['/accident/injuryFactor/list', '/accident/injuryFactor/code'],
    needs: ['register'],
    at: '/accident/injuryFactor',
    violated: (facts) => {
      const registered = facts.context.register?.hazardFactors ?? []
      const [filed] = filedInjuryFactor(facts)
      const isMeant = filed && HARMFUL[`${filed.list.id}/${filed.code}`]
      // Where the register names no hazard at all, nobody has told what the dossier holds.
      if (isMeant === undefined || registered.length === 0 || registered.some(isMeant)) return false
      const entry = filed?.list.findEver(filed.code)
      return { factor: { vi: entry?.vi ?? '', en: entry?.en ?? entry?.vi ?? '' } }
    },
    message: {
      vi: 'Yếu tố gây chấn thương "{factor}" cho thấy có yếu tố có hại mà hồ sơ vệ sinh lao động trong sổ đăng ký chưa nêu.',
      en: 'Injury factor "{factor}" shows a harmful factor that the hygiene dossier, as registered, does not name.',
    },
    fix: {
      vi: 'Rà soát, cập nhật hồ sơ vệ sinh lao động và hazardFactors trong sổ đăng ký.',
      en: 'Review the hygiene dossier and bring hazardFactors of the register up to date.',
    },
    examples: {
      holds: [
        {},
        { change: { '/accident/injuryFactor/code': 'chemical-or-gas' } },
        {
          change: { '/accident/injuryFactor/code': 'chemical-or-gas' },
          context: registered(['HZ-PHY-NOISE', 'HZ-CHEM-CO']),
        },
        { context: registered(['HZ-PHY-NOISE']) },
      ],
      fails: [
        { change: { '/accident/injuryFactor/code': 'chemical-or-gas' }, context: registered(['HZ-PHY-NOISE']) },
        {
          change: { '/accident/injuryFactor': { list: 'injury-factors-tt13-2020', code: '2' } },
          context: registered(['HZ-CHEM-CO']),
        },
      ],
    },
  }),
]

/** What the accident adds to the figures; null where it was found to be none of work. */
function totalsOf({ present: { counts, counted } }: AccidentFacts): AccidentTotals | null {
  if (!counted) return null
  return {
    accidents: 1,
    fatalAccidents: Number(counts.dead > 0),
    victims: totalOf(counts),
    deaths: counts.dead,
    serious: counts.serious,
  }
}

/** A report may hold more than must be declared, never less. */
function lackingIn({ reported, elsewhere: others }: ReportOfAccidents, own: AccidentTotals) {
  return FIGURES.flatMap(({ name, text }) => {
    const filed = reported[name]
    const declared = (others[name] ?? 0) + (own[name] ?? 0)
    return filed !== null && filed < declared ? [{ text, reported: filed, declared }] : []
  })
}

function elsewhere({ on, died }: { on: string; died?: string }): Partial<AccidentContext> {
  return knowing({
    victims: [
      { victim: 0, declaration: ANOTHER, on: legalDate(on), died: died === undefined ? null : legalDate(died) },
    ],
  })
}

function afterReport(
  reported: Partial<AccidentTotals>,
  others: Partial<AccidentTotals> = {},
): Partial<AccidentContext> {
  const nothing = { accidents: 0, fatalAccidents: 0, victims: 0, deaths: 0, serious: 0 }
  const report = {
    id: A_REPORT,
    period: '2026-H1',
    reported: { ...nothing, ...reported },
    elsewhere: { ...nothing, ...others },
  }
  return knowing({ reports: [report] })
}

function registered(hazards: readonly string[]): Partial<AccidentContext> {
  const { register } = sampleContext
  return { register: register && { ...register, hazardFactors: hazards } }
}
