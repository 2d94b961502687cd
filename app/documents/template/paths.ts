import { ROOTS } from '#documents/template/types'

const PATH = /^[a-z][A-Za-z0-9_]*(\.[A-Za-z0-9_]+)*$/
const PLACE = /\{\{\s*([^{}]*?)\s*\}\}/g

/** A dotted path in its parts, or null when it is not one or begins with no name of the context. */
export function readPath(text: string): string[] | null {
  if (!PATH.test(text)) return null
  const parts = text.split('.')
  return ROOTS.some((root) => root === parts[0]) ? parts : null
}

/** The value at a path; undefined where anything on the way is missing. Looks at own properties only. */
export function valueAt(context: object, path: string[]): unknown {
  let value: unknown = context
  for (const part of path) {
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined
    value = (value as Record<string, unknown>)[part]
  }
  return value
}

/** The places `{{path}}` of a text, as written between the braces. */
export const placesIn = (text: string): string[] =>
  [...text.matchAll(PLACE)].map(([, place]) => place as string)

/** The text with its places filled. A filled-in value is never looked at again. */
export const fill = (text: string, valueOf: (path: string[]) => string): string =>
  text.replace(PLACE, (_, place: string) => {
    const path = readPath(place)
    return path ? valueOf(path) : ''
  })
