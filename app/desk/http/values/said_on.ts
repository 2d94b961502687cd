import { rateTable, rateWords } from '#catalogue/queries/prices'
import type { CompiledProcedure } from '#catalogue/types'
import type { SaidVersion } from '#desk/domain/values_page'
import type { Speech } from '#desk/http/speech'
import { saidOf, valueVersions } from '#desk/http/values/seam_lines'

/** What is said from a day on, as it reads. */
export function saidOn(
  carried: CompiledProcedure,
  name: string,
  day: string,
  { lang, t }: Speech
): SaidVersion | null {
  const words = rateWords(lang, t)
  const seam = carried.seams.find(({ id }) => id === name)
  if (seam) return valueVersions(carried, seam, words).find(({ from }) => from === day) ?? null
  const table = rateTable(carried, name, words)
  const version = table.versions.find(({ from }) => from === day)
  return version ? saidOf(table, version, true, words) : null
}
