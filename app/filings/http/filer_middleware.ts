import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { heldCode } from '#filings/http/held_codes'
import type { Filer } from '#filings/types'
import CitizenMiddleware from '#identity/http/citizen_middleware'

declare module '@adonisjs/core/http' {
  export interface HttpContext {
    /** Who files what is in the address: whoever signed in, or nobody that we know, with its follow-up code. */
    filer: Filer
  }
}

/**
 * Lets in whoever files: with the follow-up code of what is in the address nobody is asked who they are, and a person
 * who had signed in is not known there; anybody else signs in.
 */
export default class FilerMiddleware {
  async handle(ctx: HttpContext, next: NextFn) {
    const code = heldCode(ctx, ctx.params.id)
    if (code !== null) {
      ctx.filer = { citizen: null, code }
      return next()
    }
    return new CitizenMiddleware().handle(ctx, () => {
      ctx.filer = { citizen: ctx.citizen }
      return next()
    })
  }
}
