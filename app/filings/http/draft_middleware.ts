import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isUuid } from '#core/ids'
import { MoveDraft } from '#filings/actions/move_draft'
import { noLongerOffered } from '#filings/http/instead'
import { holderOf } from '#filings/domain/holder'
import { heldDraft } from '#filings/queries/drafts'
import { filedBy } from '#filings/queries/filed_by'

/**
 * What became of a draft that somebody opens. One that was filed shows its receipt: nothing is left to answer.
 * One on a version that the town has withdrawn moves to the version it offers now, and they are told; whoever throws it away (`moves: false`) need not be.
 */
export default class DraftMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { moves = true } = {}) {
    const { town, filer, params, response } = ctx
    if (!isUuid(params.id)) return next()
    const see = (part: string) => response.redirect().status(303).toPath(`/filings/${params.id}/${part}`)
    const holder = holderOf(filer)
    const draft = await heldDraft(town.id, holder, params.id)
    if (!draft) return (await filedBy(town.id, holder, params.id)) ? see('receipt') : next()
    if (!moves || draft.accepting || draft.kind !== 'submission') return next()
    const moved = await new MoveDraft().execute({ town, citizen: filer.citizen, draft, at: new Date() })
    return moved ? see('moved') : noLongerOffered(ctx)
  }
}
