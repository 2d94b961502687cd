/** One filled outline in a box of 48 by 48: absolute M, L, C and Z only, in the town's colour or in white. */
export interface EmblemShape {
  path: string
  tone: 'colour' | 'paper'
}

/** A shield with a window open in it: what a town shows until it gives its own. */
export const WINDOW_EMBLEM: EmblemShape[] = [
  { tone: 'colour', path: 'M 4 1 L 44 1 L 44 26 C 44 38 34 44 24 48 C 14 44 4 38 4 26 Z' },
  { tone: 'paper', path: 'M 14 34 L 14 19 C 14 12 18 8 24 8 C 30 8 34 12 34 19 L 34 34 Z' },
  { tone: 'colour', path: 'M 23 8 L 25 8 L 25 34 L 23 34 Z' },
  { tone: 'colour', path: 'M 14 20 L 34 20 L 34 22 L 14 22 Z' },
  { tone: 'paper', path: 'M 11 36 L 37 36 L 37 39 L 11 39 Z' },
]

/** The same outline moved and scaled. Numbers come in pairs of x and y. */
export function placePath(path: string, x: number, y: number, scale: number): string {
  let horizontal = false
  return path.replace(/-?\d+(\.\d+)?/g, (number) => {
    horizontal = !horizontal
    return String(Math.round(((horizontal ? x : y) + Number(number) * scale) * 100) / 100)
  })
}
