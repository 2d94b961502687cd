import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import type { Schema } from '#forms/types'

const LOCAL = /^#\/\$defs\/([A-Za-z][A-Za-z0-9_]{0,63})$/

/**
 * A field with its `$ref` filled in: only definitions of the same document, no circles. What stands
 * beside the reference wins.
 */
export function withReferences(
  field: unknown,
  definitions: object,
  file: string,
  pointer: string
): Result<Schema, Diagnostic[]> {
  let schema = Object(field) as Schema
  const met = new Set<string>()
  while (schema.$ref !== undefined) {
    const { $ref, ...beside } = schema
    const reference = String($ref)
    const name = LOCAL.exec(reference)?.[1]
    if (!name || met.has(name) || !Object.hasOwn(definitions, name))
      return err([problem('REFERENCE', { file, pointer: `${pointer}/$ref`, params: { reference } })])
    met.add(name)
    schema = { ...(definitions as Record<string, Schema>)[name], ...beside }
  }
  return ok(schema)
}
