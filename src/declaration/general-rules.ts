import type { Dated, Rule } from '../rules/rule.ts'
import type { FilingContext } from './filing-context.ts'

interface FilingFacts extends Dated {
  readonly declaration: { readonly reason?: string | undefined }
  readonly context: FilingContext
}

const AMENDS = { declarationId: '0198f000-0000-7000-8000-000000000002', revision: 1 }

/** Rules about any filing, whatever it declares; the same records stand in the set of every kind. */
export const generalRules: readonly Rule<FilingFacts, FilingContext<never>>[] = [
  {
    id: 'KB-GEN-01',
    kind: 'warning',
    citations: [{ kind: 'policy' }],
    provenance: { verified: true, source: 'policy' },
    inputs: [],
    needs: ['history'],
    judge: ({ context: { sameContentAs } }) =>
      sameContentAs === null ? [] : [{ pointer: '', params: { declaration: sameContentAs } }],
    message: {
      vi: 'Một hồ sơ nộp trước đây (mã {declaration}) có cùng nội dung.',
      en: 'A declaration filed before ({declaration}) has the same content.',
    },
    fix: {
      vi: 'Nếu là hồ sơ đó gửi lại thì thôi, không nộp nữa; nếu là hồ sơ khác mà nội dung trùng nhau thì xác nhận và nêu lý do.',
      en: 'If it is that declaration sent again, do not file it; if it is another one that reads the same, confirm it and say why.',
    },
    examples: {
      holds: [{}],
      fails: [{ context: { sameContentAs: AMENDS.declarationId } }],
    },
  },
  {
    id: 'KB-GEN-02',
    kind: 'error',
    citations: [{ kind: 'policy' }],
    provenance: { verified: true, source: 'policy' },
    inputs: ['/reason'],
    judge: ({ declaration, context: { amends } }) =>
      amends === null || declaration.reason !== undefined ? [] : [{ pointer: '/reason' }],
    message: {
      vi: 'Bổ sung, sửa đổi hồ sơ phải nêu lý do.',
      en: 'An amendment names its reason.',
    },
    fix: {
      vi: 'Ghi lý do sửa đổi (trường reason).',
      en: 'State why the declaration is amended (field reason).',
    },
    examples: {
      holds: [{}, { change: { '/reason': 'Bổ sung nạn nhân thứ hai' }, context: { amends: AMENDS } }],
      fails: [{ context: { amends: AMENDS } }],
    },
  },
]
