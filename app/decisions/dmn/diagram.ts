import { type DmnElement, many, one } from '#decisions/dmn/element'
import type { Diagram } from '#decisions/model'

const figure = (element: DmnElement | null, name: string): number => Number(element?.get(name) ?? 0)

/** Where a file draws what; undefined where it draws nothing. */
export function readDiagram(definitions: DmnElement): Diagram | undefined {
  const [drawn] = many(one(definitions, 'dmnDI'), 'diagrams')
  const elements = many(drawn, 'diagramElements')
  const shapes = elements.flatMap((element) => {
    const [bounds, of] = [one(element, 'bounds'), one(element, 'dmnElementRef')?.id]
    if (!element.$type.endsWith('DMNShape') || !bounds || !of) return []
    const [x, y] = [figure(bounds, 'x'), figure(bounds, 'y')]
    return { of, x, y, width: figure(bounds, 'width'), height: figure(bounds, 'height') }
  })
  const edges = elements.flatMap((element) => {
    const requirement = one(element, 'dmnElementRef')
    if (!element.$type.endsWith('DMNEdge') || !requirement) return []
    const from = ['requiredDecision', 'requiredInput', 'requiredKnowledge']
      .flatMap((end) => (requirement.$type.endsWith('Requirement') ? (ends(requirement, end) ?? []) : []))
      .at(0)
    const to = requirement.$parent?.id
    const points = many(element, 'waypoint').map((point): [number, number] => [
      figure(point, 'x'),
      figure(point, 'y'),
    ])
    return from && to ? { from, to, points } : []
  })
  return shapes.length > 0 ? { shapes, edges } : undefined
}

/** What a requirement comes from; not every kind of requirement has every end. */
function ends(requirement: DmnElement, end: string): string | undefined {
  const reference = (requirement as unknown as Record<string, { href?: string } | undefined>)[end]
  return reference?.href?.replace(/^.*#/, '')
}
