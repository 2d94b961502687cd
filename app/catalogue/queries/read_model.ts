import { basename } from 'node:path'
import type { Diagnostic } from '#core/diagnostic'
import { type Result, ok } from '#core/result'
import {
  type CompiledDecisions,
  type DecisionModel,
  compileDecisions,
  compileDmn,
  readDmn,
} from '#decisions/index'
import { readJsonFile, readText } from '#catalogue/queries/read_json_file'

const isDmn = (path: string): boolean => !path.endsWith('.json')

/** A decision model from a file of DMN, or of JSON by its schema. */
export async function readModel(
  path: string
): Promise<Result<{ model: DecisionModel; warnings: Diagnostic[] }, Diagnostic[]>> {
  if (!isDmn(path)) {
    const model = await readJsonFile<DecisionModel>(path, 'decision')
    return model.ok ? ok({ model: model.value, warnings: [] }) : model
  }
  const xml = await readText(path)
  return xml.ok ? readDmn({ file: basename(path), xml: xml.value }) : xml
}

/** The same, ready to decide. `foreign`: as another tool left it, whose types aren't judged. */
export async function compileModel(
  path: string,
  how: { foreign?: boolean } = {}
): Promise<Result<CompiledDecisions, Diagnostic[]>> {
  const file = basename(path)
  if (isDmn(path)) {
    const xml = await readText(path)
    return xml.ok ? compileDmn({ file, xml: xml.value }, how) : xml
  }
  const read = await readModel(path)
  return read.ok ? compileDecisions({ file, model: read.value.model, ...how }) : read
}
