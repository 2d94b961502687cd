import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { PublishVersion } from '#catalogue/actions/publish_version'
import { listProcedures } from '#catalogue/queries/list_procedures'
import { readProcedure } from '#catalogue/queries/read_procedure'
import type { CompiledProcedure, Pack } from '#catalogue/types'
import type { Diagnostic } from '#core/diagnostic'
import env from '#start/env'

/** The folder of packs: `procedures-catalog/`, or the one that `FINESTRA_CATALOGUE` names. */
export const catalogueFolder = () => env.get('FINESTRA_CATALOGUE') ?? app.makePath('procedures-catalog')

export interface LoadedCatalogue {
  published: CompiledProcedure[]
  refused: { slug: string; diagnostics: Diagnostic[] }[]
}

/** Publishes the procedures of a catalogue's folder that compile, and tells which don't; `only`: the one of that name. */
export async function loadCatalogue(folder = catalogueFolder(), only?: string): Promise<LoadedCatalogue> {
  const loaded: LoadedCatalogue = { published: [], refused: [] }
  const places = await listProcedures(folder)
  const processes = places.map(({ slug }) => slug)
  for (const place of places.filter(({ slug }) => only === undefined || slug === only)) {
    const files = await readProcedure(place.folder)
    const manifest: Pack | null = JSON.parse(await readFile(place.packFile, 'utf8').catch(() => 'null'))
    const result = files.ok
      ? await new PublishVersion().execute(files.value, { pack: place.pack, manifest, processes })
      : files
    if (result.ok) loaded.published.push(result.value)
    else loaded.refused.push({ slug: place.slug, diagnostics: result.error })
  }
  return loaded
}
