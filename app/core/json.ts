/** Plain data, as it crosses every border of the house. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** One JSON pointer token, escaped as RFC 6901 asks. */
export const token = (key: string | number): string => String(key).replaceAll('~', '~0').replaceAll('/', '~1')

export const pointerTo = (...keys: (string | number)[]): string =>
  keys.map((key) => `/${token(key)}`).join('')
