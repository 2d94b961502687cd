import type { Readable } from 'node:stream'
import busboy from 'busboy'
import type { HttpContext } from '@adonisjs/core/http'
import { readForm, type FormValue } from '#core/http/form_scan'
import { ProblemError } from '#core/http/problem'

interface MultipartLimits {
  files: number
  fileBytes: number
}

export interface IncomingFile {
  field: string
  name: string
  source: Readable & { truncated?: boolean }
}

/**
 * Reads a native multipart post: files are handed on while they stream, fields pass the same gate as any
 * form. This is the way for browsers without JavaScript, and the only place where multipart is parsed.
 */
export async function readMultipart(
  { request }: HttpContext,
  limits: MultipartLimits,
  receive: (file: IncomingFile) => Promise<void>
): Promise<Record<string, FormValue>> {
  const parser = (() => {
    try {
      return busboy({
        headers: request.headers() as Record<string, string>,
        defParamCharset: 'utf8',
        limits: {
          files: limits.files,
          fields: 200,
          fieldNameSize: 200,
          fieldSize: 64 * 1024,
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
  const work: Promise<void>[] = []
  await new Promise<void>((done, fail) => {
    parser.on('field', (name, value) => void fields.push([name, value]))
    parser.on('file', (field, source, { filename }) => {
      if (!filename) return void source.resume()
      work.push(receive({ field, name: filename, source }))
    })
    for (const limit of ['filesLimit', 'fieldsLimit', 'partsLimit'] as const)
      parser.on(limit, () => fail(new ProblemError(413, 'E_TOO_MANY_PARTS')))
    parser.on('error', () => fail(new ProblemError(422, 'E_MULTIPART')))
    parser.on('close', () => done())
    request.request.on('aborted', () => fail(new ProblemError(400, 'E_CUT_SHORT')))
    request.request.pipe(parser)
  }).catch((error) => {
    request.request.unpipe(parser)
    request.request.resume()
    throw error
  })
  await Promise.all(work)
  const read = readForm(new URLSearchParams(fields).toString(), { bytes: 256 * 1024, depth: 32, keys: 5000 })
  if ('issue' in read) throw ProblemError.ofGate(read.issue)
  return read.value
}
