import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import {
  type CompiledDecisions,
  type DecisionModel,
  compileDecisions,
  compileDmn,
  readDmn,
} from '#decisions/index'
import { readJsonFile } from '#catalogue/queries/read_json_file'

const isDmn = (path: string): boolean => !path.endsWith('.json')

const textOf = async (path: string): Promise<Result<string, Diagnostic[]>> => {
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? err([problem('FILE_MISSING', { file, params: { file } })]) : ok(text)
}

/** A decision model from a file of DMN, or of JSON by its schema. */
export async function readModel(
  path: string
): Promise<Result<{ model: DecisionModel; warnings: Diagnostic[] }, Diagnostic[]>> {
  if (!isDmn(path)) {
    const model = await readJsonFile<DecisionModel>(path, 'decision')
    return model.ok ? ok({ model: model.value, warnings: [] }) : model
  }
  const xml = await textOf(path)
  return xml.ok ? readDmn({ file: basename(path), xml: xml.value }) : xml
}

/** The same, ready to decide. `foreign`: as another tool left it, whose types aren't judged. */
export async function compileModel(
  path: string,
  how: { foreign?: boolean } = {}
): Promise<Result<CompiledDecisions, Diagnostic[]>> {
  const file = basename(path)
  if (isDmn(path)) {
    const xml = await textOf(path)
    return xml.ok ? compileDmn({ file, xml: xml.value }, how) : xml
  }
  const read = await readModel(path)
  return read.ok ? compileDecisions({ file, model: read.value.model, ...how }) : read
}
