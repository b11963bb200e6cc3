import { written } from '../../rules/present.ts'
import type { Text } from '../../rules/rule.ts'
import { text } from '../names.ts'
import { BY_ARITHMETIC, type Head, type ReportRule, shapeRule } from './define.ts'

/** How money is counted on a form. `million-to-the-thousand`: with up to three decimals. */
type Money = 'thousand' | 'million' | 'million-to-the-thousand'

const UNITS: Readonly<Record<Money, Text>> = {
  thousand: { vi: ', tính bằng NGHÌN đồng', en: ', in THOUSAND VND' },
  million: { vi: ', tính bằng TRIỆU đồng', en: ', in MILLION VND' },
  'million-to-the-thousand': {
    vi: ', tính bằng TRIỆU đồng, lẻ đến nghìn đồng',
    en: ', in MILLION VND to the thousand',
  },
}
const FOR_INSTANCE: Readonly<Record<Money, Text>> = {
  thousand: { vi: 'Ghi theo nghìn đồng: 25 triệu đồng ghi 25000. ', en: 'State thousands: 25 million VND is 25000. ' },
  million: { vi: 'Ghi theo triệu đồng: 25 tỷ đồng ghi 25000. ', en: 'State millions: 25 billion VND is 25000. ' },
  'million-to-the-thousand': {
    vi: 'Ghi theo triệu đồng, phần lẻ sau dấu chấm: 64 triệu 500 nghìn đồng ghi 64.5. ',
    en: 'State millions, with a point before the thousands: 64 million 500 thousand VND is 64.5. ',
  },
}

/** Text that was meant as a number, a number below nought, or one with separators. */
export const WRITE_DIGITS: Text = {
  vi: 'Ghi bằng chữ số, không đặt trong ngoặc kép, không dấu phân cách hàng nghìn, chữ hay dấu gạch (21600, không ghi "21.600"); không có thì ghi 0.',
  en: 'Write digits, without quotes, thousands separators, words or dashes (21600, not "21.600"); where there is none, write 0.',
}

/** Which numbers a cell can hold: whole ones from nought to `most`, unless money has decimals. The schema judges it. */
export function numberRule(
  head: Omit<Head, 'kind' | 'provenance' | 'message' | 'fix'> & {
    readonly guards: readonly string[]
    readonly what: Text
    readonly most: number
    readonly money?: Money
  },
): ReportRule {
  const { what, most, money, ...rest } = head
  const unit = text((language) => (money === undefined ? '' : UNITS[money][language]))
  const number =
    money === 'million-to-the-thousand' ? { vi: 'số', en: 'a number' } : { vi: 'số nguyên', en: 'a whole number' }
  return shapeRule({
    ...rest,
    kind: 'error',
    provenance: BY_ARITHMETIC,
    message: {
      vi: `${what.vi} phải là ${number.vi} từ 0 đến ${written(most, 'vi')}${unit.vi}.`,
      en: `${what.en}: ${number.en} from 0 to ${written(most, 'en')}${unit.en}.`,
    },
    fix: text((language) => `${money === undefined ? '' : FOR_INSTANCE[money][language]}${WRITE_DIGITS[language]}`),
  })
}
