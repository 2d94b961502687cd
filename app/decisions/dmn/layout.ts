import type { DecisionModel, Diagram } from '#decisions/model'

const [WIDTH, HEIGHT, GAP] = [180, 80, 60]

interface Drawn {
  id: string
  requires: string[]
}

/** A drawing for a model that has none: what is decided at the top, and below it what it is made from. */
export function layoutOf({ decisions, inputs = [], knowledge = [], services = [] }: DecisionModel): Diagram {
  const drawn: Drawn[] = [
    ...[...decisions, ...knowledge].map(({ id, requires = [] }) => ({ id, requires })),
    ...inputs.map(({ id }) => ({ id, requires: [] })),
  ]
  const rows = rowsOf(drawn)
  const places = new Map<string, { x: number; y: number }>()
  const inRow = new Map<number, number>()
  for (const { id } of [...drawn, ...services]) {
    const row = rows.get(id) ?? 0
    const column = inRow.get(row) ?? 0
    inRow.set(row, column + 1)
    places.set(id, { x: GAP + column * (WIDTH + GAP), y: GAP + row * (HEIGHT + GAP) })
  }
  const edges = drawn.flatMap(({ id: to, requires }) =>
    requires.flatMap((from) => {
      const [start, end] = [places.get(from), places.get(to)]
      if (!start || !end) return []
      const points: [number, number][] = [
        [start.x + WIDTH / 2, start.y],
        [end.x + WIDTH / 2, end.y + HEIGHT],
      ]
      return [{ from, to, points }]
    })
  )
  return {
    shapes: [...places].map(([of, { x, y }]) => ({ of, x, y, width: WIDTH, height: HEIGHT })),
    edges,
  }
}

/** How far each stands below what is made from it; a circle ends where everything has moved once. */
function rowsOf(drawn: readonly Drawn[]): Map<string, number> {
  const rows = new Map(drawn.map(({ id }) => [id, 0]))
  for (const _ of drawn) {
    let moved = false
    for (const { id, requires } of drawn)
      for (const each of requires)
        if ((rows.get(each) ?? 0) <= (rows.get(id) ?? 0)) {
          rows.set(each, (rows.get(id) ?? 0) + 1)
          moved = true
        }
    if (!moved) break
  }
  return rows
}
