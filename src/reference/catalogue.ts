import { readCodeEntries } from './code-entries.ts'
import { CodeList, type CodeListDefinition } from './code-list.ts'
import { readCountries } from './countries.ts'
import { byCharacter, byDot, byFirstTwoCharacters } from './wider-codes.ts'

/** A list kept in the data file of its own name. */
function listed(definition: CodeListDefinition): CodeList {
  return new CodeList(definition, () => readCodeEntries(definition.id, definition.basis))
}

export const administrativeUnits2025 = listed({
  id: 'administrative-units-vn-2025',
  title: {
    vi: 'Đơn vị hành chính hai cấp từ ngày 01/7/2025',
    en: 'Administrative units of two levels, since 1 July 2025',
  },
  basis: 'QD19-2025',
  complete: true,
  note: null,
})

export const administrativeUnits2004 = listed({
  id: 'administrative-units-vn-2004',
  title: {
    vi: 'Đơn vị hành chính ba cấp đến ngày 30/6/2025',
    en: 'Administrative units of three levels, until 30 June 2025',
  },
  basis: 'QD124-2004',
  complete: true,
  note: {
    vi: 'Trạng thái từ ngày 01/11/2021; ngày thay đổi trước 2025 có thể lệch đến hai tháng so với nghị quyết từng đơn vị.',
    en: 'States since 1 November 2021; dates of changes before 2025 may differ by up to two months from the resolution.',
  },
})

export const industries2025 = listed({
  id: 'vsic-2025',
  title: { vi: 'Hệ thống ngành kinh tế Việt Nam 2025', en: 'Viet Nam Standard Industrial Classification 2025' },
  basis: 'QD36-2025',
  complete: true,
  note: null,
  widerCodes: byCharacter,
})

export const industries2018 = listed({
  id: 'vsic-2018',
  title: { vi: 'Hệ thống ngành kinh tế Việt Nam 2018', en: 'Viet Nam Standard Industrial Classification 2018' },
  basis: 'QD27-2018',
  complete: false,
  note: {
    vi: 'Chỉ có cấp 1 và cấp 2, theo bản sao công khai chưa đối chiếu với văn bản gốc; cấp 3 đến 5 không được kiểm tra.',
    en: 'Levels 1 and 2 only, from public copies not compared with the official text; levels 3 to 5 are not checked.',
  },
  widerCodes: byCharacter,
})

export const occupations = listed({
  id: 'occupations-2020',
  title: { vi: 'Danh mục nghề nghiệp Việt Nam 2020', en: 'Viet Nam list of occupations 2020' },
  basis: 'QD34-2020',
  complete: false,
  note: {
    vi: 'Chỉ có cấp 1 và cấp 2; cấp 3 đến 5 không được kiểm tra. Tên tiếng Anh là của ISCO-08 (ILO, CC BY 4.0).',
    en: 'Levels 1 and 2 only; levels 3 to 5 are not checked. English titles are those of ISCO-08 (ILO, CC BY 4.0).',
  },
  widerCodes: byCharacter,
})

export const accidentCauses = listed({
  id: 'accident-causes',
  title: { vi: 'Nguyên nhân tai nạn lao động', en: 'Causes of work accidents' },
  basis: 'ND39-2016',
  complete: true,
  note: {
    vi: 'Các dòng mục 1.1 Phụ lục XII; số mã lấy từ phần mềm làm theo mẫu này.',
    en: 'The rows of section 1.1 of Annex XII; the code numbers are those of software built from the form.',
  },
})

export const injuryFactors2020 = listed({
  id: 'injury-factors-tt13-2020',
  title: {
    vi: 'Yếu tố gây chấn thương (Phụ lục IV Thông tư 13/2020)',
    en: 'Injury factors (Annex IV of Circular 13/2020)',
  },
  basis: 'TT13-2020-BLDTBXH',
  complete: false,
  note: {
    vi: 'Chỉ đọc được đến mã 3.2; các mã tiếp theo không được kiểm tra.',
    en: 'Known up to code 3.2 only; later codes are not checked.',
  },
  widerCodes: byDot,
})

export const injuryFactorsOfSoftware = listed({
  id: 'injury-factors-software-old',
  title: { vi: 'Yếu tố gây chấn thương (phần mềm cũ)', en: 'Injury factors (earlier software)' },
  basis: 'KB-POLICY',
  complete: false,
  note: {
    vi: 'Để đọc dữ liệu cũ; chỉ biết các mã 1 đến 9, chưa rõ văn bản gốc.',
    en: 'For reading old data; only codes 1 to 9 are known, and not the text they come from.',
  },
})

export const injuryFactors1996 = listed({
  id: 'injury-factors-tt23-old',
  title: {
    vi: 'Yếu tố gây chấn thương (Thông tư 23/LĐTBXH-TT cũ)',
    en: 'Injury factors (former Circular 23/LĐTBXH-TT)',
  },
  basis: 'KB-POLICY',
  complete: false,
  note: {
    vi: 'Để đọc dữ liệu cũ; lấy từ bảng mã của một phần mềm, chưa đối chiếu với Thông tư.',
    en: 'For reading old data; from the code table of a software, not compared with the circular.',
  },
  widerCodes: byFirstTwoCharacters,
})

export const injuryFactorsProvisional = listed({
  id: 'injury-factors-kb',
  title: {
    vi: 'Yếu tố gây chấn thương (danh mục tạm của Khai Báo)',
    en: 'Injury factors (provisional list of Khai Báo)',
  },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Danh mục tạm của Khai Báo cho đến khi có đủ Phụ lục IV Thông tư 13/2020; không phải mã chính thức.',
    en: 'Our own, until the whole of Annex IV of Circular 13/2020 is at hand; these are not official codes.',
  },
})

export const seriousInjuries = listed({
  id: 'serious-injuries',
  title: {
    vi: 'Danh mục chấn thương để xác định tai nạn lao động nặng',
    en: 'Injuries that make a work accident serious',
  },
  basis: 'ND39-2016',
  complete: false,
  note: {
    vi: 'Phụ lục II; các mã 034 đến 066 chưa đối chiếu với văn bản chính thức.',
    en: 'Annex II; codes 034 to 066 have not been compared with the official text.',
  },
  widerCodes: byFirstTwoCharacters,
})

export const establishmentTypes = listed({
  id: 'establishment-types',
  title: { vi: 'Loại hình cơ sở', en: 'Types of establishment' },
  basis: 'ND39-2016',
  complete: false,
  note: {
    vi: 'Phụ lục XII dẫn chiếu danh mục đơn vị của chế độ báo cáo thống kê; các mã này lấy từ phần mềm.',
    en: 'Annex XII refers to the list of units used in statistical reports; these codes are those of software.',
  },
})

export const employmentRelations = listed({
  id: 'employment-relations',
  title: { vi: 'Quan hệ lao động của người bị nạn', en: 'Employment relation of the victim' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'has-contract = no: làm việc không theo hợp đồng lao động, do UBND cấp xã khai báo; công chức và thành viên hợp tác xã là yes.',
    en: 'has-contract = no: works without a labour contract, declared by the commune; civil servants and members are yes.',
  },
})

export const vulnerableGroups = listed({
  id: 'vulnerable-groups',
  title: { vi: 'Nhóm lao động đặc thù', en: 'Vulnerable groups of workers' },
  basis: 'KB-POLICY',
  complete: true,
  note: { vi: 'Mã của Khai Báo theo cách gọi của luật.', en: "Our codes for the law's wording." },
})

export const specialFields = listed({
  id: 'special-fields',
  title: { vi: 'Lĩnh vực đặc thù', en: 'Special fields' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Mã của Khai Báo cho các lĩnh vực nêu tại Điều 10 khoản 2 Nghị định 39/2016 và cho hàng hải.',
    en: 'Our codes for the fields named in Article 10.2 of Decree 39/2016, and for maritime work.',
  },
})

export const recipients = listed({
  id: 'recipients',
  title: { vi: 'Nơi nhận khai báo tai nạn lao động', en: 'Authorities that receive accident declarations' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Mã của Khai Báo; cơ quan và thời hạn theo Nghị định 39/2016 và Nghị định 129/2025.',
    en: 'Our codes; the authorities and their dates follow Decree 39/2016 and Decree 129/2025.',
  },
})

export const channels = listed({
  id: 'channels',
  title: { vi: 'Hình thức khai báo', en: 'Channels of declaration' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'declaration: cơ sở dùng để khai báo. on-behalf: tin đến cơ quan ghi nhận thay cho cơ sở.',
    en: 'declaration: used by the employer. on-behalf: how news reached an office that records it for the employer.',
  },
})

export const accidentContexts = listed({
  id: 'accident-contexts',
  title: { vi: 'Hoàn cảnh xảy ra tai nạn', en: 'Context of the accident' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Mã của Khai Báo; report-section là mục của Phụ lục XII Nghị định 39/2016.',
    en: 'Our codes; report-section is the section of Annex XII of Decree 39/2016.',
  },
})

export const deathModes = listed({
  id: 'death-modes',
  title: { vi: 'Trường hợp chết người', en: 'Modes of death' },
  basis: 'ND39-2016',
  complete: true,
  note: { vi: 'Các điểm a đến d khoản 1 Điều 9.', en: 'Points a to d of Article 9.1.' },
})

export const conditions = listed({
  id: 'conditions',
  title: { vi: 'Tình trạng của người bị nạn', en: 'Condition of the victim' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Mẫu Phụ lục III có ba tình trạng; mất tích và chưa rõ là của Khai Báo.',
    en: 'The form of Annex III has three; missing and not yet known are ours.',
  },
})

export const countries = new CodeList(
  {
    id: 'countries',
    title: { vi: 'Quốc gia và vùng lãnh thổ', en: 'Countries and territories' },
    basis: 'ISO-3166-1',
    complete: true,
    note: null,
  },
  readCountries,
)

function esaw(variable: string, vi: string, en: string): CodeList {
  return listed({
    id: `esaw-${variable}`,
    title: { vi: `ESAW: ${vi}`, en: `ESAW: ${en}` },
    basis: 'EUROSTAT-ESAW',
    complete: false,
    note: {
      vi: 'Phân loại thống kê của Eurostat, chỉ có tên tiếng Anh.',
      en: 'Statistical classification of Eurostat; titles in English only.',
    },
  })
}

export const esawContactModes = esaw(
  'contact-mode-of-injury',
  'kiểu tiếp xúc gây thương tích',
  'contact, mode of injury',
)
export const esawDeviations = esaw('deviation', 'diễn biến bất thường', 'deviation')
export const esawMaterialAgents = esaw('material-agent-group', 'nhóm tác nhân vật chất', 'group of material agents')
export const esawPartsOfBody = esaw('part-of-body', 'bộ phận cơ thể', 'part of body injured')
export const esawActivities = esaw('specific-physical-activity', 'hoạt động cụ thể', 'specific physical activity')
export const esawInjuries = esaw('type-of-injury', 'loại thương tích', 'type of injury')

export const hazardFactors = listed({
  id: 'hazard-factors',
  title: { vi: 'Yếu tố có hại', en: 'Hazard factors' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Mã của Khai Báo; tên theo Điều 33 Nghị định 44/2016 và các phụ lục bệnh nghề nghiệp. monitored-factors: mã hoặc số CAS được đo cho yếu tố này, do Khai Báo nối.',
    en: 'Our codes; names of Article 33 of Decree 44/2016 and of the annexes on diseases. monitored-factors: codes or CAS numbers measured for the factor; the link is ours.',
  },
})

export const monitoredFactors = listed({
  id: 'monitored-factors',
  title: { vi: 'Yếu tố được quan trắc', en: 'Monitored factors' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Mã của Khai Báo; hóa chất ghi mã CH-INORG hoặc CH-ORG kèm số CAS. Khoảng thường gặp (usual) và khoảng có thể (hard) là chính sách của Khai Báo, không phải luật.',
    en: 'Our codes; a chemical is CH-INORG or CH-ORG with its CAS number. The usual and the possible (hard) ranges are policy of Khai Báo, not law.',
  },
})

export const measurementUnits = listed({
  id: 'measurement-units',
  title: { vi: 'Đơn vị đo', en: 'Units of measurement' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'aliases: cách viết khác được hiểu như nhau, cách nhau bằng dấu chấm phẩy; ucum: mã UCUM.',
    en: 'aliases: other ways of writing that are read as the same, parted by semicolons; ucum: the UCUM code.',
  },
})

export const form04Groups = listed({
  id: 'form-04-groups',
  title: { vi: 'Nhóm kết quả của Mẫu số 04', en: 'Result groups of Form 04' },
  basis: 'ND44-2016',
  complete: true,
  note: null,
})

export const annualReportItem9 = listed({
  id: 'annual-report-item-9',
  title: { vi: 'Các yếu tố tại mục 9 báo cáo năm', en: 'Factors of item 9 of the annual report' },
  basis: 'TT07-2016-BLDTBXH',
  complete: true,
  note: {
    vi: 'Các dòng mục 9 Phụ lục II; mã của Khai Báo.',
    en: 'The rows of item 9 of Annex II; the codes are ours.',
  },
})

export const occupationalDiseases = listed({
  id: 'occupational-diseases',
  title: { vi: 'Bệnh nghề nghiệp', en: 'Occupational diseases' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Số thứ tự của Thông tư 15/2016, Thông tư 02/2023 và Thông tư 60/2025. hazard-factors-verified = no: liên hệ bệnh và yếu tố là suy luận. OTHER được ghi nhận, không tính là bệnh được bảo hiểm.',
    en: 'Numbers of Circulars 15/2016, 02/2023 and 60/2025. hazard-factors-verified = no: the link of disease and factor is inferred. OTHER is recorded and not counted as insured.',
  },
})

export const diseaseGroups = listed({
  id: 'disease-groups',
  title: { vi: 'Nhóm bệnh nghề nghiệp', en: 'Groups of occupational diseases' },
  basis: 'TT60-2025-BYT',
  complete: true,
  note: {
    vi: 'Cách chia nhóm của Thông tư 60/2025; Thông tư 15/2016 không chia nhóm.',
    en: 'The grouping of Circular 60/2025; Circular 15/2016 has none.',
  },
})

export const healthClasses = listed({
  id: 'health-classes',
  title: { vi: 'Phân loại sức khỏe', en: 'Health classes' },
  basis: 'TT19-2016-BYT',
  complete: true,
  note: null,
})

export const examinationKinds = listed({
  id: 'examination-kinds',
  title: { vi: 'Loại khám sức khỏe, bệnh nghề nghiệp', en: 'Kinds of health and occupational-disease examination' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Mã của Khai Báo cho các lần khám mà luật yêu cầu; điều khoản ghi ở nguồn.',
    en: 'Our codes for the examinations the law asks for; the articles are told as source.',
  },
})

export const reductionBands = listed({
  id: 'reduction-bands',
  title: { vi: 'Mức suy giảm khả năng lao động', en: 'Bands of reduced working capacity' },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Mã của Khai Báo; min và max là phần trăm, tính cả hai đầu.',
    en: 'Our codes; min and max are per cent, both included.',
  },
})

export const highRiskSectors = listed({
  id: 'high-risk-sectors',
  title: {
    vi: 'Ngành nghề có nguy cơ cao về tai nạn lao động, bệnh nghề nghiệp',
    en: 'Sectors at high risk of work accidents and occupational diseases',
  },
  basis: 'KB-POLICY',
  complete: true,
  note: {
    vi: 'Mã của Khai Báo cho các ngành tại Điều 8 Thông tư 07/2016. expected-factors: yếu tố thường phải quan trắc, chính sách của Khai Báo.',
    en: 'Our codes for the sectors of Article 8 of Circular 07/2016. expected-factors: what is usually monitored there, policy of Khai Báo.',
  },
})

export const diseaseInvestigationTriggers = listed({
  id: 'disease-investigation-triggers',
  title: { vi: 'Trường hợp điều tra bệnh nghề nghiệp', en: 'Cases for an investigation of occupational disease' },
  basis: 'KB-POLICY',
  complete: false,
  note: {
    vi: 'Mã của Khai Báo cho khoản 1 Điều 11 Thông tư 56/2025. Của Điều 14 Thông tư 28/2016 chỉ biết điểm d khoản 1.',
    en: 'Our codes for Article 11.1 of Circular 56/2025. Of Article 14 of Circular 28/2016 only point d of clause 1 is known.',
  },
})

/** Every list the service judges codes by and publishes, by id. */
export const codeLists: ReadonlyMap<string, CodeList> = new Map(
  [
    administrativeUnits2025,
    administrativeUnits2004,
    industries2025,
    industries2018,
    occupations,
    accidentCauses,
    injuryFactors2020,
    injuryFactorsOfSoftware,
    injuryFactors1996,
    injuryFactorsProvisional,
    seriousInjuries,
    establishmentTypes,
    employmentRelations,
    vulnerableGroups,
    specialFields,
    recipients,
    channels,
    accidentContexts,
    deathModes,
    conditions,
    countries,
    esawContactModes,
    esawDeviations,
    esawMaterialAgents,
    esawPartsOfBody,
    esawActivities,
    esawInjuries,
    hazardFactors,
    monitoredFactors,
    measurementUnits,
    form04Groups,
    annualReportItem9,
    occupationalDiseases,
    diseaseGroups,
    healthClasses,
    examinationKinds,
    reductionBands,
    highRiskSectors,
    diseaseInvestigationTriggers,
  ].map((list) => [list.id, list]),
)
