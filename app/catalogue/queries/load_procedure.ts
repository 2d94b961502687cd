import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { compileApart } from '#catalogue/apart/compile_apart'
import { type ProcedureFiles, SHEET } from '#catalogue/domain/files'
import type { ProcedurePlace } from '#catalogue/domain/finding'
import { readJsonFile } from '#catalogue/queries/read_json_file'
import { readProcedure } from '#catalogue/queries/read_procedure'
import type { CompiledProcedure, Pack } from '#catalogue/domain/types'

/** A procedure of the catalogue on disk: what its version is made of, and what it was compiled to. */
export interface LoadedProcedure {
  place: ProcedurePlace
  pack: Pack
  files: ProcedureFiles
  procedure: CompiledProcedure
}

/** Reads and compiles one procedure of a catalogue, held against its pack, its folder's name and the procedures beside it. */
export async function loadProcedure(
  place: ProcedurePlace,
  processes?: readonly string[]
): Promise<Result<LoadedProcedure, Diagnostic[]>> {
  const pack = await readJsonFile<Pack>(place.packFile, 'pack')
  if (!pack.ok) return pack
  const files = await readProcedure(place.folder)
  if (!files.ok) return files
  const compiled = await compileApart(files.value, { pack: pack.value, ...(processes && { processes }) })
  if (!compiled.ok) return compiled
  const procedure = compiled.value
  if (procedure.slug !== place.slug) {
    const params = { slug: procedure.slug, folder: place.slug }
    return err([problem('SLUG_DIFFERS', { file: SHEET, pointer: '/slug', params })])
  }
  return ok({ place, pack: pack.value, files: files.value, procedure })
}
