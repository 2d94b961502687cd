import { RE2JS } from 're2js'

/** A pattern run by RE2, whose time is in line with the text: no pattern of a stranger can hold up a server. */
export const re2 = (pattern: string): RE2JS => RE2JS.compile(pattern)

/** Why RE2 refuses a pattern; null when it takes it. */
export function faultOfPattern(pattern: string): string | null {
  try {
    re2(pattern)
    return null
  } catch (error) {
    return (error as Error).message
  }
}
