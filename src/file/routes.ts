import { z } from 'zod'
import type { AnyKind } from '../declaration/kind.ts'
import { answerNotDone } from '../declaration/not-done.ts'
import { notInCharge } from '../declaration/not-in-charge.ts'
import { declarationId, kindName } from '../declaration/route-schemas.ts'
import { line } from '../declaration/schema-parts.ts'
import { sideOf } from '../declaration/visibility.ts'
import { callerOf } from '../http/authentication.ts'
import { etagOf, purposeOf } from '../http/conditional.ts'
import { languageOf } from '../http/language.ts'
import type { App } from '../http/route-schema.ts'
import { validatorCompiler } from '../http/shape-errors.ts'
import { dossierPapers } from '../law/accident-dossier.ts'
import type { Text } from '../rules/rule.ts'
import { type AttachedFile, filesOf, sha256Of } from './attached-file.ts'
import { type Attaching, attach, type FileDeps, readFile, recordOfFiles } from './files.ts'
import { MEDIA_TYPES } from './media-type.ts'

const OCTETS = 'application/octet-stream'
const EXAMPLE_CONTENT = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'

const nameQuery = z.strictObject({
  name: line(200).meta({ description: 'Name of the file, as people call it; kept encrypted.' }),
  victimId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional()
    .meta({ description: 'The victim of the declaration whose dossier it belongs to.' }),
  paper: z
    .enum(dossierPapers.map(({ code }) => code) as [string, ...string[]])
    .optional()
    .meta({ description: 'Which paper of the dossier it is.' }),
})

const fileId = declarationId.extend({ fileId: z.uuid() })

const fileSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    mediaType: z.enum(MEDIA_TYPES).meta({ description: 'By content.' }),
    size: z.int().meta({ description: 'Bytes.' }),
    sha256: z
      .string()
      .nullable()
      .meta({ description: 'Of the content, hexadecimal; null of a file from before attaching was an act.' }),
    seq: z
      .int()
      .nullable()
      .meta({ description: 'The act that attached it, as the history numbers them; null as for sha256.' }),
    victimId: z.string().nullable(),
    paper: z.string().nullable(),
    by: z.object({ clientId: z.string(), actor: z.string().nullable() }),
    attachedAt: z.string().meta({ format: 'date-time' }),
  })
  .meta({ id: 'AttachedFile' })

const fileList = z.object({ items: z.array(fileSchema) }).meta({ id: 'AttachedFileList' })

const sampleFile: z.infer<typeof fileSchema> = {
  id: '0199f3c2-7b10-7d55-8a52-3e6d7c8b9a01',
  name: 'Biên bản khám nghiệm hiện trường.pdf',
  mediaType: 'application/pdf',
  size: EXAMPLE_CONTENT.length,
  sha256: sha256Of(Buffer.from(EXAMPLE_CONTENT)),
  seq: 2,
  victimId: 'v1',
  paper: 'scene-examination',
  by: { clientId: '01890a5d-ac96-774b-bcce-b302099a8057', actor: null },
  attachedAt: '2026-05-15T02:00:00.000Z',
}

/** Files attached to declarations of every kind. `limit`: bytes. */
export async function fileRoutes(
  app: App,
  kinds: readonly AnyKind[],
  deps: FileDeps,
  { limit }: { readonly limit: number },
): Promise<void> {
  // Within a scope of its own: no other route takes bodies that are not JSON.
  await app.register(async (plain) => {
    const scope = plain as unknown as App
    scope.addContentTypeParser(OCTETS, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    for (const kind of kinds) routesOf(scope, kind, deps, limit)
  })
}

function routesOf(app: App, kind: AnyKind, deps: FileDeps, limit: number): void {
  const base = `/v1/${kind.path}/:id/files`
  const name = kindName(kind)
  const tags = [kind.path]

  app.route({
    method: 'POST',
    url: base,
    bodyLimit: limit,
    config: {
      access: 'file.attach',
      returns: 'Kept, encrypted.',
      problems: ['not-found', 'forbidden', 'conflict', 'stale', 'validation-failed'],
      answers: ['ETag', 'Location'],
      examples: { request: EXAMPLE_CONTENT, response: sampleFile },
    },
    // What it is, its content tells.
    validatorCompiler: (route) =>
      route.httpPart === 'body' ? (data: unknown) => ({ value: data }) : validatorCompiler(route as never),
    schema: {
      operationId: `attachTo${name}`,
      summary: 'Attach a file to a declaration',
      description:
        'PDF, JPEG, PNG, Word or Excel without macros, told by content; up to 10 MiB unless the operator allows another size. By the filer, the office in charge and the commune of the place. An act of the history, whose hash covers the content.',
      tags,
      consumes: [OCTETS],
      params: declarationId,
      querystring: nameQuery,
      body: z.string().meta({ description: 'The file as it is.' }),
      response: { 201: fileSchema },
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await recordOfFiles(kind, deps, caller, request.params.id)
      if (record === null) return reply.problem('not-found')
      const language = languageOf(request)
      if (sideOf(caller, record) === null) {
        return reply.problem('forbidden', await notInCharge(kind, deps, record, language))
      }
      const { name: fileName, victimId = null, paper = null } = request.query
      const content: unknown = request.body
      const attached: Attaching = Buffer.isBuffer(content)
        ? await attach(kind, deps, record, caller, { name: fileName, content, victimId, paper })
        : { outcome: 'unsupported' }
      switch (attached.outcome) {
        case 'attached':
          return reply
            .code(201)
            .header('etag', etagOf(attached.seq))
            .header('location', `/v1/${kind.path}/${record.id}/files/${attached.file.id}`)
            .send(presented(attached.file))
        case 'unsupported':
          return reply.problem('validation-failed', {
            errors: [{ pointer: '', code: 'unsupported-content', message: UNSUPPORTED[language] }],
          })
        case 'unknown-victim': {
          const message = unknownVictim(victimId ?? '', attached.victimIds)[language]
          return reply.problem('validation-failed', {
            errors: [{ pointer: '/querystring/victimId', code: 'unknown-victim', message }],
          })
        }
        default:
          return answerNotDone(request, reply, attached.outcome, record.state)
      }
    },
  })

  app.route({
    method: 'GET',
    url: base,
    config: {
      access: `${kind.id}.read`,
      returns: 'The files, in the order they were attached.',
      problems: ['not-found'],
      examples: { response: { items: [sampleFile] } },
    },
    schema: {
      operationId: `list${name}Files`,
      summary: 'Files of a declaration',
      description: 'What is attached, without the contents; for those who see the whole declaration.',
      tags,
      params: declarationId,
      response: { 200: fileList },
    },
    handler: async (request, reply) => {
      const record = await recordOfFiles(kind, deps, callerOf(request), request.params.id)
      if (record === null) return reply.problem('not-found')
      return { items: (await filesOf(kind, deps, record)).map(presented) }
    },
  })

  app.route({
    method: 'GET',
    url: `${base}/:fileId`,
    config: {
      access: 'file.read',
      returns: 'The file as it was attached.',
      problems: ['not-found', 'purpose-missing'],
      answers: ['Content-Disposition', 'Cache-Control'],
      produces: Object.fromEntries(MEDIA_TYPES.map((type) => [type, EXAMPLE_CONTENT])),
      readsPersons: true,
    },
    schema: {
      operationId: `read${name}File`,
      summary: 'Read a file',
      description: 'For a stated purpose (X-Purpose) and for those who see the whole declaration; leaves a trace.',
      tags,
      params: fileId,
    },
    handler: async (request, reply) => {
      const caller = callerOf(request)
      const record = await recordOfFiles(kind, deps, caller, request.params.id)
      if (record === null) return reply.problem('not-found')
      const purpose = purposeOf(request)
      if (purpose === null) return reply.problem('purpose-missing')
      const file = await readFile(kind, deps, record, caller, { fileId: request.params.fileId, purpose })
      if (file === null) return reply.problem('not-found')
      return reply
        .type(file.mediaType)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodedName(file.name)}`)
        .send(file.content)
    },
  })
}

function presented(file: AttachedFile): z.infer<typeof fileSchema> {
  const { id, name, mediaType, size, sha256, seq, victimId, paper, clientId, actor, attachedAt } = file
  const by = { clientId, actor }
  return { id, name, mediaType, size, sha256, seq, victimId, paper, by, attachedAt: attachedAt.toISOString() }
}

/** RFC 8187: what `encodeURIComponent` leaves alone, and that header does not. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`)
}

const UNSUPPORTED = {
  vi: 'Chỉ nhận tệp PDF, JPEG, PNG, Word (.docx) hoặc Excel (.xlsx) không có macro; loại tệp được xác định theo nội dung.',
  en: 'Only PDF, JPEG, PNG, Word (.docx) or Excel (.xlsx) without macros; the content tells which it is.',
}

function unknownVictim(asked: string, victimIds: readonly string[]): Text {
  if (victimIds.length === 0) {
    return {
      vi: `Hồ sơ này không có nạn nhân nào: bỏ victimId (${asked}).`,
      en: `This declaration has no victims: leave victimId (${asked}) out.`,
    }
  }
  const known = victimIds.join(', ')
  return {
    vi: `Hồ sơ không có nạn nhân "${asked}". Nạn nhân trong hồ sơ: ${known}; nêu đúng mã đó, hoặc bỏ victimId nếu tệp thuộc cả hồ sơ.`,
    en: `The declaration has no victim "${asked}". Its victims: ${known}; give one of these, or leave victimId out where the file is of the whole declaration.`,
  }
}
