import type { Diagnostic } from '#core/diagnostic'

// a name is there to find the element by, not to fill the page
export const LONGEST_NAME = 80
const LONGEST = 200

export const shortened = (text: string, longest = LONGEST): string =>
  text.length > longest ? `${text.slice(0, longest - 1)}…` : text

/** What a finding says of a foreign file, as much of it as anybody reads. */
export const told = (params: Diagnostic['params']): Diagnostic['params'] =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? shortened(value) : value,
    ])
  )
