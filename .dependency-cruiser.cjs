/** Arrows point one way; what breaks this fails the build. `npm run boundaries` also asserts that modules were read. */
const pure = '^src/(reference|law|rules)/'
/** Kinds of declaration, and what is built on all of them. */
const kind = '(accident|disease|environment|periodic-report|technical-incident)'
const builtOnKinds = '(obligation|contradiction|duplicate|indicator|work-list|data-quality)'
const feature = `(${kind}|${builtOnKinds}|enterprise|provider|file|access|statistics|catalogue)`

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'reference-stands-alone',
      severity: 'error',
      from: { path: '^src/reference/' },
      to: { path: '^src/', pathNot: '^src/reference/' },
    },
    {
      name: 'law-sees-reference-only',
      severity: 'error',
      from: { path: '^src/law/' },
      to: { path: '^src/', pathNot: '^src/(reference|law)/' },
    },
    {
      name: 'rules-see-law-and-reference-only',
      severity: 'error',
      from: { path: '^src/rules/' },
      to: { path: '^src/', pathNot: '^src/(reference|law|rules)/' },
    },
    {
      name: 'pure-folders-do-no-input-or-output',
      comment: 'Tables, of the release and of the office, are read in two files; hashing is pure.',
      severity: 'error',
      from: {
        path: pure,
        pathNot: '^src/(reference/built-in-tables|reference/supplied-files|reference/countries|law/programmes)\\.ts$',
      },
      to: { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    },
    {
      name: 'platform-knows-nothing-of-the-domain',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/platform/' },
    },
    {
      name: 'no-feature-imports-the-insides-of-another',
      comment: 'Where two meet, the meeting has a file of its own. Access is what all features stand on.',
      severity: 'error',
      from: { path: `^src/${kind}/` },
      to: {
        path: `^src/(${kind}|${builtOnKinds}|enterprise|provider|statistics|catalogue)/`,
        pathNot: '^src/($1/|provider/(snapshot|eligibility|eligibility-text|sample)\\.ts$)',
      },
    },
    {
      name: 'declaration-knows-no-kind',
      severity: 'error',
      from: { path: '^src/declaration/' },
      to: { path: `^src/(${kind}|${builtOnKinds}|enterprise|provider|statistics|catalogue)/` },
    },
    {
      name: 'only-the-top-starts-things',
      severity: 'error',
      from: { path: `^src/(platform|reference|law|rules|declaration|http|${feature})/` },
      to: { path: '^src/(main|compose|app|cli)\\.ts$' },
    },
    {
      name: 'the-product-does-not-need-what-only-development-has',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.js'] },
  },
}
