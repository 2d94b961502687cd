/** A stretch of time that does not count, in days or in milliseconds: after `start`, up to `end`. */
export interface Stretch {
  start: number
  end: number
}

/** In order, and without counting twice what two pauses share. */
export function merged(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end)
    else result.push({ ...stretch })
  }
  return result
}
