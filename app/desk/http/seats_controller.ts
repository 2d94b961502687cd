import type { HttpContext } from '@adonisjs/core/http'
import { AddSeat } from '#cases/actions/add_seat'
import { ChangeSeats } from '#cases/actions/change_seats'
import { MoveOffice } from '#cases/actions/move_office'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import { idIn } from '#desk/http/asked'
import { said } from '#desk/http/calendar_place'
import { calendarHref } from '#desk/http/calendar_shown'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'
import { isKnownRegion } from '#tenancy/domain/closed_days'
import { seatsOf } from '#tenancy/queries/seats'

const actorOf = ({ officer }: HttpContext) => ({ kind: 'officer' as const, id: officer.id })

/** The places whose closed days count beside those of the electronic office, and for what (Law 39/2015, art. 30.6). */
export default class SeatsController {
  async store(ctx: HttpContext) {
    const { town } = ctx
    const { t } = speechOf(ctx)
    const [es, region] = [said(ctx, 'es', 100), said(ctx, 'region', 10)]
    const name = { es, ca: said(ctx, 'ca', 100) || es, en: said(ctx, 'en', 100) || es }
    const added = await new AddSeat().execute({
      ...{ municipalityId: town.id, name, region: isKnownRegion(region) ? region : null },
      actor: actorOf(ctx),
    })
    const year = Number(new Date().toLocaleDateString('en', { timeZone: town.timeZone, year: 'numeric' }))
    if (added.ok) say(ctx, 'success', t('desk.calendar.seats.added', { name: es, year: String(year) }))
    else say(ctx, 'danger', t(`desk.calendar.seats.refusals.${added.error}`))
    return goTo(ctx, calendarHref(year, added.ok ? added.value : undefined))
  }

  /** Where a body or a unit sits. */
  async move(ctx: HttpContext) {
    const { town } = ctx
    const of = said(ctx, 'of', 10)
    const id = said(ctx, 'id', 40)
    if ((of !== 'bodies' && of !== 'units') || !isUuid(id)) throw notFound()
    const moved = await new MoveOffice().execute({
      ...{ municipalityId: town.id, of, id, seat: said(ctx, 'seat', 60) || null },
      actor: actorOf(ctx),
    })
    if (!moved.ok) throw notFound()
    say(ctx, 'success', speechOf(ctx).t('desk.calendar.seats.moved'))
    return goTo(ctx, '/desk/calendar')
  }

  /** Whose closed days count for a case. */
  async ofCase(ctx: HttpContext) {
    const { town } = ctx
    const { t } = speechOf(ctx)
    const caseId = idIn(ctx)
    const known = await seatsOf(town.id)
    const changed = await new ChangeSeats().execute({
      ...{ municipalityId: town.id, caseId, at: new Date(), actor: actorOf(ctx) },
      seats: known.map(({ slug }) => slug).filter((slug) => said(ctx, slug, 5) === 'on'),
    })
    if (!changed.ok && changed.error === 'not_found') throw notFound()
    if (changed.ok) say(ctx, 'success', t(`desk.case.seats.${changed.value.moved ? 'moved' : 'kept'}`))
    else say(ctx, 'danger', t('desk.case.seats.closed'))
    return goTo(ctx, `/desk/cases/${caseId}`)
  }
}
