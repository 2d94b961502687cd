import type { HttpContext } from '@adonisjs/core/http'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { type TownEntry, townCatalogue, townEntry } from '#catalogue/queries/town_catalogue'
import { notFound } from '#core/http/problem'
import { goTo, say } from '#desk/http/flash'
import { type Speech, speechOf } from '#desk/http/speech'
import { openTables, titleOf } from '#desk/http/values/seam_lines'
import type { ProceduresPage } from '#desk/domain/values_page'

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
    const { t, lang } = speechOf(ctx)
    const entry = await townEntry(town.id, String(params.slug))
    if (!entry) throw notFound()
    const { slug, digest } = entry.next
    const by = { kind: 'officer' as const, id: officer.id }
    const adopted = await new AdoptProcedure().execute(town.id, { slug, digest, by })
    if (adopted.ok) say(ctx, 'success', t('desk.procedures.nowOffered'))
    else if (adopted.error.code === 'misfit') say(ctx, 'danger', t('desk.procedures.misfit'))
    else {
      const names = adopted.error.missing.map((id) => titleOf(entry.next, id, lang)).join('; ')
      say(ctx, 'danger', t('desk.procedures.notYet', { names }))
      return goTo(ctx, `/desk/procedures/${slug}/values`)
    }
    return goTo(ctx, '/desk/procedures')
  }
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
