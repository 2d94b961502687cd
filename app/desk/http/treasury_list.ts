import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { casesByIds } from '#cases/queries/cases_by_ids'
import { wordAs } from '#core/http/asked'
import { isUuid } from '#core/ids'
import { HANDLERS } from '#desk/http/desk_props'
import type { TreasuryPlace } from '#payments/queries/treasury'

type OfCase = { caseId: string }

export const addressOf = (path: string, asked: Record<string, string | null>) => {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

/** The numbers of the cases that lines are of, by their ids. */
export async function caseNumbers(municipalityId: string, lines: OfCase[]): Promise<Map<string, string>> {
  const cases = await casesByIds(municipalityId, [...new Set(lines.map(({ caseId }) => caseId))])
  return new Map([...cases].map(([id, { entryNumber }]) => [id, entryNumber ?? '']))
}

/** The number of a case, and the way to it for those who may see cases. */
export async function caseLinks({ town, officer }: HttpContext, lines: OfCase[]) {
  const handles = officer.roles.some((role) => HANDLERS.includes(role))
  const numbers = await caseNumbers(town.id, lines)
  return (caseId: string) => ({
    caseNumber: numbers.get(caseId) ?? '',
    caseHref: handles && numbers.has(caseId) ? `/desk/cases/${caseId}` : null,
  })
}

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(.+)$/

/** An instant and an id. */
function readPlace(text: string): TreasuryPlace | null {
  const [, at = '', id = ''] = PLACE.exec(text) ?? []
  return isUuid(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : null
}

/** Where the page before ended; null on the first. */
export const placeIn = (ctx: HttpContext) => wordAs(ctx, 'after', 'E_NO_PLACE', readPlace)

export const placeOf = ({ at, id }: { at: Date; id: string }) => `${at.toISOString()}~${id}`

/** A list for a spreadsheet, as it is written. */
export function sendCsv({ response }: HttpContext, name: (string | null)[], written: AsyncIterable<string>) {
  response.header('content-type', 'text/csv; charset=utf-8')
  response.header('content-disposition', `attachment; filename="${name.filter(Boolean).join('-')}.csv"`)
  response.header('cache-control', 'private, no-store')
  return response.stream(Readable.from(written))
}
