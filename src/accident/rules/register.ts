import { type AccidentRule, BY_POLICY, declarationRule } from './define.ts'

/** What the filing says of the establishment beside what the register says. The filing stands; somebody should look. */
export const registerRules: readonly AccidentRule[] = [
  declarationRule({
    id: 'KB-ACC-23',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/establishment/type'],
    needs: ['register'],
    at: '/establishment/type',
    violated: ({ declaration, context: { register } }) => {
      const filed = declaration.establishment?.type
      const registered = register?.ownership ?? undefined
      return filed !== undefined && registered !== undefined && filed !== registered && { filed, registered }
    },
    message: {
      vi: 'Loại hình cơ sở ghi là {filed}, trong sổ đăng ký là {registered}.',
      en: 'The type of establishment is stated as {filed}; the register has {registered}.',
    },
    fix: {
      vi: 'Sửa hồ sơ này hoặc cập nhật sổ đăng ký.',
      en: 'Correct this filing or bring the register up to date.',
    },
    examples: {
      holds: [{}, { change: { '/establishment/type': undefined } }, { context: { register: null } }],
      fails: [{ change: { '/establishment/type': '2' } }],
    },
  }),

  declarationRule({
    id: 'KB-ACC-24',
    kind: 'info',
    citations: [{ kind: 'policy' }],
    provenance: BY_POLICY,
    inputs: ['/establishment/industry/version', '/establishment/industry/code'],
    needs: ['register'],
    at: '/establishment/industry',
    violated: ({ declaration, context: { register } }) => {
      const filed = declaration.establishment?.industry
      const registered = register?.industry
      if (!filed || !registered || (filed.version ?? registered.version) !== registered.version) return false
      // A division and a class within it do not differ; the filing is only more or less precise.
      const agrees = filed.code.startsWith(registered.code) || registered.code.startsWith(filed.code)
      return !agrees && { filed: filed.code, registered: registered.code }
    },
    message: {
      vi: 'Mã ngành ghi là {filed}, trong sổ đăng ký là {registered}.',
      en: 'The industry is stated as {filed}; the register has {registered}.',
    },
    fix: {
      vi: 'Sửa hồ sơ này hoặc cập nhật sổ đăng ký.',
      en: 'Correct this filing or bring the register up to date.',
    },
    examples: {
      holds: [
        {},
        { change: { '/establishment/industry/code': '4101' } },
        { change: { '/establishment/industry': { version: '2018', code: '42' } } },
      ],
      fails: [{ change: { '/establishment/industry/code': '42' } }],
    },
  }),
]
