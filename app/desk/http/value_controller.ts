import type { HttpContext } from '@adonisjs/core/http'
import { RecordValues } from '#catalogue/actions/record_values'
import { latestVersion } from '#catalogue/queries/latest_version'
import { townDay } from '#catalogue/queries/offering'
import { rateWords } from '#catalogue/queries/prices'
import { carry, checkWhole, picked } from '#catalogue/queries/seams'
import type { TownEntry } from '#catalogue/queries/town_catalogue'
import type { CompiledProcedure, TownValues } from '#catalogue/types'
import { word } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { field } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { type Speech, speechOf } from '#desk/http/speech'
import { examplesOf } from '#desk/http/values/examples'
import { faultsAtFields } from '#desk/http/values/field_faults'
import { firstOfTable, firstOfValue, withBlanks } from '#desk/http/values/first_typed'
import { inWords } from '#desk/http/values/row_words'
import { saidOn } from '#desk/http/values/said_on'
import { openTables, seamLines, titleOf } from '#desk/http/values/seam_lines'
import { seamOf } from '#desk/http/values/seam_shape'
import { entryIn, refusalText } from '#desk/http/values_controller'
import {
  type FieldFaults,
  readValue,
  readVersion,
  type Typed,
  typedFrom,
  withValue,
  withVersion,
} from '#desk/domain/values_form'
import type { ValuePage } from '#desk/domain/values_page'

type Given = Pick<ValuePage, 'typed'> & Partial<Pick<ValuePage, 'faults' | 'used' | 'ahead' | 'before'>>

/** One rate or value: what it is from a day on. It is shown as it will be before it is written down. */
export default class ValueController {
  async show(ctx: HttpContext) {
    const entry = await entryIn(ctx)
    const day = await townDay(ctx.town.id)
    const name = seamIn(ctx, entry)
    const asked = { from: word(ctx, 'from', 10), day, lang: ctx.lang }
    const seam = entry.next.seams.find(({ id }) => id === name)
    const typed = seam
      ? firstOfValue(entry.next, seam, asked)
      : firstOfTable(entry.next, name, { ...asked, own: entry.filled?.contents.tables?.[name] ?? [] })
    return this.#page(ctx, entry, { typed })
  }

  async update(ctx: HttpContext) {
    const { town, officer, request } = ctx
    const entry = await entryIn(ctx)
    const name = seamIn(ctx, entry)
    const speech = speechOf(ctx)
    const typed = typedFrom(request.body())
    const before = field(ctx, 'before', 64)
    const step = field(ctx, 'step', 20)
    if (step === 'more')
      return this.#page(ctx, entry, { typed: { ...typed, rows: withBlanks(typed.rows) }, before })
    if (step === 'mend') return this.#page(ctx, entry, { typed, before })
    const { values, faults, day } = read(entry, name, typed, ctx.lang)
    const refuse = (given: Partial<Given>) => {
      ctx.response.status(422)
      return this.#page(ctx, entry, { typed, before, ...given })
    }
    if (Object.keys(faults).length > 0) return refuse({ faults: wordsOf(faults, speech) })
    const latest = (await latestVersion(entry.next.slug))!
    const carried = carry(latest, picked(latest, values))
    const wrong = carried.ok
      ? checkWhole(latest, picked(latest, values).tables, entry.filled?.contents.tables)
      : carried.error
    const words = rateWords(speech.lang, speech.t)
    const told = wrong.map((one) => inWords(one, latest, words))
    if (!carried.ok || told.length > 0) return refuse({ faults: faultsAtFields(told, typed.rows, speech) })
    if (step !== 'confirmed')
      return this.#page(ctx, entry, {
        typed,
        before,
        ahead: this.#ahead(latest, carried.value, { entry, name, values, day }, speech),
      })
    const written = await new RecordValues().execute({
      municipalityId: town.id,
      slug: entry.next.slug,
      values,
      before: before || null,
      reason: typed.reason || null,
      by: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    if (written.ok) {
      say(ctx, 'success', speech.t('desk.values.saved', { title: titleOf(entry.next, name, speech.lang) }))
      return goTo(ctx, `/desk/procedures/${entry.next.slug}/values`)
    }
    const refusal = refusalText(written.error, speech, latest)
    if (written.error.code === 'used' || written.error.code === 'past') return refuse({ used: refusal })
    if (written.error.code === 'invalid') return refuse({ faults: { from: refusal } })
    return refuse({ faults: { from: refusal }, before: entry.filled?.digest ?? '' })
  }

  #ahead(
    latest: CompiledProcedure,
    carried: CompiledProcedure,
    { entry, name, values, day }: { entry: TownEntry; name: string; values: TownValues; day: string },
    speech: Speech
  ): ValuePage['ahead'] {
    const standing = picked(latest, entry.filled?.contents ?? {})
    const ahead = { values: picked(latest, values), name, day }
    const version = saidOn(carried, name, day, speech)
    return version && { version, examples: examplesOf(latest, standing, ahead, speech) }
  }

  async #page(ctx: HttpContext, entry: TownEntry, given: Given) {
    const speech = speechOf(ctx)
    const { next, filled } = entry
    const name = seamIn(ctx, entry)
    const day = await townDay(ctx.town.id)
    const words = rateWords(speech.lang, speech.t)
    return ctx.inertia.render('desk/value', {
      slug: next.slug,
      title: titleOf(next, name, speech.lang),
      procedure: speech.of(next, 'sheet.title') ?? next.slug,
      seam: seamOf(next, name, speech),
      now: seamLines(entry, day, words).find(({ id }) => id === name)?.now ?? [],
      csrf: ctx.request.csrfToken,
      before: given.before ?? filled?.digest ?? '',
      typed: given.typed,
      faults: given.faults ?? {},
      used: given.used ?? null,
      ahead: given.ahead ?? null,
    })
  }
}

/** The rate or value of the address, if the procedure leaves it open. */
function seamIn({ params }: HttpContext, { next }: TownEntry): string {
  const name = String(params.seam)
  if (!openTables(next).includes(name) && !next.seams.some(({ id }) => id === name)) throw notFound()
  return name
}

function read(
  { next, filled }: TownEntry,
  name: string,
  typed: Typed,
  lang: string
): { values: TownValues; faults: FieldFaults; day: string } {
  const standing = filled?.contents ?? {}
  const seam = next.seams.find(({ id }) => id === name)
  if (seam) {
    const { dated, faults } = readValue(typed, seam, lang)
    return { values: withValue(standing, name, dated), faults, day: dated.from }
  }
  const { version, faults } = readVersion(typed, next.fees!.tables[name]!, lang)
  return { values: withVersion(standing, name, version), faults, day: version.from }
}

const wordsOf = (faults: FieldFaults, { t }: Speech): FieldFaults =>
  Object.fromEntries(Object.entries(faults).map(([at, code]) => [at, t(`desk.values.faults.${code}`)]))
