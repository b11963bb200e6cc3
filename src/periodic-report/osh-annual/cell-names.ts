import { annualReportItem9 } from '../../reference/catalogue.ts'
import type { Text } from '../../rules/rule.ts'
import { text } from '../names.ts'

/** What Annex II of Circular 07/2016 calls its cells. */
const NAMES: Readonly<Record<string, Text>> = {
  '1.safetyStaff': { vi: 'người làm công tác an toàn, vệ sinh lao động', en: 'safety and health staff' },
  '1.medicalStaff': { vi: 'người làm công tác y tế', en: 'medical staff' },
  '1.heavyWork': {
    vi: 'người làm công việc nặng nhọc, độc hại, nguy hiểm',
    en: 'workers in heavy, harmful or dangerous work',
  },
  '1.minors': { vi: 'lao động chưa thành niên', en: 'minors' },
  '1.under15': { vi: 'lao động dưới 15 tuổi', en: 'workers under 15' },
  '1.disabled': { vi: 'lao động là người khuyết tật', en: 'workers with disabilities' },
  '1.elderly': { vi: 'lao động cao tuổi', en: 'elderly workers' },
  '2.accidents': { vi: 'tổng số vụ tai nạn lao động', en: 'accidents' },
  '2.fatalAccidents': { vi: 'số vụ có người chết', en: 'accidents with deaths' },
  '2.victims': { vi: 'số người bị tai nạn', en: 'victims' },
  '2.deaths': { vi: 'số người chết vì tai nạn', en: 'deaths' },
  '2.costs': { vi: 'chi phí cho tai nạn (triệu đồng)', en: 'costs of accidents (million VND)' },
  '2.daysOff': { vi: 'số ngày nghỉ vì tai nạn', en: 'days off because of accidents' },
  '3.total': { vi: 'số người bị bệnh nghề nghiệp cộng dồn', en: 'persons with an occupational disease' },
  '3.new': { vi: 'số người mắc mới bệnh nghề nghiệp', en: 'persons newly ill' },
  '3.daysOff': { vi: 'số ngày nghỉ vì bệnh nghề nghiệp', en: 'days off because of diseases' },
  '3.earlyRetirements': { vi: 'số người nghỉ hưu trước tuổi vì bệnh nghề nghiệp', en: 'early retirements' },
  '3.costs': { vi: 'chi phí cho bệnh nghề nghiệp (triệu đồng)', en: 'costs of diseases (million VND)' },
  '5.byItself': { vi: 'số người cơ sở tự huấn luyện', en: 'persons trained by the establishment itself' },
  '5.byProvider': { vi: 'số người thuê tổ chức huấn luyện', en: 'persons trained by a provider' },
  '5.costs': { vi: 'chi phí huấn luyện (triệu đồng)', en: 'costs of training (million VND)' },
  '6.total': { vi: 'tổng số máy, thiết bị, vật tư', en: 'machines and materials' },
  '6.strictInUse': { vi: 'loại có yêu cầu nghiêm ngặt đang sử dụng', en: 'those under strict requirements in use' },
  '6.inspected': { vi: 'số đã kiểm định', en: 'inspected' },
  '6.uninspected': { vi: 'số chưa kiểm định', en: 'not inspected' },
  '6.declared': { vi: 'số đã khai báo', en: 'declared' },
  '6.undeclared': { vi: 'số chưa khai báo', en: 'not declared' },
  '7.workers': { vi: 'số người làm thêm giờ', en: 'persons with overtime' },
  '7.hours': { vi: 'tổng số giờ làm thêm trong năm', en: 'hours of overtime in the year' },
  '7.mostInMonth': { vi: 'số giờ làm thêm cao nhất trong một tháng', en: 'most hours of overtime in one month' },
  '8.workers': { vi: 'số người được bồi dưỡng bằng hiện vật', en: 'persons with an allowance in kind' },
  '8.costs': { vi: 'chi phí bồi dưỡng bằng hiện vật (triệu đồng)', en: 'costs of allowances in kind (million VND)' },
  '9.samples': { vi: 'tổng số mẫu', en: 'samples' },
  '9.failed': { vi: 'tổng số mẫu không đạt', en: 'samples beyond the limit' },
  '10.technicalSafety': { vi: 'kỹ thuật an toàn (triệu đồng)', en: 'technical safety (million VND)' },
  '10.hygiene': { vi: 'kỹ thuật vệ sinh (triệu đồng)', en: 'hygiene (million VND)' },
  '10.protectiveEquipment': { vi: 'phương tiện bảo vệ cá nhân (triệu đồng)', en: 'protective equipment (million VND)' },
  '10.healthCare': { vi: 'chăm sóc sức khỏe (triệu đồng)', en: 'health care (million VND)' },
  '10.training': { vi: 'tuyên truyền, huấn luyện (triệu đồng)', en: 'training (million VND)' },
  '10.riskAssessment': { vi: 'đánh giá nguy cơ rủi ro (triệu đồng)', en: 'risk assessment (million VND)' },
  '10.other': { vi: 'chi khác (triệu đồng)', en: 'other costs (million VND)' },
  'M.oshSystem': { vi: 'áp dụng hệ thống quản lý', en: 'a management system is applied' },
  'M.informed': { vi: 'được tiếp cận thông tin', en: 'information reached it' },
  'M.selfInspections': { vi: 'số lần tự kiểm tra toàn diện', en: 'complete inspections by itself' },
  'M.firstAiders.trained': { vi: 'số người sơ cứu, cấp cứu được huấn luyện', en: 'first-aiders trained' },
  'M.firstAiders.present': { vi: 'số người sơ cứu, cấp cứu hiện có', en: 'first-aiders present' },
}
const TRAINED: Readonly<Record<string, Text>> = {
  trained: { vi: 'số người được huấn luyện', en: 'persons trained' },
  present: { vi: 'số người hiện có', en: 'persons present' },
}
const SAMPLES: Readonly<Record<string, Text>> = {
  samples: { vi: 'số mẫu', en: 'samples' },
  failed: { vi: 'số mẫu không đạt', en: 'samples beyond the limit' },
}

/** By the name of its cell, `9.noise.failed`: `mục 9, Tiếng ồn: số mẫu không đạt`. */
export function nameOfOshCell(line: string): Text {
  const [item = '', part = '', count = ''] = line.split('.')
  return text((language) => {
    const name = partOf(item, part, count)?.[language] ?? NAMES[line]?.[language] ?? line
    return item === 'M' ? name : `${ITEM[language]} ${item}, ${name}`
  })
}

const ITEM: Text = { vi: 'mục', en: 'item' }

/** Of items with a row for each class, group or factor. */
function partOf(item: string, part: string, count: string): Text | undefined {
  if (item === '4') return { vi: `số người sức khỏe loại ${part}`, en: `persons of health class ${part}` }
  const [trained, samples] = [TRAINED[count], SAMPLES[count]]
  if (item === '5' && trained) return { vi: `nhóm ${part}: ${trained.vi}`, en: `group ${part}: ${trained.en}` }
  if (item !== '9' || !samples) return undefined
  const factor = annualReportItem9.findEver(part)
  return text((language) => `${factor?.[language] ?? factor?.vi ?? part}: ${samples[language]}`)
}
