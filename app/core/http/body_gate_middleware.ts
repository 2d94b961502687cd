import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { leadingToken } from '#core/http/leading_token'
import { scanJson, type Limits } from '#core/http/json_scan'
import { readForm } from '#core/http/form_scan'
import { ProblemError } from '#core/http/problem'

/** Limits by class of route; `form` is the default. Uploads stream past the gate, with limits of their own. */
const CLASSES: Record<string, Limits> = {
  small: { bytes: 16 * 1024, depth: 4, keys: 100 },
  form: { bytes: 256 * 1024, depth: 32, keys: 5000 },
}

/**
 * The gate that every body passes before anyone reads a value of it. It takes forms and JSON; the
 * framework's own parser stays off, since a multipart field can end its process.
 */
export default class BodyGateMiddleware {
  async handle(ctx: HttpContext, next: NextFn, options: { class?: string } = {}) {
    const { request } = ctx
    if (request.method() === 'GET' || request.method() === 'HEAD') return this.empty(ctx, next)
    // A multipart post is read where its files go, by a route that says that it takes one.
    if (options.class === 'upload' && request.is(['multipart'])) return this.multipart(ctx, next)
    const limits = (CLASSES[options.class ?? 'form'] ?? CLASSES.form) as Limits
    const text = await this.read(ctx, limits)
    if (text === '') return this.empty(ctx, next)
    if (request.is(['json', '+json'])) {
      const issue = scanJson(text, limits)
      if (issue) throw ProblemError.ofGate(issue)
      const body: unknown = JSON.parse(text)
      if (body === null || typeof body !== 'object' || Array.isArray(body))
        throw ProblemError.ofGate({ code: 'E_NOT_AN_OBJECT', pointer: '', params: {} })
      request.updateBody(body as Record<string, unknown>)
      request.updateRawBody(text)
    } else if (request.is(['urlencoded'])) {
      const read = readForm(text, limits)
      if ('issue' in read) throw ProblemError.ofGate(read.issue)
      request.updateBody(read.value)
    } else throw new ProblemError(415, 'E_MEDIA_TYPE', { type: request.header('content-type') ?? '' })
    return next()
  }

  /** Of a multipart post only the token that it begins with, where no header brings one. */
  private async multipart({ request }: HttpContext, next: NextFn) {
    const brought = request.header('x-csrf-token') ?? request.header('x-xsrf-token') ?? request.qs()._csrf
    const token = brought ? null : await leadingToken(request.request)
    request.setInitialBody(token ? { _csrf: token } : {})
    return next()
  }

  private empty({ request }: HttpContext, next: NextFn) {
    request.setInitialBody({})
    return next()
  }

  private async read({ request }: HttpContext, limits: Limits): Promise<string> {
    const tooLarge = () =>
      new ProblemError(413, 'E_BODY_TOO_LARGE', { limit: Math.round(limits.bytes / 1024) })
    if (Number(request.header('content-length') ?? 0) > limits.bytes) throw tooLarge()
    const encoding = request.header('content-encoding')
    if (encoding && encoding !== 'identity') throw new ProblemError(415, 'E_CONTENT_ENCODING', { encoding })
    const chunks: Buffer[] = []
    let size = 0
    try {
      for await (const chunk of request.request as AsyncIterable<Buffer>) {
        size += chunk.length
        if (size > limits.bytes) throw tooLarge()
        chunks.push(chunk)
      }
    } catch (error) {
      throw error instanceof ProblemError ? error : new ProblemError(400, 'E_CUT_SHORT')
    }
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(Buffer.concat(chunks))
    } catch {
      throw ProblemError.ofGate({ code: 'E_NOT_UTF8', pointer: '', params: {} })
    }
  }
}
