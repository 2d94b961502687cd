import type { HttpContext } from '@adonisjs/core/http'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { WithdrawProcedure } from '#catalogue/actions/withdraw_procedure'
import { type TownEntry, townCatalogue, townEntry } from '#catalogue/queries/town_catalogue'
import { canSign, type Vacancy } from '#catalogue/queries/vacancies'
import { notFound } from '#core/http/problem'
import { field } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { type Speech, speechOf } from '#desk/http/speech'
import { openTables, titleOf } from '#desk/http/values/seam_lines'
import type { ProceduresPage } from '#desk/domain/values_page'
import { bodiesOf, unitsOf } from '#tenancy/queries/bodies_and_units'

/** The procedures of the catalogue: which the town offers, and what each still needs of it. */
export default class ProceduresController {
  async show(ctx: HttpContext) {
    const speech = speechOf(ctx)
    const entries = await townCatalogue(ctx.town.id)
    const procedures = entries.map((entry) => lineOf(entry, speech))
    procedures.sort((a, b) => a.title.localeCompare(b.title, speech.lang))
    return ctx.inertia.render('desk/procedures', { procedures, csrf: ctx.request.csrfToken })
  }

  /** Offers the version that was published last. */
  async offer(ctx: HttpContext) {
    const { town, officer, params } = ctx
    const speech = speechOf(ctx)
    const { t, lang } = speech
    const entry = await townEntry(town.id, String(params.slug))
    if (!entry) throw notFound()
    const { slug, digest } = entry.next
    const by = { kind: 'officer' as const, id: officer.id }
    const adopted = await new AdoptProcedure().execute(town.id, { slug, digest, by })
    if (adopted.ok && !canSign(town, entry.next)) say(ctx, 'info', t('desk.procedures.noSigner'))
    else if (adopted.ok) say(ctx, 'success', t('desk.procedures.nowOffered'))
    else if (adopted.error.code === 'misfit') say(ctx, 'danger', t('desk.procedures.misfit'))
    else if (adopted.error.code === 'vacant')
      say(ctx, 'danger', await vacantText(town.id, adopted.error.vacant, speech))
    else {
      const names = adopted.error.missing.map((id) => titleOf(entry.next, id, lang)).join('; ')
      say(ctx, 'danger', t('desk.procedures.notYet', { names }))
      return goTo(ctx, `/desk/procedures/${slug}/values`)
    }
    return goTo(ctx, '/desk/procedures')
  }

  /** Offers it no more; its cases go on. */
  async withdraw(ctx: HttpContext) {
    const { town, officer, params } = ctx
    const { t } = speechOf(ctx)
    const done = await new WithdrawProcedure().execute(town.id, {
      slug: String(params.slug),
      reason: field(ctx, 'reason', 1000).normalize('NFC').trim(),
      by: { kind: 'officer', id: officer.id },
    })
    if (done.ok) say(ctx, 'success', t('desk.procedures.withdrawn'))
    else say(ctx, 'danger', t(`desk.procedures.refusals.${done.error}`))
    return goTo(ctx, '/desk/procedures')
  }
}

/** Whom the town lacks, by the names of its bodies and units, and what to do. */
async function vacantText(townId: string, vacant: Vacancy[], { t, name }: Speech): Promise<string> {
  const [bodies, units] = await Promise.all([bodiesOf(townId), unitsOf(townId)])
  const named = ({ of }: Vacancy) =>
    name(bodies.find(({ role }) => role === of)?.name ?? units.find(({ slug }) => slug === of)?.name) ?? of
  const offices = vacant.map((one) => t(`desk.procedures.seats.${one.position}`, { of: named(one) }))
  return t('desk.procedures.vacant', { offices: offices.join('; ') })
}

const lineOf = (
  { next, offered, missing, fits }: TownEntry,
  { of, lang }: Speech
): ProceduresPage['procedures'][number] => ({
  slug: next.slug,
  title: of(next, 'sheet.title') ?? next.slug,
  offered: offered?.sheet.version ?? null,
  next: next.sheet.version,
  newer: offered?.digest !== next.digest,
  missing: missing.map((id) => titleOf(next, id, lang)),
  fits,
  open: openTables(next).length + next.seams.length > 0,
})
