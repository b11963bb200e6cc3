import type { Text } from '../../rules/rule.ts'
import type { Cube } from '../cube.ts'
import { accidentsCube } from '../cubes/accidents.ts'
import { diseaseCube } from '../cubes/disease.ts'
import { environmentCube } from '../cubes/environment.ts'

export const PERIOD_KINDS = ['year', 'half'] as const
export type PeriodKind = (typeof PERIOD_KINDS)[number]

/** A table that everybody may read: which figures, by what, for which kind of period. */
export interface PublishedTable {
  readonly id: string
  readonly title: Text
  readonly cube: Cube
  /** One or two dimensions. */
  readonly by: readonly string[]
  /**
   * Counts, of which the first tells how much is lost by suppressing a cell; of a confidential cube only what is
   * hidden together there.
   */
  readonly measures: readonly string[]
  readonly period: PeriodKind
}

/**
 * No dimension stands in two tables, and none is published for years and for their halves: what one table hides could
 * else be worked out from another. The grand totals, which all share, are too large to hide anything.
 */
export const publishedTables: readonly [PublishedTable, ...PublishedTable[]] = [
  {
    id: 'accidents-by-province',
    title: { vi: 'Tai nạn lao động theo tỉnh, thành phố', en: 'Work accidents by province' },
    cube: accidentsCube,
    by: ['province'],
    measures: ['accidents', 'victims', 'deaths'],
    period: 'year',
  },
  {
    id: 'accidents-by-industry',
    title: { vi: 'Tai nạn lao động theo ngành kinh tế', en: 'Work accidents by industry' },
    cube: accidentsCube,
    by: ['industrySection'],
    measures: ['accidents', 'victims', 'deaths'],
    period: 'year',
  },
  {
    id: 'accidents-by-establishment',
    title: {
      vi: 'Tai nạn lao động theo loại hình và quy mô cơ sở',
      en: 'Work accidents by type and size of establishment',
    },
    cube: accidentsCube,
    by: ['ownership', 'sizeClass'],
    measures: ['accidents', 'victims'],
    period: 'year',
  },
  {
    id: 'accidents-by-factor',
    title: { vi: 'Tai nạn lao động theo yếu tố gây chấn thương', en: 'Work accidents by injury factor' },
    cube: accidentsCube,
    by: ['factor'],
    measures: ['accidents', 'victims'],
    period: 'year',
  },
  {
    id: 'victims-by-sex-and-age',
    title: { vi: 'Người bị nạn theo giới tính và nhóm tuổi', en: 'Victims by sex and age' },
    cube: accidentsCube,
    by: ['sex', 'ageBand'],
    measures: ['victims', 'deaths'],
    period: 'year',
  },
  {
    id: 'accidents-by-cause',
    title: { vi: 'Tai nạn lao động theo nguyên nhân', en: 'Work accidents by cause' },
    cube: accidentsCube,
    by: ['cause'],
    measures: ['accidents', 'victims'],
    period: 'half',
  },
  {
    id: 'accidents-by-class',
    title: { vi: 'Tai nạn lao động theo phân loại và hoàn cảnh', en: 'Work accidents by class and context' },
    cube: accidentsCube,
    by: ['class', 'context'],
    measures: ['accidents', 'victims'],
    period: 'half',
  },
  {
    id: 'occupational-diseases',
    title: {
      vi: 'Bệnh nghề nghiệp theo bệnh (lượt người - bệnh)',
      en: 'Occupational diseases by disease (persons x disease)',
    },
    cube: diseaseCube,
    by: ['disease'],
    measures: ['examinations', 'suspected', 'diagnosed', 'assessed'],
    period: 'year',
  },
  {
    id: 'occupational-diseases-by-province',
    title: {
      vi: 'Bệnh nghề nghiệp theo tỉnh, thành phố (lượt người - bệnh)',
      en: 'Occupational diseases by province (persons x disease)',
    },
    cube: diseaseCube,
    by: ['province'],
    measures: ['examinations', 'suspected', 'diagnosed', 'assessed'],
    period: 'year',
  },
  {
    id: 'monitoring-by-province',
    title: { vi: 'Quan trắc môi trường lao động theo tỉnh, thành phố', en: 'Workplace monitoring by province' },
    cube: environmentCube,
    by: ['province'],
    measures: ['campaigns', 'samples', 'assessedSamples', 'exceeding'],
    period: 'year',
  },
  {
    id: 'monitoring-by-factor',
    title: { vi: 'Quan trắc môi trường lao động theo yếu tố', en: 'Workplace monitoring by factor' },
    cube: environmentCube,
    by: ['factor'],
    measures: ['samples', 'assessedSamples', 'exceeding'],
    period: 'year',
  },
]
