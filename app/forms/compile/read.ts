import type { ErrorObject, ValidateFunction } from 'ajv'
import { type Diagnostic, problem } from '#core/diagnostic'
import { pointerTo } from '#core/json'

/** What a keyword asks for, in a few signs that need no translation. */
function expected({ keyword, params, schema }: ErrorObject): string {
  if (keyword === 'const') return JSON.stringify(params.allowedValue)
  if (keyword === 'enum')
    return (params.allowedValues as unknown[]).map((value) => JSON.stringify(value)).join(' | ')
  if ('limit' in params) return `${keyword} ${params.limit}`
  return `${keyword} ${typeof schema === 'object' ? '' : schema}`.trim()
}

const lastToken = (pointer: string): string => pointer.slice(pointer.lastIndexOf('/') + 1)

/** One complaint of ajv about a document of the dialect, as a diagnostic with a remedy. */
function diagnosticOf(error: ErrorObject, file: string, base: string): Diagnostic | null {
  const pointer = base + error.instancePath
  const { keyword, params, parentSchema } = error
  if (keyword === 'additionalProperties') {
    const unknown = params.additionalProperty as string
    const known = Object.keys((parentSchema?.properties as object) ?? {}).join(', ')
    return problem('UNKNOWN_KEYWORD', {
      file,
      pointer: pointer + pointerTo(unknown),
      params: { keyword: unknown, known },
    })
  }
  if (keyword === 'required')
    return problem('MISSING_KEYWORD', {
      file,
      pointer,
      params: { keyword: params.missingProperty as string },
    })
  if (keyword === 'format' && params.format === 're2')
    return problem('PATTERN_REFUSED', { file, pointer, params: { pattern: String(error.data) } })
  if (keyword === 'propertyNames') return null
  return problem('KEYWORD_VALUE', {
    file,
    pointer,
    params: { keyword: lastToken(pointer), expected: expected(error) },
  })
}

/** Holds a document against a schema of the dialect. `base` is the pointer to the document within its file. */
export function faultsOf(
  validate: ValidateFunction,
  document: unknown,
  file: string,
  base = ''
): Diagnostic[] {
  if (validate(document)) return []
  return (validate.errors ?? [])
    .map((error) => diagnosticOf(error, file, base))
    .filter((fault) => fault !== null)
}
