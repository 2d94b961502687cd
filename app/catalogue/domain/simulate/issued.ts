import type { World } from '#catalogue/domain/simulate/world'
import { RESOLUTION } from '#documents/index'

/** A document that has come into the case; a resolution with its number in the book of resolutions. */
export function issued({ documents, procedure }: World, template: string) {
  documents.push(template)
  const resolves = (id: string) => procedure.templates[id]?.type === RESOLUTION
  const number = resolves(template) ? `resolution-${documents.filter(resolves).length}` : null
  return { documentId: `${template}:${documents.length}`, number }
}
