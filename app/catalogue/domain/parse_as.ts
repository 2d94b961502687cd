import { type Diagnostic } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { checkSchema } from '#catalogue/domain/check_schema'
import { parseJson } from '#catalogue/domain/parse_json'
import type { SchemaName } from '#catalogue/domain/schemas'

/** A document by its schema, or what is wrong with it and where. */
export function parseAs<Contents>(
  file: string,
  text: string,
  schema: SchemaName
): Result<Contents, Diagnostic[]> {
  const json = parseJson(file, text)
  if (!json.ok) return err([json.error])
  const found = checkSchema(schema, file, json.value)
  return found.length > 0 ? err(found) : ok(json.value as Contents)
}
