import { carry } from '#catalogue/domain/seams/carry'
import { missingOn } from '#catalogue/domain/seams/missing'
import { picked } from '#catalogue/domain/seams/picked'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { filledIn } from '#catalogue/queries/town_values'
import { type Vacancy, vacanciesIn } from '#catalogue/queries/vacancies'
import type { Diagnostic } from '#core/diagnostic'
import { err, ok, type Result } from '#core/result'
import { rowsOfTown } from '#tenancy/town_transaction'

/** Why a town can't offer a version: what it must fill in first, what it has filled in and does not fit, or whom it lacks. */
export type OfferRefusal =
  | { code: 'missing'; missing: string[] }
  | { code: 'misfit'; diagnostics: Diagnostic[] }
  | { code: 'vacant'; vacant: Vacancy[] }

/** The day that the calendars of the town show. */
export const townDay = (municipalityId: string): Promise<string> =>
  rowsOfTown<{ day: string }>(
    municipalityId,
    `SELECT (now() AT TIME ZONE time_zone)::date::text AS day FROM municipalities WHERE id = $1`,
    [municipalityId],
    'town_day'
  ).then(([row]) => row!.day)

/** Whether a town has filled in all that a version asks for today, and has whom it needs; asked of the database. */
export async function canOffer(municipalityId: string, digest: string): Promise<Result<null, OfferRefusal>> {
  const published = await frozenProcedure(digest)
  const own = (await filledIn(municipalityId)).get(published.slug)
  const carried = own ? carry(published, picked(published, own.contents)) : ok(published)
  if (!carried.ok) return err({ code: 'misfit', diagnostics: carried.error })
  const missing = missingOn(carried.value, await townDay(municipalityId))
  if (missing.length > 0) return err({ code: 'missing', missing })
  const vacant = await vacanciesIn(municipalityId, carried.value)
  return vacant.length > 0 ? err({ code: 'vacant', vacant }) : ok(null)
}
