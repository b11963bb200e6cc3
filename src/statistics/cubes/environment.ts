import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { latestAct } from '../../declaration/latest-act.ts'
import { SIZE_CLASSES } from '../../declaration/size-class.ts'
import { environmentFact as campaign, environmentMeasurementFact as measurement } from '../../environment/tables.ts'
import { annualReportItem9, form04Groups, hazardFactors, monitoredFactors } from '../../reference/catalogue.ts'
import type { Text } from '../../rules/rule.ts'
import { fixedCodes, listedCodes, patternCodes } from '../codes.ts'
import { type Cube, dimension, type Measure } from '../cube.ts'
import { establishmentDimensions, namedDimension, periodDimensions, unitDimensions } from '../shared-dimensions.ts'
import { isEnterprise } from './register.ts'
import { ofRegister } from './register-denominators.ts'

const SAMPLES: Text = { vi: 'mẫu', en: 'samples' }
const ENTERPRISES: Text = { vi: 'doanh nghiệp', en: 'enterprises' }
const CAMPAIGNS: Text = { vi: 'đợt', en: 'campaigns' }

/** Monitoring in the figures: by an eligible organisation, with production running, by calibrated instruments. */
const COUNTED = sql`${measurement.counted}`
const OF_CAMPAIGN = sql`${measurement.tenant_id} = ${campaign.tenant_id}
  and ${measurement.declaration_id} = ${campaign.declaration_id} and ${measurement.seq} = ${campaign.seq}`
/** Beyond a limit that was read in its text. */
const EXCEEDING = sql`${measurement.verdict} = 'exceed' and not ${measurement.advisory}`

/** Samples in the figures, of one outcome: `where` selects among single measurements what `ofCampaign` is the sum of. */
function samples(title: Text, ofCampaign: SQLWrapper, where?: SQL): Measure {
  return { title, unit: SAMPLES, base: { sum: ofCampaign }, detail: { sum: measurement.samples, where } }
}

/** Sums over the positions where something in the figures exceeds its limit. */
function atExceedingPositions(title: Text, unit: Text, ofCampaign: SQLWrapper): Measure {
  return { title, unit, base: { sum: ofCampaign }, detail: null }
}

function enterprises(title: Text, where: SQL): Measure {
  return { title, unit: ENTERPRISES, base: { distinct: campaign.tenant_id, where }, detail: 'distinct' }
}

const ownDimensions = {
  organisation: namedDimension(
    { vi: 'Tổ chức quan trắc', en: 'Monitoring organisation' },
    sql`${campaign.organisation_id}::text`,
    campaign.organisation,
  ),
  organisationEligible: dimension(
    { vi: 'Tổ chức đủ điều kiện trong ngày lấy mẫu', en: 'Organisation eligible on the day' },
    'base',
    sql`case when ${campaign.eligible} then 'yes' else 'no' end`,
    fixedCodes({ yes: { vi: 'Đủ điều kiện', en: 'Yes' }, no: { vi: 'Không đủ điều kiện', en: 'No' } }),
  ),
}

const unaffectedBy = Object.keys(ownDimensions)

/**
 * Monitoring of workplace environments. Figures hold monitoring that counts only (Decree 44/2016, Arts. 34.4 and 37.1);
 * what does not is told by `campaignsOutside`. An exceedance by a limit nobody verified is none.
 */
export const environmentCube: Cube = {
  id: 'environment',
  title: { vi: 'Quan trắc môi trường lao động', en: 'Monitoring of workplace environments' },
  description: {
    vi: 'Đợt quan trắc theo ngày lấy mẫu đầu tiên. Số liệu chỉ gồm quan trắc được tính: tổ chức đủ điều kiện, cơ sở đang sản xuất, thiết bị còn hạn hiệu chuẩn; đợt không được tính nằm ở "campaignsOutside". Vượt giới hạn chưa đối chiếu văn bản không phải là mẫu vượt, nằm ở "advisoryExceeding".',
    en: 'Campaigns by their first day of sampling. Figures hold monitoring that counts: an eligible organisation, production running, calibrated instruments; other campaigns are in "campaignsOutside". Beyond a limit that nobody verified is no exceedance and stands in "advisoryExceeding".',
  },
  base: {
    title: { vi: 'Đợt quan trắc', en: 'Campaign' },
    from: campaign,
    key: campaign.declaration_id,
    inForce: (asOf) => sql`${campaign.in_force} and ${latestAct(campaign, 'environment_fact_later', asOf)}`,
    date: campaign.sampled_on,
    reach: campaign.reach,
  },
  detail: {
    title: { vi: 'Mẫu đo', en: 'Measurement' },
    from: measurement,
    on: sql`${OF_CAMPAIGN} and ${COUNTED}`,
  },
  dimensions: {
    ...periodDimensions(campaign.sampled_on),
    ...unitDimensions({
      scheme: campaign.unit_scheme,
      province: campaign.province,
      district: campaign.district,
      commune: campaign.commune,
      currentProvince: campaign.current_province,
      currentCommune: campaign.current_commune,
    }),
    ...establishmentDimensions(
      {
        ownership: campaign.ownership,
        industryVersion: campaign.industry_version,
        industry: campaign.industry,
        sizeClass: campaign.size_class,
      },
      SIZE_CLASSES,
    ),
    ...ownDimensions,
    factor: dimension(
      { vi: 'Yếu tố quan trắc', en: 'Monitored factor' },
      'detail',
      measurement.factor,
      listedCodes(monitoredFactors),
    ),
    substance: dimension(
      { vi: 'Hóa chất (số CAS)', en: 'Substance, CAS number' },
      'detail',
      measurement.cas,
      patternCodes(/^\d{2,7}-\d{2}-\d$/, '67-64-1', ([cas]) => ({ vi: `CAS ${cas}`, en: `CAS ${cas}` })),
    ),
    hazard: dimension(
      { vi: 'Yếu tố có hại', en: 'Harmful factor' },
      'detail',
      sql`case when cardinality(${measurement.hazards}) = 0 then array['none'] else ${measurement.hazards} end`,
      listedCodes(hazardFactors, { extra: { none: { vi: 'Không gây bệnh trong danh mục', en: 'None of the list' } } }),
      { multiValued: true },
    ),
    verdict: dimension(
      { vi: 'Kết luận', en: 'Verdict' },
      'detail',
      sql`case when ${measurement.advisory} then 'advisory-' else '' end || ${measurement.verdict}`,
      fixedCodes({
        pass: { vi: 'Đạt', en: 'Within the limit' },
        exceed: { vi: 'Vượt', en: 'Beyond the limit' },
        'advisory-pass': { vi: 'Đạt, theo giới hạn chưa đối chiếu', en: 'Within a limit nobody verified' },
        'advisory-exceed': { vi: 'Vượt, theo giới hạn chưa đối chiếu', en: 'Beyond a limit nobody verified' },
        'not-assessable': { vi: 'Không đánh giá được', en: 'Not assessable' },
      }),
    ),
    form04Group: dimension(
      { vi: 'Nhóm của Mẫu số 04', en: 'Group of Form 04' },
      'detail',
      measurement.form_04_group,
      listedCodes(form04Groups),
    ),
    item9: dimension(
      { vi: 'Mục 9 của báo cáo năm', en: 'Item 9 of the annual report' },
      'detail',
      measurement.item_9,
      listedCodes(annualReportItem9),
    ),
  },
  measures: {
    campaigns: {
      title: { vi: 'Số đợt quan trắc được tính', en: 'Campaigns in the figures' },
      unit: CAMPAIGNS,
      base: { where: sql`${campaign.counted}` },
      detail: 'distinct',
    },
    campaignsOutside: {
      title: { vi: 'Số đợt quan trắc không được tính', en: 'Campaigns outside the figures' },
      unit: CAMPAIGNS,
      base: { where: sql`not ${campaign.counted}` },
      detail: null,
    },
    enterprises: enterprises(
      { vi: 'Số doanh nghiệp được quan trắc', en: 'Enterprises monitored' },
      sql`${campaign.counted}`,
    ),
    enterprisesWithHazardsMonitored: enterprises(
      { vi: 'Số doanh nghiệp có yếu tố có hại được quan trắc', en: 'Enterprises with harmful factors monitored' },
      sql`${campaign.counted} and ${isEnterprise(campaign.tenant_id, 'withHazards')}`,
    ),
    enterprisesOfHighRiskMonitored: enterprises(
      { vi: 'Số doanh nghiệp ngành nguy cơ cao được quan trắc', en: 'Enterprises in high-risk sectors monitored' },
      sql`${campaign.counted} and ${isEnterprise(campaign.tenant_id, 'ofHighRisk')}`,
    ),
    samples: samples({ vi: 'Số mẫu', en: 'Samples' }, campaign.official_samples),
    assessedSamples: samples(
      { vi: 'Số mẫu đánh giá được theo giới hạn đã đối chiếu', en: 'Samples held to a verified limit' },
      campaign.official_assessed,
      sql`${measurement.verdict} <> 'not-assessable' and not ${measurement.advisory}`,
    ),
    exceeding: samples({ vi: 'Số mẫu vượt giới hạn', en: 'Samples exceeding' }, campaign.official_exceeding, EXCEEDING),
    advisoryExceeding: samples(
      { vi: 'Số mẫu vượt giới hạn chưa đối chiếu', en: 'Samples beyond a limit nobody verified' },
      campaign.official_advisory_exceeding,
      sql`${measurement.verdict} = 'exceed' and ${measurement.advisory}`,
    ),
    notAssessable: samples(
      { vi: 'Số mẫu không đánh giá được', en: 'Samples not assessable' },
      campaign.official_not_assessable,
      sql`${measurement.verdict} = 'not-assessable'`,
    ),
    positionsExceeding: atExceedingPositions(
      { vi: 'Số vị trí có mẫu vượt', en: 'Positions exceeding' },
      { vi: 'vị trí', en: 'positions' },
      campaign.official_positions_exceeding,
    ),
    workersExceeding: atExceedingPositions(
      {
        vi: 'Số lao động tại các vị trí có mẫu vượt (ai làm ở hai vị trí được tính hai lần)',
        en: 'Workers at positions exceeding (who works at two counts twice)',
      },
      { vi: 'người', en: 'persons' },
      campaign.official_workers_exceeding,
    ),
    womenExceeding: atExceedingPositions(
      { vi: 'Số lao động nữ tại các vị trí có mẫu vượt', en: 'Women at positions exceeding' },
      { vi: 'người', en: 'persons' },
      campaign.official_women_exceeding,
    ),
  },
  ratios: {
    exceedingOfAssessed: {
      title: { vi: 'Số mẫu vượt trên 100 mẫu đánh giá được', en: 'Samples exceeding per 100 held to a verified limit' },
      numerator: 'exceeding',
      denominator: {
        basis: 'assessed-samples',
        title: { vi: 'Số mẫu đánh giá được theo giới hạn đã đối chiếu', en: 'Samples held to a verified limit' },
        measure: 'assessedSamples',
      },
      per: 100,
    },
    monitoredOfHazardous: {
      title: {
        vi: 'Số doanh nghiệp được quan trắc trên 100 doanh nghiệp có yếu tố có hại',
        en: 'Enterprises monitored per 100 with harmful factors',
      },
      numerator: 'enterprisesWithHazardsMonitored',
      denominator: ofRegister('enterprisesWithHazards', unaffectedBy),
      per: 100,
    },
    monitoredOfHighRisk: {
      title: {
        vi: 'Số doanh nghiệp được quan trắc trên 100 doanh nghiệp ngành nguy cơ cao',
        en: 'Enterprises monitored per 100 in high-risk sectors',
      },
      numerator: 'enterprisesOfHighRiskMonitored',
      denominator: ofRegister('enterprisesOfHighRisk', unaffectedBy),
      per: 100,
    },
  },
  defaultMeasures: ['campaigns', 'enterprises', 'samples', 'exceeding'],
}
