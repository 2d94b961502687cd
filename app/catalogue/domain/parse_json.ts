import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { LIMITS } from '#catalogue/domain/files'

const UNKNOWN = /^Unexpected token/

function complaintOf(text: string): string {
  try {
    JSON.parse(text)
    return ''
  } catch (error) {
    return (error as Error).message
  }
}

/** The engine names no position for a sign it can't place: it is the last of the shortest beginning that has one. */
function unknownSign(text: string): number {
  let [good, bad] = [0, text.length]
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (UNKNOWN.test(complaintOf(text.slice(0, middle)))) bad = middle
    else good = middle
  }
  return good
}

/** Where the engine's complaint points: it names a position, or a sign, or the end. */
function place(text: string, message: string): { line: number; column: number } {
  const at = /position (\d+)/.exec(message)
  const position = at ? Number(at[1]) : UNKNOWN.test(message) ? unknownSign(text) : text.length
  const before = text.slice(0, position).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** How deep brackets go outside strings: what is deeper would overflow whoever walks it. */
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') quoted = !quoted
    else if (quoted) at += sign === '\\' ? 1 : 0
    else if (sign === '[' || sign === '{') deepest = Math.max(deepest, (depth += 1))
    else if (sign === ']' || sign === '}') depth -= 1
  }
  return deepest
}

/** The plain data of a document, or why it has none. */
export function parseJson(file: string, text: string): Result<unknown, Diagnostic> {
  if (depthOf(text) > LIMITS.jsonDepth)
    return err(problem('JSON_TOO_DEEP', { file, params: { limit: LIMITS.jsonDepth } }))
  try {
    return ok(JSON.parse(text))
  } catch (error) {
    return err(problem('JSON_SYNTAX', { file, ...place(text, (error as Error).message) }))
  }
}
