/** What a pattern may come to, written out. */
export const MAX_PATTERN = 25_000

const PIECES = /\\.|\[(?:\\.|[^\]\\])*\]|\{(\d+)(,(\d*))?\}|[^]/gs

/** About how many instructions a pattern comes to: what is repeated by number counts as often. */
export function patternSize(pattern: string): number {
  const outer: number[] = []
  let [size, last] = [0, 0]
  for (const [piece, least, more, most] of pattern.matchAll(PIECES)) {
    if (piece === '(') {
      outer.push(size)
      size = 0
    } else if (piece === ')') {
      last = size + 1
      size = last + (outer.pop() ?? 0)
    } else if (least) {
      const times = Math.max(Number(least) + (more ? 1 : 0), Number(most || 0))
      size += last * (times - 1)
      last *= times
    } else {
      last = 1
      size++
    }
  }
  return outer.reduce((sum, each) => sum + each, size)
}
