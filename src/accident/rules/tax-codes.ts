import { parseTaxCode } from '../../reference/tax-code.ts'
import type { Text, Violation } from '../../rules/rule.ts'
import { type AccidentRule, FROM_MEMORY, ofEachVictim } from './define.ts'

const FIX: Readonly<Record<'length' | 'suffix', Text>> = {
  length: {
    vi: 'Mã số thuế có 10 số, 10 số và 3 số của đơn vị phụ thuộc, hoặc 12 số của cá nhân.',
    en: 'A tax code has 10 digits, 10 and 3 of a dependent unit, or 12 of a person.',
  },
  suffix: { vi: 'Ba số của đơn vị phụ thuộc bắt đầu từ 001.', en: 'The three digits of dependent units begin at 001.' },
}

function wrong(taxCode: string | undefined, pointer: string): readonly Violation[] {
  if (taxCode === undefined) return []
  const parsed = parseTaxCode(taxCode)
  if (parsed.kind !== 'invalid') return []
  const fix =
    parsed.reason === 'check-digit'
      ? { vi: 'Số thứ mười không khớp chín số đầu.', en: 'The tenth digit does not fit the nine before it.' }
      : FIX[parsed.reason]
  return [{ pointer, params: { taxCode }, fix }]
}

const WRONG = {
  kind: 'info',
  citations: [{ kind: 'policy', note: 'cấu trúc mã số thuế' }],
  provenance: FROM_MEMORY,
  message: {
    vi: 'Mã số thuế "{taxCode}" không đúng cấu trúc, hãy kiểm tra lại.',
    en: 'Tax code "{taxCode}" is not built as tax codes are; check it.',
  },
} as const

/** How a tax code is built is known from memory only, so these inform and never refuse. */
export const taxCodeRules: readonly AccidentRule[] = [
  {
    ...WRONG,
    id: 'ACC-B02',
    inputs: ['/establishment/taxCode'],
    judge: ({ declaration }) => wrong(declaration.establishment?.taxCode, '/establishment/taxCode'),
    examples: {
      holds: [{}, { change: { '/establishment/taxCode': '019091000123' } }],
      fails: [
        { change: { '/establishment/taxCode': '46001' } },
        { change: { '/establishment/taxCode': '4600123451' } },
        { change: { '/establishment/taxCode': '4600123459-000' } },
      ],
    },
  },
  {
    ...WRONG,
    id: 'KB-ACC-04',
    inputs: ['/declarant/employerTaxCode', '/accident/place/premisesOwner/taxCode', '/victims/*/employer/taxCode'],
    judge: (facts) => [
      ...wrong(facts.declaration.declarant?.employerTaxCode, '/declarant/employerTaxCode'),
      ...wrong(facts.accident.place?.premisesOwner?.taxCode, '/accident/place/premisesOwner/taxCode'),
      ...ofEachVictim(facts, ({ employer }, at) => wrong(employer?.taxCode, `${at}/employer/taxCode`)),
    ],
    examples: {
      holds: [{}, { change: { '/declarant/employerTaxCode': '4600123459001' } }],
      fails: [
        { change: { '/declarant/employerTaxCode': '12' } },
        { change: { '/accident/place/premisesOwner': { taxCode: '4600123451' } } },
        { change: { '/victims/0/employer': { taxCode: '1' } } },
      ],
    },
  },
]
