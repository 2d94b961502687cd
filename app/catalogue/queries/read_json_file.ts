import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { checkSchema } from '#catalogue/domain/check_schema'
import { parseJson } from '#catalogue/domain/parse_json'
import type { SchemaName } from '#catalogue/domain/schemas'

/** Reads a file by its schema, or tells what is wrong with it and where. */
export async function readJsonFile<Contents>(
  path: string,
  schema: SchemaName
): Promise<Result<Contents, Diagnostic[]>> {
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return err([problem('FILE_MISSING', { file, params: { file } })])
  const json = parseJson(file, text)
  if (!json.ok) return err([json.error])
  const found = checkSchema(schema, file, json.value)
  return found.length > 0 ? err(found) : ok(json.value as Contents)
}
