import type { HttpContext } from '@adonisjs/core/http'
import { RecordValues, type ValuesRefusal } from '#catalogue/actions/record_values'
import { townDay } from '#catalogue/queries/offering'
import { rateWords } from '#catalogue/queries/prices'
import { type TownEntry, townEntry } from '#catalogue/queries/town_catalogue'
import type { CompiledProcedure, TownValues } from '#catalogue/types'
import { notFound } from '#core/http/problem'
import { field } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { type Speech, speechOf } from '#desk/http/speech'
import { diagnosticText } from '#desk/http/values/field_faults'
import { inWords } from '#desk/http/values/row_words'
import { seamLines } from '#desk/http/values/seam_lines'
import type { ValuesPage } from '#desk/domain/values_page'
import { without } from '#desk/domain/values_form'
import { bodiesOf, unitsOf } from '#tenancy/queries/bodies_and_units'

/** What a procedure leaves open to the town: what holds today, what comes later, and what held before. */
export default class ValuesController {
  async show(ctx: HttpContext) {
    const { town, request, inertia } = ctx
    const speech = speechOf(ctx)
    const [entry, day] = await Promise.all([entryIn(ctx), townDay(town.id)])
    const { next, offered } = entry
    return inertia.render('desk/values', {
      slug: next.slug,
      title: speech.of(next, 'sheet.title') ?? next.slug,
      csrf: request.csrfToken,
      offered: offered?.digest === next.digest,
      seams: seamLines(entry, day, rateWords(speech.lang, speech.t)),
      bound: await this.#bound(town.id, entry, speech),
    })
  }

  /** Which unit deals with it, and which body decides. */
  async bind(ctx: HttpContext) {
    const entry = await entryIn(ctx)
    const { filled } = entry
    const [unit, body] = [field(ctx, 'unit', 60), field(ctx, 'body', 60)]
    const { unit: _unit, body: _body, ...standing } = filled?.contents ?? {}
    return record(
      ctx,
      entry,
      { ...standing, ...(unit && { unit }), ...(body && { body }) },
      'desk.values.bound'
    )
  }

  /** Takes back what was to begin on a later day. */
  async remove(ctx: HttpContext) {
    const entry = await entryIn(ctx)
    const { filled } = entry
    const [seam, from] = [field(ctx, 'seam', 64), field(ctx, 'from', 10)]
    return record(ctx, entry, without(filled?.contents ?? {}, seam, from), 'desk.values.removed')
  }

  async #bound(townId: string, { filled }: TownEntry, { name, t }: Speech): Promise<ValuesPage['bound']> {
    const [units, bodies] = await Promise.all([unitsOf(townId), bodiesOf(townId)])
    const usual = { value: '', label: t('desk.values.usual') }
    const contents = filled?.contents ?? {}
    return [
      {
        member: 'unit' as const,
        value: contents.unit ?? '',
        options: [usual, ...units.map((one) => ({ value: one.slug, label: name(one.name) ?? one.slug }))],
      },
      {
        member: 'body' as const,
        value: contents.body ?? '',
        options: [usual, ...bodies.map((one) => ({ value: one.role, label: name(one.name) ?? one.role }))],
      },
    ]
  }
}

/** The procedure of the address, for this town. */
export async function entryIn({ town, params }: HttpContext): Promise<TownEntry> {
  const entry = await townEntry(town.id, String(params.slug))
  if (!entry) throw notFound()
  return entry
}

/** Why nothing was written down, in words. */
export function refusalText(refusal: ValuesRefusal, speech: Speech, procedure: CompiledProcedure): string {
  if (refusal.code === 'invalid') {
    const words = rateWords(speech.lang, speech.t)
    return refusal.diagnostics.map((one) => diagnosticText(inWords(one, procedure, words), speech)).join(' ')
  }
  if (refusal.code === 'past')
    return speech.t('desk.values.refusals.past', { from: speech.day(refusal.from).text })
  if (refusal.code !== 'used') return speech.t(`desk.values.refusals.${refusal.code}`)
  const { from, until } = refusal
  return speech.t('desk.values.refusals.used', { from: speech.day(from).text, until: speech.day(until).text })
}

/** Writes down all that holds now, and goes back to the list. */
async function record(ctx: HttpContext, entry: TownEntry, values: TownValues, done: string) {
  const { town, officer, params } = ctx
  const speech = speechOf(ctx)
  const { next } = entry
  const written = await new RecordValues().execute({
    municipalityId: town.id,
    slug: String(params.slug),
    values,
    reason: field(ctx, 'reason', 500) || null,
    by: { kind: 'officer', id: officer.id },
    at: new Date(),
  })
  if (written.ok) say(ctx, 'success', speech.t(done))
  else say(ctx, 'danger', refusalText(written.error, speech, next))
  return goTo(ctx, `/desk/procedures/${params.slug}/values`)
}
