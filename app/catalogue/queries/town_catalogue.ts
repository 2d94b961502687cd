import db from '@adonisjs/lucid/services/db'
import { carry } from '#catalogue/domain/seams/carry'
import { missingOn } from '#catalogue/domain/seams/missing'
import { picked } from '#catalogue/domain/seams/picked'
import { acceptedVersion } from '#catalogue/queries/accepted'
import { knownProcedure } from '#catalogue/queries/frozen_procedure'
import { latestVersion } from '#catalogue/queries/latest_version'
import { townDay } from '#catalogue/queries/offering'
import { type FilledIn, filledIn } from '#catalogue/queries/town_values'
import type { CompiledProcedure } from '#catalogue/types'

/** A procedure as a town may offer it next, and as it does. */
export interface TownEntry {
  /** The version that was published last, as the town would carry it; as published where its values don't fit. */
  next: CompiledProcedure
  /** Whether what the town has filled in fits it. */
  fits: boolean
  /** The version that is offered; null where none is. */
  offered: CompiledProcedure | null
  /** What must be filled in before `next` can be offered today. */
  missing: string[]
  filled: FilledIn | null
}

async function entryOf(
  municipalityId: string,
  slug: string,
  { filled, day }: { filled: FilledIn | null; day: string }
): Promise<TownEntry | null> {
  const [latest, digest] = await Promise.all([latestVersion(slug), acceptedVersion(municipalityId, slug)])
  if (!latest) return null
  const carried = filled
    ? carry(latest, picked(latest, filled.contents), { digest: filled.digest })
    : { ok: true as const, value: latest }
  const next = carried.ok ? carried.value : latest
  return {
    next,
    fits: carried.ok,
    offered: digest ? await knownProcedure(digest) : null,
    missing: missingOn(next, day),
    filled,
  }
}

/** One procedure of the catalogue for a town; null where no such was published. */
export async function townEntry(municipalityId: string, slug: string): Promise<TownEntry | null> {
  const [all, day] = await Promise.all([filledIn(municipalityId), townDay(municipalityId)])
  return entryOf(municipalityId, slug, { filled: all.get(slug) ?? null, day })
}

/** All that was published, for a town. */
export async function townCatalogue(municipalityId: string): Promise<TownEntry[]> {
  const [{ rows }, all, day] = await Promise.all([
    db.rawQuery(`SELECT DISTINCT slug FROM procedure_versions ORDER BY slug`),
    filledIn(municipalityId),
    townDay(municipalityId),
  ])
  const entries = await Promise.all(
    rows.map(({ slug }: { slug: string }) =>
      entryOf(municipalityId, slug, { filled: all.get(slug) ?? null, day })
    )
  )
  return entries.filter((one): one is TownEntry => one !== null)
}
