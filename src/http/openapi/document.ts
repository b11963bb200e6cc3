import swagger from '@fastify/swagger'
import fp from 'fastify-plugin'
import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { describeOperations, type RouteFacts } from './operations.ts'

export interface DocumentOptions {
  readonly version: string
  readonly sandbox: boolean
}

/** Collects the OpenAPI 3.1 document from the routes; `app.swagger()` gives it once the app is ready. */
export const openApiDocument = fp<DocumentOptions>(
  async (app, { version, sandbox }) => {
    const routes = new Map<string, RouteFacts>()
    app.addHook('onRoute', ({ schema, config }) => {
      const operationId = (schema as { operationId?: string } | undefined)?.operationId
      if (operationId !== undefined && config !== undefined) routes.set(operationId, config)
    })

    await app.register(swagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: sandbox ? 'Khai Báo (SANDBOX)' : 'Khai Báo',
          version,
          summary: 'Khai báo tai nạn lao động, bệnh nghề nghiệp và quan trắc môi trường lao động',
          description: DESCRIPTION,
          license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        } as OpenAPIV3_1.InfoObject,
        servers: [SERVER],
        tags: TAGS,
        components: { securitySchemes: SECURITY_SCHEMES },
      },
      transform: createJsonSchemaTransform({ skipList: [] }),
      transformObject: (document) =>
        describeOperations(jsonSchemaTransformObject(document) as OpenAPIV3_1.Document, routes) as never,
    })
  },
  { name: 'openapi-document' },
)

/** Relative to where the document is read: true behind any proxy, and it never leads a token to plain http. */
const SERVER = {
  url: '/',
  description: 'The service that serves this document: production, unless it says SANDBOX.',
  'x-internal': false,
}

const DESCRIPTION = `The register to which enterprises in Viet Nam declare work accidents, and from which the labour office reads statistics.

**Start here.** Get a token from \`POST /oauth2/token\` (client credentials: id and secret by HTTP Basic or in the body). Check a filing with \`/validate\`, which needs no token, then file it with an \`Idempotency-Key\`; the answer holds a signed receipt, the findings and what is due when.

**Findings.** \`error\`: impossible or missing, the filing is refused. \`warning\`: improbable, refused until confirmed with a reason in \`confirmations\`. \`breach\`: true, and a duty was missed; accepted and counted. \`info\`: worth knowing.

**Conventions.** Vietnamese unless \`Accept-Language: en\`. Errors are RFC 9457 problems whose \`code\` never changes. Instants carry an offset; legal dates are days in Viet Nam. Unknown properties are refused. Besides the headers stated at each answer, every answer carries those by which browsers protect their users.`

const TAGS = [
  { name: 'access', description: 'Tokens, clients, registrations.' },
  { name: 'enterprises', description: 'The register of enterprises.' },
  { name: 'providers', description: 'Registers of examination facilities and monitoring organisations, open to all.' },
  { name: 'accident-declarations', description: 'Declarations of work accidents.' },
  { name: 'disease-screenings', description: 'Rounds of examinations for occupational diseases.' },
  { name: 'environment-monitorings', description: 'Campaigns of workplace-environment monitoring.' },
  { name: 'technical-incidents', description: 'Declarations of technical incidents.' },
  { name: 'periodic-reports', description: 'Periodic reports of enterprises and communes, and drafts of them.' },
  { name: 'obligations', description: 'Who owes what to whom by when, and waivers.' },
  { name: 'duplicates', description: 'Accidents that were probably declared twice, for offices.' },
  { name: 'contradictions', description: 'Filings that contradict one another, for offices.' },
  { name: 'receipts', description: 'Proof of filing.' },
  { name: 'work-list', description: 'What waits for an office.' },
  { name: 'data-quality', description: 'What was found in what was declared.' },
  { name: 'statistics', description: 'Figures for offices, published tables for all.' },
  { name: 'reference', description: 'Code lists, rules and legal texts, open to all.' },
  { name: 'health', description: 'For operators.' },
]

const SECURITY_SCHEMES = {
  oauth2: {
    type: 'oauth2',
    description:
      'Signed tokens of RFC 9068, verified as RFC8725 advises, good for an hour. The token endpoint takes client id and secret by HTTP Basic or in the body.',
    flows: {
      clientCredentials: {
        tokenUrl: '/oauth2/token',
        refreshUrl: '/oauth2/token',
        scopes: {
          'declarations:read': 'Read declarations',
          'declarations:write': 'File, amend and withdraw declarations',
          'personal:read': 'Read personal data for a stated purpose',
          'statistics:read': 'Read statistics',
          register: 'Read and keep the register of enterprises',
          clients: 'Manage clients and registrations',
        },
      },
    },
  },
} as const satisfies OpenAPIV3_1.ComponentsObject['securitySchemes']
