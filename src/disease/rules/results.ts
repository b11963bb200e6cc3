import { cite } from '../../law/citation.ts'
import { causesVerified } from '../../law/disease-hazards.ts'
import { type DiseaseFacts, type ResultFacts, sexes } from '../facts.ts'
import {
  BY_ARITHMETIC,
  BY_POLICY,
  DATED,
  type DiseaseRule,
  diseaseName,
  FROM_FORM,
  FROM_TEXT,
  historyOf,
  resultRule,
} from './define.ts'
import { bothOf } from './person-counts.ts'

const DISEASE = '/diseases/*/disease'
const EXAMINED = bothOf('/diseases/*/examined')
const FORMER_EXAMINED = bothOf('/diseases/*/former/examined')
const DIAGNOSED = bothOf('/diseases/*/diagnosed')
const EARLIER = bothOf('/diseases/*/diagnosedEarlier')
const SUSPECTED = bothOf('/diseases/*/suspected')
const ASSESSED = bothOf('/diseases/*/assessed')
const BAND_COUNTS = ['under5', 'from5to30', 'from31'].flatMap((band) => bothOf(`/diseases/*/bands/${band}`))
const FACTORS = ['/hazards/*/factor', '/hazards/*/exposed/total'] as const

/** Ours: nationally 0.3 % in 2022; of the worst disease, noise deafness, 5 % in 2012. */
const UNUSUAL_RATE = 0.2
const ENOUGH_FOR_A_RATE = 30

/** Those examined who are still exposed. */
function stillExposed({ examined, filed }: ResultFacts): number {
  return examined.total - sexes(filed.former?.examined).total
}

function exposedToCauses({ causes }: ResultFacts, { hazards }: DiseaseFacts): number {
  return hazards
    .filter(({ filed }) => filed.factor !== undefined && causes.includes(filed.factor))
    .reduce((sum, { exposed }) => sum + exposed.total, 0)
}

/** Every rule about a row names the disease of the row. */
function nameOf({ filed }: ResultFacts, { legalDate }: DiseaseFacts): string {
  return diseaseName(filed.disease, legalDate)
}

/** Whether the rows of persons x disease can be right, by themselves and with the factors. */
export const resultRules: readonly DiseaseRule[] = [
  {
    id: 'OD-R026',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [DISEASE, '/diseases/*/name', ...DATED],
    judge: (facts) =>
      facts.results
        .filter(({ index, filed }) =>
          facts.results.some(
            (other) =>
              other.index < index &&
              filed.disease !== undefined &&
              other.filed.disease === filed.disease &&
              other.filed.name === filed.name,
          ),
        )
        .map((result) => ({
          pointer: `/diseases/${result.index}/disease`,
          params: { disease: nameOf(result, facts) },
        })),
    message: { vi: 'Bệnh {disease} được khai nhiều dòng.', en: 'Disease {disease} has several rows.' },
    fix: { vi: 'Gộp thành một dòng cho mỗi bệnh.', en: 'Put them together: one row for each disease.' },
    examples: {
      holds: [
        {},
        {
          change: {
            '/diseases/0': { disease: 'OTHER', name: 'Hội chứng ống cổ tay' },
            '/diseases/1': { disease: 'OTHER', name: 'Đau thắt lưng' },
          },
        },
      ],
      fails: [{ change: { '/diseases/1/disease': 'OD-01' } }],
    },
  },

  resultRule({
    id: 'OD-R027',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT PL 8, mục IV.1')],
    provenance: FROM_FORM,
    inputs: [DISEASE, ...EXAMINED, ...FORMER_EXAMINED, '/workforce/total', ...DATED],
    at: '/examined/total',
    violated: (result, facts) => {
      const { total } = facts.workforce
      const examined = stillExposed(result)
      return total !== null && examined > total && { disease: nameOf(result, facts), examined, total }
    },
    message: {
      vi: '{disease}: số người đang làm việc được khám ({examined}) lớn hơn tổng số lao động ({total}).',
      en: '{disease}: more of those employed were examined ({examined}) than are employed ({total}).',
    },
    fix: {
      vi: 'Ghi người đã nghỉ việc ở former; nếu do biến động lao động trong năm thì xác nhận và nêu lý do.',
      en: 'State former workers in former; if people came and went, confirm and say so.',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/diseases/0/examined': { total: 250, women: 12 },
            '/diseases/0/former/examined': { total: 10, women: 0 },
          },
        },
      ],
      fails: [{ change: { '/diseases/0/examined/total': 241 } }],
    },
  }),

  resultRule({
    id: 'OD-R028',
    kind: 'warning',
    citations: [cite('L84-2015 21.2')],
    provenance: FROM_TEXT,
    inputs: [DISEASE, ...EXAMINED, ...FORMER_EXAMINED, ...FACTORS, ...DATED],
    at: '/examined/total',
    violated: (result, facts) => {
      const { disease } = result.filed
      if (disease === undefined || !causesVerified(disease, facts.legalDate)) return false
      const exposed = exposedToCauses(result, facts)
      const examined = stillExposed(result)
      return exposed > 0 && examined > exposed && { disease: nameOf(result, facts), examined, exposed }
    },
    message: {
      vi: '{disease}: số được khám ({examined}) lớn hơn số đang tiếp xúc với các yếu tố gây bệnh ({exposed}).',
      en: '{disease}: more were examined ({examined}) than are exposed to its causes ({exposed}).',
    },
    fix: {
      vi: 'Ghi người đã thôi tiếp xúc ở former; nếu do biến động lao động thì xác nhận và nêu lý do.',
      en: 'State those no longer exposed in former; if people came and went, confirm and say so.',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/diseases/0/examined': { total: 125, women: 12 },
            '/diseases/0/former/examined': { total: 5, women: 0 },
          },
        },
        // Contact dermatitis: since 2026 the list does not say of what.
        {
          change: {
            '/diseases/0/disease': 'OD-26',
            '/hazards/0/factor': 'HZ-CHEM-CR6',
            '/diseases/0/examined/total': 125,
          },
        },
      ],
      fails: [{ change: { '/diseases/0/examined/total': 121 } }],
    },
  }),

  resultRule({
    id: 'OD-R029',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [DISEASE, ...SUSPECTED, ...EXAMINED, ...DATED],
    at: '/suspected',
    violated: (result, facts) => {
      const suspected = sexes(result.filed.suspected)
      const { examined } = result
      return (
        (suspected.total > examined.total || suspected.women > examined.women) && {
          disease: nameOf(result, facts),
          suspected: suspected.total,
          examined: examined.total,
        }
      )
    },
    message: {
      vi: '{disease}: số nghi mắc ({suspected}) lớn hơn số được khám ({examined}), tính chung hoặc tính riêng nữ.',
      en: '{disease}: more are suspected ({suspected}) than were examined ({examined}), in all or among women.',
    },
    fix: { vi: 'Sửa một trong hai số.', en: 'Correct one of the two.' },
    examples: {
      holds: [{}, { change: { '/diseases/0/suspected': { total: 120, women: 12 } } }],
      fails: [
        { change: { '/diseases/0/suspected/total': 121 } },
        { change: { '/diseases/0/suspected': { total: 20, women: 13 } } },
      ],
    },
  }),

  resultRule({
    id: 'OD-R030',
    kind: 'error',
    citations: [cite('TT19-2016-BYT PL 8, mục IV.1')],
    provenance: BY_ARITHMETIC,
    inputs: [DISEASE, ...DIAGNOSED, ...EARLIER, ...EXAMINED, ...DATED],
    at: '/diagnosed',
    violated: (result, facts) => {
      const { diagnosedNew, examined } = result
      return (
        (diagnosedNew.total > examined.total || diagnosedNew.women > examined.women) && {
          disease: nameOf(result, facts),
          diagnosed: diagnosedNew.total,
          examined: examined.total,
        }
      )
    },
    message: {
      vi: '{disease}: số được chẩn đoán trong đợt này ({diagnosed}) lớn hơn số được khám ({examined}), tính chung hoặc tính riêng nữ.',
      en: '{disease}: more were diagnosed in this round ({diagnosed}) than examined ({examined}), in all or among women.',
    },
    fix: {
      vi: 'Ghi người được khám ở đợt trước, nay mới chẩn đoán, vào diagnosedEarlier.',
      en: 'State those examined in an earlier round and diagnosed now in diagnosedEarlier.',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/diseases/0/diagnosed': { total: 130, women: 12 },
            '/diseases/0/diagnosedEarlier': { total: 10, women: 0 },
          },
        },
      ],
      fails: [
        { change: { '/diseases/0/diagnosed/total': 121 } },
        { change: { '/diseases/0/diagnosed': { total: 20, women: 13 } } },
      ],
    },
  }),

  resultRule({
    id: 'OD-R031',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [DISEASE, ...DIAGNOSED, ...EARLIER, ...SUSPECTED, ...DATED],
    at: '/suspected',
    violated: (result, facts) => {
      if (result.filed.suspected === undefined) return false
      const suspected = sexes(result.filed.suspected)
      const { diagnosedNew } = result
      return (
        (diagnosedNew.total > suspected.total || diagnosedNew.women > suspected.women) && {
          disease: nameOf(result, facts),
          diagnosed: diagnosedNew.total,
          diagnosedWomen: diagnosedNew.women,
          suspected: suspected.total,
          suspectedWomen: suspected.women,
        }
      )
    },
    message: {
      vi: '{disease}: được chẩn đoán trong đợt này {diagnosed} (nữ {diagnosedWomen}), nhiều hơn số nghi mắc {suspected} (nữ {suspectedWomen}), tính chung hoặc riêng nữ.',
      en: '{disease}: {diagnosed} were diagnosed in this round (women {diagnosedWomen}), more than the {suspected} suspected (women {suspectedWomen}), in all or among women.',
    },
    fix: {
      vi: 'Số nghi mắc gồm cả những người sau đó được chẩn đoán xác định; không theo dõi thì bỏ trống.',
      en: 'Those suspected include those diagnosed afterwards; leave it out where it was not recorded.',
    },
    examples: {
      holds: [{}, { change: { '/diseases/0/suspected': undefined } }],
      fails: [{ change: { '/diseases/0/suspected/total': 0 } }],
    },
  }),

  resultRule({
    id: 'KB-DIS-06',
    kind: 'error',
    citations: [{ kind: 'arithmetic' }],
    provenance: BY_ARITHMETIC,
    inputs: [
      DISEASE,
      ...DIAGNOSED,
      ...EARLIER,
      ...EXAMINED,
      ...FORMER_EXAMINED,
      ...bothOf('/diseases/*/former/diagnosed'),
      ...DATED,
    ],
    at: '',
    violated: (result, facts) => {
      const { diagnosed, examined, filed } = result
      const parts = [
        [sexes(filed.diagnosedEarlier), diagnosed],
        [sexes(filed.former?.examined), examined],
        [sexes(filed.former?.diagnosed), diagnosed],
      ] as const
      const isTooMany = parts.some(([part, whole]) => part.total > whole.total || part.women > whole.women)
      return isTooMany && { disease: nameOf(result, facts) }
    },
    message: {
      vi: '{disease}: một phần (diagnosedEarlier, former) lớn hơn số mà nó thuộc về.',
      en: '{disease}: a part (diagnosedEarlier, former) is larger than what it is part of.',
    },
    fix: {
      vi: 'diagnosedEarlier và former là những người đã tính trong examined, diagnosed.',
      en: 'diagnosedEarlier and former are among those counted in examined and diagnosed.',
    },
    examples: {
      holds: [{}, { change: { '/diseases/0/diagnosedEarlier': { total: 1, women: 0 } } }],
      fails: [
        { change: { '/diseases/0/diagnosedEarlier': { total: 2, women: 0 } } },
        { change: { '/diseases/0/former/examined': { total: 121, women: 0 } } },
        { change: { '/diseases/0/former/diagnosed': { total: 2, women: 0 } } },
      ],
    },
  }),

  resultRule({
    id: 'OD-R032',
    kind: 'warning',
    citations: [cite('L84-2015 46'), cite('L84-2015 47')],
    provenance: FROM_TEXT,
    inputs: [DISEASE, '/diseases/*/assessed/total', '/diseases/*/diagnosed/total', ...DATED],
    needs: ['history'],
    at: '/assessed/total',
    violated: (result, facts) => {
      const { history } = facts.context.known
      if (history === null) return false
      const before = history.cumulative.find(({ disease }) => disease === result.filed.disease)?.diagnosed ?? 0
      const known = before + result.diagnosed.total
      return result.assessed.total > known && { disease: nameOf(result, facts), assessed: result.assessed.total, known }
    },
    message: {
      vi: '{disease}: số được giám định ({assessed}) lớn hơn số đã được chẩn đoán đến nay theo hồ sơ ({known}).',
      en: '{disease}: more were assessed ({assessed}) than were ever diagnosed as filed here ({known}).',
    },
    fix: {
      vi: 'Nếu họ được chẩn đoán trước khi có hệ thống này thì xác nhận và nêu lý do.',
      en: 'If they were diagnosed before this register existed, confirm and say so.',
    },
    examples: {
      holds: [
        {},
        {
          change: { '/diseases/0/assessed/total': 4 },
          context: historyOf({ cumulative: [{ disease: 'OD-01', diagnosed: 3 }] }),
        },
      ],
      fails: [{ change: { '/diseases/0/assessed/total': 2 } }],
    },
  }),

  resultRule({
    id: 'OD-R033',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [DISEASE, '/diseases/*/assessed/total', '/diseases/*/diagnosed/total', ...DATED],
    at: '/assessed/total',
    violated: (result, facts) =>
      result.assessed.total > result.diagnosed.total && {
        disease: nameOf(result, facts),
        assessed: result.assessed.total,
        diagnosed: result.diagnosed.total,
      },
    message: {
      vi: '{disease}: số giám định ({assessed}) nhiều hơn số chẩn đoán trong đợt ({diagnosed}): có người được chẩn đoán từ trước.',
      en: '{disease}: more were assessed ({assessed}) than diagnosed in this round ({diagnosed}): some were diagnosed before.',
    },
    examples: {
      holds: [{}, { change: { '/diseases/0/assessed/total': 1 } }],
      fails: [{ change: { '/diseases/0/assessed/total': 2 } }],
    },
  }),

  resultRule({
    id: 'OD-R034',
    kind: 'error',
    citations: [cite('L84-2015 46'), cite('L84-2015 48'), cite('L84-2015 49')],
    provenance: BY_ARITHMETIC,
    inputs: [DISEASE, ...ASSESSED, ...BAND_COUNTS, ...DATED],
    at: '/bands',
    violated: (result, facts) => {
      const { assessed, filed } = result
      const bands = [filed.bands?.under5, filed.bands?.from5to30, filed.bands?.from31].map(sexes)
      const sum = bands.reduce((all, { total }) => all + total, 0)
      const women = bands.reduce((all, band) => all + band.women, 0)
      return (
        (sum !== assessed.total || women !== assessed.women) && {
          disease: nameOf(result, facts),
          sum,
          women,
          assessed: assessed.total,
          assessedWomen: assessed.women,
        }
      )
    },
    message: {
      vi: '{disease}: ba mức suy giảm cộng lại {sum} (nữ {women}), phải bằng số được giám định {assessed} (nữ {assessedWomen}).',
      en: '{disease}: the three bands add up to {sum} (women {women}) and must give those assessed, {assessed} (women {assessedWomen}).',
    },
    fix: {
      vi: 'Xếp mỗi người được giám định vào đúng một mức: dưới 5%, 5-30%, từ 31%.',
      en: 'Put everybody assessed into one band: under 5 %, 5 to 30 %, 31 % and more.',
    },
    examples: {
      holds: [
        {},
        {
          change: {
            '/diseases/0/assessed': { total: 1, women: 0 },
            '/diseases/0/bands/from31': { total: 1, women: 0 },
          },
        },
        { change: { '/diseases/0/assessed': undefined, '/diseases/0/bands': undefined } },
      ],
      fails: [
        { change: { '/diseases/0/assessed': { total: 1, women: 0 } } },
        { change: { '/diseases/0/bands/under5': { total: 0, women: 1 } } },
      ],
    },
  }),

  resultRule({
    id: 'OD-R035',
    kind: 'warning',
    citations: [cite('TT19-2016-BYT PL 8, mục IV.1')],
    provenance: FROM_FORM,
    inputs: [DISEASE, ...EXAMINED, ...FORMER_EXAMINED, ...bothOf('/workforce'), ...DATED],
    at: '/examined',
    violated: (result, facts) => {
      const { total, women } = facts.workforce
      if (total === null || women === null || stillExposed(result) > total) return false
      const former = sexes(result.filed.former?.examined)
      const examined = { women: result.examined.women - former.women, all: stillExposed(result) }
      const men = examined.all - examined.women
      return (
        (men > total - women || examined.women > women) && {
          disease: nameOf(result, facts),
          examinedMen: men,
          examinedWomen: examined.women,
          men: total - women,
          women,
        }
      )
    },
    message: {
      vi: '{disease}: được khám {examinedMen} nam, {examinedWomen} nữ, trong khi cơ sở chỉ có {men} nam, {women} nữ.',
      en: '{disease}: {examinedMen} men and {examinedWomen} women were examined, but {men} men and {women} women are employed.',
    },
    fix: {
      vi: 'Kiểm tra cột nữ; nếu do biến động lao động thì xác nhận và nêu lý do.',
      en: 'Check the column of women; if people came and went, confirm and say so.',
    },
    examples: {
      holds: [{}, { change: { '/diseases/0/examined': { total: 240, women: 35 } } }],
      fails: [
        { change: { '/diseases/0/examined': { total: 120, women: 36 } } },
        { change: { '/diseases/0/examined': { total: 210, women: 4 } } },
      ],
    },
  }),

  resultRule({
    id: 'OD-R036',
    kind: 'warning',
    citations: [cite('L84-2015 3.9'), cite('L84-2015 21.2'), cite('TT15-2016-BYT 3')],
    provenance: FROM_TEXT,
    inputs: [DISEASE, '/diseases/*/examined/total', '/diseases/*/former/examined/total', ...FACTORS, ...DATED],
    at: '/disease',
    violated: (result, facts) => {
      const { disease } = result.filed
      if (disease === undefined || !causesVerified(disease, facts.legalDate)) return false
      return (
        stillExposed(result) > 0 &&
        exposedToCauses(result, facts) === 0 && {
          disease: nameOf(result, facts),
          causes: result.causes.join(', '),
        }
      )
    },
    message: {
      vi: '{disease}: không khai yếu tố có hại nào gây bệnh này ({causes}) có người tiếp xúc.',
      en: '{disease}: none of the factors that cause it ({causes}) is stated with anybody exposed.',
    },
    fix: {
      vi: 'Thêm yếu tố gây bệnh vào hazards, hoặc ghi người đã thôi tiếp xúc ở former.',
      en: 'Add the factor to hazards, or state those no longer exposed in former.',
    },
    examples: {
      holds: [
        {},
        { change: { '/hazards/0/factor': 'HZ-DUST-TALC', '/diseases/0/former/examined': { total: 120, women: 12 } } },
      ],
      fails: [{ change: { '/hazards/0/factor': 'HZ-DUST-TALC' } }, { change: { '/hazards/0/exposed/total': 0 } }],
    },
  }),

  resultRule({
    id: 'OD-R097',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: [DISEASE, ...EXAMINED, ...DIAGNOSED, ...EARLIER, ...DATED],
    at: '/diagnosed/total',
    violated: (result, facts) => {
      const { examined, diagnosedNew } = result
      if (examined.total < ENOUGH_FOR_A_RATE || diagnosedNew.total <= UNUSUAL_RATE * examined.total) return false
      return { disease: nameOf(result, facts), percent: Math.round((100 * diagnosedNew.total) / examined.total) }
    },
    message: {
      vi: '{disease}: tỷ lệ phát hiện {percent}% cao bất thường.',
      en: '{disease}: the detection rate of {percent} % is unusually high.',
    },
    fix: { vi: 'Kiểm tra lại số liệu.', en: 'Check the numbers.' },
    examples: {
      holds: [{}, { change: { '/diseases/0/diagnosed/total': 24 } }],
      fails: [{ change: { '/diseases/0/diagnosed/total': 25 } }],
    },
  }),
]
