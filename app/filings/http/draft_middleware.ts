import type { HttpContext } from '@adonisjs/core/http'
import type { NextFn } from '@adonisjs/core/types/http'
import { isUuid } from '#core/ids'
import { MoveDraft } from '#filings/actions/move_draft'
import { noLongerOffered } from '#filings/http/instead'
import { draftOf } from '#filings/queries/drafts'
import { filedBy } from '#filings/queries/filed_by'

/**
 * What became of a draft that somebody opens. One that was filed shows its receipt: nothing is left to answer.
 * One on a version that the town has withdrawn moves to the version it offers now, and the person is told; whoever throws it away (`moves: false`) need not be.
 */
export default class DraftMiddleware {
  async handle(ctx: HttpContext, next: NextFn, { moves = true } = {}) {
    const { town, citizen, params, response } = ctx
    if (!isUuid(params.id)) return next()
    const see = (part: string) => response.redirect().status(303).toPath(`/filings/${params.id}/${part}`)
    const draft = await draftOf(town.id, citizen.personId, params.id)
    if (!draft) return (await filedBy(town.id, citizen.personId, params.id)) ? see('receipt') : next()
    if (!moves || draft.accepting || draft.kind !== 'submission') return next()
    const moved = await new MoveDraft().execute({ town, citizen, draft, at: new Date() })
    return moved ? see('moved') : noLongerOffered(ctx)
  }
}
