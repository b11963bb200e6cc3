import { hazardFactors, occupationalDiseases } from '../../reference/catalogue.ts'
import type { LegalDate } from '../../reference/legal-date.ts'
import type { Text } from '../../rules/rule.ts'
import { namedCode, text } from '../names.ts'

/** `HZ-PHY-NOISE (Tiếng ồn)`. */
export function hazardName(code: string | undefined): Text {
  return namedCode(code, hazardFactors.findEver(code ?? ''))
}

/** By the list in force on the day, else by its first version. */
export function diseaseName(code: string | undefined, on?: LegalDate): Text {
  const known = (on && occupationalDiseases.find(code ?? '', on)) ?? occupationalDiseases.findEver(code ?? '')
  return namedCode(code, known)
}

const COUNTS: Readonly<Record<string, Text>> = {
  direct: { vi: 'lao động trực tiếp sản xuất', en: 'workers in direct production' },
  hazardous: { vi: 'lao động trong điều kiện nguy hiểm, độc hại', en: 'workers in dangerous or harmful work' },
  firstAiders: { vi: 'người sơ cứu, cấp cứu', en: 'first-aiders' },
  samples: { vi: 'số mẫu', en: 'samples' },
  failed: { vi: 'số mẫu không đạt', en: 'samples beyond the limit' },
  samplesSilica: { vi: 'số mẫu bụi silic', en: 'samples of silica dust' },
  samplesOther: { vi: 'số mẫu bụi khác', en: 'samples of other dust' },
  failedSilica: { vi: 'số mẫu bụi silic không đạt', en: 'samples of silica dust beyond the limit' },
  failedOther: { vi: 'số mẫu bụi khác không đạt', en: 'samples of other dust beyond the limit' },
  exposed: { vi: 'số người tiếp xúc', en: 'persons exposed' },
  sickPersons: { vi: 'số người nghỉ ốm', en: 'persons off sick' },
  sickDays: { vi: 'số ngày nghỉ ốm', en: 'days off sick' },
  accidentPersons: { vi: 'số người nghỉ vì tai nạn', en: 'persons off after accidents' },
  accidentDays: { vi: 'số ngày nghỉ vì tai nạn', en: 'days off after accidents' },
  diseasePersons: { vi: 'số người nghỉ vì bệnh nghề nghiệp', en: 'persons off for occupational diseases' },
  diseaseDays: { vi: 'số ngày nghỉ vì bệnh nghề nghiệp', en: 'days off for occupational diseases' },
  examined: { vi: 'số người được khám', en: 'persons examined' },
  suspected: { vi: 'số người nghi mắc', en: 'persons suspected' },
  diagnosed: { vi: 'số người được chẩn đoán', en: 'persons diagnosed' },
  assessed: { vi: 'số người được giám định', en: 'persons assessed' },
  under5: { vi: 'suy giảm dưới 5%', en: 'reduction under 5 %' },
  from5to30: { vi: 'suy giảm từ 5 đến 30%', en: 'reduction of 5 to 30 %' },
  from31: { vi: 'suy giảm từ 31% trở lên', en: 'reduction of 31 % and more' },
  victims: { vi: 'số người bị tai nạn lao động', en: 'victims of accidents' },
  deaths: { vi: 'số người chết vì tai nạn lao động', en: 'deaths in accidents' },
  men: { vi: 'nam', en: 'men' },
  women: { vi: 'nữ', en: 'women' },
  amount: { vi: 'số tiền (nghìn đồng)', en: 'amount (thousand VND)' },
  trained: { vi: 'số người được tập huấn', en: 'persons trained' },
}
const OF_WOMEN: Text = { vi: ', nữ', en: ', women' }

/** By the name of its cell, `II.HZ-PHY-NOISE.samples`: `mục II, HZ-PHY-NOISE (Tiếng ồn): số mẫu`. */
export function nameOfHealthCell(line: string): Text {
  const [section, row, count = ''] = partsOf(line)
  const name = countName(count)
  return text((language) => {
    const of = row === null ? '' : `${row[language]}: `
    return `${language === 'vi' ? 'mục' : 'section'} ${section}, ${of}${name[language]}`
  })
}

/** Section, row where it has several, and what is counted. */
function partsOf(line: string): readonly [section: string, row: Text | null, count?: string | undefined] {
  const [section = '', ...rest] = line.split('.')
  const [first = '', second = '', third] = rest
  switch (section) {
    case 'II':
      return [section, hazardName(first), second]
    case 'III':
      return [section, { vi: `tháng ${first}`, en: `month ${first}` }, second]
    case 'IV':
      return first === 'distinct' ? ['IV', DISTINCT, second] : ['IV.1', diseaseName(second), third]
    case 'V':
      return [`V.${first}`, quarterRow(first, second, third), first === '3' ? second : undefined]
    case 'VI':
      return [section, { vi: `loại ${first}`, en: `class ${first}` }, second]
    case 'VII':
      return [section, { vi: `dòng ${first}`, en: `row ${first}` }, second]
    case 'VIII':
      return [section, { vi: `dòng ${first}`, en: `row ${first}` }, 'amount']
    default:
      return [section, null, first]
  }
}

const DISTINCT: Text = { vi: 'mỗi người tính một lần', en: 'each person once' }

function quarterRow(table: string, row: string, quarter = ''): Text {
  const ordinal = quarter.slice(1)
  const when = { vi: `quý ${ordinal}`, en: `quarter ${ordinal}` }
  if (table === '3') return when
  const name = table === '2' ? diseaseName(row) : { vi: `dòng ${row}`, en: `row ${row}` }
  return { vi: `${name.vi}, ${when.vi}`, en: `${name.en}, ${when.en}` }
}

function countName(count: string): Text {
  const whole = COUNTS[count]
  if (whole !== undefined) return whole
  const both = count.endsWith('Women') ? COUNTS[count.slice(0, -'Women'.length)] : undefined
  return both === undefined
    ? { vi: 'số đã ghi', en: 'the figure' }
    : { vi: `${both.vi}${OF_WOMEN.vi}`, en: `${both.en}${OF_WOMEN.en}` }
}
