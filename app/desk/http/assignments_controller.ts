import type { HttpContext } from '@adonisjs/core/http'
import { AssignCase, ClaimCase } from '#cases/actions/assign_case'
import { isUuid } from '#core/ids'
import { field, idIn } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'
import { returnPath } from '#identity/domain/return_path'
import { notFound } from '#core/http/problem'

const MOST = 100

/** Who handles which case: one taken by whoever looks at it, or several handed out at once. */
export default class AssignmentsController {
  /** Takes one case for oneself. */
  async claim(ctx: HttpContext) {
    const { town, officer } = ctx
    const caseId = idIn(ctx)
    const given = { municipalityId: town.id, caseId, actor: this.actor(ctx), at: new Date() }
    const done = await new ClaimCase().execute(given)
    if (!done.ok && done.error === 'not_found') throw notFound()
    const { t } = speechOf(ctx)
    if (done.ok) say(ctx, 'success', t('desk.assign.claimed', { name: officer.name }))
    else say(ctx, 'danger', t(`cases.refusals.${done.error}`))
    return goTo(ctx, `/desk/cases/${caseId}`)
  }

  /** Hands one case to an officer (or to nobody) and, where one is named, to a unit. */
  async update(ctx: HttpContext) {
    const caseId = idIn(ctx)
    const officerId = field(ctx, 'officer', 36)
    const unitId = field(ctx, 'unit', 36)
    const done = await new AssignCase().execute({
      municipalityId: ctx.town.id,
      caseId,
      officerId: isUuid(officerId) ? officerId : null,
      ...(isUuid(unitId) ? { unitId } : {}),
      actor: this.actor(ctx),
      at: new Date(),
    })
    if (!done.ok && done.error === 'not_found') throw notFound()
    const { t } = speechOf(ctx)
    if (done.ok) say(ctx, 'success', t('desk.assign.done', { count: 1 }))
    else say(ctx, 'danger', t(`cases.refusals.${done.error}`))
    return goTo(ctx, `/desk/cases/${caseId}`)
  }

  /** Hands the chosen cases of a list to an officer: each on its own, so that one that can't doesn't hold the rest. */
  async store(ctx: HttpContext) {
    const { t } = speechOf(ctx)
    const asked: unknown = ctx.request.body().cases
    const cases = [...new Set(Array.isArray(asked) ? asked.filter(isUuid) : [])].slice(0, MOST)
    const officerId = field(ctx, 'officer', 36)
    let done = 0
    for (const caseId of cases) {
      const given = { municipalityId: ctx.town.id, caseId, actor: this.actor(ctx), at: new Date() }
      const result =
        officerId === 'me'
          ? await new ClaimCase().execute(given)
          : await new AssignCase().execute({ ...given, officerId: isUuid(officerId) ? officerId : null })
      if (result.ok) done++
    }
    const left = cases.length - done
    if (cases.length === 0) say(ctx, 'danger', t('desk.assign.none'))
    else if (left === 0) say(ctx, 'success', t('desk.assign.done', { count: done }))
    else
      say(
        ctx,
        'danger',
        `${t('desk.assign.done', { count: done })} ${t('desk.assign.left', { count: left })}`
      )
    return goTo(ctx, returnPath(field(ctx, 'return', 500), '/desk/inbox'))
  }

  private actor = ({ officer }: HttpContext) => ({ kind: 'officer' as const, id: officer.id })
}
