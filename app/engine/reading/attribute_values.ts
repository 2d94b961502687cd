import { xmlAttributes, xmlPieces } from '#core/xml_pieces'
import type { BpmnModdle } from 'bpmn-moddle'
import type { Report } from '#engine/reading/report'

/** What the attributes of BPMN may say that know only certain words, by their names. */
export function wordsOf(moddle: BpmnModdle): ReadonlyMap<string, readonly string[]> {
  const packages = moddle.getPackages().filter(({ prefix }) => ['bpmn', 'fin'].includes(prefix))
  const words = new Map<string, readonly string[]>([['Boolean', ['true', 'false']]])
  for (const { enumerations = [] } of packages)
    for (const { name, literalValues } of enumerations)
      words.set(
        name,
        literalValues.map((literal) => literal.name)
      )
  return new Map(
    packages
      .flatMap(({ types }) => types)
      .flatMap(({ properties = [] }) => properties)
      .flatMap(({ name, type, isAttr }) => {
        const known = isAttr ? words.get(type.replace('bpmn:', '')) : undefined
        return known ? [[name.replace(/^\w+:/, ''), known] as const] : []
      })
  )
}

/** The reader takes any other word for no, or for what is usual. */
export function reportValues(report: Report, words: ReadonlyMap<string, readonly string[]>): void {
  for (const piece of xmlPieces(report.xml)) {
    if (piece.kind !== 'tag' || !piece.opens) continue
    for (const [attribute, value] of xmlAttributes(piece.attributes)) {
      const known = words.get(attribute.replace(/^\w+:/, ''))
      if (!known || known.includes(value)) continue
      const params = { attribute, value: value.slice(0, 100), known: known.join(', ') }
      report.problem('ATTRIBUTE_VALUE', { id: report.places.idAt(piece.at) }, params, piece.at)
    }
  }
}
