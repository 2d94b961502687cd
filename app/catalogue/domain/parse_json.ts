import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'

/** Where the engine's complaint points: it names a position, or a line and a column, or neither. */
function place(text: string, message: string): { line: number; column: number } | undefined {
  const at = /position (\d+)/.exec(message)
  const position = at ? Number(at[1]) : /end of JSON/i.test(message) ? text.length : null
  if (position === null) return undefined
  const before = text.slice(0, position).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

export function parseJson(file: string, text: string): Result<unknown, Diagnostic> {
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    return err(problem('JSON_SYNTAX', { file, ...place(text, (error as Error).message) }))
  }
}
