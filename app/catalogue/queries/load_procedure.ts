import { readFile } from 'node:fs/promises'
import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { checkSchema } from '#catalogue/domain/check_schema'
import { compile } from '#catalogue/domain/compile'
import { type ProcedureFiles, SHEET } from '#catalogue/domain/files'
import { parseJson } from '#catalogue/domain/parse_json'
import type { ProcedurePlace } from '#catalogue/domain/finding'
import { readProcedure } from '#catalogue/queries/read_procedure'
import type { CompiledProcedure, Pack } from '#catalogue/domain/types'

const PACK = 'pack.json'

/** A procedure of the catalogue on disk: what its version is made of, and what it was compiled to. */
export interface LoadedProcedure {
  place: ProcedurePlace
  pack: Pack
  files: ProcedureFiles
  procedure: CompiledProcedure
}

async function readPack(place: ProcedurePlace): Promise<Result<Pack, Diagnostic[]>> {
  const text = await readFile(place.packFile, 'utf8').catch(() => null)
  if (text === null) return err([problem('FILE_MISSING', { file: PACK })])
  const json = parseJson(PACK, text)
  if (!json.ok) return err([json.error])
  const found = checkSchema('pack', PACK, json.value)
  return found.length > 0 ? err(found) : ok(json.value as Pack)
}

/** Reads and compiles one procedure of a catalogue, held against its pack and its folder's name. */
export async function loadProcedure(place: ProcedurePlace): Promise<Result<LoadedProcedure, Diagnostic[]>> {
  const pack = await readPack(place)
  if (!pack.ok) return pack
  const files = await readProcedure(place.folder)
  if (!files.ok) return files
  const compiled = await compile(files.value, { pack: pack.value })
  if (!compiled.ok) return compiled
  const procedure = compiled.value
  if (procedure.slug !== place.slug) {
    const params = { slug: procedure.slug, folder: place.slug }
    return err([problem('SLUG_DIFFERS', { file: SHEET, pointer: '/slug', params })])
  }
  return ok({ place, pack: pack.value, files: files.value, procedure })
}
