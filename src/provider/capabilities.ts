import { type DatedConstant, since } from '../law/dated-constant.ts'
import type { Bilingual } from '../reference/code-list.ts'

/** One thing that an organisation must be able to measure or assess. */
export interface Capability {
  readonly code: string
  readonly name: Bilingual
  /** Ways to have it: all that one of them names, codes of `monitored-factors` or CAS numbers. */
  readonly by: readonly (readonly string[])[]
}

/** Share of the capabilities that an organisation must have. How they are counted the decree leaves open: each as one. */
export const MINIMUM_SHARE: DatedConstant<number> = [since('2018-10-08', 0.7, 'ND44-2016 33.3.a')]

/** The list of Decree 44/2016, Art. 33.3.a as amended by Decree 140/2018; which factor gives which of them is our reading. */
export const CAPABILITIES: readonly Capability[] = [
  one('temperature', 'Nhiệt độ', 'Temperature', 'MC-TEMP'),
  one('humidity', 'Độ ẩm', 'Humidity', 'MC-RH'),
  one('air-velocity', 'Tốc độ gió', 'Air velocity', 'MC-AIRV'),
  one('heat-radiation', 'Bức xạ nhiệt', 'Heat radiation', 'MC-RADH'),
  one('light', 'Ánh sáng', 'Light', 'PH-LIGHT'),
  one('noise', 'Tiếng ồn', 'Noise', 'PH-NOISE-LAEQ'),
  {
    code: 'vibration',
    name: { vi: 'Rung theo dải tần', en: 'Vibration by frequency band' },
    by: [['PH-VIB-LOC-A-8'], ['PH-VIB-WB-A-1'], ['PH-VIB-WB-A-8']],
  },
  one('radioactivity', 'Phóng xạ', 'Radioactivity', 'RA-DOSE-RATE', 'RA-DOSE-YEAR'),
  one(
    'electromagnetic-field',
    'Điện từ trường',
    'Electromagnetic fields',
    'EM-50HZ-E',
    'EM-50HZ-H',
    'EM-HF-E',
    'EM-HF-H',
    'EM-HF-S',
  ),
  one('ultraviolet', 'Bức xạ tử ngoại', 'Ultraviolet radiation', 'RA-UV-EFF', 'RA-UVA'),
  one('microbes', 'Vi sinh vật', 'Microbes', 'BI-MICRO'),
  one('allergens', 'Yếu tố gây dị ứng', 'Allergens', 'BI-ALLERG'),
  one('sensitisers', 'Yếu tố gây mẫn cảm', 'Sensitisers', 'BI-ALLERG'),
  one('solvents', 'Dung môi', 'Solvents', 'CH-ORG'),
  one('physical-workload', 'Gánh nặng lao động thể lực', 'Physical workload', 'ER-PHYS'),
  one('neuro-psychological-strain', 'Căng thẳng thần kinh tâm lý', 'Neuro-psychological strain', 'ER-NEURO'),
  one('ergonomics', 'Ec-gô-nô-my vị trí lao động', 'Ergonomics of the workstation', 'ER-POST'),
  one('particulate-dust', 'Bụi hạt', 'Particulate dust', 'DU-TOT', 'DU-RESP'),
  one('silica', 'Silic trong bụi', 'Silica in dust', 'DU-SIO2-PCT', 'DU-SIO2-TOT', 'DU-SIO2-RESP'),
  one('metal-dust', 'Bụi kim loại', 'Metal dust', 'DU-METAL'),
  one('coal-dust', 'Bụi than', 'Coal dust', 'DU-COAL-TOT', 'DU-COAL-RESP'),
  one('talc-dust', 'Bụi talc', 'Talc dust', 'DU-TALC'),
  one('cotton-dust', 'Bụi bông', 'Cotton dust', 'DU-COTTON'),
  one('asbestos-dust', 'Bụi amiăng', 'Asbestos dust', 'DU-ASB'),
  one('nitrogen-oxides', 'Nitơ oxit (NOx)', 'Nitrogen oxides (NOx)', 'CH-INORG', '10102-44-0', '10102-43-9'),
  one('sulfur-oxides', 'Lưu huỳnh oxit (SOx)', 'Sulfur oxides (SOx)', 'CH-INORG', '7446-09-5'),
  one('carbon-monoxide', 'Cacbon monoxit', 'Carbon monoxide', 'CH-INORG', '630-08-0'),
  one('carbon-dioxide', 'Cacbon dioxit', 'Carbon dioxide', 'CH-INORG', '124-38-9'),
  {
    code: 'benzene-toluene-xylene',
    name: { vi: 'Benzen, toluen, xylen', en: 'Benzene, toluene, xylene' },
    by: [['CH-ORG'], ['71-43-2', '108-88-3', '1330-20-7']],
  },
  one('mercury', 'Thủy ngân', 'Mercury', '7439-97-6'),
  one('arsenic', 'Asen', 'Arsenic', '7440-38-2'),
  one('trinitrotoluene', 'Trinitrotoluen (TNT)', 'Trinitrotoluene (TNT)', '118-96-7'),
  one('nicotine', 'Nicotin', 'Nicotine', '54-11-5'),
  // No list of the law says which; two common ones of Decision 3733/2002 stand for the class.
  one('pesticides', 'Hóa chất bảo vệ thực vật', 'Pesticides', '62-73-7', '52-68-6'),
]

/** A capability that any one of the factors gives. */
function one(code: string, vi: string, en: string, ...factors: readonly string[]): Capability {
  return { code, name: { vi, en }, by: factors.map((factor) => [factor]) }
}

/** Capabilities that an organisation with these factors lacks, in the order of the list. */
export function missingCapabilities(factors: readonly string[]): readonly Capability[] {
  const known = new Set(factors)
  return CAPABILITIES.filter(({ by }) => !by.some((all) => all.every((factor) => known.has(factor))))
}

/** Of all capabilities, 0 to 1. */
export function shareCovered(factors: readonly string[]): number {
  return 1 - missingCapabilities(factors).length / CAPABILITIES.length
}
