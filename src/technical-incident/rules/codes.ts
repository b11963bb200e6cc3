import { unitOf } from '../../declaration/recipients.ts'
import { WRONG_TAX_CODE, wrongTaxCode } from '../../declaration/tax-code-findings.ts'
import { levelOf } from '../../reference/administrative-units.ts'
import { recipients, specialFields } from '../../reference/catalogue.ts'
import type { CodeList } from '../../reference/code-list.ts'
import type { Violation } from '../../rules/rule.ts'
import { BY_POLICY, type IncidentRule } from './define.ts'

function notIn(list: CodeList, code: string | undefined, pointer: string): readonly Violation[] {
  return code === undefined || list.findEver(code) ? [] : [{ pointer, params: { code, list: list.id } }]
}

/** A code of a complete list of ours that the list does not have. */
const NOT_IN_LIST = {
  message: { vi: 'Mã "{code}" không có trong danh mục {list}.', en: 'Code "{code}" is not in the list {list}.' },
  fix: { vi: 'Chọn một mã tại /v1/code-lists/{list}.', en: 'Choose a code from /v1/code-lists/{list}.' },
} as const

/** Whether codes mean something in their lists. */
export const codeRules: readonly IncidentRule[] = [
  {
    id: 'KB-INC-26',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/incident/specialField'],
    judge: ({ incident }) => notIn(specialFields, incident.specialField, '/incident/specialField'),
    ...NOT_IN_LIST,
    examples: {
      holds: [{}, { change: { '/incident/specialField': 'rail' } }],
      fails: [{ change: { '/incident/specialField': 'space' } }],
    },
  },

  {
    id: 'KB-INC-27',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/recipients/*/authority', '/recipients/*/unit/scheme', '/recipients/*/unit/code'],
    judge: (facts) =>
      (facts.declaration.recipients ?? []).flatMap((recipient, index) => {
        const unit = unitOf(recipient, facts)
        return [
          ...notIn(recipients, recipient.authority, `/recipients/${index}/authority`),
          ...(unit === null || levelOf(unit) !== null
            ? []
            : [
                {
                  pointer: `/recipients/${index}/unit`,
                  params: { code: unit.code, list: `administrative-units-${unit.scheme.toLowerCase()}` },
                },
              ]),
        ]
      }),
    ...NOT_IN_LIST,
    examples: {
      holds: [{}, { change: { '/recipients/1/authority': 'DISTRICT_PC' } }],
      fails: [{ change: { '/recipients/1/authority': 'NEWSPAPER' } }, { change: { '/recipients/0/unit/code': '99' } }],
    },
  },

  {
    ...WRONG_TAX_CODE,
    id: 'KB-INC-28',
    inputs: ['/establishment/taxCode', '/incident/otherEstablishments/*/taxCode'],
    judge: ({ declaration: { establishment }, incident: { otherEstablishments = [] } }) => [
      ...wrongTaxCode(establishment?.taxCode, '/establishment/taxCode'),
      ...otherEstablishments.flatMap(({ taxCode }, index) =>
        wrongTaxCode(taxCode, `/incident/otherEstablishments/${index}/taxCode`),
      ),
    ],
    examples: {
      holds: [{}, { change: { '/establishment/taxCode': '019091000123' } }],
      fails: [
        { change: { '/establishment/taxCode': '4600123451' } },
        { change: { '/incident/otherEstablishments/0/taxCode': '46001' } },
      ],
    },
  },
]
