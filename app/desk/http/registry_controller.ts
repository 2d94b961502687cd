import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { choiceIn, word, wordAs } from '#core/http/asked'
import { RecordExport } from '#desk/actions/record_export'
import { RecordRead } from '#desk/actions/record_read'
import { daysIn } from '#desk/http/asked'
import { asCsv, asJson } from '#desk/http/book_export'
import { HANDLERS } from '#desk/http/desk_props'
import { speechOf } from '#desk/http/speech'
import type { RegistryPage } from '#desk/domain/registry_page'
import { bookEntries, newestEntries, type BookEntry, type BookPlace } from '#registry/queries/entries'
import { BOOKS, type Book } from '#registry/types'

const PATH = '/desk/registry'
const LIMIT = 50

/** The books of the general register (Law 39/2015, art. 16) and that of resolutions (RD 128/2018, art. 3.2.e), to read and to take along. */
export default class RegistryController {
  async show(ctx: HttpContext) {
    const { town, officer, inertia } = ctx
    const filter = this.filter(ctx)
    const after = wordAs(ctx, 'after', 'E_NO_PLACE', readPlace)
    const found = await newestEntries(
      town.id,
      { ...filter, exactly: filter.q || null },
      { after, timeZone: town.timeZone, limit: LIMIT + 1 }
    )
    await new RecordRead().execute(town.id, {
      action: 'desk.book_read',
      subject: { kind: 'register_books', id: filter.book },
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    const shown = found.slice(0, LIMIT)
    const last = shown.at(-1)
    const asked = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]))
    const href = (path: string, more: Record<string, string> = {}) =>
      `${path}?${new URLSearchParams({ ...Object.fromEntries(asked), ...more })}`
    return inertia.render('desk/registry', {
      book: filter.book,
      books: [...BOOKS],
      filter: { from: filter.from ?? '', to: filter.to ?? '', q: filter.q },
      entries: shown.map((entry) => this.line(ctx, entry)),
      next: found.length > LIMIT && last ? href(PATH, { after: `${last.year}~${last.number}` }) : null,
      first: after ? href(PATH) : null,
      exports: { csv: href(`${PATH}/export/csv`), json: href(`${PATH}/export/json`) },
    })
  }

  async export(ctx: HttpContext) {
    const { town, officer, params, response } = ctx
    const { q, ...filter } = this.filter(ctx)
    const format = params.format === 'json' ? 'json' : 'csv'
    const { book, ...days } = filter
    await new RecordExport().execute(town.id, {
      officerId: officer.id,
      action: 'desk.book_exported',
      subject: { kind: 'register_books', id: book },
      detail: { ...days, format },
    })
    const batches = bookEntries(town.id, { ...filter, exactly: q || null }, town.timeZone)
    const { t } = speechOf(ctx)
    const title = (column: string) => t(`desk.registry.columns.${column}`)
    const name = [town.slug, filter.book, filter.from, filter.to].filter(Boolean).join('-')
    response.header('content-type', `${format === 'csv' ? 'text/csv' : 'application/json'}; charset=utf-8`)
    response.header('content-disposition', `attachment; filename="${name}.${format}"`)
    response.header('cache-control', 'private, no-store')
    const written = format === 'csv' ? asCsv(batches, { title, timeZone: town.timeZone }) : asJson(batches)
    return response.stream(Readable.from(written))
  }

  private filter(ctx: HttpContext): { book: Book; from: string | null; to: string | null; q: string } {
    const book = choiceIn(ctx, 'book', BOOKS) ?? 'incoming'
    return { book, ...daysIn(ctx), q: word(ctx, 'q', 60) }
  }

  private line(ctx: HttpContext, entry: BookEntry): RegistryPage['entries'][number] {
    const { moment, day } = speechOf(ctx)
    const written = entry.recordedAt.toLocaleDateString('sv-SE', { timeZone: ctx.town.timeZone })
    const { content } = entry
    const handles = ctx.officer.roles.some((role) => HANDLERS.includes(role))
    return {
      id: entry.id,
      number: entry.entryNumber,
      at: moment(entry.recordedAt),
      effective: entry.effectiveDate === written ? null : day(entry.effectiveDate),
      heading: content.heading,
      caseNumber: entry.caseNumber,
      party: content.party?.name ?? '',
      identifier: content.party?.identifier ?? '',
      sender: content.sender?.name ?? '',
      addressee: content.addressee?.name ?? '',
      documents: content.documents.length,
      caseHref: entry.caseId && handles ? `/desk/cases/${entry.caseId}` : null,
    }
  }
}

/** `2026~123`. */
function readPlace(text: string): BookPlace | null {
  const match = /^(\d{4})~(\d{1,9})$/.exec(text)
  return match ? { year: Number(match[1]), number: Number(match[2]) } : null
}
