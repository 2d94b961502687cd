import type { Json } from '#core/json'

/** An answer as it stands in a box of text. */
export const written = (value: Json | undefined): string =>
  value === undefined || value === null || typeof value === 'object' ? '' : String(value)

/** A decimal with the comma that people here write. What is no number stays as somebody wrote it. */
export const withComma = (value: Json | undefined): string =>
  written(value).replace(/^(-?\d+)\.(\d+)$/, '$1,$2')
