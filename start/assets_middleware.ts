import app from '@adonisjs/core/services/app'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import StaticMiddleware from '@adonisjs/static/static_middleware'
import staticConfig from '#config/static'

const files = new StaticMiddleware(app.publicPath(), staticConfig)

/** Files are sought under /assets and nowhere else: no other request pays for a look at the disk. */
export default class AssetsMiddleware {
  handle(ctx: HttpContext, next: NextFn) {
    if (!ctx.request.url().startsWith('/assets/')) return next()
    ctx.response.header('access-control-allow-origin', '*')
    ctx.response.header('cache-control', 'public, max-age=31536000, immutable')
    return files.handle(ctx as any, next)
  }
}
