import BaseInertiaMiddleware from '@adonisjs/inertia/inertia_middleware'
import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'

/** The desk's pages share the town, the language and who is at the desk. */
export default class InertiaMiddleware extends BaseInertiaMiddleware {
  share(ctx: HttpContext) {
    const { town, lang, officer } = ctx
    return {
      town: town && {
        name: town.name,
        slug: town.slug,
        demo: town.demo,
        colours: town.settings.colours,
        logo: town.settings.logo,
      },
      lang,
      officer: officer ? { id: officer.id, name: officer.name, roles: officer.roles } : null,
    }
  }

  async handle(ctx: HttpContext, next: NextFn) {
    await this.init(ctx)
    const output = await next()
    this.dispose(ctx)
    return output
  }
}
