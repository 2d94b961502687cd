import type { Json } from '#core/json'

const HOLE = /\{\{\s*([a-zA-Z0-9_.]+)\s*\}\}/g

/** What a dotted path leads to in plain data; only own members count, so nothing else can be reached. */
function at(context: Json, path: string): Json {
  return path.split('.').reduce<Json>((here, key) => {
    const inside =
      here !== null && typeof here === 'object' && !Array.isArray(here) && Object.hasOwn(here, key)
    return inside ? (here[key] ?? null) : null
  }, context)
}

/** Fills the holes of a text (`{{applicant.name}}`). No logic, no second reading of what was filled in. */
export const fill = (text: string, context: Record<string, Json>): string =>
  text.replaceAll(HOLE, (_, path: string) => {
    const value = at(context, path)
    return value === null || typeof value === 'object' ? '' : String(value)
  })
