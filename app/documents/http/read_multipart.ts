import type { Readable } from 'node:stream'
import busboy from 'busboy'
import type { HttpContext } from '@adonisjs/core/http'
import { readForm, type FormValue } from '#core/http/form_scan'
import { ProblemError } from '#core/http/problem'
import { refuseTooMany } from '#core/http/rate'
import type { Citizen } from '#identity/types'
import { fileName } from '#documents/domain/file_name'

/** The longest text of one field. */
const FIELD_KB = 64

/** Files a minute of one person; of those whom nobody knows, from one address. */
const RATE = { requests: 60, duration: '1 min' }

interface MultipartLimits {
  files: number
  fileBytes: number
}

export interface IncomingFile {
  field: string
  /** Tidied: a label, never a path. */
  name: string
  source: Readable & { truncated?: boolean }
}

/**
 * Reads a native multipart post: files are handed on while they stream, fields pass the same gate as any
 * form. This is the way for browsers without JavaScript, and the only place where multipart is parsed.
 */
export async function readMultipart(
  ctx: HttpContext,
  limits: MultipartLimits,
  receive: (file: IncomingFile) => Promise<void>
): Promise<Record<string, FormValue>> {
  const { request, town } = ctx
  const sender = (ctx.citizen as Citizen | undefined)?.personId ?? request.ip()
  const parser = (() => {
    try {
      return busboy({
        headers: request.headers() as Record<string, string>,
        defParamCharset: 'utf8',
        limits: {
          files: limits.files,
          fields: 200,
          fieldNameSize: 200,
          fieldSize: FIELD_KB * 1024,
          parts: 210,
          headerPairs: 20,
          fileSize: limits.fileBytes + 1,
        },
      })
    } catch {
      throw new ProblemError(415, 'E_MEDIA_TYPE', {
        type: (request.header('content-type') ?? '').slice(0, 80),
      })
    }
  })()
  const fields: [string, string][] = []
  // One after the other, in the order they were handed in.
  let work: Promise<void> = Promise.resolve()
  await new Promise<void>((done, fail) => {
    const refuse = (error: unknown) => {
      fail(error)
      // Not from within one of its own events: it would trip over what it has just let go.
      setImmediate(() => parser.destroy())
    }
    parser.on('field', (name, value, { nameTruncated, valueTruncated }) => {
      if (nameTruncated || valueTruncated)
        return refuse(new ProblemError(413, 'E_BODY_TOO_LARGE', { limit: FIELD_KB }))
      fields.push([name, value])
    })
    parser.on('file', (field, source, { filename }) => {
      // What breaks a file off breaks the post off, and is told there.
      source.on('error', () => {})
      if (!filename) return void source.resume()
      work = work
        .then(() => refuseTooMany(ctx, `uploads:${town.id}:${sender}`, RATE))
        .then(() => receive({ field, name: fileName(filename), source }))
      work.catch(refuse)
    })
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      parser.on(limit, () => refuse(new ProblemError(413, 'E_TOO_MANY_PARTS')))
    parser.on('error', () => fail(new ProblemError(422, 'E_MULTIPART')))
    parser.on('close', () => done())
    request.request.on('close', () => {
      if (!request.request.complete) refuse(new ProblemError(400, 'E_CUT_SHORT'))
    })
    request.request.pipe(parser)
  }).catch(async (error) => {
    request.request.unpipe(parser)
    request.request.resume()
    await work.catch(() => {})
    throw error
  })
  await work
  const read = readForm(new URLSearchParams(fields).toString(), { bytes: 256 * 1024, depth: 32, keys: 5000 })
  if ('issue' in read) throw ProblemError.ofGate(read.issue)
  return read.value
}
