import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { type Diagnostic, problem } from '#core/diagnostic'
import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { LIMITS } from '#catalogue/domain/files'
import { fileText } from '#catalogue/domain/file_text'
import { parseAs } from '#catalogue/domain/parse_as'
import { parseJson } from '#catalogue/domain/parse_json'
import type { SchemaName } from '#catalogue/domain/schemas'

/** Reads a file by its schema, or tells what is wrong with it and where. */
export async function readJsonFile<Contents>(
  path: string,
  schema: SchemaName
): Promise<Result<Contents, Diagnostic[]>> {
  const text = await readText(path)
  return text.ok ? parseAs(basename(path), text.value, schema) : text
}

/** Reads a file of values by their names, or tells why it can't. */
export async function readValues(path: string): Promise<Result<Record<string, Json>, Diagnostic[]>> {
  const text = await readText(path)
  if (!text.ok) return text
  const json = parseJson(basename(path), text.value)
  if (!json.ok) return err([json.error])
  if (typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value))
    return ok(json.value as Record<string, Json>)
  return err([problem('VALUE_TYPE', { file: basename(path), params: { expected: 'object' } })])
}

/** Reads the text of a file, and of one that never ends no more than a document may have. */
export async function readText(path: string): Promise<Result<string, Diagnostic[]>> {
  const refused = (code: string, params = {}) => err([problem(code, { file: basename(path), params })])
  const limit = LIMITS.fileBytes
  const bytes = await buffer(createReadStream(path, { end: limit })).catch(() => null)
  if (bytes === null) return refused('FILE_MISSING')
  if (bytes.length > limit) return refused('FILE_TOO_LARGE', { limit })
  const text = fileText(bytes)
  return text === null ? refused('FILE_NOT_TEXT') : ok(text)
}
