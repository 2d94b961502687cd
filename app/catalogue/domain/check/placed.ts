import type { Diagnostic } from '#core/diagnostic'
import { XmlPlaces } from '#engine/index'

/** What is said of an element of the drawing, with the line and column where it stands. */
export function placed(
  diagnostics: readonly Diagnostic[],
  { file, xml }: { file: string; xml: string }
): Diagnostic[] {
  let places: XmlPlaces | undefined
  return diagnostics.map((each) => {
    if (each.file !== file || each.element === undefined || each.line !== undefined) return each
    places ??= new XmlPlaces(xml)
    const at = places.ofId(each.element)
    return at === undefined ? each : { ...each, ...places.placeOf(at) }
  })
}
