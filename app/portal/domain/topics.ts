import type { CompiledProcedure } from '#catalogue/types'

/** The topics of a catalogue with how many procedures each has, the fullest first. */
export function topicsOf(procedures: CompiledProcedure[]): { id: string; count: number }[] {
  const counts = new Map<string, number>()
  for (const { sheet } of procedures)
    for (const topic of sheet.topics) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || a.id.localeCompare(b.id))
}
