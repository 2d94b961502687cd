import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Diagnostic, problem } from '#core/diagnostic'
import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { checkSchema } from '#catalogue/domain/check_schema'
import { parseJson } from '#catalogue/domain/parse_json'
import type { SchemaName } from '#catalogue/domain/schemas'

/** Reads a file by its schema, or tells what is wrong with it and where. */
export async function readJsonFile<Contents>(
  path: string,
  schema: SchemaName
): Promise<Result<Contents, Diagnostic[]>> {
  const json = await readPlain(path)
  if (!json.ok) return json
  const found = checkSchema(schema, basename(path), json.value)
  return found.length > 0 ? err(found) : ok(json.value as Contents)
}

/** Reads a file of values by their names, or tells why it can't. */
export async function readValues(path: string): Promise<Result<Record<string, Json>, Diagnostic[]>> {
  const json = await readPlain(path)
  if (!json.ok) return json
  if (typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value))
    return ok(json.value as Record<string, Json>)
  return err([problem('VALUE_TYPE', { file: basename(path), params: { expected: 'object' } })])
}

async function readPlain(path: string): Promise<Result<unknown, Diagnostic[]>> {
  const text = await readText(path)
  if (!text.ok) return text
  const json = parseJson(basename(path), text.value)
  return json.ok ? json : err([json.error])
}

export async function readText(path: string): Promise<Result<string, Diagnostic[]>> {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? err([problem('FILE_MISSING', { file: basename(path) })]) : ok(text)
}
