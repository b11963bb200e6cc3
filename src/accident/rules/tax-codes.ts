import { WRONG_TAX_CODE, wrongTaxCode } from '../../declaration/tax-code-findings.ts'
import { type AccidentRule, ofEachVictim } from './define.ts'

/** Tax codes of the establishment and of others that the declaration names. */
export const taxCodeRules: readonly AccidentRule[] = [
  {
    ...WRONG_TAX_CODE,
    id: 'ACC-B02',
    inputs: ['/establishment/taxCode'],
    judge: ({ declaration }) => wrongTaxCode(declaration.establishment?.taxCode, '/establishment/taxCode'),
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
    ...WRONG_TAX_CODE,
    id: 'KB-ACC-04',
    inputs: ['/declarant/employerTaxCode', '/accident/place/premisesOwner/taxCode', '/victims/*/employer/taxCode'],
    judge: (facts) => [
      ...wrongTaxCode(facts.declaration.declarant?.employerTaxCode, '/declarant/employerTaxCode'),
      ...wrongTaxCode(facts.accident.place?.premisesOwner?.taxCode, '/accident/place/premisesOwner/taxCode'),
      ...ofEachVictim(facts, ({ employer }, at) => wrongTaxCode(employer?.taxCode, `${at}/employer/taxCode`)),
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
