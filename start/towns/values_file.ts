import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { checkSchema, type TownValues } from '#catalogue/index'
import { problem, type Diagnostic } from '#core/diagnostic'
import { err, ok, type Result } from '#core/result'

/** What a town fills in, by procedure (`resources/schemas/values.json`). */
export interface ValuesFile {
  reason?: string
  procedures: Record<string, TownValues>
}

/** Reads a file of values, or tells what is wrong with it and where. */
export async function readValuesFile(path: string): Promise<Result<ValuesFile, Diagnostic[]>> {
  const file = basename(path)
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text === null) return err([problem('FILE_MISSING', { file, params: { file } })])
  let value: ValuesFile
  try {
    value = JSON.parse(text)
  } catch {
    return err([problem('JSON_SYNTAX', { file })])
  }
  const found = checkSchema('values', file, value)
  return found.length > 0 ? err(found) : ok(value)
}
